/** Changes of the outline: asked of the server, applied as one step, carets and folds restored. */

import vscode = require('vscode');

import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import {
  CONVERT_NUMBERING,
  MOVE_SECTIONS,
  type MoveSectionsParams,
  PASTE_SECTIONS,
  type SectionChange,
  type SectionMove,
} from '#protocol';
import { changeText } from '../change-text.js';
import { asLogged, messageOf } from '../errors.js';
import type { Services } from '../feature.js';
import { toRange } from '../positions.js';
import type { Preview } from './preview.js';

type Target = Pick<MoveSectionsParams, 'textDocument' | 'follow'>;

/** Lines (0-based) that a change is about, and the version of the document that they are lines of. */
export interface VersionedLines {
  readonly lines: readonly number[];
  readonly version: number;
}

export class Changes {
  /** Settles with the change requested last: changes run one after another, each on the text that the one before left. */
  private lastChange: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly services: Services,
    private readonly preview: Preview,
  ) {}

  /**
   * Moves sections.
   * @param linesNow Called when all earlier changes are done.
   * @returns Lines of their headings after the move; undefined when nothing was moved, or not yet.
   */
  move(
    document: vscode.TextDocument,
    linesNow: () => Promise<VersionedLines>,
    move: SectionMove,
  ): Promise<readonly number[] | undefined> {
    return this.inTurn(async () => {
      const { lines, version } = await linesNow();
      return this.change(document, version, (target) => {
        const params = { ...target, lines, move };
        return this.services.client.sendRequest(MOVE_SECTIONS, params);
      });
    });
  }

  /** Puts sections from another text after the section that holds `line`. */
  paste(
    document: vscode.TextDocument,
    text: string,
    line: number,
    version: number,
  ): Promise<readonly number[] | undefined> {
    return this.inTurn(() =>
      this.change(document, version, (target) => {
        const params = { ...target, text, line };
        return this.services.client.sendRequest(PASTE_SECTIONS, params);
      }),
    );
  }

  /** Writes all labels of a document as another scheme has them. */
  convert(document: vscode.TextDocument, scheme: string): Promise<readonly number[] | undefined> {
    return this.inTurn(() =>
      this.change(document, document.version, (target) =>
        this.services.client.sendRequest(CONVERT_NUMBERING, { ...target, scheme }),
      ),
    );
  }

  private inTurn<T>(run: () => Promise<T>): Promise<T> {
    const result = this.lastChange.then(run);
    this.lastChange = result.catch(() => undefined);
    return result;
  }

  private async change(
    document: vscode.TextDocument,
    version: number,
    ask: (target: Target) => Promise<SectionChange>,
  ): Promise<readonly number[] | undefined> {
    const editor = vscode.window.visibleTextEditors.find(
      (candidate) => candidate.document === document,
    );
    const selections = editor?.selections ?? [];
    const foldLines = editor === undefined ? [] : foldedLines(editor);
    const follow = [
      ...selections.flatMap(({ anchor, active }) => [anchor, active]),
      ...foldLines.map((line) => new vscode.Position(line, 0)),
    ].map(({ line, character }) => ({ line, character }));
    const uri = document.uri.toString();
    let answer: SectionChange;
    try {
      answer = await ask({ textDocument: { uri, version }, follow });
    } catch (error) {
      // VS Code shows no error of a drop that failed.
      this.services.output.error(asLogged(error));
      return warnRefused(messageOf(error));
    }
    if ('refusal' in answer) return warnRefused(answer.refusal);
    if (answer.edit === null) return answer.headings;
    const edits = toEdits(answer.edit);
    const previews = vscode.workspace
      .getConfiguration('workSummary.outline', document)
      .get('previewMoves');
    if (previews === true && answer.sections > 1) {
      // The next move need not wait for the answer: the version tells whether it still holds.
      void this.preview.confirm(document, edits, answer.sections).then(async (isConfirmed) => {
        if (isConfirmed) await apply(document, version, edits);
      });
      return undefined;
    }
    if (!(await apply(document, version, edits))) return undefined;
    if (editor !== undefined) {
      const positions = answer.followed.map(
        ({ line, character }) => new vscode.Position(line, character),
      );
      editor.selections = selections.map(
        (_, index) => new vscode.Selection(positions[2 * index]!, positions[2 * index + 1]!),
      );
      editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      await fold(
        editor,
        positions.slice(2 * selections.length).map(({ line }) => line),
      );
    }
    return answer.headings;
  }
}

function warnRefused(reason: string): undefined {
  void vscode.window.showWarningMessage(reason);
  return undefined;
}

/** Changes the document in one step, if it still has the version that the edits are for. */
async function apply(
  document: vscode.TextDocument,
  version: number,
  edits: vscode.TextEdit[],
): Promise<boolean> {
  const change = await changeText(document, version, edits);
  if (change === 'outdated') {
    warnRefused(vscode.l10n.t('The document has changed in the meantime, so nothing was moved.'));
  }
  return change === 'made';
}

function toEdits({ documentChanges = [] }: WorkspaceEdit): vscode.TextEdit[] {
  const changes = documentChanges.flatMap((change) => ('edits' in change ? change.edits : []));
  return changes.flatMap((edit) => {
    if (!('newText' in edit)) return [];
    return [new vscode.TextEdit(toRange(edit.range), edit.newText)];
  });
}

/** Visible lines (0-based) below which text is folded: a fold ends a visible range. */
function foldedLines({ visibleRanges }: vscode.TextEditor): number[] {
  return visibleRanges.slice(0, -1).map(({ end }) => end.line);
}

/** Folds lines (0-based) again: an edit that moves text unfolds it. Only the active editor can be told to. */
async function fold(editor: vscode.TextEditor, lines: readonly number[]): Promise<void> {
  if (lines.length === 0 || vscode.window.activeTextEditor !== editor) return;
  await vscode.commands.executeCommand('editor.fold', {
    selectionLines: lines,
    levels: 1,
    direction: 'down',
  });
}
