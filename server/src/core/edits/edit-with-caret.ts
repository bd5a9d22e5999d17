import { editedSpans, type TextEdit } from '../base/text.js';

/** Edits of one action, and where the caret stands when they are done. */
export interface Change {
  /** Sorted and apart. */
  readonly edits: readonly TextEdit[];
  /** UTF-16 offset in the changed text. */
  readonly caret: number;
}

/** The change that makes these edits and leaves the caret `within` units after the start of `main`'s new text. */
export function changeWith(main: TextEdit, others: readonly TextEdit[], within: number): Change {
  const edits = [main, ...others].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
  const { start } = editedSpans(edits)[edits.indexOf(main)]!;
  return { edits, caret: start + within };
}
