import { changeConfiguration } from '../../config/edit-configuration.js';
import { addPhrases, readPhraseFile } from '../../config/phrase-file.js';
import {
  dateText,
  KINDS,
  learnFrom,
  periodsFor,
  phraseFrom,
  placeAt,
  ROLE_NAMES,
  skeleton,
  snippetOf,
} from '../../core/index.js';
import {
  ADD_PHRASES_REQUEST,
  ADD_TERMS_REQUEST,
  KINDS_REQUEST,
  LEARN_REQUEST,
  PHRASE_OF_REQUEST,
  PHRASES_CHANGED,
  READ_PHRASES_REQUEST,
  SKELETON_REQUEST,
} from '../../protocol/index.js';
import { toSpan } from '../convert.js';
import type { Feature } from '../session.js';

/** New documents, the writer's own phrases, and what the writer chose before. */
export const phrasing: Feature = {
  register(session) {
    const { client } = session;
    session.phrasing.chosen = client.chosenPhrases;
    void session.phrasing.watch(client.phraseFiles, client.workspaceFolders);
    const { own, answer } = session;

    own.onNotification(PHRASES_CHANGED, ({ chosen }) => {
      if (chosen !== undefined) session.phrasing.chosen = chosen;
      else void session.phrasing.reload();
    });

    own.onRequest(KINDS_REQUEST, (today) =>
      KINDS.map(({ id, name, subject, sections }) => ({
        id,
        name,
        subject,
        headings: sections.map(({ heading }) => heading),
        periods: periodsFor(id, today),
      })),
    );

    own.onRequest(SKELETON_REQUEST, (params) => {
      const { kind, detail, markdown, subject, period, today } = params;
      const parts = skeleton({
        kind: KINDS.find(({ id }) => id === kind)?.id ?? 'annual',
        detail,
        syntax: markdown ? 'markdown' : 'plain',
        style: 'mixed',
        subject,
        period,
        date: dateText(today),
      });
      return { snippet: snippetOf(parts) };
    });

    own.onRequest(PHRASE_OF_REQUEST, ({ textDocument: { uri }, range }) =>
      answer(uri, null, ({ summary }) => {
        const span = toSpan(summary.lines, range);
        const text = phraseFrom(summary.text.slice(span.start, span.end));
        if (text === '') return null;
        const role = placeAt(summary, span.start).roles.find((found) => found !== 'heading');
        return { text, ...(role !== undefined && { section: ROLE_NAMES[role][0]! }) };
      }),
    );

    own.onRequest(ADD_PHRASES_REQUEST, (params) => {
      const text = addPhrases(params.text, params.phrases);
      return text === null ? null : { text };
    });

    own.onRequest(ADD_TERMS_REQUEST, (params) => {
      let text: string | null = params.text;
      for (const term of params.terms) {
        if (text === null) return null;
        text = changeConfiguration(text, { kind: 'terms', entry: { term, variants: [] } });
      }
      return text === null ? null : { text };
    });

    own.onRequest(READ_PHRASES_REQUEST, ({ text }) => ({
      phrases: readPhraseFile(text).phrases.map(({ text: phrase, title, section }) => ({
        text: phrase,
        ...(title !== phrase.split('\n')[0] && { title }),
        section: ROLE_NAMES[section][0]!,
      })),
    }));

    own.onRequest(LEARN_REQUEST, ({ files }) => learnFrom(files));
  },
};
