/** Asks a server everything that can be asked of a document, and looks at every place in the answers. */
import assert from 'node:assert/strict';
import type { ProtocolConnection } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FINAL_CHECK_COMMAND } from '../../server/src/lsp/names.js';
import * as protocol from '../../server/src/protocol/index.js';

interface Place {
  readonly line: number;
  readonly character: number;
}
interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** What is asked: one version of a document, some places in it, some lines with headings. */
interface Question {
  readonly uri: string;
  readonly version: number;
  readonly places: readonly Place[];
  readonly lines: readonly number[];
  readonly placeholders: readonly Place[];
}

type Params = (question: Question) => object[];

const document: Params = ({ uri }) => [{ textDocument: { uri } }];
const atPlaces =
  (more: object = {}): Params =>
  ({ uri, places }) =>
    places.map((position) => ({ textDocument: { uri }, position, ...more }));
const upTo = ({ uri, places }: Question) =>
  places.map((end) => ({ textDocument: { uri }, range: { start: places[0]!, end } }));
const table = (uri: string) => ({ uri, name: '数据.csv', base: '总结' });

/** Every request about a document, with what it is asked. */
export const REQUESTS: Readonly<Record<string, Params>> = {
  'textDocument/documentSymbol': document,
  'textDocument/foldingRange': document,
  'textDocument/selectionRange': ({ uri, places: positions }) => [
    { textDocument: { uri }, positions },
  ],
  'textDocument/semanticTokens/full': document,
  'textDocument/semanticTokens/range': upTo,
  'textDocument/hover': atPlaces(),
  'textDocument/definition': atPlaces(),
  'textDocument/references': atPlaces({ context: { includeDeclaration: true } }),
  'textDocument/formatting': ({ uri }) => [
    { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } },
  ],
  'textDocument/codeAction': (question) =>
    upTo(question).map((params) => ({ ...params, context: { diagnostics: [], triggerKind: 1 } })),
  'textDocument/prepareRename': atPlaces(),
  'textDocument/rename': atPlaces({ newName: '𠮷水村' }),
  'textDocument/linkedEditingRange': atPlaces(),
  'textDocument/codeLens': document,
  'textDocument/completion': (question) => [
    ...atPlaces({ context: { triggerKind: 1 } })(question),
    ...atPlaces({ context: { triggerKind: 2, triggerCharacter: '（' } })(question),
  ],
  'textDocument/diagnostic': document,
  'workspace/symbol': () => [{ query: '' }],
  // The final check goes on, and off again.
  'workspace/executeCommand': ({ uri }) =>
    [true, false].map((on) => ({ command: FINAL_CHECK_COMMAND.command, arguments: [uri, on] })),
  [protocol.PHRASE_OF_REQUEST.method]: upTo,
  [protocol.PLACEHOLDERS.method]: document,
  [protocol.CHECK_VALUE.method]: ({ uri, version, placeholders }) =>
    placeholders.map((position) => ({ textDocument: { uri, version }, position, value: '12' })),
  [protocol.FILL.method]: ({ uri, version, placeholders }) =>
    placeholders.flatMap((position) =>
      (['one', 'group', 'places'] as const).map((scope) => ({
        textDocument: { uri, version },
        position,
        value: '𠮷水村',
        scope,
        exact: true,
      })),
    ),
  [protocol.FINAL_CHECK.method]: ({ uri }) => [{ textDocument: { uri }, on: false }],
  [protocol.CAREFUL_CHECK.method]: ({ uri }) => [{ textDocument: { uri }, on: false }],
  [protocol.WRITING.method]: ({ uri, places }) => [
    ...(['newSibling', 'newChild', 'enter', 'enterIndented'] as const).flatMap((action) =>
      places.map((position) => ({ textDocument: { uri }, action, position })),
    ),
    ...(['renumber', 'fixAll', 'unifyLabels', 'toMarkdownHeadings', 'toPlainLabels'] as const).map(
      (action) => ({ textDocument: { uri }, action }),
    ),
  ],
  [protocol.OUTLINE_TEXT.method]: document,
  [protocol.COLLAPSIBLE.method]: document,
  [protocol.LENGTH.method]: (question) => [...document(question), ...upTo(question)],
  [protocol.FIND_SECTIONS.method]: ({ uri }) => [{ textDocument: { uri }, query: '' }],
  [protocol.NEIGHBOUR.method]: (question) =>
    ['next', 'previous', 'parent'].flatMap((direction) => atPlaces({ direction })(question)),
  [protocol.EXPORT_CHECK.method]: document,
  [protocol.OUTLINE.method]: document,
  [protocol.MOVE_SECTIONS.method]: ({ uri, version, lines, places: follow }) =>
    lines.flatMap((line) =>
      [
        ...(['up', 'down', 'promote', 'demote'] as const).map((kind) => ({ kind })),
        ...(['before', 'after', 'into', 'onto'] as const).map((kind) => ({
          kind,
          target: lines[0]!,
        })),
      ].map((move) => ({ textDocument: { uri, version }, lines: [line], move, follow })),
    ),
  [protocol.NUMBERINGS.method]: document,
  [protocol.CONVERT_NUMBERING.method]: ({ uri, version, places: follow }) =>
    ['gb', 'decimal', 'chapters', '无'].map((scheme) => ({
      textDocument: { uri, version },
      scheme,
      follow,
    })),
  [protocol.PASTE_SECTIONS.method]: ({ uri, version, lines }) =>
    lines.map((line) => ({ textDocument: { uri, version }, text: '一、增补\n内容𠮷。\n', line })),
  [protocol.NEW_TABLE.method]: ({ uri }) =>
    ['csv', 'yaml', 'json'].map((format) => ({ uri, format })),
  [protocol.PREPARE_FILLING.method]: ({ uri }) => [
    { ...table(uri), data: Buffer.from('XX村,全年举办XX场次\n𠮷水村,12\n').toString('base64') },
  ],
  [protocol.TEMPLATE_ITEMS.method]: ({ uri }) => [{ uri }],
  [protocol.NEXT_YEAR.method]: ({ uri }) => [{ uri }],
  [protocol.RULE_FIXES.method]: ({ uri, version }) =>
    (['warning', 'hint'] as const).map((severity) => ({
      textDocument: { uri, version },
      rule: 'set-phrase',
      severity,
    })),
  [protocol.FILL_DOCUMENT.method]: ({ uri, version }) => [
    { uri, version, values: { XX村: '𠮷水村' } },
  ],
};

