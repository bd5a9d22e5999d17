import { headingSpan, placesNaming, referenceAt } from '../../core/index.js';
import { toOffset, toRange } from '../convert.js';
import type { Feature } from '../session.js';

/** Section references (见第三部分, 本文二（三）): go to the section, find what refers to it. */
export const references: Feature = {
  register({ connection, answer }) {
    connection.onDefinition(({ textDocument: { uri }, position }) =>
      answer(uri, null, ({ summary }) => {
        const named = referenceAt(summary, toOffset(summary.lines, position));
        if (named === null) return null;
        return { uri, range: toRange(summary.lines, headingSpan(named.section)) };
      }),
    );

    connection.onReferences(({ textDocument: { uri }, position, context }) =>
      answer(uri, [], ({ summary }) => {
        const offset = toOffset(summary.lines, position);
        return placesNaming(summary, offset, context.includeDeclaration).map((span) => ({
          uri,
          range: toRange(summary.lines, span),
        }));
      }),
    );
  },
};
