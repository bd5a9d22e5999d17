import {
  type UnreadLabel,
  unreadAfter,
  unreadBefore,
  unreadBetween,
} from '../../analysis/unread-labels.js';
import type { Summary } from '../../document/document.js';
import type { Section } from '../../document/model.js';
import { changeTo, defineRule, type RuleExamples } from '../rule.js';

/** Longer lines are body text that happens to begin with a number. UTF-16 units. */
const LONGEST_TITLE = 40;

/** White space before the label tells how far a line is set in. */
function indentOf(summary: Summary, line: number): string {
  const { text, contentStart } = summary.lineFacts[line]!;
  return text.slice(0, contentStart).replace('\uFEFF', '');
}

function isNextTo(summary: Summary, upper: number, lower: number): boolean {
  for (let line = upper + 1; line < lower; line++) {
    if (!summary.lineFacts[line]!.blank) return false;
  }
  return true;
}

/**
 * Above the first sibling and below the last one only one side speaks for the label: so a mark must
 * stand after the number, or the line next to the list and as short as a title.
 */
function isSure(
  summary: Summary,
  { line, mark }: UnreadLabel,
  [upper, lower]: readonly [number, number],
  sibling: Section,
): boolean {
  if (indentOf(summary, line) !== indentOf(summary, sibling.line)) return false;
  const { contentStart, contentEnd } = summary.lineFacts[line]!;
  const isShort = contentEnd - contentStart <= LONGEST_TITLE;
  return isNextTo(summary, upper, lower) ? mark !== '' || isShort : mark !== '' && isShort;
}

export default defineRule({
  id: 'label-without-mark',
  topic: 'labels',
  scope: 'document',
  severity: 'warning',
  title: { zh: '序号后少了标点，或用错了标点', en: 'Number of a list without its mark' },
  explain: {
    zh: '同级各项都写作“1、”“2、”，这一项的数字后面少了标点，或用了别的标点，大纲、目录和重排序号都认不出它。按同级的写法补上即可。',
    en: 'Its siblings read 1、 and 2、; this one has no mark after its number, or another one, so the outline misses it. Write it as its siblings are written.',
  },
  source: 'GB/T 15834—2011 B.3',
  mechanical: false,
  check({ siblings, summary, report }) {
    for (const run of siblings) {
      const first = run[0]!;
      const last = run.at(-1)!;
      const found: UnreadLabel[] = [];
      if (first.label!.number > 1 && run.length > 1) {
        const from = Math.max(0, first.line - 2 * first.label!.number);
        const above = unreadBefore(summary, first, from);
        const lines = [...above.map(({ line }) => line), first.line];
        const isList =
          above.length === first.label!.number - 1 &&
          above.every(
            (each, index) =>
              isNextTo(summary, each.line, lines[index + 1]!) &&
              isSure(summary, each, [each.line, lines[index + 1]!], first),
          );
        if (isList) found.push(...above);
      }
      for (let index = 1; index < run.length; index++) {
        const section = run[index]!;
        const previous = run[index - 1]!;
        if (section.label!.number <= previous.label!.number + 1) continue;
        found.push(...unreadBetween(summary, previous, section));
      }
      let upper = last.line;
      for (const each of unreadAfter(summary, last)) {
        // A single sibling speaks only for what has a mark.
        if (run.length === 1 && each.mark === '') break;
        if (!isSure(summary, each, [upper, each.line], last)) break;
        found.push(each);
        upper = each.line;
      }
      for (const { span, label, number } of found) {
        if (label === null) continue;
        const typed = summary.slice(span.start, span.end).trim();
        report({
          span,
          message: {
            zh: `“${typed}”应是这一级的第${number}项，同级都写作“${first.label!.marker}”这样，它写得不同，大纲认不出来。请改为“${label}”。`,
            en: `“${typed}” is item ${number} of a list written like “${first.label!.marker}”, but the outline cannot read it. Make it “${label}”.`,
          },
          fixes: [changeTo(label, span, true)],
        });
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '1、抓借阅\n⟦2，⟧抓讲座\n⟦3⟧要抓安全\n4、抓宣传',
      fixed: '1、抓借阅\n2、抓讲座\n3、要抓安全\n4、抓宣传',
    },
    {
      bad: '\uFEFF　一、𠮷日活动\r\n　办讲座三场。\r\n　⟦二⟧【延时开放】\r\n　每晚开放。\r\n　三、打算\r\n',
      fixed:
        '\uFEFF　一、𠮷日活动\r\n　办讲座三场。\r\n　二、【延时开放】\r\n　每晚开放。\r\n　三、打算\r\n',
    },
    {
      bad: '⟦1：⟧做好借阅\n2、做好讲座\n3、做好展览',
      fixed: '1、做好借阅\n2、做好讲座\n3、做好展览',
    },
    { bad: '（一）借阅\n⟦二）⟧讲座\n（三）展览', fixed: '（一）借阅\n（二）讲座\n（三）展览' },
    { bad: '1.借阅\n2.讲座\n⟦3）⟧展览', fixed: '1.借阅\n2.讲座\n3.展览' },
  ],
  good: [
    '1、抓借阅\n2个项目完工\n3、抓讲座',
    '1、抓借阅\n2月起延时开放\n3、抓讲座',
    '1、抓借阅\n2、抓讲座\n3场讲座共到场五百人',
    '1、抓借阅\n2、抓讲座\n2024年，全年开放',
    '1、抓借阅\n比例为\n2：1\n3、抓讲座',
    '一、回顾\n三农图书专架\n二、打算',
  ],
};
