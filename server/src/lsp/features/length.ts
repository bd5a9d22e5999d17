import type { CodeLensRefreshRequest } from 'vscode-languageserver';
import {
  boundsText,
  countCharacters,
  counted,
  headingOf,
  type Length,
  type Locale,
  lineAt,
  localize,
  measureSections,
  sectionsAround,
} from '../../core/index.js';
import { CONFIGURATION_CHANGED, LENGTH, type LengthWithTarget } from '../../protocol/index.js';
import { toCodeLenses, toSpan } from '../convert.js';
import type { Feature } from '../session.js';

const REFRESH = 'workspace/codeLens/refresh' satisfies typeof CodeLensRefreshRequest.method;

/** How long the text and its sections are: on request for a status bar, as code lenses where they are switched on. */
export const length: Feature = {
  register(session) {
    const { connection, messages, configurations, answer } = session;

    messages.onRequest(LENGTH, async ({ textDocument: { uri }, range }) => {
      await configurations.ready(uri);
      return answer(uri, null, ({ summary }) => {
        const measure = measureSections(summary, configurations.get(uri).targets);
        const span = range === undefined ? null : toSpan(summary.lines, range);
        const innermost =
          span === null
            ? undefined
            : sectionsAround(summary, lineAt(summary.lines, span.end)).at(-1);
        const measured = measure.sections.find(({ section }) => section === innermost);
        return {
          ...withTarget(measure),
          pages: measure.pages,
          selected:
            span === null || span.start === span.end
              ? null
              : countCharacters(summary.text, span.start, span.end),
          section:
            measured === undefined
              ? null
              : { ...withTarget(measured), heading: headingOf(measured.section) },
        };
      });
    });

    connection.onCodeLens(async ({ textDocument: { uri } }) => {
      if (!(await areLensesOn(uri))) return [];
      await configurations.ready(uri);
      return answer(uri, [], ({ summary }) => {
        const { sections } = measureSections(summary, configurations.get(uri).targets);
        const { locale } = session.client;
        return toCodeLenses(
          summary.lines,
          sections.map((measured) => ({
            span: measured.section.labelSpan,
            title: lensTitle(measured, locale),
          })),
        );
      });
    });

    const areLensesOn = async (scopeUri: string): Promise<boolean> => {
      if (!session.client.hasSettings) return false;
      const section = 'workSummary.codeLens';
      return (await connection.workspace.getConfiguration({ scopeUri, section })) === true;
    };

    configurations.onChanged((uri) => {
      void messages.sendNotification(CONFIGURATION_CHANGED, { uri });
      if (session.client.refreshesCodeLenses) {
        void connection.sendRequest(REFRESH);
      }
    });
  },
};

const withTarget = ({ characters, target, fit }: Length): LengthWithTarget => ({
  characters,
  target,
  fit,
});

function lensTitle({ characters, target }: Length, locale: Locale): string {
  const count = { zh: `${characters}字`, en: counted(characters, 'character') };
  if (target === null) return localize(count, locale);
  const wanted = boundsText(target);
  const text = {
    zh: `${count.zh}（要求${wanted.zh}）`,
    en: `${count.en} (target: ${wanted.en})`,
  };
  return localize(text, locale);
}
