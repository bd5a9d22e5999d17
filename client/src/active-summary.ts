import vscode = require('vscode');

import { setContextKey } from './context-key.js';
import { mayBeSummary, type Recognition } from './recognition.js';

/** Context key: a summary is open in the active editor, so views and their commands have something to show. */
const CONTEXT_KEY = 'workSummary.hasSummary';
/** Context key: what the active editor shows is no summary, but could be taken for one. */
const MAY_ENABLE_KEY = 'workSummary.mayEnable';

/**
 * The summary that the views show: that of the active editor. It stays while the focus is in a view,
 * a panel or an input box, because the active text editor then stays too.
 */
export class ActiveSummary implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument | undefined>();
  private readonly subscriptions: vscode.Disposable[];
  private shown: vscode.TextDocument | undefined;

  /** Fires when another document, or none, is to be shown; not for changes of its text. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly recognition: Recognition) {
    const update = () => this.update();
    this.subscriptions = [
      this.changed,
      vscode.window.onDidChangeActiveTextEditor(update),
      // A change of language closes and opens the document under the same editor.
      vscode.workspace.onDidOpenTextDocument(update),
      vscode.workspace.onDidCloseTextDocument(update),
      recognition.onDidChangeServed(update),
    ];
    this.updateContextKey();
    this.update();
  }

  /** Undefined when the active editor holds no summary. */
  get document(): vscode.TextDocument | undefined {
    return this.shown;
  }

  /** The editor of {@link document}. */
  get editor(): vscode.TextEditor | undefined {
    const editor = vscode.window.activeTextEditor;
    return editor?.document === this.shown ? editor : undefined;
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private update(): void {
    const document = vscode.window.activeTextEditor?.document;
    // The output panel counts as a text editor; looking at it is no change of the document.
    if (document?.uri.scheme === 'output') return;
    const mayEnable = document !== undefined && mayBeSummary(document);
    setContextKey(MAY_ENABLE_KEY, mayEnable);
    const next = document !== undefined && this.recognition.serves(document) ? document : undefined;
    if (next === this.shown) return;
    this.shown = next;
    this.updateContextKey();
    this.changed.fire(next);
  }

  private updateContextKey(): void {
    setContextKey(CONTEXT_KEY, this.shown !== undefined);
  }
}
