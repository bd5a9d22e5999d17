/** Which files a command works on: those it was given, and the .txt and .md of folders. */
import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import type { Localized } from '../core/index.js';
import { isDocumentName, isSkippedFolder, isWordName } from '../encoding/document-names.js';
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
  /** What was left out on purpose. */
  readonly notes: readonly Localized[];
}

/**
 * Files are taken whatever their name. Folders are walked in order of names for `.txt` and `.md`;
 * no file and no folder is taken twice, so that a circle of links ends. A link that leads out of the
 * folder is not followed, because nobody named what lies there: a folder that comes from others could
 * point at any text of the writer's. A pattern that no shell has expanded is expanded here.
 * @param takesWord Word files in folders are taken too.
 */
export async function collect(
  names: readonly string[],
  cwd: string,
  takesFolders: boolean,
  takesWord = false,
): Promise<Collected> {
  const collector = new Collector(takesFolders, takesWord);
  for (const name of names) {
    if (name === '-') collector.standardInput();
    else if (!(await addMatches(name, cwd, collector)))
      collector.add(name, path.resolve(cwd, name));
  }
  return collector;
}

/** Takes what a pattern such as `*.txt` stands for; false when `name` is none, or a file is so named. */
async function addMatches(name: string, cwd: string, collector: Collector): Promise<boolean> {
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
  const plain = pattern.slice(0, pattern.search(/[*?[{]/));
  const base = path.resolve(cwd, plain.slice(0, plain.lastIndexOf('/') + 1));
  for (const match of found.sort()) {
    const clean = path.normalize(match.replace(/\/$/, ''));
    collector.add(clean, path.resolve(cwd, clean), base);
  }
  return found.length > 0;
}

class Collector implements Collected {
  readonly inputs: Input[] = [];
  readonly problems: Localized[] = [];
  private readonly seen = new Set<string>();
  private readonly linksOut: string[] = [];

  constructor(
    private readonly takesFolders: boolean,
    private readonly takesWord: boolean,
  ) {}

  standardInput(): void {
    if (this.isNew('-')) this.inputs.push({ name: '-', path: null });
  }

  get notes(): readonly Localized[] {
    const { linksOut } = this;
    if (linksOut.length === 0) return [];
    const firstLinks = linksOut.slice(0, 3).join('、') + (linksOut.length > 3 ? '……' : '');
    return [
      {
        zh: `${linksOut.length} 个链接指向文件夹之外，没有跟进（${firstLinks}）。要处理，请直接写出它的名字。`,
        en: `${linksOut.length} links lead out of the folder and were not followed (${firstLinks}). To work on one, name it.`,
      },
    ];
  }

  /** A file or folder that was named, or that a pattern found below a folder. */
  add(name: string, at: string, root?: string): void {
    this.attempt(name, () => {
      if (root !== undefined && this.leadsOut(name, at, realpathSync.native(root))) return;
      if (!statSync(at).isDirectory()) this.take(name, at);
      else if (this.takesFolders) this.walk(name, at, realpathSync.native(root ?? at));
      else throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    });
  }

  /** @param root Where the walk began, every link followed. */
  private walk(name: string, folder: string, root: string): void {
    if (!this.isNew(realpathSync.native(folder))) return;
    const entries = readdirSync(folder, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const below = path.join(name, entry.name);
      const at = path.join(folder, entry.name);
      this.attempt(below, () => {
        const isDocument = isDocumentName(entry.name) || (this.takesWord && isWordName(entry.name));
        if (entry.isDirectory()) {
          if (!isSkippedFolder(entry.name)) this.walk(below, at, root);
        } else if (entry.isFile()) {
          if (isDocument) this.take(below, at);
        } else if (entry.isSymbolicLink()) {
          const target = this.follow(at, isDocument);
          const isFolder = target?.isDirectory() === true && !isSkippedFolder(entry.name);
          if (!isFolder && !(target?.isFile() && isDocument)) return;
          if (this.leadsOut(below, at, root)) return;
          if (isFolder) this.walk(below, at, root);
          else this.take(below, at);
        }
      });
    }
  }

  /** What a link leads to. One that leads nowhere matters only where its name promises a document. */
  private follow(at: string, isDocument: boolean): Stats | undefined {
    try {
      return statSync(at);
    } catch (error) {
      if (isDocument) throw error;
      return undefined;
    }
  }

  /** True for a file that is not really below `root`, every link followed. It is noted. */
  private leadsOut(name: string, at: string, root: string): boolean {
    const relative = path.relative(root, realpathSync.native(at));
    const isOutside = path.isAbsolute(relative) || relative.split(path.sep)[0] === '..';
    if (isOutside) this.linksOut.push(name);
    return isOutside;
  }

  private take(name: string, at: string): void {
    if (this.isNew(realpathSync.native(at))) this.inputs.push({ name, path: at });
  }

  private isNew(key: string): boolean {
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }

  /** Runs an action; an error becomes a problem of the file `name`. */
  private attempt(name: string, action: () => void): void {
    try {
      action();
    } catch (error) {
      this.problems.push(fileProblem(error, name));
    }
  }
}
