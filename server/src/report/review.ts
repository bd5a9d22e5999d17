/** Findings of a Word file: their places in it, and the comments and changes that are written to a copy. */
import { localize } from '../core/base/localize.js';
import type { Locale } from '../core/base/localized.js';
import { withSource } from '../core/lint/rule.js';
import type { EditReport, FindingReport, FixReport } from './findings.js';

type Place = NonNullable<FindingReport['place']>;

/** Findings of a Word file's text, each with its place: lines and columns mean nothing in such a file. */
export function withPlaces(
  word: { readonly text: string; placeOf(start: number, end: number): Place },
  findings: readonly FindingReport[],
): FindingReport[] {
  const offset = offsetsIn(word.text);
  return findings.map((finding) => {
    const { start, end } = offset(finding);
    return { ...finding, place: word.placeOf(start, end) };
  });
}

/** 第3段“……做好【布署】工作……”, 第1个表格“【布署】情况” */
export function placeInWords(
  { paragraph, table, before, text, after }: Place,
  locale: Locale,
): string {
  const flat = (words: string) => words.replace(/\s+/g, ' ');
  const words = `${flat(before).trimStart()}【${flat(text).slice(0, MAX_QUOTED)}】${flat(after)}`;
  return localize(
    table === undefined
      ? { zh: `第${paragraph}段“${words}”`, en: `paragraph ${paragraph} “${words}”` }
      : { zh: `第${table}个表格“${words}”`, en: `table ${table} “${words}”` },
    locale,
  );
}

/** UTF-16 units of a finding that are shown. */
const MAX_QUOTED = 30;

/** A comment on a part of a Word file's text, with the changes of it. Offsets in UTF-16 units. */
export interface Remark {
  readonly start: number;
  readonly end: number;
  /** The comment; null for another place of a finding, which has its comment at the first. */
  readonly message: string | null;
  readonly edits: readonly {
    readonly start: number;
    readonly end: number;
    readonly newText: string;
  }[];
}

/**
 * Every finding but hints as a comment, and the chosen fixes as changes.
 * @param fixFor Gives the fix of a finding that is to be written as a change, if any.
 */
export function remarksOf(
  text: string,
  findings: readonly FindingReport[],
  locale: Locale,
  fixFor: (finding: FindingReport) => FixReport | undefined,
): Remark[] {
  const offset = offsetsIn(text);
  const placed = (edits: readonly EditReport[]) =>
    edits.map((edit) => ({ ...offset(edit), newText: edit.newText }));
  return findings.flatMap((finding) => {
    if (finding.severity === 'hint') return [];
    const { message, source, fixes, alike = [] } = finding;
    const fix = fixFor(finding);
    const messages = [
      withSource(message, source, locale),
      ...fixes
        .slice(0, 1)
        .map(({ title }) => localize({ zh: `建议：${title}`, en: `Fix: ${title}` }, locale)),
    ];
    const own: Remark = {
      ...offset(finding),
      message: messages.join('\n'),
      edits: placed(fix?.edits ?? []),
    };
    // What is chosen for one of many alike is chosen for all.
    const others = fix === undefined || fix !== fixes[0] ? [] : alike.map(placed);
    return [
      own,
      ...others.flatMap((edits): Remark[] => {
        const [first] = edits;
        return first === undefined
          ? []
          : [{ start: first.start, end: first.end, message: null, edits }];
      }),
    ];
  });
}

/** From lines and columns, which count from 1, to offsets. */
function offsetsIn(text: string) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const offset = (line: number, column: number) => (starts[line - 1] ?? text.length) + column - 1;
  return ({ line, column, endLine, endColumn }: Omit<EditReport, 'newText'>) => ({
    start: offset(line, column),
    end: offset(endLine, endColumn),
  });
}

/** What a writer who proofreads a Word file may think was read and was not; null when all was. */
export function leftOutOf({ boxes, notes }: Readonly<Record<'boxes' | 'notes', number>>) {
  const kinds = [
    { count: boxes, zh: '个文本框', en: 'text boxes' },
    { count: notes, zh: '条脚注或尾注', en: 'footnotes or endnotes' },
  ].filter(({ count }) => count > 0);
  if (kinds.length === 0) return null;
  const en = new Intl.ListFormat('en').format(kinds.map(({ count, en }) => `${count} ${en}`));
  return {
    zh: `正文已校对；${kinds.map(({ count, zh }) => `${count} ${zh}`).join('、')}里的文字没有校对。`,
    en: `The text was proofread; the words in ${en} were not.`,
  };
}

/** The message about chosen fixes that could not be written as tracked changes. */
export const notTrackedMessage = (count: number) => ({
  zh: `${count} 处改法落在自动编号或域上、跨段或与别处重叠，写不成修订，只写了批注，请手工修改。`,
  en: `${count} fixes touch automatic numbers, fields, several paragraphs or each other; they are comments only, so make them by hand.`,
});
