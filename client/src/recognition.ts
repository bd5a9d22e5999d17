import vscode = require('vscode');

import { detectMojibake, recognise } from '#core';
import { DebouncerByKey } from '#server/timing/debouncer';
import { nameOf } from './file-name.js';

export const LANGUAGE = 'work-summary';
/** Documents that may be summaries, of any file system. Which of them are is up to `Recognition.serves`. */
export const SELECTOR = [{ language: LANGUAGE }, { language: 'markdown' }];
const CHOICES_KEY = 'recognition.choices';
/** A new document is looked at again when the writer has paused this long, in milliseconds. */
const PAUSE = 1500;

type Choice = 'on' | 'off';

/**
 * True for what a writer edits: drafts, and files of whatever file system can be written to, on this
 * disk or on none. False for the read-only copies that a diff or a history opens.
 */
export function isEdited({ scheme }: vscode.Uri): boolean {
  return scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/**
 * Decides which documents are work summaries: the writer's own choice first, then the folder's
 * setting, then name and content. Plain text becomes language `work-summary`; Markdown keeps its
 * language and is only told to the server or not.
 */
export class Recognition implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[] = [];
  private readonly debouncer = new DebouncerByKey(PAUSE);
  /** Markdown documents that are served, by URI. */
  private readonly servedUris = new Set<string>();
  private readonly sessionChoices = new Map<string, Choice>();
  /**
   * URIs of summaries closed in this turn of the event loop. VS Code changes a language by closing and reopening,
   * so one that is reopened at once as plain text was changed to it by the writer.
   */
  private readonly closingUris = new Set<string>();
  private readonly servedChanged = new vscode.EventEmitter<vscode.TextDocument>();

  /** Fires after {@link serves} changed for an open Markdown document. */
  readonly onDidChangeServed = this.servedChanged.event;

  constructor(private readonly memory: vscode.Memento) {
    this.subscriptions.push(
      this.debouncer,
      this.servedChanged,
      vscode.workspace.onDidOpenTextDocument((document) => this.onOpened(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.onClosed(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.onChanged(document)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('workSummary.recognition')) this.reconsiderAll();
      }),
      vscode.commands.registerCommand('workSummary.enable', () => this.choose('on')),
      vscode.commands.registerCommand('workSummary.disable', () => this.choose('off')),
      vscode.commands.registerCommand('workSummary.setFolderRecognition', () =>
        this.chooseForFolder(),
      ),
    );
    this.reconsiderAll();
  }

  /** True when the server shall hear of the document. */
  serves(document: vscode.TextDocument): boolean {
    if (document.languageId === LANGUAGE) return isEdited(document.uri);
    return document.languageId === 'markdown' && this.isSummary(document);
  }

  /** True for a file of which the writer has said that it is no summary, by itself or with its folder. */
  excludes(uri: vscode.Uri): boolean {
    const choice = this.choiceFor(uri);
    if (choice !== undefined) return choice === 'off';
    return vscode.workspace.getConfiguration('workSummary', uri).get('recognition') === 'never';
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private reconsiderAll(): void {
    for (const document of vscode.workspace.textDocuments) this.consider(document);
  }

  private onOpened(document: vscode.TextDocument): void {
    if (this.closingUris.has(keyOf(document)) && document.languageId === 'plaintext') {
      void this.rememberChoice(document, 'off');
      return;
    }
    this.consider(document);
  }

  private onClosed(document: vscode.TextDocument): void {
    const uri = keyOf(document);
    this.debouncer.cancel(uri);
    this.servedUris.delete(uri);
    if (document.languageId !== LANGUAGE) return;
    this.closingUris.add(uri);
    setTimeout(() => this.closingUris.delete(uri), 0);
  }

  private onChanged(document: vscode.TextDocument): void {
    if (!isCandidate(document)) return;
    this.debouncer.later(keyOf(document), () => {
      if (!document.isClosed) this.consider(document);
    });
  }

  private consider(document: vscode.TextDocument): void {
    if (!isCandidate(document)) return;
    const isSummary = this.isSummary(document);
    if (document.languageId === 'plaintext') {
      if (isSummary) void vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
      return;
    }
    const uri = keyOf(document);
    if (isSummary === this.servedUris.has(uri)) return;
    if (isSummary) this.servedUris.add(uri);
    else this.servedUris.delete(uri);
    this.servedChanged.fire(document);
  }

  private isSummary(document: vscode.TextDocument): boolean {
    if (!isEdited(document.uri)) return false;
    const choice = this.choiceFor(document.uri);
    if (choice !== undefined) return choice === 'on';
    const mode = vscode.workspace.getConfiguration('workSummary', document).get('recognition');
    if (mode === 'never' || mode === 'always') return mode === 'always';
    const name = nameOf(document.uri);
    return recognise(document.isUntitled ? '' : name, document.getText()).isSummary;
  }

  private choiceFor(uri: vscode.Uri): Choice | undefined {
    const key = uri.toString();
    return (
      this.sessionChoices.get(key) ?? this.memory.get<Record<string, Choice>>(CHOICES_KEY)?.[key]
    );
  }

  private async rememberChoice(document: vscode.TextDocument, choice: Choice): Promise<void> {
    const uri = keyOf(document);
    this.sessionChoices.set(uri, choice);
    // Untitled-1 of tomorrow is another document.
    if (document.isUntitled) return;
    const choices = this.memory.get<Record<string, Choice>>(CHOICES_KEY) ?? {};
    await this.memory.update(CHOICES_KEY, { ...choices, [uri]: choice });
  }

  private async choose(choice: Choice): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a document first.'));
      return;
    }
    await this.rememberChoice(document, choice);
    if (document.languageId === LANGUAGE && choice === 'off') {
      await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    } else if (document.languageId !== 'markdown' && choice === 'on') {
      await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
    } else {
      this.consider(document);
    }
  }

  private async chooseForFolder(): Promise<void> {
    const active = vscode.window.activeTextEditor?.document.uri;
    const folder =
      (active && vscode.workspace.getWorkspaceFolder(active)) ??
      vscode.workspace.workspaceFolders?.[0];
    if (folder === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first.'));
      return;
    }
    const picked = await vscode.window.showQuickPick(
      [
        { label: vscode.l10n.t('Automatic: by file name and content'), mode: 'auto' },
        { label: vscode.l10n.t('Always: every .txt and .md in this folder'), mode: 'always' },
        { label: vscode.l10n.t('Never in this folder'), mode: 'never' },
      ],
      { title: vscode.l10n.t('Work summaries in {0}', folder.name) },
    );
    if (picked === undefined) return;
    await vscode.workspace
      .getConfiguration('workSummary', folder)
      .update('recognition', picked.mode, vscode.ConfigurationTarget.WorkspaceFolder);
  }
}

const keyOf = (document: vscode.TextDocument) => document.uri.toString();

/** True for a text that a writer may have taken for a summary; not for one that is garbled. */
export const mayBeSummary = (document: vscode.TextDocument) =>
  isEdited(document.uri) &&
  ['plaintext', 'markdown', LANGUAGE].includes(document.languageId) &&
  detectMojibake(document.getText()) === null;

/** True for plain text that is .txt or untitled, and for Markdown. Other plain text, such as a README or a .log, is never recognised. */
function isCandidate(document: vscode.TextDocument): boolean {
  if (!isEdited(document.uri)) return false;
  if (document.languageId === 'markdown') return true;
  return (
    document.languageId === 'plaintext' &&
    (document.isUntitled || /\.txt$/i.test(document.uri.path))
  );
}
