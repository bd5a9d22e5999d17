import type * as vscode from 'vscode';
import type { OutlineResult } from '#protocol';

type Document = Pick<vscode.TextDocument, 'uri' | 'version' | 'languageId'>;

interface OutlineRequest {
  readonly version: number;
  readonly languageId: string;
  readonly answer: Promise<OutlineResult | null>;
}

/** Outlines of documents, requested from the server once for each version, however many features need them. */
export class Outlines {
  private readonly requests = new WeakMap<Document, OutlineRequest>();

  /** @param requestOutline Gives the outline of the newest version that the server has; null when it has none. */
  constructor(private readonly requestOutline: (uri: string) => Promise<OutlineResult | null>) {}

  /** The outline of the document as it is now, or of a version before when the server has only that. */
  of(document: Document): Promise<OutlineResult | null> {
    const { version, languageId } = document;
    const cached = this.requests.get(document);
    if (cached?.version === version && cached.languageId === languageId) return cached.answer;
    const answer = this.requestOutline(document.uri.toString());
    const request = { version, languageId, answer };
    this.requests.set(document, request);
    const forget = () => {
      if (this.requests.get(document) === request) this.requests.delete(document);
    };
    answer.then((outline) => {
      if (outline?.version !== version) forget();
    }, forget);
    return answer;
  }
}
