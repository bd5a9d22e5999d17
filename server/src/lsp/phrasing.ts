/** The writer's own phrases and choices: what the files hold, and what the client remembers. */

import type { ReadFile } from '../config/configuration-store.js';
import { type PhraseProblem, type ReadPhrases, readPhraseFile } from '../config/phrase-file.js';
import { PHRASES_NAME } from '../config/phrase-file-name.js';
import type { Phrase } from '../core/index.js';
import { refusalOf } from '../reading/limits.js';

/** Holds the phrases of all phrase files and reads the files anew when they change. */
export class Phrasing {
  /** How often a phrase was chosen, by its id. */
  chosenCounts: Readonly<Record<string, number>> = {};
  private files: readonly string[] = [];
  private reloads = 0;
  /** Phrases of all files. Replaced only when a file changes: what is computed from a list is kept by it. */
  ownPhrases: readonly Phrase[] = [];

  constructor(
    private readonly readFile: ReadFile,
    private readonly onProblems: (
      uri: string,
      text: string,
      problems: readonly PhraseProblem[],
    ) => void,
  ) {}

  /** Says which files there are: the writer's own one and those of the workspace folders, as URIs. */
  watch(files: readonly string[], workspaceFolders: readonly string[]): Promise<void> {
    this.files = [...files, ...workspaceFolders.map((folder) => `${folder}/${PHRASES_NAME}`)];
    return this.reload();
  }

  /** Reads the files anew, all at once. One that does not exist has no phrases. */
  async reload(): Promise<void> {
    const files = this.files;
    const reload = ++this.reloads;
    const read = files.map((): readonly Phrase[] => []);
    await Promise.all(
      files.map(async (uri, index) => {
        const { phrases, problems, text } = await this.read(uri);
        // A later reload has begun meanwhile.
        if (reload !== this.reloads) return;
        if (text !== null || problems.length > 0) this.onProblems(uri, text ?? '', problems);
        if (phrases.length === 0) return;
        read[index] = phrases;
        this.ownPhrases = read.flat();
      }),
    );
    if (reload === this.reloads && read.every(({ length }) => length === 0)) this.ownPhrases = [];
  }

  private async read(uri: string): Promise<ReadPhrases & { readonly text: string | null }> {
    try {
      const text = await this.readFile(uri);
      return text === null
        ? { phrases: [], problems: [], text }
        : { ...readPhraseFile(text), text };
    } catch (error) {
      const message = refusalOf(error);
      const problems = message === null ? [] : [{ span: { start: 0, end: 0 }, message }];
      return { phrases: [], problems, text: null };
    }
  }
}
