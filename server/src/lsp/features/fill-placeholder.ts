import {
  checkValue,
  countTargets,
  fillEdits,
  fillTargets,
  listPlaceholders,
  localize,
  type Placeholder,
} from '../../core/index.js';
import { CHECK_VALUE, FILL, PLACEHOLDERS, type PlaceholderParams } from '../../protocol/index.js';
import { toOffset, toPlaceholderItem, toTextEdits } from '../convert.js';
import type { Analysis } from '../documents.js';
import type { Feature } from '../session.js';

/** How many UTF-16 units around a placeholder a value is checked against. */
const CONTEXT_LENGTH = 24;

/** The list of placeholders, and the check and the edits of a value: requests of the panel and of the commands. */
export const fillPlaceholder: Feature = {
  register(session) {
    const { messages, documents, answer } = session;

    messages.onRequest(PLACEHOLDERS, ({ textDocument: { uri } }) =>
      answer(uri, null, (analysis) => {
        const { summary, version, placeholders } = analysis;
        const count = countTargets(placeholders);
        const items = listPlaceholders(summary).map((listed) => {
          const { placeholder } = listed;
          const { group, places } = count(placeholder);
          const used =
            placeholder.group === null ? [] : documents.valuesOf(analysis, placeholder.group);
          const sizes = { groupSize: group, placesSize: places, used };
          return toPlaceholderItem(summary, listed, sizes, session.client.locale);
        });
        return { version, items };
      }),
    );

    messages.onRequest(CHECK_VALUE, (params) =>
      answer(params.textDocument.uri, null, (analysis) => {
        const placeholder = placeholderOf(analysis, params);
        if (placeholder === undefined) return null;
        const { locale } = session.client;
        return {
          problems: problemsOf(analysis, placeholder, params.value).map(
            ({ code, level, message }) => ({ code, level, message: localize(message, locale) }),
          ),
        };
      }),
    );

    messages.onRequest(FILL, (params) =>
      answer(params.textDocument.uri, null, (analysis) => {
        const placeholder = placeholderOf(analysis, params);
        if (placeholder === undefined) return null;
        const { summary, placeholders } = analysis;
        const targets = fillTargets(placeholders, placeholder, params.scope);
        const edits = fillEdits(summary.text, targets, params.value.trim(), params.exact);
        return { edits: toTextEdits(summary.lines, edits) };
      }),
    );
  },
};

/** The placeholder at the position of a request; undefined for another version of the document. */
function placeholderOf(
  { version, summary, placeholders }: Analysis,
  { textDocument, position }: PlaceholderParams,
): Placeholder | undefined {
  if (version !== textDocument.version) return undefined;
  const offset = toOffset(summary.lines, position);
  return placeholders.find(({ span }) => span.start === offset);
}

/** Problems of a value in the place of a placeholder, by what is before and after it on its line. */
export function problemsOf(
  { summary: { text } }: Analysis,
  { kind, span, text: own }: Placeholder,
  value: string,
) {
  const lineOnly = (part: string, end: boolean) => part.split(/[\r\n]/).at(end ? -1 : 0) ?? '';
  return checkValue(kind, value, {
    text: own,
    before: lineOnly(text.slice(Math.max(0, span.start - CONTEXT_LENGTH), span.start), true),
    after: lineOnly(text.slice(span.end, span.end + CONTEXT_LENGTH), false),
  });
}
