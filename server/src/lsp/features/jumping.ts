import { type Direction, findSections, neighbour } from '../../core/analysis/find-sections.js';
import { measureSections } from '../../core/analysis/length.js';
import { FIND_SECTIONS, NEIGHBOUR, type Position } from '../../protocol/index.js';
import { toFoundSections, toOffset, toPosition, toWorkspaceSymbols } from '../convert.js';
import type { Feature } from '../session.js';

/** More are of no use in a list that a person reads. */
const MOST_SYMBOLS = 500;

interface FindParams {
  readonly textDocument: { readonly uri: string };
  readonly query: string;
}

interface NeighbourParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
  readonly direction: Direction;
}

/** Going to a section by number, words or pinyin, and from one to the next. */
export const jumping: Feature = {
  register({ connection, documents, answer }) {
    connection.onWorkspaceSymbol(({ query }) =>
      documents.open
        .all()
        .flatMap(({ uri }) =>
          answer(uri, [], ({ summary }) =>
            toWorkspaceSymbols(uri, summary, findSections(summary, query)),
          ),
        )
        .slice(0, MOST_SYMBOLS),
    );

    connection.onRequest(FIND_SECTIONS, ({ textDocument: { uri }, query }: FindParams) =>
      answer(uri, { sections: [] }, ({ summary }) => {
        const { sections } = measureSections(summary);
        return { sections: toFoundSections(summary, findSections(summary, query), sections) };
      }),
    );

    connection.onRequest(
      NEIGHBOUR,
      ({ textDocument: { uri }, position, direction }: NeighbourParams) =>
        answer<{ position: Position } | null>(uri, null, ({ summary }) => {
          const { lines } = summary;
          const section = neighbour(summary, toOffset(lines, position), direction);
          return section && { position: toPosition(lines, section.labelSpan.start) };
        }),
    );
  },
};
