import vscode = require('vscode');

import type { Feature } from '../feature.js';
import { SELECTOR } from '../recognition.js';

/**
 * What the clipboard says can be pasted in other ways: with the numbers that Word counts by itself,
 * without the blanks and line breaks of a page, with Chinese quotation marks. Plain pasting stays
 * what happens unless the writer chooses otherwise.
 */
export const paste: Feature = ({ context, recognition }) => {
  const { Text } = vscode.DocumentDropOrPasteEditKind;
  const kind = (name: string) => Text.append('workSummary', name);
  const kinds = { numbers: kind('numbers'), clean: kind('clean'), quotes: kind('quotes') };
  context.subscriptions.push(
    vscode.languages.registerDocumentPasteEditProvider(
      SELECTOR,
      {
        async provideDocumentPasteEdits(document, _ranges, dataTransfer, _context, token) {
          if (!recognition.serves(document)) return undefined;
          const html = await dataTransfer.get('text/html')?.asString();
          const plain = (await dataTransfer.get('text/plain')?.asString()) ?? '';
          const { pasteOptions } = await import('./options.js');
          if (token.isCancellationRequested) return undefined;
          const syntax = document.languageId === 'markdown' ? 'markdown' : 'plain';
          return pasteOptions(plain, html, syntax).map((option) => {
            const edit = new vscode.DocumentPasteEdit(
              option.text,
              option.title,
              kinds[option.kind],
            );
            // After plain text in the list: an option, not a surprise.
            edit.yieldTo = [Text];
            return edit;
          });
        },
      },
      {
        providedPasteEditKinds: Object.values(kinds),
        pasteMimeTypes: ['text/html', 'text/plain'],
      },
    ),
  );
};
