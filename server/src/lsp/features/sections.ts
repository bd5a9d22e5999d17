import {
  convertNumbering,
  firstLabels,
  formsInUse,
  type Localized,
  localize,
  type MoveResult,
  moveSections,
  outlineEntries,
  pasteSections,
  SCHEMES,
  type Scheme,
  schemeOf,
  schemeOfLabels,
} from '../../core/index.js';
import {
  CONVERT_NUMBERING,
  MOVE_SECTIONS,
  type MoveSectionsParams,
  NUMBERINGS,
  OUTLINE,
  PASTE_SECTIONS,
  type SectionChange,
} from '../../protocol/index.js';
import { toOffset, toSectionChange } from '../convert.js';
import type { Analysis } from '../documents.js';
import type { Feature } from '../session.js';
import { symbolsOf } from '../symbols.js';

const CHANGED: Localized = {
  zh: '文稿在这期间改动过，为免移错，这次没有移动。请再试一次。',
  en: 'The document has changed in the meantime, so nothing was moved. Please try again.',
};
const NOT_READY: Localized = {
  zh: '这篇文稿还没有读完，请稍候再试。',
  en: 'The document has not been read yet. Please try again in a moment.',
};

/** The sections with their figures, and the edits that move, renumber and paste them. */
export const sections: Feature = {
  register(session) {
    const { messages, answer, configurations } = session;

    /** All schemes; the one that the configuration names comes first. */
    const schemesFor = (uri: string): readonly Scheme[] => {
      const unit = schemeOfLabels(configurations.get(uri).numbering);
      if (unit === null) return SCHEMES;
      return [unit, ...SCHEMES.filter(({ id }) => id !== unit.id)];
    };

    messages.onRequest(OUTLINE, ({ textDocument: { uri } }) =>
      answer(uri, null, (analysis) => {
        const { summary, placeholders, version } = analysis;
        return {
          version,
          sections: outlineEntries(summary, placeholders),
          symbols: symbolsOf(analysis, session.client),
          numbering: firstLabels({ levels: formsInUse(summary.sections) }),
        };
      }),
    );

    /** Computes a change; for another version than the client's it answers with a refusal. */
    const change = (
      { textDocument: { uri, version }, follow = [] }: Omit<MoveSectionsParams, 'move' | 'lines'>,
      compute: (analysis: Analysis) => MoveResult,
    ): SectionChange => {
      const { locale, versionedEdits: versioned } = session.client;
      return answer(uri, { refusal: localize(NOT_READY, locale) }, (analysis) => {
        if (analysis.version !== version) return { refusal: localize(CHANGED, locale) };
        const { lines } = analysis.summary;
        const offsets = follow.map((position) => toOffset(lines, position));
        return toSectionChange(
          { uri, version, lines, versioned },
          compute(analysis),
          offsets,
          locale,
        );
      });
    };

    messages.onRequest(MOVE_SECTIONS, (params) =>
      change(params, ({ summary }) => moveSections(summary, params.lines, params.move)),
    );

    messages.onRequest(NUMBERINGS, async ({ textDocument: { uri } }) => {
      await configurations.ready(uri);
      return answer(uri, { choices: [] }, ({ summary }) => {
        const current = schemeOf(summary);
        return {
          choices: schemesFor(uri).map((scheme) => ({
            id: scheme.id,
            name: scheme.name === null ? '' : localize(scheme.name, session.client.locale),
            labels: firstLabels(scheme),
            isCurrent: scheme.id === current.id,
          })),
        };
      });
    });

    messages.onRequest(CONVERT_NUMBERING, async (params) => {
      const { uri } = params.textDocument;
      await configurations.ready(uri);
      return change(params, ({ summary }) => {
        const scheme = schemesFor(uri).find(({ id }) => id === params.scheme);
        return convertNumbering(summary, scheme ?? schemeOf(summary));
      });
    });

    messages.onRequest(PASTE_SECTIONS, (params) =>
      change(params, ({ summary }) => pasteSections(summary, params.text, params.line)),
    );
  },
};