/** Own requests that are about no document, and those that the server sends. */
export const OTHER_REQUESTS: readonly string[] = [
  protocol.READ_FILE.method,
  protocol.EXPORT_CHECK_FILE.method,
  protocol.CARET_MOVED.method,
  protocol.PHRASES_CHANGED.method,
  protocol.CONFIGURATION_CHANGED.method,
  protocol.KINDS_REQUEST.method,
  protocol.SKELETON_REQUEST.method,
  protocol.MATERIAL_REQUEST.method,
  protocol.ADD_PHRASES_REQUEST.method,
  protocol.ADD_TERMS_REQUEST.method,
  protocol.READ_PHRASES_REQUEST.method,
  protocol.LEARN_REQUEST.method,
  protocol.REPORT.method,
  protocol.CHECK_FILES.method,
  protocol.CHECK_WORD.method,
  protocol.FIGURES.method,
  protocol.MERGE.method,
  protocol.LEDGER_TABLE.method,
  protocol.CONFIGURATION_EDITED.method,
];

/** Answers by request; with `slow` the one too that waits for the writer to pause. */
export type Answers = Readonly<Record<string, readonly unknown[]>>;

/** Asks everything about a document as it stands, at places that are told by fractions of its text. */
export async function askEverything(
  client: ProtocolConnection,
  document: TextDocument,
  fractions: readonly number[],
  slow: boolean,
): Promise<Answers> {
  const text = document.getText();
  const { uri, version } = document;
  const places = fractions.map((fraction) => {
    const offset = Math.round(fraction * text.length);
    return document.positionAt(splitsCharacter(text, offset) ? offset - 1 : offset);
  });
  const ask = (method: string, params: object): Promise<unknown> =>
    client.sendRequest(method, params).catch((error: Error) => ({ error: error.message }));
  const [outline, listed] = (await Promise.all(
    [protocol.OUTLINE, protocol.PLACEHOLDERS].map(({ method }) =>
      ask(method, { textDocument: { uri } }),
    ),
  )) as [protocol.OutlineResult, protocol.PlaceholdersResult];
  const headings = outline.sections.flatMap((section) => [section, ...section.children]);
  const some = <T>(list: readonly T[]) =>
    fractions.flatMap((fraction) => list[Math.floor(fraction * list.length)] ?? []).slice(0, 2);
  const lines = some(headings.map(({ line }) => line));
  const placeholders = some(listed.items.map(({ range }) => range.start));
  const starts = lines.map((line) => ({ line, character: 0 }));
  places.push(...placeholders, ...starts);
  const question: Question = { uri, version, places, lines, placeholders };
  const answers: Record<string, unknown[]> = {};
  await Promise.all(
    Object.entries(REQUESTS).map(async ([method, params]) => {
      if (method === 'textDocument/diagnostic' && !slow) return;
      const asked = params(question).map((own) => ask(method, own));
      answers[method] = await Promise.all(asked);
    }),
  );
  return answers;
}

