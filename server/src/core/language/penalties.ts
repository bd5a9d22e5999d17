/** What makes a correction less likely than its score says: facts too rare for the trees to learn. */

import { isPlainHan } from './alphabet.js';
import type { Relation } from './candidates.js';
import type { Dictionary } from './dictionary.js';

/** Penalties in log-odds. A character that stands for a place is more often part of a name than wrong. */
const PLACE_ABBREVIATION_PENALTY = 2;
/** So is a character before 高铁 or 水库. */
const NAMED_PENALTY = 2;
/** Two characters that are a word are rarely swapped. */
const SWAPPED_WORD_PENALTY = 2;
/** What is written is part of a word by the best segmentation. */
const IN_WORD_PENALTY = 1;
/** A wording that echoes the one before it is meant. */
const ECHO_PENALTY = 2;
const ECHO_REACH = 4;
/** What is between quotation marks may be a coinage. */
const QUOTED_PENALTY = 0.7;
/** Sayings are not written as people write today. */
const SAYING_PENALTY = 2;
/** 同发展、共繁荣: nothing is missing in a clause as short as this. */
const SHORT_CLAUSE_PENALTY = 2;
const SHORT_CLAUSE = 4;

/** Right words that occur too rarely in what was counted. */
const CERTAINLY_RIGHT =
  '亟需 亟待 急需 即是 人大 一线 唯此 为此 屡有 自住房 自住住房 自住购房 自住型'.split(' ');
/** Words of two characters that one of them says as well: nothing is missing in the shorter one. */
const LONGER_FORMS = new Set(
  (
    '应当 应该 可以 可能 或者 按照 更加 更为 判处 已经 须要 必须 必将 能够 若是 如果 因为 因此 但是 虽然 并且 而且 ' +
    '以及 由于 对于 关于 根据 经过 随着 随之 伴随 为了 只有 只要 没有 有着 有效 不断 需要 各种 各个 各类 仍然 仍旧 ' +
    '既要 将要 最为 较为 极为 其中 其他 此外 此次 每个 每年 每次 均应 均可 也是 也要 都是 都要 又要 还是 还要 再次 ' +
    '曾经 正在 从而 自从 向着 往往 被迫 让人 使得 使用 等等 以来 以后 之后 之前 之间 当中 所有 所谓 这些 这个 那些 ' +
    '促进 推动 推进 扩大 降低 提升 提高 建设 建立 加强 强化 优化 优势 做好 办理 办好 落实 坚持 开展 进行 实现 ' +
    '国家 国际 中央 党员 企业 人民 群众 百姓 文化 经济 社会 生产 产业 产量 科技 技术 学校 学习 城市 农村 腐败'
  ).split(' '),
);

/** After 我: what an office calls itself, as in 我局, 我校. */
const OWN_UNIT = new Set(
  '局院校县市区镇乡村省厅委办处科所站社队司矿厂店园州盟旗部组班馆库室行署台团军国党会街居辖企系',
);
const NUMERALS = new Set('一二三四五六七八九十');
/** Kinds of roads, waters, quarters and the like: before them stands a name. */
const AFTER_NAME =
  /^\p{Script=Han}?(?:高铁|铁路|高速|公路|大桥|大道|水库|水利|水电站|电站|河流域|机场|社区|街道|古镇|景区|产业园|村委|村党|卫生院|小学|中学)/u;

export interface PlaceOfChange {
  readonly start: number;
  readonly end: number;
  /** The wording that may be meant. */
  readonly text: string;
  readonly relation: Relation;
  /** By the best segmentation. */
  readonly isInWord: boolean;
}

