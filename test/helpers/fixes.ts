import type {
  AnnotatedTextEdit,
  CodeAction,
  Diagnostic,
  ProtocolConnection,
  SnippetTextEdit,
  TextEdit,
} from 'vscode-languageserver-protocol';

interface OfferedFix {
  readonly title: string;
  readonly edits: readonly (TextEdit | AnnotatedTextEdit | SnippetTextEdit)[];
}

/** The fixes that a server offers of one finding, to a client that gets edits at once. */
export async function fixesOf(
  client: ProtocolConnection,
  uri: string,
  { code, range }: Diagnostic,
): Promise<OfferedFix[]> {
  const actions = await client.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [], triggerKind: 2 },
  });
  const place = JSON.stringify([code, range]);
  return actions
    .filter(
      ({ isPreferred, diagnostics: [about] = [] }) =>
        // What is noted in the configuration file is said of the same finding.
        isPreferred !== undefined && JSON.stringify([about?.code, about?.range]) === place,
    )
    .map(({ title, edit }) => {
      const [change] = edit?.documentChanges ?? [];
      const edits = change !== undefined && 'edits' in change ? change.edits : edit?.changes?.[uri];
      return { title, edits: edits ?? [] };
    });
}
