import { changeConfiguration } from '../../config/edit-configuration.js';
import { addPhrases, readPhraseFile } from '../../config/phrase-file.js';
import {
  dateText,
  KINDS,
  labelsOfScheme,
  learnFrom,
  materialFor,
  ownWordsOf,
  periodsFor,
  phraseFrom,
  placeAt,
  ROLE_NAMES,
  schemeOfLabels,
  skeleton,
  snippetOf,
} from '../../core/index.js';
import {
  ADD_PHRASES_REQUEST,
  ADD_TERMS_REQUEST,
  KINDS_REQUEST,
  LEARN_REQUEST,
  MATERIAL_REQUEST,
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
    session.phrasing.chosenCounts = client.chosenPhrases;
    void session.phrasing.watch(client.phraseFiles, client.workspaceFolders);
    const { messages, answer, configurations, language } = session;

    messages.onNotification(PHRASES_CHANGED, ({ chosen }) => {
      if (chosen !== undefined) session.phrasing.chosenCounts = chosen;
      else void session.phrasing.reload();
    });

    messages.onRequest(KINDS_REQUEST, (today) =>
      KINDS.map(({ id, name, subject, sections, period }) => ({
        id,
        name,
        subject,
        headings: sections.map(({ heading }) => heading),
        periods: periodsFor(id, today),
        takesMaterial: period === 'week' || period === 'month',
      })),
    );

    messages.onRequest(MATERIAL_REQUEST, ({ period, ...sources }) => materialFor(sources, period));

    messages.onRequest(SKELETON_REQUEST, async (params) => {
      const { kind, detail, markdown, subject, period, today, uri, material } = params;
      if (uri !== undefined) await configurations.ready(uri);
      const numbering = uri === undefined ? [] : configurations.get(uri).numbering;
      const parts = skeleton({
        kind: KINDS.find(({ id }) => id === kind)?.id ?? 'annual',
        detail,
        syntax: markdown ? 'markdown' : 'plain',
        style: 'mixed',
        subject,
        period,
        date: dateText(today),
        labels: labelsOfScheme(schemeOfLabels(numbering)),
        material,
      });
      return { snippet: snippetOf(parts) };
    });

    messages.onRequest(PHRASE_OF_REQUEST, ({ textDocument: { uri }, range }) =>
      answer(uri, null, ({ summary }) => {
        const span = toSpan(summary.lines, range);
        const text = phraseFrom(summary.text.slice(span.start, span.end));
        if (text === '') return null;
        const role = placeAt(summary, span.start).roles.find((found) => found !== 'heading');
        return { text, ...(role !== undefined && { section: ROLE_NAMES[role][0]! }) };
      }),
    );

    messages.onRequest(ADD_PHRASES_REQUEST, (params) => {
      const text = addPhrases(params.text, params.phrases);
      return text === null ? null : { text };
    });

    messages.onRequest(ADD_TERMS_REQUEST, (params) => {
      let text: string | null = params.text;
      for (const term of params.terms) {
        if (text === null) return null;
        text = changeConfiguration(text, { kind: 'terms', entry: { term, variants: [] } });
      }
      if (text !== null && params.words.length > 0) {
        text = changeConfiguration(text, { kind: 'learned', words: params.words });
      }
      return text === null ? null : { text };
    });

    messages.onRequest(READ_PHRASES_REQUEST, ({ text }) => ({
      phrases: readPhraseFile(text).phrases.map(({ text: phrase, title, section }) => ({
        text: phrase,
        ...(title !== phrase.split('\n')[0] && { title }),
        section: ROLE_NAMES[section][0]!,
      })),
    }));

    messages.onRequest(LEARN_REQUEST, async ({ files }) => {
      const model = await language.load();
      const texts = files.map(({ text }) => text);
      return { ...learnFrom(files), words: model === null ? [] : ownWordsOf(texts, model) };
    });
  },
};
