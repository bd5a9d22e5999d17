/** Every regular expression of the product, found in its source. */
import { nodesIn } from '../helpers/syntax-tree.js';

export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly file: string;
}

/** The literals in server and client. */
export function literals(): Pattern[] {
  const found: Pattern[] = [];
  for (const { file, node } of nodesIn('server/src/', 'client/src/')) {
    const { regex } = node as { regex?: { pattern: string; flags: string } };
    if (regex !== undefined) found.push({ source: regex.pattern, flags: regex.flags, file });
  }
  return found;
}

/** Runs `act` and gives the patterns that were put together meanwhile by `new RegExp`. */
export async function builtDuring(act: () => Promise<void>): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const Real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Real, {
    construct(target, [pattern, flags = ''], newTarget) {
      const made = Reflect.construct(target, [pattern, flags], newTarget) as RegExp;
      found.push({ source: made.source, flags: made.flags, file: 'new RegExp' });
      return made;
    },
  });
  try {
    await act();
  } finally {
    globalThis.RegExp = Real;
  }
  return found;
}

/** How a pattern is written in the lists. */
export const nameOf = ({ source, flags }: Pattern) => `/${source}/${flags}`;
