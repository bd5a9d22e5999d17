import type { DocumentDiagnosticReport } from 'vscode-languageserver';
import { type Finding, typedSentence } from '../../core/index.js';
import { CARET_MOVED } from '../../protocol/index.js';
import { DOCUMENT_TOO_LARGE } from '../../reading/limits.js';
import { DebouncerByKey } from '../../timing/debouncer.js';
import { toDiagnostic, toFileDiagnostic, toOffset } from '../convert.js';
import type { Analysis } from '../documents.js';
import { ruleNameFor } from '../findings.js';
import { shownFindings } from '../held-back.js';
import type { Feature } from '../session.js';

/** Pause after a change before the text is checked: a word is often still being typed. Milliseconds. */
const CHECK_DELAY = 200;

const delay = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Findings: pulled by clients that can, sent to the others once the writer pauses. */
export const diagnostics: Feature = {
  register(session) {
    const { connection, messages, documents, configurations, language, answer } = session;
    const { LSPErrorCodes, ResponseError } = session.library;
    const debouncer = new DebouncerByKey(CHECK_DELAY);
    // A timer that fires later would find the connection closed.
    connection.onShutdown(() => debouncer.dispose());

    const convert = ({ summary }: Analysis, found: readonly Finding[]) => {
      const { client } = session;
      return found.map((finding) =>
        toDiagnostic(summary, finding, client.locale, ruleNameFor(finding.rule, client)),
      );
    };

    /** The diagnostics where there is no analysis: one for a document that is too large, else none. */
    const onlyTooLarge = (uri: string) =>
      documents.isTooLarge(uri)
        ? [toFileDiagnostic(DOCUMENT_TOO_LARGE, session.client.locale)]
        : [];

    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
      await Promise.all([delay(CHECK_DELAY), configurations.ready(textDocument.uri)]);
      if (token.isCancellationRequested) {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      }
      const nothing: DocumentDiagnosticReport = {
        kind: 'full',
        items: onlyTooLarge(textDocument.uri),
      };
      return answer(textDocument.uri, nothing, (analysis): DocumentDiagnosticReport => {
        readNew(analysis);
        const { found, heldFor } = shownFindings(session, analysis);
        const refresh = () => connection.languages.diagnostics.refresh();
        if (heldFor > 0) debouncer.later(textDocument.uri, refresh, heldFor);
        else debouncer.cancel(textDocument.uri);
        const state = documents.isFinalCheckOn(textDocument.uri) ? '-final' : '';
        const resultId = `${analysis.id}${heldFor > 0 ? '-typing' : ''}${state}`;
        return previousResultId === resultId
          ? { kind: 'unchanged', resultId }
          : { kind: 'full', resultId, items: convert(analysis, found) };
      });
    });

    const publish = async (uri: string): Promise<void> => {
      await configurations.ready(uri);
      const found = answer(uri, onlyTooLarge(uri), (analysis) => {
        readNew(analysis);
        const { found, heldFor } = shownFindings(session, analysis);
        if (heldFor > 0) debouncer.later(uri, () => publish(uri), heldFor);
        return convert(analysis, found);
      });
      void connection.sendDiagnostics({ uri, diagnostics: found });
    };
    const recheck = (uri: string) => {
      if (!session.client.pullsDiagnostics) void publish(uri);
      else if (session.client.canRefresh) connection.languages.diagnostics.refresh();
    };
    /** Lets the language model read what is new in a version; when that takes long, the document is checked again after it. */
    const readNew = (analysis: Analysis) => {
      const { uri } = analysis.document;
      language.loadAtIdle();
      const isCurrent = () => documents.analyse(uri) === analysis;
      language.readNew(analysis, isCurrent, () => recheck(uri));
    };
    language.onLoaded(() => {
      for (const { uri } of documents.open.all()) recheck(uri);
    });
    configurations.onChanged(recheck);
    documents.onChecksChanged(recheck);
    messages.onNotification(CARET_MOVED, ({ textDocument: { uri }, position }) => {
      const edit = documents.lastEdit(uri);
      if (edit === undefined) return;
      answer(uri, undefined, ({ summary }) => {
        const offset = toOffset(summary.lines, position);
        const { start, end } = typedSentence(summary, edit.offset);
        if (offset >= start && offset <= end + 1) return;
        const isHeldBack = debouncer.has(uri);
        documents.forgetEdit(uri);
        if (isHeldBack) debouncer.later(uri, () => recheck(uri), 0);
      });
    });
    documents.open.onDidChangeContent(({ document: { uri } }) => {
      if (!session.client.pullsDiagnostics) debouncer.later(uri, () => publish(uri));
    });
    documents.open.onDidClose(({ document: { uri } }) => {
      debouncer.cancel(uri);
      if (!session.client.pullsDiagnostics) {
        void connection.sendDiagnostics({ uri, diagnostics: [] });
      }
    });
  },
};
