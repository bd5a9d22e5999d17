import { CountedLists } from '../../analysis/counted-list.js';
import { insideAny, quotedSpans } from '../../analysis/quotes.js';
import { parseHanNumeral } from '../../base/numerals.js';
import type { Severity } from '../../base/severity.js';
import type { Span } from '../../base/text.js';
import { defineRule, type RuleExamples } from '../rule.js';

const NUMBER = '(?:[一二两三四五六七八九十]{1,3}|\\d{1,2})';
const MEASURE = '(?:个方面|方面|个|项|条|点|大|类|件|种|步|招)';
/** 第三个方面 and 十几个方面 give no number of items; neither does 2.5项. */
const EXACT =
  '(?<![第每前后这那各其另几近约超逾余数百千万亿零〇一二两三四五六七八九十\\d.．点多上])';
const REST = '[^，。；：、！？\\s“”《》（）()]';

// Each pattern begins with what is rare, and looks back from there for the count and what follows it.

/** 以下三个方面：; the words themselves announce the list. 3岁以下 and 县以下 do not. */
const ANNOUNCED = new RegExp(
  `(?:以下|下列|如下|下面)(?<![岁元万人级处科倍%％米吨位日年月次天周代县区厅局亩层度分名户件\\d]..)(?:的|这)?(${NUMBER}${MEASURE})(${REST}{0,14})(?:[：。]|[ \\u3000]*$)`,
  'gm',
);
/** 三点建议如下： */
const AS_FOLLOWS = new RegExp(
  `如下[：。](?<=${EXACT}(${NUMBER}(?:个方面|方面|点|条))(${REST}{0,10})如下[：。])`,
  'g',
);
/** 四件事：一是… Here only the list after it tells that these are its items. How it may end is asked first: most places are over with that. */
const PLAIN = new RegExp(
  `[：。](?<=[面事点作务题施节求议键法会因足标则].)(?<=${EXACT}(${NUMBER}(?:(?:个方面|方面|件事|点)|(?:个|项|条|大)(?:重点|主要|具体|关键)?(?:工作|任务|措施|举措|环节|问题|要求|建议|重点|关键|做法|体会|特点|原因|不足|目标|原则)))((?:重点|主要)?(?:工作|问题|措施)?)[：。])`,
  'g',
);

const ANY_COUNT = new RegExp(NUMBER + MEASURE);

/** Sections that may follow a list without being of it. */
const OTHER_SECTION = /问题|不足|短板|打算|计划|体会|建议|下一?步|今后|保障|思路|方向|要求|附/;

interface Statement {
  readonly number: number;
  readonly certain: boolean;
  /** How far after the count the list must begin. UTF-16 units. */
  readonly after: number;
}

function findStatements(prose: string): (Statement & { readonly span: Span })[] {
  const found = new Map<number, Statement & { readonly span: Span }>();
  for (const [pattern, sure] of [
    [ANNOUNCED, /^/],
    [AS_FOLLOWS, /^/],
    [PLAIN, /方面|件事|点$/],
  ] as const) {
    for (const { index, 0: text, 1: count, 2: rest } of prose.matchAll(pattern)) {
      // Where the pattern looks back, the count stands before the match.
      const start =
        pattern === ANNOUNCED ? index + text.indexOf(count!) : index - rest!.length - count!.length;
      const number = numberIn(count!);
      if (number === null || number < 2) continue;
      // 三个方面的五项工作 gives two numbers, and the list may be of either.
      const clause = pattern === ANNOUNCED ? '' : clauseBefore(prose, start);
      if (ANY_COUNT.test(clause) || ANY_COUNT.test(rest!)) continue;
      if (found.has(start)) continue;
      const span = { start, end: start + count!.length };
      const after = index + text.length - span.end;
      found.set(start, { span, number, certain: sure.test(count!), after });
    }
  }
  return [...found.values()];
}

function clauseBefore(prose: string, index: number): string {
  return /[^，。；：\s]*$/.exec(prose.slice(Math.max(0, index - 40), index))![0];
}

function numberIn(count: string): number | null {
  const digits = /^\d+/.exec(count);
  if (digits !== null) return Number(digits[0]);
  const han = /^[一二两三四五六七八九十]+/.exec(count)![0];
  return parseHanNumeral(han === '两' ? '二' : han);
}

/** True when the sections beyond the stated number are others: three works, then 存在问题. */
function endsInOthers(titles: readonly string[], number: number): boolean {
  return titles.slice(number).some((title) => OTHER_SECTION.test(title));
}

