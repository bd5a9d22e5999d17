import { areKin, sumOf } from '../figures.js';
import { defineRule, type RuleExamples } from '../rule.js';

const FIGURE = '(\\d{1,8}(?:\\.\\d{1,3})?)';
const UNIT =
  '(万元|亿元|人次|件|人|名|户|家|个|项|场次|场|次|份|册|元|篇|台|套|吨|亩|公里|起|处|期|节)';
/** 公共场所12个 is no total. */
const TOTAL = new RegExp(
  `(?:共(?<!公共)|共计|合计|总计)[\\u4e00-\\u9fff]{0,6}?${FIGURE}${UNIT}，其中[：:]?([^。；，\\r\\n]{6,120})(?=。|；|$)`,
  'gm',
);
/** 新增客户32家，其中…: what is counted stands before the figure and nothing says that it is a total. */
const COUNT = new RegExp(
  `(?<=^|[。；，、：\\u3000])[\\u4e00-\\u9fff]{2,10}?${FIGURE}${UNIT}，其中[：:]?([^。；，\\r\\n]{6,120})(?=。|；|$)`,
  'gm',
);
/** 来信40件、来访30件，合计100件。 What it is the total of stands before it. */
const ADDED = new RegExp(`，(?:合计|共计|总计)[为达]?${FIGURE}${UNIT}(?=[。；，]|$)`, 'gm');
/** How far before it the first of its parts may stand. UTF-16 units. */
const REACH = 120;
/** 180+210+230，合计620. Smaller figures name models of work: 5+2. */
const EQUATION =
  /(?<![\d.+＋A-Za-z])(\d{2,8}(?:\.\d{1,3})?(?:[+＋]\d{2,8}(?:\.\d{1,3})?)+)(?:=|，?(?:合计|共计|总计)[为达]?)(\d{2,9}(?:\.\d{1,3})?)(?![\d.+＋A-Za-z])/g;
const PART = new RegExp(`^([A-Z]?[\\u4e00-\\u9fff]{1,9})(\\d{1,7}(?:\\.\\d{1,3})?)${UNIT}$`);

/** What happens is of one sort; people and firms are of several at once. */
const EVENTS = /^(?:次|场|场次|期|节|件|起)$/;
/** What a thing is beside another: 重点活动 and 公益活动 may be the same. */
const KIND_OF =
  /^(?:重点|重大|大型|主要|公益|专题|特色|品牌|国家级|省级|市级|县级|新|首|群众|线上|线下)/;

/** A total that its parts do not come to. */
interface WrongSum {
  readonly sum: number;
  readonly total: string;
  readonly unit: string;
  /** The parts end with their line; they may go on in the next one. UTF-16 units from the total's start. */
  readonly lineEnd: number | null;
}

interface Part {
  readonly name: string;
  readonly value: number;
}

/** 来信40件、来访30件: two parts and more, all of one unit; null when something else stands among them. */
function partsOf(list: string, unit: string): Part[] | null {
  const items = list.split(/[、和]/).map((text) => PART.exec(text));
  if (items.length < 2 || items.some((found) => found === null || found[3] !== unit)) return null;
  return items.map((found) => ({ name: found![1]!, value: Number(found![2]) }));
}

/** A类客户, B类客户 and so on, from the first: a division that leaves nothing out. */
function areCounted(names: readonly string[]): boolean {
  return ['ABCDEFGH', '甲乙丙丁', '一二三四五六'].some((order) =>
    names.every((name, index) => name[0] === order[index] && name.slice(1) === names[0]!.slice(1)),
  );
}

/** 中心组学习 and 支部学习, but not 学习 beside one of them. */
function endAlike(names: readonly string[]): boolean {
  const end = names[0]!.slice(-2);
  return names.every((name) => name.length > 2 && name.endsWith(end));
}

