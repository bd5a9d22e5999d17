import vscode = require('vscode');

const SCHEME = 'work-summary-message';

/** Read-only documents that tell at length what a message has no room for; nothing asks to save them. */
export class LongMessages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly subscriptions = [
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.path)),
  ];
  private count = 0;

  provideTextDocumentContent({ path }: vscode.Uri): string | undefined {
    return this.texts.get(path);
  }

  async show(title: string, lines: readonly string[]): Promise<void> {
    const path = `/${++this.count}/${title}.txt`;
    this.texts.set(path, `${lines.join('\n')}\n`);
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.from({ scheme: SCHEME, path }),
    );
    await vscode.window.showTextDocument(document, { preview: false });
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }
}
