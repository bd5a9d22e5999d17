import { type Enumerator, readEnumerators } from '../../analysis/enumeration.js';
import type { Localized } from '../../base/localized.js';
import { formatHanNumeral } from '../../base/numerals.js';
import type { Span } from '../../base/text.js';
import { defineRule, type RuleExamples, spanOf } from '../rule.js';

/** 一是 in mid-clause, as in 主要原因一是…；二是…: where it stands, is no reason to say that it is missing. */
const FIRST_WITHIN =
  /一是(?<=[\u4e00-\u9fff]一是)(?<![统唯单同专第其万之惟归合划不如有周期十]一是)/g;

/**
 * Where an item before `number` is first there in other words: 第一, 首先, 一要 or 一个是; the offset
 * after it in the text, Infinity when there is none. Better to miss a gap than to invent one.
 */
function otherFormEnd(text: string, number: number): number {
  const before = formatHanNumeral(number - 1);
  const other = `(?:^|[\\s\\u3000。；：，、！？“”）])${before}(?!是|些|定|般|直|起|样)`;
  const figure = `(?<![\\d.])${number - 1}[、.．，,）)](?!\\d)`;
  const found = endOf(new RegExp(`${other}|[第其]${before}|${figure}`).exec(text));
  if (number !== 2) return found;
  return Math.min(found, endOf(/首先|首要|先是|一方面|一个是/.exec(text)));
}

function endOf(match: RegExpExecArray | null): number {
  return match === null ? Number.POSITIVE_INFINITY : match.index + match[0].length;
}

/** Last numbers of the lists that may still go on, the innermost last: a list may hold another. */
class OpenLists {
  private readonly numbers: number[] = [];
  /** By number, its places in the list. */
  private readonly places = new Map<number, number[]>();

  get last(): number {
    return this.numbers.at(-1) ?? 0;
  }

  push(number: number): void {
    const places = this.places.get(number) ?? [];
    places.push(this.numbers.push(number) - 1);
    this.places.set(number, places);
  }

  private pop(): number {
    const number = this.numbers.pop()!;
    this.places.get(number)!.pop();
    return number;
  }

  pushBelow(number: number): void {
    const last = this.pop();
    this.push(number);
    this.push(last);
  }

  /** The innermost list that has come to the number before goes on with this one; false when there is none. */
  goOn(number: number): boolean {
    const at = this.places.get(number - 1)?.at(-1);
    if (at === undefined) return false;
    while (this.numbers.length > at) this.pop();
    this.push(number);
    return true;
  }
}

/** `last` is the number of the item before; 0 when there is none. */
function describe({ text, number }: Item, last: number): Localized {
  if (number > last + 1) {
    const missing = formatHanNumeral(last === 0 ? number - 1 : last + 1);
    return {
      zh: `“${text}”之前没有“${missing}是”，中间缺了一项。请补上，或改序号。`,
      en: `No “${missing}是” stands before “${text}”: an item is missing. Add it, or change the number.`,
    };
  }
  if (number === last) {
    const wanted = formatHanNumeral(last + 1);
    return {
      zh: `“${text}”重复，前一项也是它。请改为“${wanted}是”，后面的顺延。`,
      en: `“${text}” stands twice. Make this one “${wanted}是” and shift the rest.`,
    };
  }
  const before = formatHanNumeral(last);
  return {
    zh: `“${text}”次序不对，前一项已是“${before}是”。请调整次序或序号。`,
    en: `“${text}” is out of order: the item before is “${before}是”. Put them right.`,
  };
}

type Item = Omit<Enumerator, 'span'>;

