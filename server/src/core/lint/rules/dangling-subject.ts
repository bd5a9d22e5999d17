import {
  type Clause,
  holdsSentences,
  quotedIn,
  sentencesInClauses,
} from '../../analysis/clauses.js';
import type { Span } from '../../base/text.js';
import { changeTo, defineRule, quote, type RawFinding, type RuleExamples } from '../rule.js';

/** A time or a link before the preposition, which is no subject either: 今年以来, 同时, 学习期间. */
const LEAD_IN =
  /^(?:同时|此外|另外|因此|所以|但是?|而且|并且|首先|其次|最后|总之|当前|目前|近年来|长期以来|[今去本]年(?:以来)?|(?:这|近|半|[一二两三四五几多\d]{1,2}个?)多?[年月]多?来|[上下]半年|[自在]?[^我你他本全各局厂司校院所站队部]{1,10}(?:以来|期间))$/;

/** An institution after 我: 我馆. */
const INSTITUTION =
  '国|省|市|县|区|镇|乡|村|校|院|局|厂|司|馆|所|站|行|队|部|方|党|军|厅|处|科|室|单位|公司|中心';

/** 使用 and 使命 are other words; in 使其 someone was named before. */
const MAKE = '使得?(?!用|命|馆|者|节|徒|劲|唤|臣|团|其)';

/** 让步 is another word; 让我们一起 calls upon the reader. */
const LET =
  '让(?!步|利|渡|位|路|座|贤|出|于|与|给|我们(?:一起|一同|共同|携手|齐心|再|以|为|用|把|继续|努力|团结|创造|迎接|不忘|牢记|更加紧密|紧密|满怀|坚定|拿出))';

const CAUSATIVE = `(?:${MAKE}|促使|致使|${LET})`;

/** What was caused, not who: 造成的损失, 引起重视 are no such thing. */
const RESULT = '(?:导致|造成|(?:引发|引起)(?!注意|重视|关注|共鸣|反响))(?!的)';

const LINK = '(?:从而|进而|而|也|还|都|才|更|均|就|会|最终|真正|切实|进一步)?';

/** The writer, who would be the subject, is made an object. 让我代表大家 asks for leave instead. */
const MAKE_WRITER = `(?:使得?(?=我(?!${INSTITUTION}))|让(?=我(?:们)?(?:深|更|真|切|感|认识|明白|懂|学|体会|了解|看到|意识|成长|受|收获|掌握|对|在|的|有|觉得|知道|积累|提高|得到|锻炼|快速|迅速|逐|充分|不断|能够|获|熟悉|变得|清楚|养成|树立|坚定|增强|开阔)))`;

/** The writer in person, who cannot be the one that makes it so as well; 我们的社会 is something else. */
const TO_WRITER = `(?=我(?!${INSTITUTION}|们的)|自己|自身)`;

/** 培养了我的……: by whom is not said. */
const SHAPED_WRITER = `(?:培养|锻炼|提高|增强|提升|丰富|开阔|磨[炼练]|坚定|加深|增长|激发)了(?=我(?!${INSTITUTION}))`;

/** What is done and takes effect, at the end of what a preposition is about: 这次学习, 大家的努力. */
const DOING =
  '(?:学习|培训|教育|活动|努力|实践|锻炼|宣传|宣讲|改革|检查|整改|整治|治理|指导|帮助|帮扶|交流|讨论|研讨|座谈|演练|实习|调研|走访|参观|讲解|讲座|工作|会议|课程|措施|方式|方法|形式|建设|改造|调整|磨合|考察|比赛|竞赛|经历|事件|事)';

/** What others do for someone: 在大家的帮助下. */
const SUPPORT =
  '(?:领导|帮助|指导|支持|努力|关心|鼓励|影响|推动|配合|带领|引导|协助|教育|培养|感染|启发|关怀|照顾|帮带|督促)下';

const PLACE = '(?:过程|期间|之后|[中里上时后])';

