import { templateItems } from '../../core/template/candidates.js';
import { startNextYear } from '../../core/template/next-year.js';
import {
  NEXT_YEAR,
  type NextYearResult,
  TEMPLATE_ITEMS,
  type TemplateItems,
} from '../../protocol/index.js';
import { toTemplateItems } from '../convert.js';
import type { Feature } from '../session.js';

/** The way back from a finished summary: a template of it, or next year's document. */
export const template: Feature = {
  register(session) {
    const { connection, answer } = session;

    connection.onRequest(TEMPLATE_ITEMS, ({ uri }: { uri: string }): TemplateItems | null =>
      answer<TemplateItems | null>(uri, null, ({ summary, version }) =>
        toTemplateItems(summary, version, templateItems(summary), session.client.locale),
      ),
    );

    connection.onRequest(NEXT_YEAR, ({ uri }: { uri: string }): NextYearResult | null =>
      answer<NextYearResult | null>(uri, null, ({ summary }) => startNextYear(summary)),
    );
  },
};
