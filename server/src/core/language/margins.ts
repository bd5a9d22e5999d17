/** What makes a correction less sure than its trees say: facts of the language too rare to be learnt. */

import { isPlainHan } from './alphabet.js';
import type { Relation } from './candidates.js';
import type { Words } from './words.js';

/** In log-odds. A character that stands for a place is part of a name oftener than it is wrong. */
const PLACE = 2;
/** So is what stands before 高铁 or 水库. */
const NAMED = 2;
/** Two characters that are a word are rarely swapped. */
const WORD_SWAPPED = 2;
/** A word stands over the place as written: two words may meet so by chance, or the counts know it too little. */
const IN_WORD = 1;
/** A wording made after the one before it is as its writer wants it. */
const ECHO = 2;
const ECHO_REACH = 4;
/** What is between quotation marks may be a coinage. */
const QUOTED = 0.7;
/** A saying of others is written as nobody writes today. */
const SAYING = 2;
/** 同发展、共繁荣: a clause as short as this is as short as its writer wants it. */
const IN_RHYTHM = 2;
const SHORT_CLAUSE = 4;

/** Right words that the counts know too little. */
const RIGHT = ['亟需', '亟待', '急需', '即是', '人大', '一线', '唯此', '为此'];
/** Words of one character, and of two that say the same: to write the shorter one is no slip. */
const LONGER = new Set(
  (
    '应当 应该 可以 可能 或者 按照 更加 更为 判处 已经 须要 必须 必将 能够 若是 如果 因为 因此 但是 虽然 并且 而且 ' +
    '以及 由于 对于 关于 根据 经过 随着 随之 伴随 为了 只有 只要 没有 有着 有效 不断 需要 各种 各个 各类 仍然 仍旧 ' +
    '既要 将要 最为 较为 极为 其中 其他 此外 此次 每个 每年 每次 均应 均可 也是 也要 都是 都要 又要 还是 还要 再次 ' +
    '曾经 正在 从而 自从 向着 往往 被迫 让人 使得 使用 等等 以来 以后 之后 之前 之间 当中 所有 所谓 这些 这个 那些 ' +
    '促进 推动 推进 扩大 降低 提升 提高 建设 建立 加强 强化 优化 优势 做好 办理 办好 落实 坚持 开展 进行 实现 ' +
    '国家 国际 中央 党员 企业 人民 群众 百姓 文化 经济 社会 生产 产业 产量 科技 技术 学校 学习 城市 农村 腐败'
  ).split(' '),
);

/** 我局, 我校: what an office calls itself. */
const OWN_UNIT = new Set(
  '局院校县市区镇乡村省厅委办处科所站社队司矿厂店园州盟旗部组班馆库室行署台团军国党会街居辖企系',
);
const NUMERALS = new Set('一二三四五六七八九十');
/** What roads, waters and quarters are called by, so that a name stands before it. */
const BEHIND_NAME =
  /^\p{Script=Han}?(?:高铁|铁路|高速|公路|大桥|大道|水库|水利|水电站|电站|河流域|机场|社区|街道|古镇|景区|产业园|村委|村党|卫生院|小学|中学)/u;

export interface Place {
  readonly start: number;
  readonly end: number;
  /** What may be meant. */
  readonly text: string;
  readonly relation: Relation;
  /** As the cheapest cut into words has it. */
  readonly isInWord: boolean;
}

/** In log-odds, what is to be taken off the score of a candidate; infinite for what is right for certain. */
export function marginOf(
  line: string,
  { start, end, text, relation, isInWord }: Place,
  words: Words,
  placeAbbreviations: ReadonlySet<string>,
): number {
  const written = line.slice(start, end);
  const isOne = end === start + 1;
  if (isOne && OWN_UNIT.has(written) && line[start - 1] === '我') return Number.POSITIVE_INFINITY;
  if (isOne && isItem(line, start)) return Number.POSITIVE_INFINITY;
  if (relation === 'missing' && LONGER.has(text)) return Number.POSITIVE_INFINITY;
  if (RIGHT.some((word) => covers(line, word, start, end))) return Number.POSITIVE_INFINITY;
  let margin = 0;
  if (isOne && placeAbbreviations.has(written)) margin += PLACE;
  if (BEHIND_NAME.test(line.slice(end, end + LONGEST_BEHIND))) margin += NAMED;
  if (relation === 'swapped' && words.has(written)) margin += WORD_SWAPPED;
  if (isInWord) margin += IN_WORD;
  if (isEcho(line, start, end)) margin += ECHO;
  if (relation === 'missing' && clauseLength(line, start) <= SHORT_CLAUSE) margin += IN_RHYTHM;
  if (isQuoted(line, start)) margin += QUOTED;
  if (isInSaying(line, start, end)) margin += SAYING;
  return margin;
}

const LONGEST_BEHIND = 4;

/** 时起时伏, 扶志、扶智: what stands here is made after what stands before it. */
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

/** 七要, 八是: a numeral that opens one of several things. */
function isItem(line: string, at: number): boolean {
  if (!NUMERALS.has(line[at]!) || !'是要'.includes(line[at + 1] ?? '\0')) return false;
  return !isPlainHan(line.charCodeAt(at - 1));
}

/** True where a word lies over the whole place. */
function covers(line: string, word: string, start: number, end: number): boolean {
  for (let at = Math.max(0, end - word.length); at <= start; at++) {
    if (line.startsWith(word, at)) return true;
  }
  return false;
}

/** What announces a saying shortly before it, and who said it right behind. */
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
