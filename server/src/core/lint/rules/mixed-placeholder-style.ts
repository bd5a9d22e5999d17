import {
  findPlaceholders,
  findPlaceholdersInLine,
  type Placeholder,
} from '../../analysis/placeholders/placeholders.js';
import { countStyles, FAMILIES, restyle, styleOf } from '../../analysis/placeholders/style.js';
import { splitLines, type TextEdit } from '../../base/text.js';
import type { Summary } from '../../document/document.js';
import { defineRule, type RuleExamples } from '../rule.js';

export default defineRule<Record<never, never>, Placeholder>({
  id: 'mixed-placeholder-style',
  topic: 'document',
  scope: 'document',
  severity: 'hint',
  title: { zh: '占位符写法不一', en: 'Placeholders written in two ways' },
  explain: {
    zh: '同一篇文章里，没有填的内容有的写“XX”，有的写“xx”或“××”，查找替换时容易漏掉一部分。统一成用得最多的写法。',
    en: 'XX here and xx or ×× there: searching for one of them misses the others. Keep to the most frequent.',
  },
  source: null,
  mechanical: false,
  gather({ prose, syntax }, add) {
    const options = { markdown: syntax === 'markdown', exempt: [] };
    for (const placeholder of findPlaceholders(prose, splitLines(prose), options)) {
      add(placeholder.span, placeholder);
    }
  },
  check({ facts, summary, report }) {
    for (const family of FAMILIES) {
      const members = facts.filter(({ data }) => family.includes(styleOf(data)));
      const [usual, ...others] = countStyles(members.map(({ data }) => data));
      if (usual === undefined || others.length === 0) continue;
      const [style, count] = usual;
      const odd = members.filter(({ data }) => styleOf(data) !== style);
      const edits = odd
        .map(({ span, data }) => ({ span, kind: data.kind, newText: restyle(data, style) }))
        .filter((edit) => stays(summary, edit))
        .map(({ span, newText }) => ({ span, newText }));
      const title = {
        zh: `全文统一为“${style}”（${edits.length}处）`,
        en: `Write all with “${style}” (${edits.length})`,
      };
      const names = others.map(([name]) => `“${name}”`);
      report({
        span: odd[0]!.span,
        message: {
          zh: `占位符有${count}处写“${style}”，另有${odd.length}处写${names.join('')}，查找替换时容易漏掉。请统一为“${style}”。`,
          en: `${count} placeholders are written with “${style}”, ${odd.length} with ${names.join(', ')}: searching for one misses the others. Keep to “${style}”.`,
        },
        fixes: edits.length > 0 ? [{ title, safe: true, edits }] : [],
      });
    }
  },
});

/** Not every word may follow every mask (× between words multiplies): a fix must not hide a placeholder. */
function stays(
  summary: Summary,
  { span, kind, newText }: Pick<Placeholder, 'kind'> & TextEdit,
): boolean {
  const line = summary.lineAt(span.start);
  const { text } = summary.lineFacts[line]!;
  const at = summary.lineStarts[line]!;
  const edited = text.slice(0, span.start - at) + newText + text.slice(span.end - at);
  const markdown = summary.syntax === 'markdown';
  return findPlaceholdersInLine(edited, 0, edited.length, { markdown, exempt: [] }).some(
    (found) =>
      found.kind === kind &&
      found.span.start === span.start - at &&
      found.span.end === span.start - at + newText.length,
  );
}

export const examples: RuleExamples = {
  bad: [
    {
      bad: '全年走访XX户，培训⟦xx⟧人次，慰问××户，发放XX元。',
      fixed: '全年走访XX户，培训XX人次，慰问XX户，发放XX元。',
    },
    {
      bad: '\uFEFF　××𠮷县于×月××日开馆，⟦X月XX日⟧结束。\r\n',
      fixed: '\uFEFF　××𠮷县于×月××日开馆，×月××日结束。\r\n',
    },
    {
      bad: '由【责任单位】牵头，【联系人】联络，⟦[责任科室]⟧办理。',
      fixed: '由【责任单位】牵头，【联系人】联络，【责任科室】办理。',
    },
  ],
  good: [
    '全年走访XX户，培训X人次。',
    '由【责任单位】走访XX户，姓名：____，某某市。',
    'YSXT机制，X射线，xlsx文件，走访XX户。',
    '走访××户，培训×人次。',
  ],
};
