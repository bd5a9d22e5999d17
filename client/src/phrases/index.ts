import vscode = require('vscode');

import { PHRASE_OF_REQUEST, READ_PHRASES_REQUEST } from '#protocol';
import { decodeText } from '#server/encoding/decode';
import { refusalOf } from '#server/reading/limits';
import { readBounded } from '../bounded-file.js';
import type { Feature, Services } from '../feature.js';
import { localized } from '../localized.js';
import { learnFromFolder } from './learn.js';
import { PhraseStore } from './store.js';

/** The writer's own phrases: saving, editing, importing, learning. */
export const ownPhrases: Feature = (services) => {
  const { context } = services;
  const store = new PhraseStore(services);
  const { registerCommand } = vscode.commands;
  context.subscriptions.push(
    registerCommand('workSummary.savePhrase', () => savePhrase(services, store)),
    registerCommand('workSummary.openPhrases', async () => {
      const uri = await store.choose(vscode.l10n.t('Which phrases?'));
      if (uri !== undefined) await store.open(uri);
    }),
    registerCommand('workSummary.importPhrases', () => importPhrases(services, store)),
    registerCommand('workSummary.learnPhrases', () => learnFromFolder(services, store)),
  );
};

async function savePhrase({ client, started }: Services, store: PhraseStore): Promise<void> {
  const { l10n, window } = vscode;
  const editor = window.activeTextEditor;
  if (editor === undefined || editor.selection.isEmpty) {
    void window.showInformationMessage(l10n.t('Select the text that shall become a phrase first.'));
    return;
  }
  await started;
  const { code2ProtocolConverter: convert } = client;
  const phrase = await client.sendRequest(PHRASE_OF_REQUEST, {
    textDocument: { uri: convert.asUri(editor.document.uri) },
    range: convert.asRange(editor.selection),
  });
  if (phrase === null) return;
  // An input box holds one line; longer phrases are edited in their file.
  const text = phrase.text.includes('\n')
    ? phrase.text
    : await window.showInputBox({
        title: l10n.t('Save as phrase'),
        prompt: l10n.t('【…】 and XX are what will be filled in; change them as you like.'),
        value: phrase.text,
        valueSelection: [phrase.text.length, phrase.text.length],
      });
  if (text === undefined || text.trim() === '') return;
  const uri = await store.choose(l10n.t('Where shall it be kept?'));
  if (uri !== undefined) await store.add(uri, [{ ...phrase, text: text.trim() }]);
}

/** Takes over the phrases of another file: YAML like our own, or a text with a phrase on each line. */
async function importPhrases({ client, started }: Services, store: PhraseStore): Promise<void> {
  const { l10n, window } = vscode;
  const [file] =
    (await window.showOpenDialog({
      filters: { [l10n.t('Phrases')]: ['yaml', 'yml', 'txt'] },
      openLabel: l10n.t('Import'),
    })) ?? [];
  if (file === undefined) return;
  await started;
  let content: string;
  try {
    content = decodeText(await readBounded(file, 'phraseFileBytes'))?.text ?? '';
  } catch (error) {
    const refused = refusalOf(error);
    if (refused === null) throw error;
    void window.showErrorMessage(`${file.fsPath}: ${localized(refused)}`);
    return;
  }
  const phrases = /\.txt$/i.test(file.path)
    ? content
        .split(/\r\n?|\n/)
        .map((line) => ({ text: line.trim() }))
        .filter(({ text }) => text !== '')
    : (
        await client.sendRequest(READ_PHRASES_REQUEST, {
          text: content,
        })
      ).phrases;
  if (phrases.length === 0) {
    void window.showInformationMessage(l10n.t('No phrases in {0}.', file.fsPath));
    return;
  }
  const uri = await store.choose(l10n.t('Where shall they be kept?'));
  if (uri !== undefined) await store.add(uri, phrases);
}
