/** Where the caret stands: in which part of what document, and what may begin there. */

import { isBlank, type Line, lineAt, type Span } from '../base/text.js';
import { labelCandidates } from '../document/label.js';
import type { ParsedSummary, Section, Syntax } from '../document/model.js';
import { documentKinds } from './document-kind.js';
import { type Labels, labelsOfDocument } from './labels.js';
import type { DocumentKind, Role } from './model.js';

/**
 * - `paragraph`: nothing stands before it in its paragraph;
 * - `heading`: it follows a label or `#`;
 * - `clause`: it follows a mark;
 * - `inside`: it stands in a clause that has begun.
 */
export type Start = 'paragraph' | 'heading' | 'clause' | 'inside';

export interface Place {
  readonly syntax: Syntax;
  /** What the document is, the likeliest first. */
  readonly kinds: readonly DocumentKind[];
  /** Parts whose phrasing fits here, the likeliest first. */
  readonly roles: readonly Role[];
  readonly start: Start;
  /** Level of the label or heading before the caret, when `start` is `heading`. */
  readonly level: number | null;
  /** White space at the beginning of a paragraph and of a first-level heading, as the document has it. */
  readonly indent: string;
  readonly headingIndent: string;
  /** White space already typed on the line of the caret. */
  readonly typedIndent: string;
  /** How the document numbers its first two levels. */
  readonly labels: Labels;
  /** Numbers that are due for the labels of level 1 and 2. */
  readonly next: readonly [number, number];
  /** The section of the first level around the caret; before the first one, all that stands there. */
  readonly section: Span;
  /** Headings of the first level that the document already has. */
  readonly headings: readonly string[];
  /** False where the headings of a Markdown document carry no labels. */
  readonly labelled: boolean;
  /** `#` before a heading of level 1 in this document, with their blank; empty in plain text. */
  readonly hashes: string;
}

const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['problems', /问题|不足|短板|差距|困难|薄弱/],
  ['causes', /原因|成因|根源|根因/],
  [
    'next',
    /下一步|下步|打算|计划|安排|思路|明年|来年|今后|努力方向|后续|改进措施|整改措施|保障措施|对策|下半年|下季度|下[周月]|展望/,
  ],
  ['integrity', /廉|作风|个人有关事项|一岗双责|纪律/],
  ['organization', /组织建设|支部建设|党员|组织生活/],
  ['study', /学习|思想|政治建设|理论|意识形态|主题教育/],
  ['overview', /概况|基本情况|组织实施|组织领导|任职|总体思路|背景/],
  ['results', /工作|成效|成绩|做法|履职|完成|业务|服务|效益|经验/],
];

/** What a heading announces; 存在的问题及下一步打算 announces two parts. A heading of its own kind tells of work. */
export function rolesOf(title: string): Role[] {
  const named = ROLES.filter(([, pattern]) => pattern.test(title)).map(([role]) => role);
  // 工作 is in every other heading: it only counts where nothing else does.
  return named.length > 1 ? named.filter((role) => role !== 'results') : named;
}

/** Reads the place of `offset` (UTF-16), where a phrase would begin. */
export function placeAt(summary: ParsedSummary, offset: number): Place {
  const { text, lines, syntax, sections } = summary;
  const line = lines[lineAt(lines, offset)]!;
  const head = readHead(text, line, offset);
  const above = sectionsAbove(sections, line.index, head.start === 'heading');
  const top = above[0];
  const isHeading = head.start === 'heading';
  return {
    syntax,
    kinds: documentKinds(summary),
    roles: rolesAt(summary, line, above, head.start),
    start: head.start,
    level: isHeading ? head.level : null,
    indent: indentOf(summary, line.index),
    headingIndent: headingIndentOf(summary, line.index),
    typedIndent: head.indent,
    labels: labelsOfDocument(summary),
    next: [
      numberAfter(sections.filter((section) => section.line < line.index)),
      numberAfter((top?.children ?? []).filter((section) => section.line < line.index)),
    ],
    section: sectionSpan(summary, top),
    headings: sections.filter((section) => section.line !== line.index).map(({ title }) => title),
    labelled: sections.length === 0 || sections.some(({ label }) => label !== null),
    hashes: hashesOf(summary),
  };
}

