import type * as vscode from 'vscode';
import type { OutlineResult } from '#protocol';

type Document = Pick<vscode.TextDocument, 'uri' | 'version' | 'languageId'>;

interface Asked {
  readonly version: number;
  readonly languageId: string;
  readonly answer: Promise<OutlineResult | null>;
}

/** Outlines of documents. The server is asked once for a version, whoever wants to know. */
export class Outlines {
  private readonly asked = new WeakMap<Document, Asked>();

  /** @param ask Gives the outline of the newest version that the server has; null when it has none. */
  constructor(private readonly ask: (uri: string) => Promise<OutlineResult | null>) {}

  /** The outline of the document as it is now, or of a version before when the server has only that. */
  of(document: Document): Promise<OutlineResult | null> {
    const { version, languageId } = document;
    const known = this.asked.get(document);
    if (known?.version === version && known.languageId === languageId) return known.answer;
    const answer = this.ask(document.uri.toString());
    const asked = { version, languageId, answer };
    this.asked.set(document, asked);
    const forget = () => {
      if (this.asked.get(document) === asked) this.asked.delete(document);
    };
    answer.then((outline) => {
      if (outline?.version !== version) forget();
    }, forget);
    return answer;
  }
}
