import vscode = require('vscode');

import {
  contradictionMessage,
  contradictions,
  type DocumentFigure,
  growthMessage,
  type Localized,
  wrongGrowths,
} from '#core';
import type { FileFigure, Range } from '#protocol';
import { nameOf } from '../file-name.js';
import { localized } from '../localized.js';
import { toRange } from '../positions.js';

/**
 * Compares the figures of all files of the checked folders: where two files disagree, each gets a problem that
 * names the other. A collection of its own, beside the problems of the single files in `FileFindings`.
 */
export class FolderFigures implements vscode.Disposable {
  private readonly shown = vscode.languages.createDiagnosticCollection('work-summary-figures');
  private readonly files = new Map<
    string,
    { readonly uri: vscode.Uri; readonly figures: readonly FileFigure[] }
  >();

  store(uri: vscode.Uri, figures: readonly FileFigure[]): void {
    if (figures.length === 0) this.files.delete(uri.toString());
    else this.files.set(uri.toString(), { uri, figures });
  }

  /** Files and folders that are not looked after any more, with all below them. */
  drop(isGone: (uri: vscode.Uri) => boolean): void {
    for (const [key, { uri }] of this.files) if (isGone(uri)) this.files.delete(key);
    if (this.files.size === 0) this.shown.clear();
  }

  /** Compares the stored figures and shows the problems. @returns How many there are. */
  show(): number {
    const files = [...this.files.values()].sort((a, b) => (`${a.uri}` < `${b.uri}` ? -1 : 1));
    const ledgers = files.map(({ figures }) => figures);
    const found = new Map<number, vscode.Diagnostic[]>();
    const add = (own: PlacedFigure, range: Range, other: PlacedFigure, message: Localized) => {
      const problem = new vscode.Diagnostic(
        toRange(range),
        localized(message),
        vscode.DiagnosticSeverity.Information,
      );
      problem.source = vscode.l10n.t('Work Summary');
      problem.code = vscode.l10n.t('figures of the folder');
      const { uri } = files[other.document]!;
      problem.relatedInformation = [
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(uri, toRange(other.entry.range)),
          nameOf(uri),
        ),
      ];
      const list = found.get(own.document) ?? [];
      found.set(own.document, list);
      list.push(problem);
    };
    const name = (document: number) => nameOf(files[document]!.uri);
    for (const { first, other } of contradictions(ledgers)) {
      const message = (own: PlacedFigure, its: PlacedFigure) =>
        contradictionMessage(own.entry, its.entry, name(its.document));
      add(first, first.entry.range, other, message(first, other));
      add(other, other.entry.range, first, message(other, first));
    }
    for (const wrong of wrongGrowths(ledgers)) {
      const { current, previousYear } = wrong;
      add(
        current,
        current.entry.growthRange!,
        previousYear,
        growthMessage(wrong, name(previousYear.document)),
      );
    }
    this.shown.clear();
    let count = 0;
    for (const [document, problems] of found) {
      this.shown.set(files[document]!.uri, problems);
      count += problems.length;
    }
    return count;
  }

  dispose(): void {
    this.shown.dispose();
  }
}

type PlacedFigure = DocumentFigure<FileFigure>;
