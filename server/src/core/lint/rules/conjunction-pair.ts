import {
  type Clause,
  holdsSentences,
  quotedIn,
  sentencesInClauses,
} from '../../analysis/clauses.js';
import type { Localized } from '../../base/localized.js';
import { defineRule, type RawFinding, type RuleExamples } from '../rule.js';

/** Two conjunctions that do not belong together, each in its clause. */
interface Mismatch {
  /** In the first clause; what it matches ends with the conjunction. */
  readonly first: RegExp;
  /** At the head of the clause that answers. */
  readonly second: RegExp;
  /** In either clause, what makes the two right. */
  readonly unless?: RegExp;
  /** The answer may stand so many clauses after the first. */
  readonly within?: number;
  /** The first begins the sentence, and so does not explain what stands before it. */
  readonly atStart?: true;
  /** Used for effect by good writers too. */
  readonly mild?: true;
  readonly right: Localized;
}

/** Who it is about, before the conjunction. */
const SUBJECT = '[^：:]{0,8}?';

/** A condition begins with one of them: 只有坚持……. 只有三人 counts. */
const CONDITION =
  '(?:不断|坚持|通过|加强|提高|依靠|依托|努力|认真|真正|切实|始终|紧紧|深入|全面|充分|把|将|在|让|使|靠|从|对|以|用|当|做|抓|学)';

/** 是谁, 哪里, 是否, 还是: 无论 asks. */
const ASKED =
  /什么|谁|哪|何|几|多|怎|是否|能否|与否|有没有|是不是|还是|或|和|与|及|、|大小|轻重|高低|远近|贫富|老幼|好坏|早晚|寒暑|晴雨|成败|冬夏|男女|老少|长短|快慢|难易|有无|内外|上下|前后|昼夜|都好|也好|也罢/;

const DEGREE = /(?:很|非常|十分|特别|极其|极为|相当|这么|那么|如此)[^，。；]{1,8}$/;

/** So many clauses may belong to what 无论 leaves open. */
const LOOK_AHEAD = 8;

const MISMATCHES: readonly Mismatch[] = [
  {
    first: /(?:不仅(?!仅)|不但)/,
    second: /^而是/,
    unless: /不是|并非|并不|没有|没|未|不能|不在/,
    within: 2,
    right: { zh: '“不仅……而且……”或“不是……而是……”', en: '不仅…而且… or 不是…而是…' },
  },
  {
    first: /(?:不仅仅|不只|不光|不单单?)(?=是)/,
    second: /^而是/,
    unless: /(?<!不仅仅|不只|不光|不单|不单单)不是|并非|并不|没有|未/,
    mild: true,
    right: { zh: '“不仅……而且……”或“不是……而是……”', en: '不仅…而且… or 不是…而是…' },
  },
  {
    first: new RegExp(`^${SUBJECT}只有(?=${CONDITION})`),
    second: new RegExp(`^${SUBJECT}(?<![成造迁驾屈])就(?:能够?|会|可以?|一定|必然|必将)`),
    unless: /才|[一二两三四五六七八九十几\d]{1,3}[个名人次项种条位家天]$/,
    right: { zh: '“只有……才……”或“只要……就……”', en: '只有…才… or 只要…就…' },
  },
  {
    first: new RegExp(`^${SUBJECT}只要(?![求闻点务职事])`),
    second: new RegExp(
      `^${SUBJECT}(?<![刚方人天英口])才(?:会|可以|有可能|能够|能)(?![就得的和与])`,
    ),
    unless: /就|便|都|也/,
    right: { zh: '“只要……就……”或“只有……才……”', en: '只要…就… or 只有…才…' },
  },
  {
    first: new RegExp(`^${SUBJECT}(?:虽然|尽管)(?!如此)`),
    second: /^(?:所以|因此|因而)/,
    right: { zh: '“虽然……但是……”或“因为……所以……”', en: '虽然…但是… or 因为…所以…' },
  },
  {
    // 因为 may explain the sentence before.
    first: /^由于/,
    second: /^(?:但是?|然而|可是)(?!凡)/,
    atStart: true,
    right: { zh: '“由于……因此……”或“虽然……但是……”', en: '由于…因此… or 虽然…但是…' },
  },
  {
    first: /之所以/,
    second: /^(?:所以|因此|因而)/,
    right: { zh: '“之所以……是因为……”', en: '之所以…是因为…' },
  },
  {
    first: /^为了/,
    second: /^(?:所以|因而)/,
    right: { zh: '“为了……”后直接说做了什么，或用“因为……所以……”', en: '为了… alone, or 因为…所以…' },
  },
  {
    first: /^(?:无论|不管|不论)(?!如何|怎样|怎么|何)/,
    second: /^(?:但是?|然而|可是)(?!凡)/,
    right: { zh: '“无论……都……”或“虽然……但是……”', en: '无论…都… or 虽然…但是…' },
  },
  {
    first: /^[^：:]{0,4}?(?<!参)与其(?![他它余中间实说])/,
    second: /^(?:而是|而要|更要|也要|还要)/,
    right: { zh: '“与其……不如……”', en: '与其…不如…' },
  },
];

