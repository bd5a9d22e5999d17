/** The writer's own phrases and choices: what the files hold, and what the client remembers. */
import type { Phrase } from '../core/phrases/model.js';
import { PHRASES_NAME } from '../phrases/names.js';
import { type PhraseProblem, readPhraseFile } from '../phrases/phrase-file.js';
import type { ReadFile } from './configurations.js';

/** The part of a session that phrasing is asked of. */
export class Phrasing {
  /** How often a phrase was chosen, by its id. */
  chosen: Readonly<Record<string, number>> = {};
  private files: readonly string[] = [];
  /** One list for as long as the files stay, so that what is built on it stays too. */
  own: readonly Phrase[] = [];

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

  /** Reads the files anew. One that is not there has no phrases. */
  async reload(): Promise<void> {
    const texts = await Promise.all(this.files.map((uri) => this.readFile(uri)));
    this.own = texts.flatMap((text, index) => {
      if (text === null) return [];
      const { phrases, problems } = readPhraseFile(text);
      this.onProblems(this.files[index]!, text, problems);
      return phrases;
    });
  }
}
