import vscode = require('vscode');

import { chineseQuotes, cleanCopy, hasAutomaticNumbers, htmlToText, type Syntax } from '#core';

/** Another way of pasting. */
export interface PasteOption {
  readonly text: string;
  readonly title: string;
  readonly kind: 'numbers' | 'clean' | 'quotes';
}

/** What can be pasted instead of the clipboard's plain text: every text once, the likeliest first. */
export function pasteOptions(
  plain: string,
  html: string | undefined,
  syntax: Syntax,
): PasteOption[] {
  const options: PasteOption[] = [];
  const offered = new Set([plain, '']);
  const offer = (text: string, title: string, kind: PasteOption['kind']) => {
    if (offered.has(text)) return;
    offered.add(text);
    options.push({ text, title, kind });
  };
  if (html !== undefined && hasAutomaticNumbers(html)) {
    const title = vscode.l10n.t('Paste with Automatic Numbers as Text');
    offer(htmlToText(html, syntax), title, 'numbers');
  }
  const normal = plain.replace(/\r\n?/g, '\n');
  const title = vscode.l10n.t('Paste without Stray Spaces and Line Breaks');
  offer(cleanCopy(normal), title, 'clean');
  if (chineseQuotes(normal) !== normal) {
    offer(chineseQuotes(normal), vscode.l10n.t('Paste with Chinese Quotation Marks'), 'quotes');
  }
  return options;
}