export default defineRule({
  id: 'conjunction-pair',
  topic: 'sentences',
  scope: 'paragraph',
  trigger: [
    ...['不仅', '不但', '不只', '不光', '不单', '只有', '只要', '虽然', '尽管', '由于', '因为'],
    ...['之所以', '为了', '无论', '不管', '不论', '与其', '不是'],
  ],
  severity: 'warning',
  title: { zh: '关联词搭配不当', en: 'Conjunctions that do not belong together' },
  explain: {
    zh: '关联词成对使用：“不仅……而且”“不是……而是”“只有……才”“只要……就”“虽然……但是”“因为……所以”“无论……都”。前后配错，意思就乱了。',
    en: 'Conjunctions come in pairs, such as 不仅…而且, 只有…才 and 虽然…但是. The wrong pair confuses what is meant.',
  },
  source: null,
  mechanical: false,
  check({ prose, kind, report }) {
    if (!holdsSentences(kind, prose)) return;
    const isQuoted = quotedIn(prose);
    for (const { clauses } of sentencesInClauses(prose)) {
      for (const at of clauses.keys()) {
        for (const find of FINDERS) {
          const found = find(clauses, at);
          if (found !== null && !isQuoted(found.span)) report(found);
        }
      }
    }
  },
});

/** What is wrong with the conjunctions from a clause on. */
type Finder = (clauses: readonly Clause[], at: number) => RawFinding | null;

function mismatched(
  { first, second, unless, within = 1, atStart, mild, right }: Mismatch,
  clauses: readonly Clause[],
  at: number,
): RawFinding | null {
  const clause = clauses[at]!;
  const opening = atStart && at > 0 ? null : first.exec(clause.text);
  if (opening === null) return null;
  const word = CONJUNCTION.exec(opening[0])![0];
  const start = clause.start + opening.index + opening[0].length - word.length;
  let between = clause.text.slice(opening.index + opening[0].length);
  for (const next of clauses.slice(at + 1, at + 1 + within)) {
    if (unless?.test(between)) return null;
    const answer = second.exec(next.text)?.[0];
    if (answer !== undefined) {
      const reply = ANSWER.exec(answer)![0];
      return {
        span: { start, end: next.start + answer.length },
        ...(mild && { severity: 'hint' as const }),
        message: {
          zh: `“${word}……${reply}……”不能搭配。一般用${right.zh}，请按意思选用。`,
          en: `${word}…${reply}… do not go together. Use ${right.en}, by what is meant.`,
        },
      };
    }
    between = next.text;
  }
  return null;
}

const CONJUNCTION =
  /(?:不仅仅|不仅|不但|不只|不光|不单单|不单|只有|只要|虽然|尽管|由于|因为|之所以|为了|无论|不管|不论|与其)$/;

const ANSWER = /(?:而是|就|才|所以|因此|因而|但是?|然而|可是|而要|更要|也要|还要)/;

/** 不是靠……，而且靠……: the same word in both shows that the two are set against each other. */
const notButAlso: Finder = (clauses, at) => {
  const { start, text } = clauses[at]!;
  const first = /(?<![要若就])不是(为了?|靠|因为|由于|凭)/.exec(text);
  const next = clauses[at + 1]?.text ?? '';
  const second = /^(?:而且|并且)[还更也]?是?/.exec(next)?.[0];
  if (first === null || second === undefined) return null;
  if (/如果|假如|是不是/.test(text) || !next.startsWith(first[1]!, second.length)) return null;
  return {
    span: { start: start + first.index, end: clauses[at + 1]!.start + second.length },
    message: {
      zh: '“不是……而且……”不能搭配。一般用“不是……而是……”或“不仅……而且……”，请按意思选用。',
      en: '不是…而且… do not go together. Use 不是…而是… or 不仅…而且…, by what is meant.',
    },
  };
};