export default defineRule<Record<never, never>, Statement>({
  id: 'stated-count',
  topic: 'labels',
  scope: 'document',
  trigger: [
    ...['以下', '下列', '如下', '下面'],
    ...[...'面事点作务题施节求议键法会因足标则'].flatMap((last) => [`${last}：`, `${last}。`]),
  ],
  severity: 'warning',
  title: { zh: '总说的项数与列举不符', en: 'Stated number of items differs from the list' },
  explain: {
    zh: '前面说“以下三个方面”，后面却列了四项，多半是增删条目后没有改总数。请核对数目，或增删条目。',
    en: 'The text announces a number of items and lists another; usually items were added or removed later. Correct the number or the list.',
  },
  source: null,
  mechanical: false,
  gather({ prose }, add) {
    const statements = findStatements(prose);
    if (statements.length === 0) return;
    const quoted = quotedSpans(prose);
    for (const { span, after, number, certain } of statements) {
      if (!insideAny(quoted, span)) add(span, { after, number, certain });
    }
  },
  check(document) {
    const { facts, summary, report } = document;
    const lists = new CountedLists(document);
    for (const { span, data } of facts) {
      const { number, certain, after } = data;
      const list = lists.listAt(span.end + after);
      if (list === null || list.count === number) continue;
      const more = list.count > number;
      if (more && endsInOthers(list.titles, number)) continue;
      // The list may still be growing, and sections of the first level are more than the works announced.
      const severity: Severity =
        certain && !list.outermost && (more || !list.endsDocument) ? 'warning' : 'hint';
      const stated = summary.slice(span.start, span.end);
      report({
        span,
        severity,
        message: {
          zh: `前面说“${stated}”，后面列了${list.count}项。请核对数目，或增删条目。`,
          en: `The text says “${stated}” and then lists ${list.count}. Correct the number or the list.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '主要做了以下⟦三个方面⟧工作：一是抓学习；二是抓服务；三是抓作风；四是抓安全。\n全馆运行平稳。',
    },
    {
      bad: '\uFEFF　重点做好以下⟦4项⟧工作：一是办𠮷日讲座；二是抓服务；三是抓安全。\r\n　全馆运行平稳。\r\n',
    },
    {
      bad: '一、回顾\n主要采取了以下⟦五项⟧措施。\n（一）学习\n（二）服务\n（三）协作\n（四）宣传\n二、打算',
    },
    { bad: '一、做好以下⟦三项⟧重点工作\n1.学习\n2.服务\n二、打算' },
    {
      bad: '一、回顾\n重点抓了⟦三个方面⟧：一是抓学习。每月一课。\n二是抓服务。窗口延时。\n二、打算',
    },
    { bad: '提出⟦两点⟧建议如下：第一，抓学习。第二，抓服务。第三，抓作风。\n特此报告。' },
    { bad: '要把握好以下⟦两点⟧：（1）早部署；（2）早落实；（3）早见效。\n会后各科室落实。' },
  ],
  good: [
    '主要做了以下三个方面工作：一是抓学习；二是抓服务；三是抓作风。\n全馆运行平稳。',
    '重点抓好两件事：一是抓学习，二是抓服务。\n全馆运行平稳。',
    '一、回顾\n主要做了以下两项工作。\n（一）学习\n（二）服务\n二、打算',
    '一、以下三项重点\n（一）学习\n（二）服务\n（三）协作\n二、打算',
    '一、三项重点\n（一）学习\n（二）服务\n二、打算',
    '主要做了以下几个方面工作：一是抓学习；二是抓服务。',
    '第三个方面：一是抓学习；二是抓服务。',
    '3岁以下两类托位：一是普惠；二是示范；三是其他。',
    '县以下三级联动：一是县；二是乡。',
    '推进10个项目：一是新馆；二是分馆。\n全馆运行平稳。',
    '做好以下三个方面的五项工作：一是抓学习；二是抓服务。\n全馆运行平稳。',
    '做好以下三项工作：一是抓学习；二是抓服务；三要抓作风。\n全馆运行平稳。',
    '做好以下三项工作：一是抓学习；二是抓服务。此外抓作风。\n全馆运行平稳。',
    '做好以下两项工作：一是抓学习，一是自学，二是集体学，三是交流；二是抓服务。\n全馆运行平稳。',
    '做好以下三项工作：一是抓学习；三是抓服务。\n全馆运行平稳。',
    '一、回顾\n做了以下两项工作：\n（一）学习\n（二）服务\n（三）存在问题\n二、打算',
    '做好以下三项工作。\n抓学习。\n抓服务。',
    '他提出“以下三点：一是早，二是快”。\n全馆运行平稳。',
    '十几个方面：一是抓学习；二是抓服务。\n全馆运行平稳。',
    '抓好学习、服务三五个方面：一是学习；二是服务。\n全馆运行平稳。',
    '以下三点。首先抓学习，其次抓服务，最后抓作风。',
  ],
};
