import { type Span, shift } from '../base/text.js';
import type { Summary } from '../document/document.js';

/** The sentence that holds `offset` (UTF-16), inside its line. An offset after an end mark belongs to the sentence before it. */
export function sentenceAt(text: string, offset: number): Span {
  const isEnd = (at: number) => /[。！？\r\n]/.test(text[at] ?? '\n');
  let start = Math.max(0, Math.min(offset, text.length));
  let end = start;
  if (start > 0 && /[。！？]/.test(text[start - 1]!)) start--;
  while (start > 0 && !isEnd(start - 1)) start--;
  while (end < text.length && !isEnd(end)) end++;
  return { start, end };
}

/** The same for an offset of a long text, which is not joined for it: a sentence ends with its line. */
export function typedSentence(summary: Summary, offset: number): Span {
  const line = summary.lineAt(offset);
  const at = summary.lineStarts[line]!;
  return shift(sentenceAt(summary.lineFacts.at(line)!.text, offset - at), at);
}
