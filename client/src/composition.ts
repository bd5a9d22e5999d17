import vscode = require('vscode');

/** What an input method shows while it composes: letters of pinyin or strokes, zhuyin, separators. */
const COMPOSED_LETTERS = /^[a-z\u3105-\u312f' ]+$/;
/** A single letter may be typed or composed; for this long it is taken for composed. Milliseconds. */
const SINGLE_LETTER_WINDOW = 1000;

interface Change {
  readonly document: vscode.TextDocument;
  readonly offset: number;
  readonly text: string;
  readonly replacedLength: number;
  /** True when it replaced the text of the change before it, as each step of a composition does. */
  readonly isStep: boolean;
  readonly time: number;
}

/**
 * Tells from the changes of the text whether an input method is composing. The context key
 * `isComposing` is read from key events, and with the editor's newer input (`editor.editContext`)
 * they no longer know.
 */
export class Composition implements vscode.Disposable {
  private last: Change | undefined;
  private readonly subscription = vscode.workspace.onDidChangeTextDocument(
    ({ document, contentChanges, reason }) => {
      const [change] = contentChanges;
      // Other documents change too, such as a log in the output panel.
      if (change === undefined || document !== vscode.window.activeTextEditor?.document) return;
      const last = this.last;
      this.last =
        contentChanges.length > 1 || reason !== undefined
          ? undefined
          : {
              document,
              offset: change.rangeOffset,
              text: change.text,
              replacedLength: change.rangeLength,
              isStep:
                last?.document === document &&
                last.offset === change.rangeOffset &&
                last.text.length === change.rangeLength &&
                COMPOSED_LETTERS.test(last.text),
              time: Date.now(),
            };
    },
  );

  /** True while the text right before the caret is being composed, as far as can be told. */
  isActive(editor: vscode.TextEditor | undefined): boolean {
    const last = this.last;
    if (editor === undefined || last === undefined) return false;
    const { document, selection } = editor;
    if (last.document !== document || !COMPOSED_LETTERS.test(last.text)) return false;
    // VS Code updates the selection after the text, so it may still be that before the change.
    const end = last.offset + Math.max(last.text.length, last.replacedLength);
    const [from, to] = [document.offsetAt(selection.start), document.offsetAt(selection.end)];
    if (from < last.offset || to > end) return false;
    return last.isStep || Date.now() - last.time < SINGLE_LETTER_WINDOW;
  }

  dispose(): void {
    this.subscription.dispose();
  }
}
