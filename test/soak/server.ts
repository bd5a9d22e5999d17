/**
 * Random edits of several documents at once, sent to the built server as an editor sends them: every answer
 * about a document that came about by edits must be the one about a fresh document of the same text. Stops
 * at the first difference.
 */
import assert from 'node:assert/strict';
import type { ProtocolConnection } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Answers, askEverything, checkPlaces, comparable } from '../helpers/every-request.js';
import { numbers } from '../helpers/numbers.js';
import { shutDown, startSpawnedServer } from '../helpers/spawned-server.js';
import { EVERYTHING } from '../helpers/texts.js';
import { LONGEST, PIECES } from './edits.js';
import { option } from './options.js';

const DOCUMENTS = 8;
/** Edits of a document between two comparisons. */
const TOGETHER = 25;
/** How much of an edit's notification is several changes, or the whole text. */
const SEVERAL = 0.1;
const WHOLE = 0.02;

type Random = () => number;
type Change = { range?: { start: object; end: object }; text: string };

export async function soakServer(): Promise<void> {
  const edits = option('server-edits', 30_000);
  const seed = option('seed', 1);
  const server = await startSpawnedServer();
  const { client } = server;
  const random = numbers(seed);
  let opened = 0;
  const open = async (text: string, languageId: string): Promise<TextDocument> => {
    const uri = `untitled:${++opened}`;
    const textDocument = { uri, languageId, version: 1, text };
    await client.sendNotification('textDocument/didOpen', { textDocument });
    return TextDocument.create(uri, languageId, 1, text);
  };
  const close = ({ uri }: TextDocument) =>
    client.sendNotification('textDocument/didClose', { textDocument: { uri } });
  const languageOf = (index: number) => (index % 2 === 0 ? 'work-summary' : 'markdown');

  const documents: TextDocument[] = [];
  for (let i = 0; i < DOCUMENTS; i++) documents.push(await open(EVERYTHING, languageOf(i)));
  let done = 0;
  let compared = 0;
  const started = Date.now();
  while (done < edits) {
    await Promise.all(
      documents.map(async (before, index) => {
        let document = before;
        if (document.getText().length > LONGEST) {
          await close(document);
          document = await open(EVERYTHING, languageOf(index));
        }
        for (let i = 0; i < TOGETHER; i++) document = await edit(client, document, random);
        documents[index] = document;
      }),
    );
    done += DOCUMENTS * TOGETHER;
    const at = [random(), random(), random()];
    await Promise.all(
      documents.map(async (document) => {
        const text = document.getText();
        const fresh = await open(text, document.languageId);
        const [known, anew] = await Promise.all(
          [document, fresh].map((own) => askEverything(client, own, at, true)),
        );
        const where = `${document.uri} after ${done} edits, seed ${seed}`;
        assert.deepEqual(answersOf(known!, document), answersOf(anew!, fresh), where);
        checkPlaces(known!, document, text);
        await close(fresh);
      }),
    );
    compared += DOCUMENTS;
    if (done % 5000 < DOCUMENTS * TOGETHER) {
      const seconds = Math.round((Date.now() - started) / 1000);
      console.log(`${done} edits sent, ${compared} comparisons, ${seconds} s`);
    }
  }
  assert.equal(await shutDown(server), 0);
  console.log(`${done} edits sent, ${compared} comparisons without a difference (seed ${seed})`);
}

/** Answers to compare; a list of headings of all documents together, which stops at some number, is none. */
function answersOf({ 'workspace/symbol': _, ...answers }: Answers, { uri }: TextDocument): unknown {
  return comparable(answers, uri);
}

/** Sends a random change; gives the document after it. */
async function edit(
  client: ProtocolConnection,
  document: TextDocument,
  random: Random,
): Promise<TextDocument> {
  const version = document.version + 1;
  const contentChanges: Change[] = [];
  let after = document;
  const add = (change: Change) => {
    contentChanges.push(change);
    after = TextDocument.update(after, [change as never], version);
  };
  const one = () => {
    const text = after.getText();
    const start = Math.floor(random() * (text.length + 1));
    const end = Math.min(text.length, start + Math.floor(random() * 7));
    const range = { start: after.positionAt(start), end: after.positionAt(end) };
    add({ range, text: PIECES[Math.floor(random() * PIECES.length)]! });
  };
  one();
  while (random() < SEVERAL) one();
  if (random() < WHOLE) add({ text: `${after.getText()}\n` });
  const { uri } = document;
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges,
  });
  return after;
}
