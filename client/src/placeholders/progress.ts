import type * as vscode from 'vscode';

const KEY = 'placeholders.totals';
/** Documents whose first count is kept. */
const MAX_DOCUMENTS = 200;

/** How many placeholders a document had at first, so that the panel can say how far the writer is. */
export class Progress {
  private readonly totals: Map<string, number>;

  constructor(private readonly memory: vscode.Memento) {
    this.totals = new Map(Object.entries(memory.get<Record<string, number>>(KEY) ?? {}));
  }

  /** The most that were ever counted in the document, `count` included. */
  total({ uri, isUntitled }: vscode.TextDocument, count: number): number {
    const key = uri.toString();
    const before = this.totals.get(key) ?? 0;
    if (count <= before) return before;
    this.totals.delete(key);
    this.totals.set(key, count);
    // Untitled-1 of tomorrow is another document.
    if (!isUntitled) {
      const kept = [...this.totals]
        .filter(([name]) => !name.startsWith('untitled:'))
        .slice(-MAX_DOCUMENTS);
      void this.memory.update(KEY, Object.fromEntries(kept));
    }
    return count;
  }
}