/** 因 as a preposition, unlike 因此 and 因地制宜. */
const FOR = '因(?!此|而|公|为|素|果|应|特网|人而|地制|材施|时制|势利|小失)';

/** Two clauses, with no subject at the head of either. */
interface Pair {
  readonly first: RegExp;
  readonly second: RegExp;
  /** The two may give the reason for what follows them. */
  readonly ofReason?: true;
  readonly mild?: true;
}

const PAIRS: readonly Pair[] = [
  { first: /^随着/, second: new RegExp(`^${LINK}${CAUSATIVE}`) },
  { first: /^(?:通过|经过)/, second: new RegExp(`^${LINK}${CAUSATIVE}${TO_WRITER}`) },
  // Where others are made to do it, the writer may be meant as the one who does: edited texts have it too.
  { first: /^(?:通过|经过)/, second: new RegExp(`^${LINK}${CAUSATIVE}`), mild: true },
  {
    first: new RegExp(`^(?:由于|因为|${FOR})`),
    second: new RegExp(`^${LINK}(?:${CAUSATIVE}|${RESULT})`),
    ofReason: true,
  },
  { first: new RegExp(`^在.*${SUPPORT}$`), second: new RegExp(`^${LINK}${CAUSATIVE}`) },
  {
    first: new RegExp(`^在.*${PLACE}$`),
    second: new RegExp(`^${LINK}(?:${MAKE_WRITER}|${SHAPED_WRITER})`),
  },
  { first: new RegExp(`^在.*${PLACE}$`), second: new RegExp(`^${LINK}${MAKE}`), mild: true },
];

interface Single {
  readonly pattern: RegExp;
  /** It may give the reason for what follows. */
  readonly ofReason?: true;
  readonly mild?: true;
}

/** One clause, in which the words before the verb show that none of them is its subject. */
const SINGLES: readonly Single[] = [
  { pattern: new RegExp(`^(?:通过|经过)[^：:]{0,24}?${DOING}${LINK}${CAUSATIVE}${TO_WRITER}`) },
  { pattern: new RegExp(`^(?:通过|经过)[^：:]{0,24}?${DOING}${LINK}${CAUSATIVE}`), mild: true },
  {
    pattern: new RegExp(
      `^(?:(?:由于|因为)[^：:]{2,30}?(?:(?:而|从而)?${RESULT}|(?<=原因|努力|影响|因素)${CAUSATIVE})|${FOR}[^：:]{2,30}?而${RESULT})`,
    ),
    ofReason: true,
  },
  { pattern: new RegExp(`^在[^：:]{2,40}?${SUPPORT}${LINK}${CAUSATIVE}`) },
  { pattern: new RegExp(`^在[^：:]{2,40}?${PLACE}${LINK}(?:${MAKE_WRITER}|${SHAPED_WRITER})`) },
];

/** 由于……，造成……，我馆……: what the first two are the reason for. */
const MAIN_CLAUSE =
  /^(?:因此|所以|因而|为此|于是|故|我|本|各|全|公司|单位|有关|相关|必须|需要?|应|要|只[能好]|不得不)/;

/** 通过培训我们掌握了方法，使……: the first clause says who, and the second goes on from it. */
const HAS_PREDICATE = /了(?!解)|已经?|能够|可以|得以|得到|有所|明显|显著/;

/** All of it is the subject of this: 通过培训，使职工成才，是企业的责任. */
const PREDICATE_OF_ALL =
  /^(?:这|也|就|才|正|都|不仅|既|更)?(?:是|成为|有利于|有助于|至关重要|很|十分|非常)/;

const KNOWING = /认识|明白|懂|体会|感受|感到|知道|了解|意识|看到|深知|相信|觉得|坚信|领悟|发现/;

/** What follows the verb makes a subject, or a term, of all that stands before. */
function isPartOfMore(rest: string, next: Clause | undefined): boolean {
  if (next !== undefined && PREDICATE_OF_ALL.test(next.text)) return true;
  if (/的(?:情况|问题|现象|事件|事故|情形|原因|做法|办法|目的|方式)?$/.test(rest)) return true;
  const is = rest.search(/是(?!否|非)/);
  return is >= 0 && !KNOWING.test(rest.slice(0, is));
}