const ANSWERS_FOR_ALL = /^[^：:]{0,12}?(?:都|也|总|仍|始终)/;

/** 不管天气很冷，……都……: nothing is left open. */
const withoutQuestion: Finder = (clauses, at) => {
  const { start, text } = clauses[at]!;
  const word = /^(?:无论|不管|不论)/.exec(text)?.[0];
  if (word === undefined || !DEGREE.test(text)) return null;
  const later = clauses.slice(at, at + LOOK_AHEAD);
  if (later.some((clause) => ASKED.test(clause.text.slice(0, 40)))) return null;
  if (!ANSWERS_FOR_ALL.test(clauses[at + 1]?.text ?? '')) return null;
  return {
    span: { start, end: start + text.length },
    message: {
      zh: `“${word}”后面要有“多么”“怎样”“是否”或“……还是……”一类的话；说的是一定的事，用“尽管……但是……”。请改正。`,
      en: `${word} leaves something open, such as 多么 or 还是. For a given fact use 尽管…但是….`,
    },
  };
};

/** 尽管多么困难，……都……. */
const thoughAsking: Finder = (clauses, at) => {
  const { start, text } = clauses[at]!;
  const found =
    /^尽管[^知道问懂清了解想说明考虑研究]{0,6}(?:多么|怎样|如何)(?=[\u4e00-\u9fff]{1,6}$)/.exec(
      text,
    )?.[0];
  if (found === undefined || !ANSWERS_FOR_ALL.test(clauses[at + 1]?.text ?? '')) return null;
  return {
    span: { start, end: start + found.length },
    message: {
      zh: '“尽管”后面说一定的事；后面是“多么”“怎样”“如何”，用“不管……都……”。请改正。',
      en: '尽管 states a fact. With 多么, 怎样 or 如何 use 不管…都….',
    },
  };
};

const FINDERS: readonly Finder[] = [
  ...MISMATCHES.map(
    (mismatch): Finder =>
      (...place) =>
        mismatched(mismatch, ...place),
  ),
  notButAlso,
  withoutQuestion,
  thoughAsking,
];

export const examples: RuleExamples = {
  bad: [
    { bad: '书香活动⟦不仅丰富了生活，而是⟧带动了阅读。' },
    { bad: '\uFEFF　𠮷县⟦只有坚持夜间开放，就能⟧方便上班族。\r\n' },
    { bad: '⟦只要把目录编好，读者才能⟧很快找到书。' },
    { bad: '⟦虽然人手紧张，所以⟧我们加班编目。' },
    { bad: '⟦由于时间紧，但⟧大家按期完成了搬迁。' },
    { bad: '办展⟦不是为了热闹，而且⟧为了让更多的人读书。' },
    { bad: '⟦不管天气很冷⟧，志愿者都按时到岗。' },
    { bad: '⟦尽管多么⟧辛苦，大家都没有怨言。' },
    { bad: '⟦无论任务繁重，但⟧大家毫不松懈。' },
    { bad: '⟦与其等读者上门，而要⟧主动送书下乡。' },
    { bad: '读者⟦之所以增多，因此⟧离不开夜场。⟦为了方便读者，所以⟧延长了开放时间。' },
  ],
  good: [
    '书香活动不仅丰富了生活，而且带动了阅读。',
    '这不是走过场，而是真检查。',
    '不仅不是走过场，而是真检查。',
    '不但没有减少，而是增加了。',
    '只有坚持夜间开放，才能方便上班族。',
    '只有三名馆员，就能管好两层阅览室。',
    '只有在晚上开放，才能方便上班族，就会有更多人来。',
    '只要把目录编好，读者就能很快找到书。',
    '只要肯钻研，才能就会增长。',
    '虽然人手紧张，但是我们加班编目，所以按期完成。',
    '由于时间紧，大家加班，但没有人叫苦。',
    '馆里很挤，因为读者多，但秩序井然。',
    '读者多是好事。因为读者多了，但服务跟上了，名声才好。',
    '这不是他的错，而且他已经尽力。',
    '不管天气多么冷，志愿者都按时到岗。',
    '无论是很小的书屋还是总馆，都按时开放。',
    '无论出身，走进图书馆都是读者。',
    '尽管很辛苦，大家都没有怨言。',
    '尽管不知道如何使用，大家也都试了一遍。',
    '无论如何，但求无过的想法要不得。',
    '参与其中，更要用心。',
    '与其等读者上门，不如主动送书下乡。',
  ],
};
