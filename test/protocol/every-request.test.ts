import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as protocol from '../../server/src/protocol/index.js';
import {
  askEverything,
  checkPlaces,
  comparable,
  OTHER_REQUESTS,
  REQUESTS,
} from '../helpers/every-request.js';
import { startTestServer, type TestServer } from '../helpers/server.js';
import { anyText, EVERYTHING, edits, fraction } from '../helpers/texts.js';

describe('every request', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  let count = 0;
  const open = (text: string, languageId: string) =>
    TextDocument.create(server.open(text, languageId, `untitled:${++count}`), languageId, 1, text);
  const close = ({ uri }: TextDocument) =>
    server.client.sendNotification('textDocument/didClose', { textDocument: { uri } });

  it('is asked here', () => {
    const own = Object.values(protocol).flatMap((declared) =>
      typeof declared === 'object' && 'method' in declared ? declared.method : [],
    );
    assert.ok(own.length > 30 && own.every((name) => name.startsWith('workSummary/')));
    const asked = Object.keys(REQUESTS).filter((name) => name.startsWith('workSummary/'));
    assert.deepEqual([...asked, ...OTHER_REQUESTS].sort(), own.sort());
    const { textDocumentSync, positionEncoding, ...providers } = server.initialized.capabilities;
    const declared = Object.keys(providers).map((name) =>
      name.replace(/^workspace(\w)/, (_, first) => `workspace/${first.toLowerCase()}`),
    );
    for (const name of declared) {
      const method = name
        .replace('document', '')
        .replace(/Provider$/, '')
        .toLowerCase();
      const found = Object.keys(REQUESTS).find((request) =>
        request.toLowerCase().replace('document', '').includes(method.replace('document', '')),
      );
      assert.ok(found, name);
    }
  });

  for (const language of ['work-summary', 'markdown']) {
    it(`gets of ${language} after edits the answer that a fresh document gets`, async () => {
      await fc.assert(
        fc.asyncProperty(
          edits(6),
          fc.array(fraction, { minLength: 3, maxLength: 3 }),
          async (sequence, at) => {
            let document = open(EVERYTHING, language);
            for (const [place, length, text] of sequence) {
              const start = Math.round(place * document.getText().length);
              const range = {
                start: document.positionAt(start),
                end: document.positionAt(start + length),
              };
              const change = { range, text };
              const version = document.version + 1;
              document = TextDocument.update(document, [change], version);
              await server.client.sendNotification('textDocument/didChange', {
                textDocument: { uri: document.uri, version },
                contentChanges: [change],
              });
              // Something is remembered of every version.
              void server.ask(protocol.OUTLINE, {
                textDocument: { uri: document.uri },
              });
            }
            const fresh = open(document.getText(), language);
            const [known, anew] = await Promise.all(
              [document, fresh].map((own) => askEverything(server.client, own, at, true)),
            );
            assert.deepEqual(comparable(known!, document.uri), comparable(anew!, fresh.uri));
            checkPlaces(known!, document, document.getText());
            await Promise.all([close(document), close(fresh)]);
          },
        ),
        { numRuns: 12 },
      );
    });
  }

  it('gets an answer for any text, with places inside it', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyText,
        fc.constantFrom('work-summary', 'markdown'),
        fc.array(fraction, { minLength: 3, maxLength: 3 }),
        async (text, language, at) => {
          const document = open(text, language);
          checkPlaces(await askEverything(server.client, document, at, false), document, text);
          await close(document);
        },
      ),
      { numRuns: 150 },
    );
  });
});
