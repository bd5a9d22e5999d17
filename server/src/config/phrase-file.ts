/**
 * `.work-summary.phrases.yaml`: the writer's own phrases in a plain file that can be edited, shared
 * and imported. One broken entry costs itself; the rest of the file counts. Text in, data out.
 */
import { type Document, isMap, isScalar, isSeq, YAMLMap } from 'yaml';
import type { Localized } from '../core/base/localized.js';
import { type Span, shift } from '../core/base/text.js';
import { type Phrase, ROLE_NAMES, type Role, roleNamed } from '../core/phrases/model.js';
import { LIMITS, tooLarge } from '../reading/limits.js';
import { parseYaml } from '../reading/yaml.js';
import { HEADER } from './phrase-file-name.js';

const PIECES = { pieces: LIMITS.yamlPieces };
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
  if (text.length > LIMITS.phraseFileBytes) {
    const { zh, en } = tooLarge('phraseFileBytes');
    const message = { zh: `常用语${zh}`, en };
    return { phrases: [], problems: [{ span: { start: 0, end: 0 }, message }] };
  }
  const { document, problem } = parseYaml(text, PIECES);
  const phrases =
    document !== null
      ? readDocument(document, 0, problems)
      : within(entriesOf(text), problems).flatMap(({ start, end }) =>
          readEntry(text.slice(start, end), start, problems),
        );
  if (problem !== null && problems.length === 0) problems.push(syntaxProblem(problem, 0));
  return { phrases, problems };
}

/** As many as count; that there are more is told. */
function within<T>(entries: readonly T[], problems: PhraseProblem[]): readonly T[] {
  const most = LIMITS.phrases;
  if (entries.length <= most) return entries;
  const message = {
    zh: `常用语有 ${entries.length} 条，超过 ${most} 条，只用前 ${most} 条。请删去用不着的。`,
    en: `${entries.length} phrases are more than ${most}; only the first ${most} are used.`,
  };
  problems.push({ span: { start: 0, end: 0 }, message });
  return entries.slice(0, most);
}

function syntaxProblem({ start, end }: Span, by: number): PhraseProblem {
  return {
    span: shift({ start, end: Math.max(end, start + 1) }, by),
    message: {
      zh: '此处不是有效的 YAML，这一条未读取，其他常用语照常使用。请检查缩进、冒号后的空格和引号。',
      en: 'Not valid YAML: this entry is not used, the other phrases are.',
    },
  };
}

/** Where entries begin in a file that is not valid as a whole: a dash at the least indent of all dashes. */
function entriesOf(text: string): Span[] {
  const dashes = [...text.matchAll(/^( *)- /gm)];
  const least = dashes.reduce(
    (least, [, indent]) => Math.min(least, indent!.length),
    Number.POSITIVE_INFINITY,
  );
  const starts = dashes.filter(([, indent]) => indent!.length === least).map(({ index }) => index);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

function readEntry(entry: string, by: number, problems: PhraseProblem[]): Phrase[] {
  const { document, problem } = parseYaml(entry, PIECES);
  if (problem !== null) {
    // A quotation mark without its fellow is only missed at the end: then the entry is pointed at.
    const atEnd = problem.start >= entry.trimEnd().length;
    const line = entry.search(/\r?\n|$/);
    problems.push(syntaxProblem(atEnd ? { start: 0, end: line } : problem, by));
    return [];
  }
  return readDocument(document, by, problems);
}

function readDocument(document: Document, by: number, problems: PhraseProblem[]): Phrase[] {
  const { contents } = document;
  const tell = (node: unknown, zh: string, en: string) => {
    const [start = 0, end = 0] = (node as { range?: number[] } | null)?.range ?? [];
    problems.push({ span: shift({ start, end }, by), message: { zh, en } });
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
  return within(list.items, problems).flatMap((item) => {
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
  const { document }: { document: Document | null } = parseYaml(text, PIECES);
  if (document === null) return null;
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
