/** Which files a command works on: those it was given, and the .txt and .md of folders. */
import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import type { Localized } from '../core/localized.js';
import { isDocumentName, isSkippedFolder } from '../data/document-files.js';
import { fileProblem } from './problem.js';

/** One document to read. */
export interface Input {
  /** As the writer would name it: what was typed, or found below it. `-` is standard input. */
  readonly name: string;
  /** Absolute path; null for standard input. */
  readonly path: string | null;
}

export interface Collected {
  readonly inputs: readonly Input[];
  readonly problems: readonly Localized[];
}

/**
 * Files are taken whatever their name. Folders are walked in order of names for `.txt` and `.md`;
 * links are followed, but no file and no folder is taken twice, so that a circle of links ends. A
 * pattern that no shell has expanded is expanded here.
 */
export async function collect(
  names: readonly string[],
  cwd: string,
  folders: boolean,
): Promise<Collected> {
  const collector = new Collector(folders);
  for (const name of names) {
    if (name === '-') collector.standardInput();
    else if (!(await expanded(name, cwd, collector))) collector.add(name, path.resolve(cwd, name));
  }
  return collector;
}

/** Takes what a pattern such as `*.txt` stands for; false when `name` is none, or a file is so named. */
async function expanded(name: string, cwd: string, collector: Collector): Promise<boolean> {
  if (!/[*?[{]/.test(name) || statSync(path.resolve(cwd, name), { throwIfNoEntry: false })) {
    return false;
  }
  const { glob } = await import('tinyglobby');
  const pattern = path.sep === '\\' ? name.replaceAll('\\', '/') : name;
  const found = await glob(pattern, {
    cwd,
    onlyFiles: false,
    expandDirectories: false,
    ignore: ['**/~$*'],
  });
  for (const match of found.sort()) {
    const clean = path.normalize(match.replace(/\/$/, ''));
    collector.add(clean, path.resolve(cwd, clean));
  }
  return found.length > 0;
}

class Collector implements Collected {
  readonly inputs: Input[] = [];
  readonly problems: Localized[] = [];
  private readonly seen = new Set<string>();

  constructor(private readonly folders: boolean) {}

  standardInput(): void {
    if (this.isNew('-')) this.inputs.push({ name: '-', path: null });
  }

  /** A file or folder that was named. */
  add(name: string, at: string): void {
    this.guard(name, () => {
      if (!statSync(at).isDirectory()) this.take(name, at);
      else if (this.folders) this.walk(name, at);
      else throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    });
  }

  private walk(name: string, folder: string): void {
    if (!this.isNew(realpathSync.native(folder))) return;
    const entries = readdirSync(folder, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const below = path.join(name, entry.name);
      const at = path.join(folder, entry.name);
      this.guard(below, () => {
        const document = isDocumentName(entry.name);
        if (entry.isDirectory()) {
          if (!isSkippedFolder(entry.name)) this.walk(below, at);
        } else if (entry.isFile()) {
          if (document) this.take(below, at);
        } else if (entry.isSymbolicLink()) {
          const target = this.follow(at, document);
          if (target?.isDirectory() && !isSkippedFolder(entry.name)) this.walk(below, at);
          else if (target?.isFile() && document) this.take(below, at);
        }
      });
    }
  }

  /** What a link leads to. One that leads nowhere matters only where its name promises a document. */
  private follow(at: string, document: boolean): Stats | undefined {
    try {
      return statSync(at);
    } catch (error) {
      if (document) throw error;
      return undefined;
    }
  }

  private take(name: string, at: string): void {
    if (this.isNew(realpathSync.native(at))) this.inputs.push({ name, path: at });
  }

  private isNew(key: string): boolean {
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }

  private guard(name: string, action: () => void): void {
    try {
      action();
    } catch (error) {
      this.problems.push(fileProblem(error, name));
    }
  }
}