/** What to subtract from the score of a candidate, in log-odds; infinite where what is written is certainly right. */
export function penaltyOf(
  line: string,
  { start, end, text, relation, isInWord }: PlaceOfChange,
  dictionary: Dictionary,
  placeAbbreviations: ReadonlySet<string>,
): number {
  const written = line.slice(start, end);
  const isOne = end === start + 1;
  if (isOne && OWN_UNIT.has(written) && line[start - 1] === '我') return Number.POSITIVE_INFINITY;
  if (isOne && opensItem(line, start)) return Number.POSITIVE_INFINITY;
  if (relation === 'missing' && LONGER_FORMS.has(text)) return Number.POSITIVE_INFINITY;
  if (CERTAINLY_RIGHT.some((word) => covers(line, word, start, end)))
    return Number.POSITIVE_INFINITY;
  let penalty = 0;
  if (isOne && placeAbbreviations.has(written)) penalty += PLACE_ABBREVIATION_PENALTY;
  if (AFTER_NAME.test(line.slice(end, end + AFTER_NAME_LENGTH))) penalty += NAMED_PENALTY;
  if (relation === 'swapped' && dictionary.has(written)) penalty += SWAPPED_WORD_PENALTY;
  if (isInWord) penalty += IN_WORD_PENALTY;
  if (isEcho(line, start, end)) penalty += ECHO_PENALTY;
  if (relation === 'missing' && clauseLength(line, start) <= SHORT_CLAUSE)
    penalty += SHORT_CLAUSE_PENALTY;
  if (isQuoted(line, start)) penalty += QUOTED_PENALTY;
  if (isInSaying(line, start, end)) penalty += SAYING_PENALTY;
  return penalty;
}

const AFTER_NAME_LENGTH = 4;

/** 时起时伏, 扶志、扶智: the wording echoes the one before it. */
function isEcho(line: string, start: number, end: number): boolean {
  const from = end === start + 1 ? start - 1 : start;
  const first = line[from] ?? '';
  if (!isPlainHan(first.charCodeAt(0))) return false;
  if (end === start + 1 && (line[from - 2] === first || line[end] === first)) return true;
  const before = line.slice(Math.max(0, from - ECHO_REACH), from);
  return before.includes('、') && before.includes(first);
}

/** Han characters in a row around a place. */
function clauseLength(line: string, at: number): number {
  let start = at;
  while (isPlainHan(line.charCodeAt(start - 1))) start--;
  let end = at;
  while (isPlainHan(line.charCodeAt(end))) end++;
  return end - start;
}

/** 七要, 八是: a numeral that opens an item of a list. */
function opensItem(line: string, at: number): boolean {
  if (!NUMERALS.has(line[at]!) || !'是要'.includes(line[at + 1] ?? '\0')) return false;
  return !isPlainHan(line.charCodeAt(at - 1));
}

/** True where the whole place is part of the word. */
function covers(line: string, word: string, start: number, end: number): boolean {
  for (let at = Math.max(0, end - word.length); at <= start; at++) {
    if (line.startsWith(word, at)) return true;
  }
  return false;
}

/** What announces a saying, and who said it. */
const ANNOUNCED =
  /(?:所谓|[古前]人[云说言]|古语|俗话|常言|诗[云曰]|[曰云][：:，,“])[^。；！？]{0,16}$/u;
const SIGNED = /^[^。；！？]{0,12}[。！？]?[”]?\s*(?:——|—{1,2})\s*\p{Script=Han}{2,5}/u;
const SAYING_REACH = 24;

function isInSaying(line: string, start: number, end: number): boolean {
  return (
    ANNOUNCED.test(line.slice(Math.max(0, start - SAYING_REACH), start)) ||
    SIGNED.test(line.slice(end, end + SAYING_REACH))
  );
}

/** Quotations are not looked for farther back. */
const QUOTE_REACH = 60;

function isQuoted(line: string, at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - QUOTE_REACH); index--) {
    const mark = line.charCodeAt(index);
    if (isPlainHan(mark)) continue;
    if (line[index] === '“' || line[index] === '《') return true;
    if (line[index] === '”' || line[index] === '》') return false;
  }
  return false;
}
