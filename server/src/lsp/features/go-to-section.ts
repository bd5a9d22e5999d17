import { findSections, measureSections, neighbour } from '../../core/index.js';
import { FIND_SECTIONS, NEIGHBOUR } from '../../protocol/index.js';
import { toFoundSections, toOffset, toPosition, toWorkspaceSymbols } from '../convert.js';
import type { Feature } from '../session.js';

/** Symbols in one answer; nobody reads a longer list. */
const MAX_SYMBOLS = 500;

/** Going to a section by number, words or pinyin, and from one to the next. */
export const goToSection: Feature = {
  register({ connection, messages, documents, answer }) {
    connection.onWorkspaceSymbol(({ query }) =>
      documents.open
        .all()
        .flatMap(({ uri }) =>
          answer(uri, [], ({ summary }) =>
            toWorkspaceSymbols(uri, summary, findSections(summary, query)),
          ),
        )
        .slice(0, MAX_SYMBOLS),
    );

    messages.onRequest(FIND_SECTIONS, ({ textDocument: { uri }, query }) =>
      answer(uri, { sections: [] }, ({ summary }) => {
        const { sections } = measureSections(summary);
        return { sections: toFoundSections(summary, findSections(summary, query), sections) };
      }),
    );

    messages.onRequest(NEIGHBOUR, ({ textDocument: { uri }, position, direction }) =>
      answer(uri, null, ({ summary }) => {
        const { lines } = summary;
        const section = neighbour(summary, toOffset(lines, position), direction);
        return section && { position: toPosition(lines, section.labelSpan.start) };
      }),
    );
  },
};