export default defineRule<Record<never, never>, Item>({
  id: 'enumeration-gap',
  topic: 'labels',
  scope: 'document',
  trigger: [...'一二三四五六七八九十'].map((numeral) => `${numeral}是`),
  severity: 'warning',
  title: { zh: '“一是、二是”缺项、重复或乱序', en: 'Gap, double or disorder in 一是, 二是' },
  explain: {
    zh: '“一是、二是、三是”应当连续。缺了一项、重复或颠倒，多半是增删内容后没有改序号。',
    en: '一是, 二是, 三是 are consecutive. A gap or a double is usually left over from moving text about.',
  },
  source: null,
  mechanical: false,
  gather({ prose }, add) {
    const found: { span: Span; item: Item }[] = [];
    for (const enumerator of readEnumerators(prose)) {
      // 一是一、二是二 is a saying; 一是一体推进 is not.
      const { end } = enumerator.span;
      if (
        prose[end] === formatHanNumeral(enumerator.number) &&
        !/[\u4e00-\u9fff]/.test(prose[end + 1] ?? '')
      ) {
        continue;
      }
      const { span, number, text } = enumerator;
      found.push({ span, item: { number, text } });
    }
    for (const match of prose.matchAll(FIRST_WITHIN)) {
      found.push({ span: spanOf(match), item: { number: 1, text: match[0] } });
    }
    found.sort((a, b) => a.span.start - b.span.start);
    for (const { span, item } of found) add(span, item);
  },
  check({ facts, summary, proseAt, report }) {
    if (!facts.some(({ data }) => data.number === 2)) return;
    const starts = summary.sectionStarts(1);
    let section = -1;
    let from = 0;
    /** Where the enumerator before ends. */
    let after = 0;
    let open = new OpenLists();
    /** By number, where the text of the section has the one before it in other words. */
    let otherForms = new Map<number, number>();
    const hasOtherFormBefore = (before: number, number: number): boolean => {
      let end = otherForms.get(number);
      if (end === undefined) {
        end = from + otherFormEnd(proseAt(from, starts[section + 1] ?? summary.length), number);
        otherForms.set(number, end);
      }
      return end <= before;
    };
    for (const { span, data } of facts) {
      const { number } = data;
      const { start, end } = span;
      const lastEnd = after;
      after = end;
      while (section + 1 < starts.length && starts[section + 1]! <= start) {
        section++;
        from = starts[section]!;
        open = new OpenLists();
        otherForms = new Map();
      }
      if (number === 1) open.push(1);
      else if (!open.goOn(number)) {
        const { last } = open;
        const since = proseAt(Math.max(lastEnd, from), start);
        const isElsewhere =
          since.includes(`${formatHanNumeral(number - 1)}是`) ||
          (number > last + 1
            ? hasOtherFormBefore(start, number)
            : number < last && Number.isFinite(otherFormEnd(since, number)));
        if (isElsewhere) open.push(number);
        else {
          report({ span, message: describe(data, last) });
          // The list still goes on from its highest, and from this one when it began anew.
          if (number < last) open.pushBelow(number);
          else open.push(number);
        }
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '一是抓学习；⟦三是⟧抓服务。另有安排：一是借书；二是还书。' },
    { bad: '\uFEFF　一是抓𠮷日活动；二是抓服务；⟦二是⟧抓学习。\r\n' },
    { bad: '一是抓学习。二是抓服务。三是抓作风。\n⟦三是⟧抓安全。' },
    { bad: '主要是：⟦二是⟧抓服务；三是抓学习。' },
  ],
  good: [
    '一是抓学习；二是抓服务；三是抓作风。',
    '一是抓学习。每月一课。\n二是抓服务。\n三是抓作风。',
    '一是抓服务：一是借书，二是还书。二是抓学习：一是自学，二是集体学。三是抓作风。',
    '第一，抓学习；二是抓服务。',
    '一要抓学习；二是抓服务。',
    '首先是抓学习，二是抓服务。',
    '统一是前提，抓服务是关键。',
    '一、回顾\n一是抓学习；二是抓服务。\n二、打算\n一是抓作风；二是抓安全。',
    '他说“一是一，二是二”。',
    '一是抓学习，开展“一月一课”，三是抓服务。',
    '到馆人数下降一是因为天冷，二是因为修路。',
    '（1）抓学习；二是抓服务；三是抓安全。',
  ],
};