interface Lost {
  readonly span: Span;
  /** The link and the verb. */
  readonly verb: Span;
  readonly mild: boolean;
  /** Taken out of one clause, they leave a comma. */
  readonly instead: string;
}

function lostIn(clauses: readonly Clause[]): Lost | null {
  for (let at = 0; at < Math.min(clauses.length, 3); at++) {
    const lost = inOne(clauses, at) ?? inTwo(clauses, at);
    if (lost !== null || !LEAD_IN.test(clauses[at]!.text)) return lost;
  }
  return null;
}

const VERB = new RegExp(`${LINK}(?:使得?|让|促使|致使|${RESULT}|.{2}了)$`);

function inOne(clauses: readonly Clause[], at: number): Lost | null {
  const { start, text } = clauses[at]!;
  for (const { pattern, ofReason, mild = false } of SINGLES) {
    const found = pattern.exec(text)?.[0];
    if (found === undefined || HAS_PREDICATE.test(found.replace(/了$/, ''))) continue;
    // 由于暴雨造成停电，……: the reason for what follows.
    if (ofReason && at < clauses.length - 1) continue;
    if (isPartOfMore(text.slice(found.length), clauses[at + 1])) continue;
    const verb = VERB.exec(found)!.index;
    const end = start + found.length;
    return { span: { start, end }, verb: { start: start + verb, end }, mild, instead: '，' };
  }
  return null;
}

function inTwo(clauses: readonly Clause[], at: number): Lost | null {
  const { start, text } = clauses[at]!;
  for (const { first, second, ofReason, mild = false } of PAIRS) {
    if (!first.test(text) || (!ofReason && HAS_PREDICATE.test(text))) continue;
    let to = at + 1;
    while (/^(?:通过|经过|由于|随着|以及|加上|加之)/.test(clauses[to]?.text ?? '')) to++;
    const clause = clauses[to];
    const found = clause && second.exec(clause.text)?.[0];
    if (found === undefined) continue;
    const next = clauses[to + 1];
    if (ofReason && next !== undefined && MAIN_CLAUSE.test(next.text)) continue;
    // With 从而 it is a clause, and no name of a problem.
    const isLinked = /^(?:从而|进而)/.test(found);
    if (!isLinked && isPartOfMore(clause!.text.slice(found.length), next)) continue;
    const end = clause!.start + found.length;
    return { span: { start, end }, verb: { start: clause!.start, end }, mild, instead: '' };
  }
  return null;
}

export default defineRule({
  id: 'dangling-subject',
  topic: 'sentences',
  scope: 'paragraph',
  trigger: '使让导造引我',
  severity: 'warning',
  title: { zh: '句子缺主语', en: 'Sentence without its subject' },
  explain: {
    zh: '“通过……，使……”“在……下，使……”“由于……，导致……”把主语变成了介词的宾语，句子就没有主语了。前一个词和“使”“让”“导致”只留一个。写作者自己就是主语、上文已经说明的，只作提示。',
    en: 'In 通过…，使… or 由于…，导致… what should be the subject is the object of a preposition. Keep one of the two. Where the writer may be meant it is pointed out only.',
  },
  source: null,
  mechanical: false,
  check({ prose, kind, report }) {
    if (!holdsSentences(kind, prose)) return;
    const isQuoted = quotedIn(prose);
    for (const { clauses, goesOn } of sentencesInClauses(prose)) {
      const lost = lostIn(clauses);
      if (lost === null || isQuoted(lost.span)) continue;
      // After a semicolon the subject may have been named before it.
      const isMild = lost.mild || goesOn;
      const found = reportOf(prose, lost, isMild);
      report(isMild ? { ...found, severity: 'hint' } : found);
    }
  },
});