/**
 * Answers without what differs between two documents of one text: their names, versions, and what
 * placeholders of one were filled with before.
 */
export function comparable(answers: Answers, uri: string): unknown {
  const valueKind = 12;
  const symbols = answers['workspace/symbol']?.map((list) =>
    (list as { location: { uri: string } }[]).filter(({ location }) => location.uri === uri),
  );
  const json = JSON.stringify({ ...answers, 'workspace/symbol': symbols }, (key, value) => {
    if (['version', 'resultId', 'used', 'sortText'].includes(key)) return undefined;
    if (key === 'items' && Array.isArray(value)) {
      return value.filter((item) => item?.kind !== valueKind || item?.label === undefined);
    }
    return value === uri ? 'document' : value;
  });
  return JSON.parse(json.replaceAll(JSON.stringify(uri), '"document"'));
}

function splitsCharacter(text: string, offset: number): boolean {
  return (
    /[\ud800-\udbff]/.test(text[offset - 1] ?? '') && /[\udc00-\udfff]/.test(text[offset] ?? '')
  );
}

const isRange = (value: object): value is Range =>
  'start' in value && 'end' in value && typeof (value as Range).start === 'object';

/** Fails when a range in an answer lies outside the text or splits a character or line end, or edits overlap. */
export function checkPlaces(answers: Answers, { uri }: TextDocument, text: string): void {
  const document = TextDocument.create(uri, '', 0, text);
  const check = (where: string, { line, character }: Place) => {
    const offset = document.offsetAt({ line, character });
    assert.deepEqual(
      document.positionAt(offset),
      { line, character },
      `${where}: outside the text`,
    );
    assert.ok(!splitsCharacter(text, offset), `${where}: splits a character`);
  };
  const walk = (where: string, value: unknown): void => {
    if (Array.isArray(value)) {
      const edits = value.filter((item) => typeof item?.newText === 'string' && item.range);
      // Overlapping edits make it throw.
      if (edits.length > 0) TextDocument.applyEdits(document, edits);
      for (const item of value) walk(where, item);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    if ('uri' in value && typeof value.uri === 'string' && value.uri !== uri) return;
    if ('location' in value) {
      walk(where, value.location);
      return;
    }
    if (isRange(value)) {
      check(where, value.start);
      check(where, value.end);
      assert.ok(document.offsetAt(value.start) <= document.offsetAt(value.end), where);
    }
    for (const [key, inner] of Object.entries(value)) {
      // These are places in the text as it will be.
      if (key !== 'caret' && key !== 'followed') walk(`${where} ${key}`, inner);
    }
  };
  for (const [method, list] of Object.entries(answers)) walk(method, list);
  for (const tokens of answers['textDocument/semanticTokens/full'] ?? []) {
    const { data } = tokens as { data: number[] };
    let line = 0;
    let character = 0;
    for (let i = 0; i < data.length; i += 5) {
      character = data[i] === 0 ? character + data[i + 1]! : data[i + 1]!;
      line += data[i]!;
      check('semantic token', { line, character });
      check('semantic token', { line, character: character + data[i + 2]! });
    }
  }
}
