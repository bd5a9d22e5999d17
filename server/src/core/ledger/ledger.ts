/**
 * The figures of a document as data. A figure is listed only where it is plain what is counted: the
 * words right before it, or a verb before it and a noun after.
 */
import { rounded } from '../analysis/rounding.js';
import { Summary } from '../document/document.js';
import type { ParsedSummary, Section } from '../document/model.js';
import { paragraphProse } from '../document/paragraph-record.js';
import { HAN_DIGIT, HAN_NUMBER, parseHanNumber } from './han-number.js';
import type { LedgerEntry, Period, StatedGrowth } from './model.js';
import { type DocumentSubject, ownerOf, subjectOf } from './office.js';
import { namedPeriod, periodAt, yearOf } from './period.js';
import { baseOf, magnitudeOf, UNIT } from './units.js';

const FIGURE = new RegExp(
  `(?<vague>约|近|超过?|逾|不少于|不足|至少|将近)?(?<!\\d|\\d,)(?<number>\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d+)?|\\d{1,12}(?:\\.\\d{1,6})?|(?<!${HAN_DIGIT})${HAN_NUMBER})(?<more>多|余)?(?<magnitude>万亿|百万|千万|[百千万亿])?(?<moreAfter>多|余)?(?<unit>${UNIT})(?![\\d—–～~第]|${HAN_NUMBER}(?:多|余)?(?:${UNIT}))`,
  'g',
);
/** Characters before a number that make it part of something else: a longer number, a date, a range, a name. */
const NOT_BEFORE_DIGITS = /[\dA-Za-z.．+×xX*/\\_#@=~·:：%％—–～~第-]$/;

/** Where the words begin that a figure belongs to. */
const CLAUSE_START = /[，。；：、！？,;:!?\s\u3000\0（）()“”"《》【】\d]/;

/** The same before a number in Han digits, which these make no count, or no exact one. */
const NOT_BEFORE_HAN_DIGITS = /[\d第几数上成好初点之半—–～~至到-]$/;
/** What is no count in Han digits, though it ends like one: all around the clock, on all sides, in a plan's time. */
const NO_COUNT = /^(?:二十四小时|三百六十度|[零〇一二两三四五六七八九十百千万亿]+期间)/;
/** A number in Han digits with what is counted: what follows in the clause is a part of that, or the range's other end. */
const COUNTED_BEFORE = new RegExp(`${HAN_DIGIT}{2}(?:多|余)?(?:${UNIT}|[至到])`);
const HAS_NUMBER = new RegExp(`[\\d０-９]|${HAN_DIGIT}{2}`);

/** Words that may stand before what is counted and are no part of its name. */
const LEAD_WORDS =
  /^(?:全年|上半年|下半年|第?[一二三四]季度|去年同期|上年同期|同期|去年|上年|计划|力争|预计|争取|确保|拟|本[年月季周]度?|今年|当[年月季]|目前|现?有(?=[\u3400-\u9fff\ud840-\ud8bf\udc00-\udfff]{2})|现|截至目前|先后|已经?|并|还|又|也|则|再|及|和|与|一共|合计|总计|共计|累计|共|均|其间|期间|年内|我[局委办市县区镇乡院校省馆所站处科]|[本该]|全(?=[局校院馆系统]))/;
/** Light verbs say only that something was done: 开展培训 and 培训 are one indicator. */
const LIGHT_VERBS =
  /^(?:组织开展|组织举办|组织召开|开展|组织|举办|举行|实现|进行|开办)(?=[\u3400-\u9fff\ud840-\ud8bf\udc00-\udfff]{2})/;
const LINK_TO_NUMBER =
  /(?:已?达到?了?|达成|为|是|有|共有|共计|合计|累计|总计|共|完成|增[长加]到|增至|提[高升]到|提[高升]至|上升到|上升至|下降到|降至|降到|扩大到|了)$/;

/** With these at its head or in it, the figure is a change, a share, a rank or a part. */
const NO_INDICATOR =
  /^(?:其中|同比|环比|比|较|占|增[长加]?|下降|减少|提[高升]|降低|上升|回落|压减|缩短|净增|高于|低于|多于|少于|由|从|每|平均|人均|年均|分别|排|位[列居]|名列|前|第|约|近|超|仅|只|另|其余|其他|不|未|无|各|以|按|对|向|在|给|为|被|把|将)|分别|每|不[足到低少超]|最[高低多少]|[前第]$|其中|平均$|以上$|以下$|左右$|等$|[了是]|来自/;

/** Words that alone do not say what was counted. */
const UNSPECIFIC =
  /^(?:完成|解决|实施|新建|新增|达到|实现|组织|开展|举办|投入|安排|建成|推进|落实|整改|建立|形成|制定|制作|发放|发布|召开|参加|参与|涉及|覆盖|惠及|办理|办结|取得|获得|荣获|总数|数量|合计|总计|累计|共有|设立|收到|受理|查处|排查|发现|提出|出台|承担|引进|签约|开工|竣工|入选|打造|创建|培育|服务|处理|调整|争取|下达|拨付|支出|收入|面积|总额|金额|人数|占地|总投资|投资|规模)$/;

/** Words that make a figure a target and no result. */
const PLAN =
  /(?<![按超原策规])计划(?![内任外生])|力争|预计|目标(?:[是为：])|(?:争取|确保)(?=达到|完成|实现|年)|拟(?![定订])|(?<![主重概纲摘纪紧首需想])要(?![求素点闻件])|(?<!即)将|打算|预期|不低于/;
const PLAN_HEADING =
  /下一步|下步|打算|计划|安排|思路|明年|来年|今后|努力方向|后续|下半年|下季度|下[周月]|展望|目标任务|主要目标|建议|部署|重点任务|总体要求|预期目标|任务|要求/;

/** With these after the unit, what is counted stands before the number. */
const END_OF_FIGURE = /^(?:[，。；、！？,;）)]|\s|$|同比|比上年|比去年|较上年|较去年|（|\()/;
/** A noun after the unit that ends there: 12期培训班. */
const NOUN_AFTER_UNIT =
  /^([\u3400-\u9fff\ud840-\ud8bf\udc00-\udfff]{2,10}?)(?=[，。；、！？,;]|$|同比|比上年|比去年)/;
/** Verbs that a noun after the unit belongs to. */
const VERB_BEFORE_NUMBER =
  /(?:开展|组织|举办|举行|召开|完成|实施|新建|新增|建成|发放|办理|办结|受理|查处|排查|培训|接待|引进|培育|制定|出台|整改|化解|调处|帮扶|慰问|救助|走访|种植|改造|修建|维修|创建|征集|报送|编发|印发|发布|审理|审结|检查|解决|处理|招聘|选派|发展|开设|建设|组建|成立|承办|协办)$/;

const GROWTH =
  /^[，,（(]?(?:同比|比上年同期|比去年同期|比上年|比去年|较上年同期|较去年同期|较上年|较去年)(?:(?<up>增长|增加|上升|提高|提升|增)|下降|减少|降低|回落|降)了?(?<percent>\d{1,4}(?:\.\d{1,3})?)[%％]/;

/** How much of a sentence before a figure may say that it is a target. UTF-16 units. */
const PLAN_LENGTH_BEFORE = 120;

/** How much of a paragraph before a figure is read. UTF-16 units. */
const LENGTH_BEFORE = 300;

/** How much of a paragraph after a figure is read. UTF-16 units. */
const LENGTH_AFTER = 40;

interface FigureContext {
  readonly subject: DocumentSubject;
  readonly period: Period | null;
  readonly isPlan: boolean;
}

/**
 * The figures of a document in order.
 * Spans are UTF-16 offsets in its text. Never throws.
 * @param name Of its file, from which office and period are taken where the title names none.
 */
export function ledgerOf(parsed: ParsedSummary, name: string): LedgerEntry[] {
  const summary = Summary.of(parsed);
  const subject = subjectOf(summary, name);
  const isPlan = /计划|要点|打算|方案/.test(
    summary.title === null ? name : summary.text.slice(summary.title.start, summary.title.end),
  );
  const documentContext: FigureContext = { subject, period: subject.period, isPlan };
  const headings = headingsOf(summary.sections, documentContext);
  const entries: LedgerEntry[] = [];
  let next = 0;
  let context = documentContext;
  for (const [index, record] of summary.structure.paragraphs.entries()) {
    const line = summary.structure.paragraphLines[index]!;
    while (next < headings.length && headings[next]!.line <= line)
      context = headings[next++]!.context;
    if (record.kind !== 'body' && record.kind !== 'run-in' && record.kind !== 'item') continue;
    const prose = paragraphProse(record);
    if (!HAS_NUMBER.test(prose)) continue;
    const start = summary.paragraphStart(index);
    for (const entry of entriesIn(prose, context)) {
      const at = start + entry.span.start;
      entries.push({
        ...entry,
        span: { start: at, end: start + entry.span.end },
        growth: entry.growth && {
          ...entry.growth,
          span: { start: start + entry.growth.span.start, end: start + entry.growth.span.end },
        },
        line: summary.lineAt(at),
      });
    }
  }
  return entries;
}

/** The lines of headings, 0-based, in order, with the context that each sets for what follows it. */
function headingsOf(
  sections: readonly Section[],
  outer: FigureContext,
): { line: number; context: FigureContext }[] {
  return sections.flatMap((section) => {
    const { title, line, children } = section;
    const named = namedPeriod(title);
    const isOpenEnded =
      named === null && /\d{4}年|[一二三四五六七八九十]五[”"]?时期|过去|[年五]来/.test(title);
    const { subject } = outer;
    const isLastYear =
      /^(?:去年|上年|过去一年|一年来)/.test(title) &&
      subject.year !== null &&
      outer.period === null;
    const period =
      named ??
      (isLastYear ? namedPeriod(`${subject.year! - 1}年`) : isOpenEnded ? null : outer.period);
    const context: FigureContext = {
      subject,
      period,
      isPlan: outer.isPlan || PLAN_HEADING.test(title),
    };
    return [{ line, context }, ...headingsOf(children, context)];
  });
}

const WIDE = /[０-９．％，]/g;
/** Full-width digits, points and per cent signs as half-width ones, so that offsets stay the same. */
function withHalfWidthDigits(prose: string): string {
  return prose.replace(WIDE, (char) =>
    char === '，'
      ? char
      : char === '．'
        ? '.'
        : char === '％'
          ? '%'
          : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
}

function entriesIn(typed: string, context: FigureContext): Omit<LedgerEntry, 'line'>[] {
  const prose = withHalfWidthDigits(typed);
  const entries: Omit<LedgerEntry, 'line'>[] = [];
  for (const match of prose.matchAll(FIGURE)) {
    const {
      vague,
      number,
      more,
      moreAfter,
      magnitude = '',
      unit,
    } = match.groups as Record<string, string | undefined>;
    const at = match.index;
    const end = at + match[0].length;
    const han = /^\d/.test(number!) ? null : parseHanNumber(number!);
    if (han === null && !/^\d/.test(number!)) continue;
    const joined = han === null ? NOT_BEFORE_DIGITS : NOT_BEFORE_HAN_DIGITS;
    if (vague === undefined && joined.test(prose.slice(Math.max(0, at - 1), at))) continue;
    if (han !== null && NO_COUNT.test(prose.slice(at + (vague ?? '').length, end + 1))) continue;
    const after = prose.slice(end, end + LENGTH_AFTER);
    const sentenceStart = startOfPart(prose, /[。！？；;\n]/, at);
    const before = prose.slice(sentenceStart, at);
    const counted = whatIsCounted(before, after);
    if (counted === null) continue;
    const { base, factor } = baseOf(unit!);
    const plain = number!.replaceAll(',', '');
    const scale = magnitudeOf(magnitude) * factor;
    const range =
      han === null
        ? rounded(plain, /[万亿]/.test(magnitude) ? magnitude : unit!)
        : { value: han.value, least: han.value - han.error, most: han.value + han.error };
    const earlier = prose.slice(Math.max(0, sentenceStart - LENGTH_BEFORE), sentenceStart);
    const period = periodAt(before, context.period, context.subject.year, earlier);
    const office = counted.office || context.subject.office;
    entries.push({
      indicator: counted.indicator,
      number: plain + magnitude,
      unit: unit!,
      value: withoutFloatError(range.value * scale),
      least: withoutFloatError(range.least * scale),
      most: withoutFloatError(range.most * scale),
      base,
      isVague:
        vague !== undefined ||
        more !== undefined ||
        moreAfter !== undefined ||
        /^(?:以上|左右|以下|以内|多|余)/.test(after),
      isPlan:
        context.isPlan ||
        PLAN.test(`${unfinishedSentence(earlier)}${before}`.slice(-PLAN_LENGTH_BEFORE)) ||
        (context.subject.speechYear !== null &&
          period !== null &&
          yearOf(period) >= context.subject.speechYear),
      period,
      office,
      owner: ownerOf(office, context.subject.office),
      growth: growthAfter(after, end),
      span: {
        start: sentenceStart + counted.start,
        end: counted.end === 0 ? end : end + counted.end,
      },
    });
  }
  return entries;
}

/** The end of a text after its last full stop; unlike figures, a target holds beyond a semicolon. */
const unfinishedSentence = (earlier: string) => earlier.slice(startOfPart(earlier, /[。！？\n]/));

/** Takes away floating-point error: 1.1 × 3 is 3.3. */
const withoutFloatError = (value: number) => Number(value.toPrecision(15));

/** Where the last part of a text begins, not further back than {@link LENGTH_BEFORE}. */
function startOfPart(text: string, end: RegExp, at = text.length): number {
  const least = Math.max(0, at - LENGTH_BEFORE);
  for (let i = at - 1; i >= least; i--) if (end.test(text[i]!)) return i + 1;
  return least;
}

function growthAfter(after: string, at: number): StatedGrowth | null {
  const found = GROWTH.exec(after);
  if (found === null) return null;
  const { up, percent } = found.groups!;
  const start = at + found[0].length - percent!.length - 1;
  return {
    percent: up === undefined ? -Number(percent) : Number(percent),
    text: percent!,
    span: { start, end: start + percent!.length + 1 },
  };
}

interface Counted {
  readonly indicator: string;
  readonly office: string;
  /** UTF-16 offsets of what is counted: its start in the words before the number, its end after the unit. */
  readonly start: number;
  readonly end: number;
}

function whatIsCounted(before: string, after: string): Counted | null {
  let start = before.length;
  while (start > 0 && !CLAUSE_START.test(before[start - 1]!)) start--;
  // After a bracket or a quotation mark it is a part of something; after a digit, of a time at best.
  const isTime = /\d$/.test(before.slice(0, start)) && /^(?:年度?|月份?)/.test(before.slice(start));
  if (isTime) start += /^(?:年度?|月份?)/.exec(before.slice(start))![0].length;
  else if (/[（(“"《【\d%]$/.test(before.slice(0, start))) return null;
  const typed = before.slice(start);
  if (COUNTED_BEFORE.test(typed)) return null;
  const noun = END_OF_FIGURE.test(after) ? null : NOUN_AFTER_UNIT.exec(after)?.[1];
  if (noun === undefined) return null;
  const { words, office, offset } = withoutLeadWords(typed);
  const plain = words.replace(LINK_TO_NUMBER, '');
  if (noun !== null) {
    if (!VERB_BEFORE_NUMBER.test(plain) || plain.length > 6 || /^[的以左多余]|的$/.test(noun))
      return null;
    return countedFrom(plain + noun, office, start + offset, noun.length);
  }
  return countedFrom(plain, office, start + offset, 0);
}

function countedFrom(words: string, office: string, start: number, end: number): Counted | null {
  const indicator = words.replace(LIGHT_VERBS, '');
  if (!/^[\u3400-\u9fff\ud840-\ud8bf\udc00-\udfff]{2,14}$/.test(indicator)) return null;
  if (NO_INDICATOR.test(words) || NO_INDICATOR.test(indicator) || UNSPECIFIC.test(indicator))
    return null;
  return { indicator, office, start, end };
}

const AREA = /^全([省市县区镇乡村国])/;
const ORGAN = new RegExp(
  `^([\\u3400-\\u9fff\\ud840-\\ud8bf\\udc00-\\udfff]{1,12}?(?:局|馆|站|所|委员会|办公室|(?<!城|乡)镇|(?<!城)乡|街道|(?<!农|乡|全)村|社区|中心|小学|中学|医院|公司|支部))(?=${[
    ...[
      '共',
      '累计',
      '全年',
      '上半年',
      '先后',
      '开展',
      '举办',
      '组织',
      '完成',
      '培训',
      '实现',
      '新增',
    ],
    ...[
      '接待',
      '发放',
      '办理',
      '受理',
      '处理',
      '建成',
      '召开',
      '投入',
      '走访',
      '征集',
      '检查',
      '整改',
    ],
    ...[
      '改造',
      '修缮',
      '编印',
      '编写',
      '家访',
      '送',
      '慰问',
      '救助',
      '查处',
      '排查',
      '制作',
      '种植',
    ],
    ...[
      '收集',
      '整理',
      '报送',
      '调解',
      '化解',
      '帮扶',
      '服务',
      '引进',
      '签约',
      '评选',
      '表彰',
      '招聘',
    ],
    ...[
      '新建',
      '争取',
      '筹集',
      '捐赠',
      '募集',
      '审核',
      '审批',
      '登记',
      '核查',
      '巡查',
      '宣传',
      '印发',
    ],
  ].join('|')})`,
);

/** The words without those that only introduce them, and the area or office that these name. */
function withoutLeadWords(typed: string): { words: string; office: string; offset: number } {
  let words = typed;
  let office = '';
  for (;;) {
    const area = AREA.exec(words);
    const organ = area === null ? ORGAN.exec(words) : null;
    const lead = area ?? organ ?? LEAD_WORDS.exec(words);
    if (lead === null || lead[0].length >= words.length) break;
    if (area !== null) office = area[0];
    else if (organ !== null) office = organ[1]!;
    words = words.slice(lead[0].length);
  }
  return { words, office, offset: typed.length - words.length };
}
