import { Lexicon } from '../analysis/lexicon/lexicon.js';
import type { Localized } from '../base/localized.js';
import { type Span, shift } from '../base/text.js';
import { headingOf } from '../document/label.js';
import type { ParsedSummary } from '../document/model.js';
import type { Finding, Rule } from '../lint/rule.js';
import type { LintConfig } from '../settings/lint-config.js';
import { referenceAt } from './references.js';

/** What a hover says, part by part; each part is a paragraph of plain text. */
export interface HoverInfo {
  readonly span: Span;
  readonly parts: readonly { readonly heading: Localized; readonly lines: readonly Localized[] }[];
}

/** How binding a source is. GB/T standards recommend; GB/T 9704 binds 公文 proper, which a summary only resembles. */
export function bindingOf(source: string): Localized | null {
  if (source.startsWith('GB/T 9704')) {
    return {
      zh: '推荐性国家标准，约束正式公文；工作总结一般参照执行',
      en: 'a recommended national standard for official documents; summaries usually follow it',
    };
  }
  if (source.startsWith('GB/T')) {
    return {
      zh: '推荐性国家标准，各类出版物和文稿普遍遵循',
      en: 'a recommended national standard that publications follow',
    };
  }
  if (source.includes('条例')) return { zh: '现行有效的规定', en: 'a regulation in force' };
  if (/词典|整理表/.test(source)) {
    return { zh: '规范性工具书或字词规范', en: 'a reference work on words' };
  }
  return source.startsWith('.')
    ? null
    : { zh: '权威文献中的提法', en: 'the wording of a document of record' };
}

/** What there is to say at an offset (UTF-16): the findings there, and the set term it stands in. Null when nothing. */
export function hoverAt(
  summary: ParsedSummary,
  findings: readonly Finding[],
  offset: number,
  rules: readonly Rule[],
  config: LintConfig,
): HoverInfo | null {
  const here = findings.filter(({ span }) => span.start <= offset && offset <= span.end);
  const parts = here.map((finding) => {
    const rule = rules.find(({ id }) => id === finding.rule);
    const lines: Localized[] = rule === undefined ? [] : [rule.explain];
    const binding = finding.source === null ? null : bindingOf(finding.source);
    // The source itself stands in the message, which editors show beside this.
    if (binding !== null) {
      lines.push({ zh: `效力：${binding.zh}`, en: `How binding: ${binding.en}` });
    }
    return { heading: rule?.title ?? { zh: finding.rule, en: finding.rule }, lines };
  });
  const referred = referenceAt(summary, offset);
  if (referred !== null) {
    const { line } = referred.section;
    const heading = headingOf(referred.section);
    const name = { zh: heading, en: heading };
    parts.push({
      heading: name,
      lines: [{ zh: `在第 ${line + 1} 行`, en: `In line ${line + 1}` }],
    });
  }
  const term = termAt(summary, offset, config) ?? comparisonAt(summary.text, offset);
  if (term !== null) parts.push(term.part);
  const span = here[0]?.span ?? referred?.span ?? term?.span;
  return span === undefined ? null : { span, parts };
}

function termAt(summary: ParsedSummary, offset: number, config: LintConfig) {
  const paragraph = summary.paragraphs.find(({ start, end }) => start <= offset && offset <= end);
  if (paragraph === undefined) return null;
  const text = summary.text.slice(paragraph.start, paragraph.end);
  const at = offset - paragraph.start;
  const hits = Lexicon.for(config)
    .find(text)
    .filter(
      ({ kind, start, end, phrase }) => kind === 'term' && phrase && start <= at && at <= end,
    );
  const hit = hits.reduce<(typeof hits)[number] | undefined>(
    (longest, next) =>
      longest === undefined || next.end - next.start > longest.end - longest.start ? next : longest,
    undefined,
  );
  if (hit?.phrase === undefined) return null;
  const { term, expansion, source } = hit.phrase;
  const lines: Localized[] = [];
  if (expansion !== undefined)
    lines.push({ zh: `全称：${expansion}`, en: `Stands for: ${expansion}` });
  if (source !== undefined) lines.push({ zh: `出处：${source}`, en: `Source: ${source}` });
  if (lines.length === 0) return null;
  return { span: shift(hit, paragraph.start), part: { heading: { zh: term, en: term }, lines } };
}

/** Words that compare and are often mixed up. */
const COMPARISONS: readonly { readonly word: string; readonly line: Localized }[] = [
  {
    word: '同比',
    line: { zh: '与上年同一时期相比', en: 'compared with the same period last year' },
  },
  {
    word: '环比',
    line: { zh: '与紧挨着的上一个时期相比', en: 'compared with the period just before' },
  },
];

function comparisonAt(text: string, offset: number) {
  for (const { word, line } of COMPARISONS) {
    const start = text.indexOf(word, Math.max(0, offset - word.length));
    if (start < 0 || start > offset) continue;
    const span = { start, end: start + word.length };
    return { span, part: { heading: { zh: word, en: word }, lines: [line] } };
  }
  return null;
}
