/**
 * Paste providers, stable since VS Code 1.97: the part that is used here, because the types that
 * the extension is built with are those of the oldest VS Code it runs in, which has none.
 */
import * as vscode from 'vscode';

export interface PasteKind {
  append(...parts: string[]): PasteKind;
}

export interface PasteEdit {
  yieldTo?: readonly PasteKind[];
}

export interface PasteProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    dataTransfer: vscode.DataTransfer,
    context: unknown,
    token: vscode.CancellationToken,
  ): Promise<PasteEdit[] | undefined>;
}

interface Api {
  readonly kinds: { readonly Text: PasteKind };
  readonly edit: new (insertText: string, title: string, kind: PasteKind) => PasteEdit;
  register(
    selector: vscode.DocumentSelector,
    provider: PasteProvider,
    metadata: { providedPasteEditKinds: readonly PasteKind[]; pasteMimeTypes: readonly string[] },
  ): vscode.Disposable;
}

/** What this VS Code has; null in one that is older. */
export function pasteApi(): Api | null {
  const { DocumentDropOrPasteEditKind, DocumentPasteEdit } = vscode as unknown as {
    DocumentDropOrPasteEditKind?: Api['kinds'];
    DocumentPasteEdit?: Api['edit'];
  };
  const { registerDocumentPasteEditProvider } = vscode.languages as unknown as {
    registerDocumentPasteEditProvider?: Api['register'];
  };
  return DocumentDropOrPasteEditKind && DocumentPasteEdit && registerDocumentPasteEditProvider
    ? {
        kinds: DocumentDropOrPasteEditKind,
        edit: DocumentPasteEdit,
        register: registerDocumentPasteEditProvider,
      }
    : null;
}
