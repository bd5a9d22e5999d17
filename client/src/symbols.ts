import vscode = require('vscode');

import { SYMBOLS_LABEL } from '#protocol';
import { asLogged } from './errors.js';
import type { Feature } from './feature.js';
import { SELECTOR } from './recognition.js';

/**
 * The editor's own outline. It folds up everything when a second provider comes after the first has
 * answered, and Markdown has two. So this one is there before the server runs, which the library's
 * would not be, and does not answer before the other is there.
 */
export const symbols: Feature = ({ context, client, outlines, recognition, started, output }) => {
  context.subscriptions.push(
    vscode.languages.registerDocumentSymbolProvider(
      SELECTOR,
      {
        async provideDocumentSymbols(document, token) {
          // Other Markdown has its outline without waiting for our server.
          if (!recognition.serves(document)) return undefined;
          try {
            if (document.languageId === 'markdown') await markdownStarted();
            await started;
            const outline = await outlines.of(document);
            const found = [...(outline?.symbols ?? [])];
            return await client.protocol2CodeConverter.asDocumentSymbols(found, token);
          } catch (error) {
            if (!token.isCancellationRequested) output.error(asLogged(error));
            return undefined;
          }
        },
      },
      { label: SYMBOLS_LABEL },
    ),
  );
};

/** Waits for the editor's own support of Markdown, which may have been switched off, or fail. */
const markdownStarted = async () => {
  await vscode.extensions
    .getExtension('vscode.markdown-language-features')
    ?.activate()
    .then(undefined, () => undefined);
};
