/**
 * `.work-summary.phrases.yaml`: the writer's own phrases in a plain file that can be edited, shared
 * and imported. One broken entry costs itself; the rest of the file counts. Text in, data out.
 */
import { type Document, isMap, isScalar, isSeq, parseDocument, YAMLMap } from 'yaml';
import type { Localized } from '../core/localized.js';
import { type Phrase, ROLE_NAMES, type Role, roleNamed } from '../core/phrases/model.js';
import type { Span } from '../core/text.js';
import { HEADER } from './names.js';

/** A larger file is no collection of phrases. UTF-16 units. */
const MAX_LENGTH = 1_000_000;
/** A longer text is a document, not a phrase. UTF-16 units. */
const LONGEST_PHRASE = 4000;

/** What the file holds of a phrase. */
export interface OwnPhrase {
  readonly text: string;
  readonly title?: string;
  /** The part of the document it belongs to, by any of its names: 存在的问题. */
  readonly section?: string;
  /** More words to find it by. */
  readonly keys?: readonly string[];
}

/** A mistake in the file. Offsets are UTF-16 units of its text. */
export interface PhraseProblem {
  readonly span: Span;
  readonly message: Localized;
}

export interface ReadPhrases {
  readonly phrases: readonly Phrase[];
  readonly problems: readonly PhraseProblem[];
}

/** Reads a phrase file; what is wrong is told and left out. Never throws. */
export function readPhraseFile(text: string): ReadPhrases {
  const problems: PhraseProblem[] = [];
  if (text.length > MAX_LENGTH) {
    const message = { zh: '常用语文件过大，未读取。', en: 'The phrase file is too large.' };
    return { phrases: [], problems: [{ span: { start: 0, end: 0 }, message }] };
  }
  const document = parseDocument(text, { prettyErrors: false });
  const phrases =
    document.errors.length === 0
      ? readDocument(document, 0, problems)
      : entriesOf(text).flatMap(({ start, end }) =>
          readEntry(text.slice(start, end), start, problems),
        );
  const error = document.errors[0];
  if (error !== undefined && problems.length === 0) problems.push(syntaxProblem(error.pos, 0));
  return { phrases, problems };
}

function syntaxProblem(
  [start, end]: readonly [number, number, number?] | readonly number[],
  by: number,
): PhraseProblem {
  return {
    span: { start: start! + by, end: Math.max(end!, start! + 1) + by },
    message: {
      zh: '此处不是有效的 YAML，这一条未读取，其他常用语照常使用。请检查缩进、冒号后的空格和引号。',
      en: 'Not valid YAML: this entry is not used, the other phrases are.',
    },
  };
}

/** Where entries begin in a file that is not valid as a whole: a dash at the least indent of all dashes. */
function entriesOf(text: string): Span[] {
  const dashes = [...text.matchAll(/^( *)- /gm)];
  const least = Math.min(...dashes.map(([, indent]) => indent!.length));
  const starts = dashes.filter(([, indent]) => indent!.length === least).map(({ index }) => index);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

function readEntry(entry: string, by: number, problems: PhraseProblem[]): Phrase[] {
  const document = parseDocument(entry, { prettyErrors: false });
  const error = document.errors[0];
  if (error !== undefined) {
    // A quotation mark without its fellow is only missed at the end: then the entry is pointed at.
    const atEnd = error.pos[0] >= entry.trimEnd().length;
    const line = entry.search(/\r?\n|$/);
    problems.push(syntaxProblem(atEnd ? [0, line] : error.pos, by));
    return [];
  }
  return readDocument(document, by, problems);
}

function readDocument(document: Document, by: number, problems: PhraseProblem[]): Phrase[] {
  const { contents } = document;
  const tell = (node: unknown, zh: string, en: string) => {
    const [start = 0, end = 0] = (node as { range?: number[] } | null)?.range ?? [];
    problems.push({ span: { start: start + by, end: end + by }, message: { zh, en } });
  };
  if (contents === null) return [];
  const list = isMap(contents) ? contents.get('phrases', true) : contents;
  if (list === undefined || (isScalar(list) && list.value === null)) return [];
  if (!isSeq(list)) {
    tell(
      list,
      '常用语应写在 phrases: 之下，每条以“- ”开头。',
      'Phrases are a list under “phrases:”.',
    );
    return [];
  }
  return list.items.flatMap((item) => {
    const value: unknown = isScalar(item) || isMap(item) ? item.toJS(document) : null;
    const entry =
      typeof value === 'string' ? { text: value } : (value as Record<string, unknown> | null);
    const { text, title, section, keys } = entry ?? {};
    if (typeof text !== 'string' || text.trim() === '') {
      tell(item, '这一条没有文字（text），未读取。', 'This entry has no text.');
      return [];
    }
    if (text.length > LONGEST_PHRASE) {
      tell(item, '这一条太长，未读取。常用语是句子和段落。', 'This entry is too long.');
      return [];
    }
    const role = typeof section === 'string' ? roleNamed(section.trim()) : null;
    if (section !== undefined && role === null) {
      const names = Object.values(ROLE_NAMES).map(([name]) => name);
      tell(
        item,
        `没有“${section}”这个部分，可用的有：${names.join('、')}。`,
        `Unknown section “${section}”.`,
      );
    }
    return [ownPhrase(text, role, title, keys)];
  });
}

function ownPhrase(text: string, role: Role | null, title: unknown, keys: unknown): Phrase {
  const lines = text.replace(/(?<!\s)\s+$/, '').replace(/\r\n?/g, '\n');
  const words = Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  const section = role ?? 'results';
  return {
    id: `own:${lines.slice(0, 80)}`,
    section,
    form:
      section === 'heading' || section === 'title'
        ? 'heading'
        : section === 'connector'
          ? 'clause'
          : lines.includes('\n') || section === 'opening' || section === 'closing'
            ? 'paragraph'
            : 'sentence',
    title: typeof title === 'string' && title !== '' ? title : lines.split('\n')[0]!,
    text: lines,
    keys: words,
    own: true,
  };
}

/** The file with more phrases at its end; comments and order stay. Null when it is no valid YAML: then the writer has to mend it first. */
export function addPhrases(text: string, phrases: readonly OwnPhrase[]): string | null {
  const document: Document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0) return null;
  if (document.contents === null) {
    document.contents = new YAMLMap() as never;
    document.commentBefore ??= HEADER;
  }
  if (isSeq(document.contents)) {
    for (const phrase of phrases) document.contents.items.push(document.createNode(short(phrase)));
  } else if (isMap(document.contents)) {
    const list = document.get('phrases');
    if (!isSeq(list)) document.set('phrases', document.createNode([]));
    const known = document.get('phrases') as { flow?: boolean };
    known.flow = false;
    for (const phrase of phrases) document.addIn(['phrases'], document.createNode(short(phrase)));
  } else return null;
  return document.toString({ lineWidth: 0 });
}

const short = ({ text, title, section, keys }: OwnPhrase) =>
  title === undefined && section === undefined && keys === undefined
    ? text
    : {
        text,
        ...(title !== undefined && { title }),
        ...(section !== undefined && { section }),
        ...(keys !== undefined && { keys: [...keys] }),
      };
