import { startNextYear, templateItems } from '../../core/index.js';
import { NEXT_YEAR, TEMPLATE_ITEMS } from '../../protocol/index.js';
import { toTemplateItems } from '../convert.js';
import type { Feature } from '../session.js';

/** The way back from a finished summary: a template of it, or next year's document. */
export const template: Feature = {
  register(session) {
    const { messages, answer } = session;

    messages.onRequest(TEMPLATE_ITEMS, ({ uri }) =>
      answer(uri, null, ({ summary, version }) =>
        toTemplateItems(summary, version, templateItems(summary), session.client.locale),
      ),
    );

    messages.onRequest(NEXT_YEAR, ({ uri }) =>
      answer(uri, null, ({ summary }) => startNextYear(summary)),
    );
  },
};