/** What stands between the start of the line and the caret. */
function readHead(text: string, line: Line, offset: number) {
  let at = line.start;
  while (at < offset && isBlank(text.charCodeAt(at))) at++;
  const indent = text.slice(line.start, at).replace(/\uFEFF/g, '');
  const head = text.slice(at, offset);
  if (head === '') return { start: 'paragraph', level: null, indent } as const;
  const hashes = /^(#{1,6})[ \t]+/.exec(head);
  const typed = head.slice(hashes?.[0].length ?? 0).replace(/(?<![ \u3000])[ \u3000]+$/, '');
  const label = labelCandidates(typed).find(({ label: { marker } }) => marker === typed)?.label;
  if (label !== undefined && label.form !== 'circled') {
    return { start: 'heading', level: label.level, indent } as const;
  }
  if (hashes !== null && typed === '') {
    return { start: 'heading', level: Math.max(1, hashes[1]!.length - 1), indent } as const;
  }
  if (
    /(?:[，。；：！？、…”』）》,;:!?]|^[-*+][ \t]+|^[①-⑳]|(?<![唯统之不第同])[一二三四五六七八九十]是)$/.test(
      head,
    )
  ) {
    return { start: 'clause', level: null, indent } as const;
  }
  return { start: 'inside', level: null, indent } as const;
}

/** The sections around a line, outermost first. A blank line below a section still belongs to it. */
function sectionsAbove(sections: readonly Section[], line: number, own: boolean): Section[] {
  const around: Section[] = [];
  let level = sections;
  for (;;) {
    const next = level.findLast(
      (section) => section.line < line || (!own && section.line === line),
    );
    if (next === undefined) return around;
    around.push(next);
    level = next.children;
  }
}

function sectionSpan({ text, lines, sections }: ParsedSummary, top: Section | undefined): Span {
  const next = sections[top === undefined ? 0 : sections.indexOf(top) + 1];
  return {
    start: top === undefined ? 0 : lines[top.line]!.start,
    end: next === undefined ? text.length : lines[next.line]!.start,
  };
}

function rolesAt(
  summary: ParsedSummary,
  line: Line,
  above: readonly Section[],
  start: Start,
): Role[] {
  const { text, title, sections, lines } = summary;
  const blankBefore = text.slice(0, line.start).replace(/[\s\u3000\uFEFF]/g, '') === '';
  const titled = title !== null && lineAt(lines, title.start) < line.index;
  const roles: Role[] = [];
  if (start === 'heading') roles.push('heading');
  for (const section of [...above].reverse()) roles.push(...rolesOf(section.title));
  if (above.length === 0) {
    if (blankBefore && !titled) roles.push('title');
    roles.push('opening');
  } else if (!roles.some((role) => role !== 'heading')) roles.push('results');
  const rest = text.slice(line.end).replace(/[\s\u3000]/g, '');
  if (rest === '' && sections.length >= 2) roles.push('closing', 'signoff', 'attachment');
  return [...new Set(roles)];
}

function numberAfter(siblings: readonly Section[]): number {
  const last = siblings.findLast(({ label }) => label !== null);
  return (last?.label?.number ?? 0) + 1;
}

/** The commonest one; the first of equals. */
function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<[string, number] | undefined>(
    (most, next) => (most === undefined || next[1] > most[1] ? next : most),
    undefined,
  )?.[0];
}

const leading = (text: string, line: Line) =>
  /^[ \t\u3000\u00a0]*/.exec(text.slice(line.start, line.end).replace(/^\uFEFF/, ''))![0];

/** The line being typed says nothing of the writer's habit. */
function indentOf(summary: ParsedSummary, typed: number): string {
  const { text, lines, syntax, paragraphs } = summary;
  const bodies = paragraphs.filter(
    ({ kind, line }) => line !== typed && (kind === 'body' || kind === 'run-in'),
  );
  const usual = commonest(bodies.map(({ line }) => leading(text, lines[line]!)));
  return usual ?? (syntax === 'markdown' ? '' : '　　');
}

function headingIndentOf({ text, lines, sections }: ParsedSummary, typed: number): string {
  const others = sections.filter(({ line }) => line !== typed);
  return commonest(others.map(({ line }) => leading(text, lines[line]!))) ?? '';
}

function hashesOf({ syntax, sections }: ParsedSummary): string {
  if (syntax !== 'markdown') return '';
  const usual = commonest(sections.map(({ hashes }) => String(hashes)));
  return usual === undefined ? '## ' : usual === '0' ? '' : `${'#'.repeat(Number(usual))} `;
}
