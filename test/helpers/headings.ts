import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/base/text.js';
import { type Section, type Syntax, walkSections } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { toMarkdownHeadings } from '../../server/src/core/edits/markdown-headings.js';
import { unifyLabels } from '../../server/src/core/edits/unify-labels.js';

/** Depth, number and title of every section. */
export function shape(text: string, syntax: Syntax): string[] {
  const show = (section: Section, depth: number): string[] => [
    `${depth} ${section.label?.number ?? ''} ${section.title}`,
    ...section.children.flatMap((child) => show(child, depth + 1)),
  ];
  return parseSummary(text, syntax).sections.flatMap((section) => show(section, 0));
}

/** The characters that are words: without labels' numbers nothing else may come or go. */
export const words = (text: string) => text.replace(/[\s\u3000#*]/g, '');

/** Markdown headings keep every word of a text, and labels of one form its lines and sections. */
export function assertHeadingsKept(name: string, text: string, syntax: Syntax): void {
  const summary = parseSummary(text, syntax);
  const markdown = applyEdits(text, toMarkdownHeadings(summary));
  assert.equal(words(markdown), words(text), name);
  const unified = applyEdits(text, unifyLabels(summary));
  assert.equal(parseSummary(unified, syntax).lines.length, summary.lines.length, name);
  assert.equal([...walkSections(summary.sections)].length, shape(unified, syntax).length, name);
}
