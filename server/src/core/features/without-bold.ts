import type { Syntax } from '../document/model.js';

/** Typed text where Markdown is not drawn, such as in a list: without the marks of what is bold. */
export function withoutBold(text: string, syntax: Syntax): string {
  return syntax === 'markdown' ? text.replaceAll('**', '') : text;
}