export default defineRule<Record<never, never>, WrongSum>({
  id: 'sum-of-parts',
  topic: 'figures',
  scope: 'document',
  trigger: '其合总共+＋',
  severity: 'hint',
  title: { zh: '分项之和与总数不符', en: 'Parts do not add up' },
  explain: {
    zh: '写明“分别为”“其中……、……和……”“合计”并且分项列全时，各项之和应等于总数；不论列全没有，都不应超过总数。',
    en: 'Where a total is given with all its parts, the parts add up to it; they never come to more.',
  },
  source: null,
  mechanical: false,
  gather({ prose }, add) {
    const taken = new Set<number>();
    const compare = (
      pattern: RegExp,
      mayReport: (names: string[], over: boolean, unit: string) => boolean,
    ) => {
      for (const match of prose.matchAll(pattern)) {
        const [whole, total, unit, list] = match as unknown as [string, string, string, string];
        const parts = partsOf(list, unit);
        const end = match.index + whole.length;
        if (parts === null || taken.has(end)) continue;
        taken.add(end);
        const sum = sumOf(parts.map(({ value }) => value));
        const names = parts.map(({ name }) => name);
        if (sum === Number(total) || !mayReport(names, sum > Number(total), unit)) continue;
        add(
          { start: match.index, end: match.index + whole.indexOf('，其中') },
          { sum, total, unit, lineEnd: /[。；]/.test(prose[end] ?? '') ? null : whole.length },
        );
      }
    };
    if (prose.includes('其中')) {
      // Parts may be a selection, or overlap (党员 and 女性): only divisions are summed.
      compare(TOTAL, areKin);
      compare(COUNT, (names, over, unit) => {
        if (areCounted(names) || areMenAndWomen(names)) return true;
        const apart = areKin(names) || endAlike(names);
        return over && EVENTS.test(unit) && apart && !names.some((name) => KIND_OF.test(name));
      });
    }
    for (const match of prose.matchAll(ADDED)) {
      const [whole, total, unit] = match as unknown as [string, string, string];
      const from = Math.max(0, match.index - REACH);
      const sentences = prose.slice(from, match.index).split(/[。；：\r\n\u3000]/);
      // Cut off, it may have had another part.
      if (from > 0 && sentences.length === 1) continue;
      const list = sentences.at(-1)!.replace(/^\uFEFF/, '');
      const parts = partsOf(list, unit);
      if (parts === null) continue;
      const sum = sumOf(parts.map(({ value }) => value));
      if (sum === Number(total)) continue;
      const end = match.index + whole.length;
      add({ start: match.index + 1, end }, { sum, total, unit, lineEnd: null });
    }
    for (const match of prose.matchAll(EQUATION)) {
      const [whole, terms, total] = match as unknown as [string, string, string];
      const sum = sumOf(terms.split(/[+＋]/).map(Number));
      if (sum === Number(total)) continue;
      add(
        { start: match.index, end: match.index + whole.length },
        { sum, total, unit: '', lineEnd: null },
      );
    }
  },
  check({ facts, proseAt, report }) {
    for (const { span, data } of facts) {
      const { sum, total, unit, lineEnd } = data;
      const after = lineEnd === null ? '' : proseAt(span.start + lineEnd, span.start + lineEnd + 3);
      if (/^\r?\n[、和]/.test(after)) continue;
      report({
        span,
        message: {
          zh: `分项相加是${sum}${unit}，与总数${total}${unit}不符。请核对；分项没有列全的可不改。`,
          en: `The parts add up to ${sum}, the total says ${total}. Check them, unless the list is partial.`,
        },
      });
    }
  },
});

const areMenAndWomen = (names: readonly string[]) => /^(?:男女|女男)$/.test(names.join(''));

export const examples: RuleExamples = {
  bad: [
    { bad: '办理⟦共100件⟧，其中来信40件、来访30件、来电20件。' },
    { bad: '\uFEFF　𠮷县⟦共12人⟧，其中男5人、女6人。\r\n' },
    { bad: '⟦新增客户32家⟧，其中A类客户8家、B类客户12家、C类客户10家。' },
    { bad: '四个季度⟦180+210+230+250，合计860⟧万元。' },
    { bad: '办理来信40件、来访30件，⟦合计80件⟧。' },
  ],
  good: [
    '办理共100件，其中来信40件、来访60件。',
    '共100件，其中来信40件。',
    '共100件，其中重点40件、当年办结30件，其余转办。',
    '共XX件，其中来信40件、来访30件。',
    '共100人，其中党员40人、女性30人。',
    '新增企业100家，其中制造业20家、服务业30家。',
  ],
};