function reportOf(prose: string, { span, verb, instead }: Lost, isMild: boolean): RawFinding {
  const first = /^(?:通过|经过|随着|由于|因为|因|在)/.exec(prose.slice(span.start))![0];
  const last = prose.slice(verb.start, verb.end);
  if (last.endsWith('了')) {
    return {
      span,
      message: {
        zh: `“在……”是状语，“${last}”前面没有主语，看不出是谁、是什么${last}。请补上主语，或改为“在……，我……”。`,
        en: `在… is no subject, and ${last} has none. Say who or what did it, or begin 在…，我….`,
      },
    };
  }
  const causative = /使得?|让|促使|致使/.exec(last)?.[0];
  return {
    span,
    message: {
      zh: `“${first}……”和“${causative ?? last}……”连用，整句没有主语。请去掉“${first}”或“${last}”${isMild ? '；上文已经说明是谁的，可不改' : ''}。`,
      en: `With both ${first} and ${causative ?? last} the sentence has no subject. Drop one of them${isMild ? ', unless who it is was said before' : ''}.`,
    },
    ...(causative !== undefined && {
      fixes: [{ ...changeTo(instead, verb, false), title: WITHOUT(last) }],
    }),
  };
}

const WITHOUT = (words: string) => ({
  zh: `去掉${quote(words)}`,
  en: `Drop ${quote(words)}`,
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '⟦通过集中学习，使⟧我的业务水平明显提高。',
      fixed: '通过集中学习，我的业务水平明显提高。',
    },
    {
      bad: '\uFEFF　⟦经过𠮷县半年锻炼，使得⟧自己更加成熟。\r\n',
      fixed: '\uFEFF　经过𠮷县半年锻炼，自己更加成熟。\r\n',
    },
    {
      bad: '⟦在馆长的指导下，使⟧新馆员很快熟悉了业务。',
      fixed: '在馆长的指导下，新馆员很快熟悉了业务。',
    },
    {
      bad: '⟦通过这次培训让⟧我开阔了眼界。⟦在编目工作中，让⟧我学到了不少本领。',
      fixed: '通过这次培训，我开阔了眼界。在编目工作中，我学到了不少本领。',
    },
    {
      bad: '今年以来，⟦随着夜场的开放，使⟧到馆人数持续上升。',
      fixed: '今年以来，随着夜场的开放，到馆人数持续上升。',
    },
    { bad: '⟦由于书库长期潮湿，导致⟧部分旧报纸发霉。' },
    { bad: '⟦因人手不足，从而造成⟧编目落后的问题。⟦由于登记不清造成⟧两册图书遗失。' },
    { bad: '⟦因书架老化而造成⟧图书散落。' },
    { bad: '⟦在整理馆藏的过程中培养了⟧我的耐心。' },
  ],
  good: [
    '通过集中学习，职工业务水平明显提高。',
    '集中学习使职工水平提高。',
    '我们通过学习，使大家受益。',
    '通过集中学习，不断提高，促使',
    '通过加强管理，努力使开放时间得到保证。',
    '通过培训，使馆员人人成才，是办馆的长久之计。',
    '通过培训馆员掌握了新系统，使借还时间缩短一半。',
    '通过走访使用单位，我们改进了目录。',
    '在新的一年里，让我们携手前行。',
    '在这里，让我代表全馆感谢各位读者。',
    '在全馆职工的努力下，借阅量创了新高。',
    '在总馆的领导下，使命在肩，不敢懈怠。',
    '由于连日暴雨造成道路积水，我馆提前闭馆。',
    '由于书库潮湿，造成报纸发霉，我馆添置了除湿机。',
    '因搬迁需要，引起重视的几项工作已经完成。',
    '由于人手不足，造成编目落后的问题。',
    '因保管不善造成图书遗失的，照价赔偿。',
    '分馆因停电造成的损失已经核实。',
    '我局自成立以来，通过改革，使效率提高。',
    '在工作中增强了自己的信心。',
    '在阅览室里老师培养了我的兴趣。',
    '讲座“通过阅读，使人充实”很受欢迎。',
  ],
};
