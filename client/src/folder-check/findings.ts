import vscode = require('vscode');

/** More problems than this make the list of problems slow, and nobody reads them. */
export const MAX_LISTED = 10_000;

type Findings = readonly vscode.Diagnostic[];

/**
 * The problems of all files in one collection: of an open document those that the server gives of its
 * text as it is now, of any other those that the check of its folder found. To the language client it
 * is the collection for what it pulls.
 */
export class FileFindings implements vscode.DiagnosticCollection {
  private readonly shown = vscode.languages.createDiagnosticCollection('work-summary');
  /** Of open documents, by URI. */
  private readonly live = new Set<string>();
  /** Of files as they are stored, by URI. */
  private readonly stored = new Map<
    string,
    { readonly uri: vscode.Uri; readonly found: Findings }
  >();
  private count = 0;

  /** @param isServed True for an open document that the server knows; of others it has nothing to say. */
  constructor(private readonly isServed: (uri: vscode.Uri) => boolean) {}

  get name(): string {
    return this.shown.name;
  }

  set(
    first: vscode.Uri | readonly (readonly [vscode.Uri, Findings | undefined])[],
    found?: Findings,
  ): void {
    if (!(first instanceof vscode.Uri)) for (const [uri, each] of first) this.set(uri, each);
    else if (found === undefined || !this.isServed(first)) this.delete(first);
    else {
      this.live.add(first.toString());
      this.shown.set(first, found);
    }
  }

  /** The document is closed: what is stored counts. */
  delete(uri: vscode.Uri): void {
    this.live.delete(uri.toString());
    this.shown.set(uri, this.stored.get(uri.toString())?.found);
  }

  /** No document is open any more. */
  clear(): void {
    this.live.clear();
    this.shown.clear();
    for (const { uri, found } of this.stored.values()) this.shown.set(uri, found);
  }

  forEach(...args: Parameters<vscode.DiagnosticCollection['forEach']>): void {
    this.shown.forEach(...args);
  }

  get(uri: vscode.Uri): Findings | undefined {
    return this.shown.get(uri);
  }

  has(uri: vscode.Uri): boolean {
    return this.shown.has(uri);
  }

  [Symbol.iterator]() {
    return this.shown[Symbol.iterator]();
  }

  dispose(): void {
    this.shown.dispose();
  }

  /** True when some problems of files were left out because there were too many. */
  get isFull(): boolean {
    return this.count >= MAX_LISTED;
  }

  /** What was found in a file; beyond {@link MAX_LISTED} it is left out. */
  store(uri: vscode.Uri, found: Findings): void {
    const key = uri.toString();
    this.count -= this.stored.get(key)?.found.length ?? 0;
    const listed = found.slice(0, Math.max(0, MAX_LISTED - this.count));
    this.count += listed.length;
    if (listed.length === 0) this.stored.delete(key);
    else this.stored.set(key, { uri, found: listed });
    if (!this.live.has(key)) this.shown.set(uri, listed);
  }

  /** Files and folders of which nothing is stored any more, with all below them. */
  drop(isGone: (uri: vscode.Uri) => boolean): void {
    for (const { uri } of [...this.stored.values()]) if (isGone(uri)) this.store(uri, []);
  }
}
