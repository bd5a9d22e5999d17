import { changeConfiguration } from '../../config/edit-configuration.js';
import { addPhrases, readPhraseFile } from '../../config/phrase-file.js';
import { placeAt } from '../../core/phrases/caret-context.js';
import { learnFrom } from '../../core/phrases/learn.js';
import { KINDS, ROLE_NAMES } from '../../core/phrases/model.js';
import { phraseFrom } from '../../core/phrases/phrase-from-selection.js';
import { dateText, periodsFor, skeleton } from '../../core/phrases/skeleton.js';
import { snippetOf } from '../../core/phrases/tab-stops.js';
import {
  ADD_PHRASES_REQUEST,
  ADD_TERMS_REQUEST,
  type CalendarDay,
  KINDS_REQUEST,
  type KindChoice,
  LEARN_REQUEST,
  type Learned,
  PHRASE_OF_REQUEST,
  PHRASES_CHANGED,
  type PhrasesChanged,
  READ_PHRASES_REQUEST,
  type SavedPhrase,
  SKELETON_REQUEST,
  type SkeletonParams,
} from '../../protocol/index.js';
import { toSpan } from '../convert.js';
import type { Feature } from '../session.js';

/** New documents, the writer's own phrases, and what the writer chose before. */
export const phrasing: Feature = {
  register(session) {
    const { client } = session;
    session.phrasing.chosen = client.chosenPhrases;
    void session.phrasing.watch(client.phraseFiles, client.workspaceFolders);
    const { connection, answer } = session;

    connection.onNotification(PHRASES_CHANGED, ({ chosen }: PhrasesChanged) => {
      if (chosen !== undefined) session.phrasing.chosen = chosen;
      else void session.phrasing.reload();
    });

    connection.onRequest(KINDS_REQUEST, (today: CalendarDay): KindChoice[] =>
      KINDS.map(({ id, name, subject, sections }) => ({
        id,
        name,
        subject,
        headings: sections.map(({ heading }) => heading),
        periods: periodsFor(id, today),
      })),
    );

    connection.onRequest(SKELETON_REQUEST, (params: SkeletonParams) => {
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

    connection.onRequest(PHRASE_OF_REQUEST, ({ textDocument: { uri }, range }) =>
      answer<SavedPhrase | null>(uri, null, ({ summary }) => {
        const span = toSpan(summary.lines, range);
        const text = phraseFrom(summary.text.slice(span.start, span.end));
        if (text === '') return null;
        const role = placeAt(summary, span.start).roles.find((found) => found !== 'heading');
        return { text, ...(role !== undefined && { section: ROLE_NAMES[role][0]! }) };
      }),
    );

    connection.onRequest(
      ADD_PHRASES_REQUEST,
      (params: { text: string; phrases: SavedPhrase[] }) => {
        const text = addPhrases(params.text, params.phrases);
        return text === null ? null : { text };
      },
    );

    connection.onRequest(ADD_TERMS_REQUEST, (params: { text: string; terms: string[] }) => {
      let text: string | null = params.text;
      for (const term of params.terms) {
        if (text === null) return null;
        text = changeConfiguration(text, { kind: 'terms', entry: { term, variants: [] } });
      }
      return text === null ? null : { text };
    });

    connection.onRequest(READ_PHRASES_REQUEST, ({ text }: { text: string }) => ({
      phrases: readPhraseFile(text).phrases.map(
        ({ text: phrase, title, section }): SavedPhrase => ({
          text: phrase,
          ...(title !== phrase.split('\n')[0] && { title }),
          section: ROLE_NAMES[section][0]!,
        }),
      ),
    }));

    connection.onRequest(
      LEARN_REQUEST,
      ({ files }: { files: { name: string; text: string }[] }): Learned => learnFrom(files),
    );
  },
};
