import * as vscode from 'vscode';
import { chineseQuotes, cleanCopy } from '../../../server/src/core/paste/clean.js';
import { hasAutomaticNumbers, htmlToText } from '../../../server/src/core/paste/html.js';
import type { Feature } from '../feature.js';
import { SELECTOR } from '../recognition.js';

type PasteKind = vscode.DocumentDropOrPasteEditKind;

/**
 * What the clipboard says can be pasted in other ways: with the numbers that Word counts by itself,
 * without the blanks and line breaks of a page, with Chinese quotation marks. Plain pasting stays
 * what happens unless the writer chooses otherwise.
 */
export const paste: Feature = ({ context, recognition }) => {
  context.subscriptions.push(
    vscode.commands.registerTextEditorCommand('workSummary.cleanSelection', (editor) =>
      cleanSelection(editor),
    ),
  );
  const { Text } = vscode.DocumentDropOrPasteEditKind;
  const kind = (name: string) => Text.append('workSummary', name);
  const kinds = { numbers: kind('numbers'), clean: kind('clean'), quotes: kind('quotes') };
  const edit = (text: string, title: string, as: PasteKind) => {
    const result = new vscode.DocumentPasteEdit(text, title, as);
    // Behind plain text in the list: an option, not a surprise.
    result.yieldTo = [Text];
    return result;
  };
  context.subscriptions.push(
    vscode.languages.registerDocumentPasteEditProvider(
      SELECTOR,
      {
        async provideDocumentPasteEdits(document, _ranges, dataTransfer, _context, token) {
          if (!recognition.serves(document)) return undefined;
          const html = await dataTransfer.get('text/html')?.asString();
          const plain = (await dataTransfer.get('text/plain')?.asString()) ?? '';
          if (token.isCancellationRequested) return undefined;
          const edits: vscode.DocumentPasteEdit[] = [];
          const offered = new Set([plain]);
          const offer = (text: string, title: string, as: PasteKind) => {
            if (text === '' || offered.has(text)) return;
            offered.add(text);
            edits.push(edit(text, title, as));
          };
          if (html !== undefined && hasAutomaticNumbers(html)) {
            const syntax = document.languageId === 'markdown' ? 'markdown' : 'plain';
            const title = vscode.l10n.t('Paste with Automatic Numbers as Text');
            offer(htmlToText(html, syntax), title, kinds.numbers);
          }
          const normal = plain.replace(/\r\n?/g, '\n');
          offer(
            cleanCopy(normal),
            vscode.l10n.t('Paste without Stray Spaces and Line Breaks'),
            kinds.clean,
          );
          if (chineseQuotes(normal) !== normal) {
            offer(
              chineseQuotes(normal),
              vscode.l10n.t('Paste with Chinese Quotation Marks'),
              kinds.quotes,
            );
          }
          return edits;
        },
      },
      {
        providedPasteEditKinds: Object.values(kinds),
        pasteMimeTypes: ['text/html', 'text/plain'],
      },
    ),
  );
};

/** The same cleaning for what was pasted before: the selected lines, or the whole document. */
async function cleanSelection(editor: vscode.TextEditor): Promise<void> {
  const { document, selection } = editor;
  if (selection.isEmpty) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Select the text that shall be cleaned first.'),
    );
    return;
  }
  const text = document.getText(selection);
  const cleaned = cleanCopy(text);
  const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  await editor.edit((edit) => edit.replace(selection, cleaned.replace(/\n/g, eol)));
}
