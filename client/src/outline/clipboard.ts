import vscode = require('vscode');

import type { Changes } from './changes.js';
import type { Item, OutlineTree } from './tree.js';

/** What was cut: it stays where it is until it is pasted, as with files. */
interface Cut {
  readonly uri: string;
  readonly keys: ReadonlySet<string>;
  readonly text: string;
}

/** Sections on the clipboard. Their text is there too, for any other place it may be pasted into. */
export class Clipboard {
  private cut: Cut | undefined;

  constructor(
    private readonly changes: Changes,
    private readonly tree: OutlineTree,
  ) {}

  /** Copies the sections that hold these lines (0-based) to the clipboard, and marks them as cut if `isCut`. */
  async copyOrCut(
    document: vscode.TextDocument,
    lines: readonly number[],
    isCut: boolean,
  ): Promise<void> {
    // In another version the lines hold another text.
    if (!this.tree.isOf(document)) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('The document has not been read yet. Please try again.'),
      );
      return;
    }
    const items = this.sectionsAt(lines);
    if (items.length === 0) return;
    const text = items
      .map(({ section: { line, endLine } }) => {
        const end = document.lineAt(endLine).range.end;
        return document.getText(new vscode.Range(new vscode.Position(line, 0), end));
      })
      .join(document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n');
    await vscode.env.clipboard.writeText(text);
    const keys = new Set(items.map(({ key }) => key));
    this.cut = isCut ? { uri: document.uri.toString(), keys, text } : undefined;
    this.tree.markCut(this.cut?.keys ?? new Set());
  }

  /** Puts what is on the clipboard after the section that holds `line`. */
  async paste(
    document: vscode.TextDocument,
    line: number,
    version: number,
  ): Promise<readonly number[] | undefined> {
    const text = await vscode.env.clipboard.readText();
    const { cut } = this;
    if (cut === undefined || cut.text !== text)
      return this.changes.paste(document, text, line, version);
    if (cut.uri !== document.uri.toString()) {
      const headings = await this.changes.paste(document, text, line, version);
      if (headings === undefined) return undefined;
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Copied from the other document; the sections there were not removed.'),
      );
      return headings;
    }
    const lines = this.tree.items
      .filter(({ key }) => cut.keys.has(key))
      .map(({ section }) => section.line);
    if (lines.length < cut.keys.size) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('The sections that were cut have changed. Please cut them again.'),
      );
      return undefined;
    }
    const headings = await this.changes.move(document, async () => ({ lines, version }), {
      kind: 'after',
      target: line,
    });
    if (headings !== undefined) {
      this.cut = undefined;
      this.tree.markCut(new Set());
    }
    return headings;
  }

  /** The innermost sections that hold the lines, without those below another one of them. */
  private sectionsAt(lines: readonly number[]): Item[] {
    const { items } = this.tree;
    const found = new Set(
      lines.flatMap(
        (line) =>
          items.findLast(({ section }) => section.line <= line && line <= section.endLine) ?? [],
      ),
    );
    const isBelowFound = (item: Item): boolean =>
      item.parent !== undefined && (found.has(item.parent) || isBelowFound(item.parent));
    return items.filter((item) => found.has(item) && !isBelowFound(item));
  }
}
