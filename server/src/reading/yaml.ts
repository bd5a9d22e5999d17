/** YAML and JSON of others: read in proportion to their size, or refused before the part of the library that is not. */
import {
  Composer,
  type CST,
  type Document,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
} from 'yaml';
import type { Localized } from '../core/base/localized.js';
import { LIMITS } from './limits.js';

export interface YamlProblem {
  /** UTF-16 offsets of the text. */
  readonly start: number;
  readonly end: number;
  readonly reason: 'syntax' | 'duplicate' | 'depth' | 'pieces';
  /** In English, as the library says it. */
  readonly detail: string;
}

export type ReadYaml =
  | { readonly document: Document.Parsed; readonly problem: null }
  | { readonly document: null; readonly problem: YamlProblem };

interface YamlOptions {
  /** How many words, signs and stretches of blanks there may be: the text's limit in another measure. */
  readonly pieces: number;
  readonly json?: boolean;
  readonly onLine?: (offset: number) => void;
}

/**
 * One document, without a mistake and with every name once in its mapping; else the first mistake.
 * Depth and number are known before anything recurses, which would end the process; and of mistakes
 * only the first is looked for, since a text of nothing else has one at each character.
 */
export function parseYaml(text: string, { pieces, json = false, onLine }: YamlOptions): ReadYaml {
  const lexer = new Lexer();
  const parser = new Parser(onLine);
  const tokens: CST.Token[] = [];
  onLine?.(0);
  let left = pieces;
  let offset = 0;
  for (const lexeme of lexer.lex(text)) {
    if (--left < 0) return refused({ ...at(offset), reason: 'pieces' });
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > LIMITS.yamlDepth) return refused({ ...at(offset), reason: 'depth' });
    offset = parser.offset;
  }
  tokens.push(...parser.end());
  const options = { prettyErrors: false, uniqueKeys: false, logLevel: 'error' } as const;
  const composer = new Composer({ ...options, ...(json && { schema: 'json' as const }) });
  const first = new FirstProblem();
  Object.assign(composer, { onError: first.tell });
  let document: Document.Parsed | null = null;
  try {
    for (const next of composer.compose(tokens, true, text.length)) {
      if (document !== null) first.tell(next.range[0], 'MULTIPLE_DOCS', 'More than one document');
      document = next as Document.Parsed;
    }
  } catch (error) {
    if (first.problem === null) throw error;
    return refused(first.problem);
  }
  const error = document?.errors[0];
  if (error !== undefined) {
    const [start, end] = error.pos;
    return refused({ start, end, reason: 'syntax', detail: error.message });
  }
  const twice = document === null ? null : duplicate(document.contents);
  return twice === null ? { document: document!, problem: null } : refused(twice);
}

const at = (start: number) => ({ start, end: start + 1, detail: '' });
const refused = (problem: YamlProblem) => ({ document: null, problem });

/** Ends the reading at the first mistake. Warnings are none. */
class FirstProblem {
  problem: YamlProblem | null = null;

  readonly tell = (
    place: number | { offset: number; source?: string } | readonly number[],
    _code: string,
    detail: string,
    warning?: boolean,
  ): void => {
    if (warning) return;
    const [start = 0, end = start + 1] =
      typeof place === 'number'
        ? [place]
        : 'offset' in place
          ? [place.offset, place.offset + (place.source?.length ?? 1)]
          : place;
    // On its way up it is caught and told once more, as if there had not been enough memory.
    this.problem ??= { start, end: Math.max(end, start + 1), reason: 'syntax', detail };
    throw this;
  };
}

/** A name that its mapping has already. */
function duplicate(node: unknown): YamlProblem | null {
  const parts: unknown[] = [];
  if (isMap(node)) {
    const seen = new Set<unknown>();
    for (const { key, value } of node.items) {
      if (isScalar(key)) {
        const [start = 0, end = start] = key.range ?? [];
        if (seen.has(key.value))
          return { start, end, reason: 'duplicate', detail: 'Names must be unique' };
        seen.add(key.value);
      }
      parts.push(key, value);
    }
  } else if (isSeq(node)) parts.push(...(node.items as Node[]));
  for (const part of parts) {
    const found = duplicate(part);
    if (found !== null) return found;
  }
  return null;
}

/** The end of a sentence about a problem: what is wrong and what to do. */
export function yamlProblemText({ reason, detail }: YamlProblem): Localized {
  switch (reason) {
    case 'depth':
      return {
        zh: `此处层次超过 ${LIMITS.yamlDepth} 层，请检查括号和缩进`,
        en: `More than ${LIMITS.yamlDepth} levels within each other; check brackets and indentation`,
      };
    case 'pieces':
      return {
        zh: '内容太多，没有读取，请拆分或删去用不着的内容',
        en: 'There is too much in it, so it was not read; split it or remove what is not needed',
      };
    case 'duplicate':
      return {
        zh: '此处的名称与前面的重复，请改名或删去一个',
        en: 'A name is repeated here; rename or delete one of them',
      };
    case 'syntax':
      return {
        zh: '此处不是有效的 YAML，请检查缩进、冒号后的空格和引号',
        en: `Not valid YAML: ${detail}`,
      };
  }
}
