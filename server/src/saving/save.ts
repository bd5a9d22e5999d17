/**
 * The one way in which files are written on Node, so that a text is never lost: after it the file is
 * the old one or the new one, whole, and in the second case it is on the disk.
 *
 * The bytes go into a temporary file beside the target, are counted and synced, and take the target's
 * name. Libraries that do this take a short write, which is what a nearly full disk answers, for a
 * whole one; that is why this one is our own.
 */
import { type Stats, statSync } from 'node:fs';
import * as node from 'node:fs/promises';
import path from 'node:path';
import { refused, SaveProblem, writingProblem } from './problem.js';

export { SaveProblem, writingProblem };

/** What saving needs of a file system: a test gives one that fails. */
export type Files = Pick<
  typeof node,
  | 'access'
  | 'lstat'
  | 'mkdir'
  | 'open'
  | 'readdir'
  | 'readFile'
  | 'realpath'
  | 'rename'
  | 'rmdir'
  | 'stat'
  | 'unlink'
>;

export interface SaveOptions {
  /** As the writer calls the file; the path when left out. */
  readonly name?: string;
  /** What the file held when it was read: it is changed only while it still holds that. */
  readonly previous?: Uint8Array;
  /** A file that is there may be replaced, because that was asked for or confirmed. */
  readonly replace?: boolean;
  /** Files that the same run reads, by {@link fileKey}: none is replaced, whatever its name. */
  readonly inputs?: ReadonlySet<string>;
  /**
   * A folder that is there and below which the file belongs. Folders between the two are made, and no
   * link below it is followed. Without it links are followed: the writer named the file.
   */
  readonly within?: string;
}

/** Temporary files older than this were left by a run that was ended. Milliseconds. */
const LEFT_BEHIND = 60 * 60 * 1000;
const TEMPORARY = /^\..*\.work-summary-[0-9a-f]{12}\.tmp$/s;
/** Of the target's name, so that the whole is no longer than any file system takes. Bytes. */
const MOST_OF_NAME = 80;

/** Which file it is, under whatever name; null when there is none. */
export function fileKey(at: string): string | null {
  try {
    return keyOf(statSync(at, { bigint: true }), at);
  } catch {
    return null;
  }
}

/** File systems without numbers of their own for files have names only. */
function keyOf({ dev, ino }: { readonly dev: bigint; readonly ino: bigint }, at: string): string {
  return ino === 0n ? at : `${dev}:${ino}`;
}

/** Saves files; there is one for each process. */
export class Saver {
  private readonly swept = new Map<string, number>();

  constructor(
    private readonly files: Files = node,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Writes or replaces the file at an absolute path. Permissions, owner, symbolic and hard links stay.
   * @throws {SaveProblem} when it could not, and the file is as it was.
   */
  async save(at: string, bytes: Uint8Array, options: SaveOptions = {}): Promise<void> {
    const name = options.name ?? at;
    const made: string[] = [];
    try {
      const target = await this.targetOf(at, name, options.within, made);
      const there = await this.checked(target, name, options);
      await this.sweep(path.dirname(target));
      // A new file under the name of one that has others too would leave those with the old text.
      if (there === null || there.nlink <= 1) {
        if (await this.replaced(target, there, bytes, name, options)) return;
      }
      await this.overwrite(target, there!, bytes, name, options);
    } catch (error) {
      for (const folder of made.reverse()) await this.files.rmdir(folder).catch(() => {});
      throw error instanceof SaveProblem ? error : new SaveProblem(writingProblem(error, name));
    }
  }

  /** Where the file really is, or is going to be. */
  private async targetOf(
    at: string,
    name: string,
    within: string | undefined,
    made: string[],
  ): Promise<string> {
    if (within !== undefined) return this.targetWithin(at, name, within, made);
    // These lead to whatever the process has open, of which nothing can be told by looking.
    if (/^\/(?:dev\/(?:std(?:in|out|err)|fd\/\d+)|proc\/(?:self|\d+)\/fd\/\d+)$/.test(at)) {
      throw refused('notRegular', name);
    }
    if (!(await this.lookAt(at))?.isSymbolicLink()) return at;
    if ((await this.files.stat(at).catch(nullIfMissing)) === null) {
      throw refused('dangling', name);
    }
    return this.files.realpath(at);
  }

  private async targetWithin(
    at: string,
    name: string,
    within: string,
    made: string[],
  ): Promise<string> {
    const relative = path.relative(within, at);
    const segments = relative.split(path.sep);
    if (relative === '' || path.isAbsolute(relative) || segments.includes('..')) {
      throw refused('outside', name);
    }
    let target = await this.files.realpath(within);
    for (const [index, segment] of segments.entries()) {
      target = path.join(target, segment);
      const stats = await this.lookAt(target);
      if (stats?.isSymbolicLink()) throw refused('link', name);
      if (stats === null && index < segments.length - 1) {
        await this.files.mkdir(target);
        made.push(target);
      }
    }
    return target;
  }

  /** The file that is to be replaced, null for a new one; anything else is refused. */
  private async checked(
    target: string,
    name: string,
    { previous, replace = false, inputs }: SaveOptions,
  ): Promise<Stats | null> {
    const there = await this.lookAt(target);
    if (there === null) {
      if (previous !== undefined) throw refused('changed', name);
      return null;
    }
    refuseUnlessRegular(there, name);
    if (previous === undefined) {
      if (inputs !== undefined && inputs.size > 0) {
        const key = keyOf(await this.files.lstat(target, { bigint: true }), target);
        if (inputs.has(key)) throw refused('input', name);
      }
      if (!replace) throw refused('exists', name);
    }
    // What a folder allows to be renamed may be read-only itself.
    await this.files.access(target, node.constants.W_OK);
    return there;
  }

  /** False, and nothing done, when a new file would belong to somebody else or be open to others. */
  private async replaced(
    target: string,
    there: Stats | null,
    bytes: Uint8Array,
    name: string,
    { previous }: SaveOptions,
  ): Promise<boolean> {
    const temporary = nameBeside(target, 'tmp');
    try {
      if (!(await this.create(temporary, bytes, there, there === null ? 0o666 : 0o600))) {
        await this.files.unlink(temporary);
        return false;
      }
      await this.refuseChanged(target, there, name, previous);
      await this.files.rename(temporary, target);
      return true;
    } catch (error) {
      await this.files.unlink(temporary).catch(() => {});
      throw error;
    }
  }

  /** A new file with all of the bytes, on the disk; false when it cannot be given the owner and mode of `like`. */
  private async create(
    at: string,
    bytes: Uint8Array,
    like: Stats | null,
    mode: number,
  ): Promise<boolean> {
    const handle = await this.files.open(at, 'wx', mode);
    let open = true;
    try {
      await writeAll(handle, bytes);
      const kept = like === null || (await keepOwnerAndMode(handle, like));
      await finish(handle, bytes.length);
      open = false;
      // A network's file system may tell only now that there is no room.
      await handle.close();
      return kept;
    } finally {
      if (open) await handle.close().catch(() => {});
    }
  }

  /** Just before the name changes hands: what came meanwhile is left alone. */
  private async refuseChanged(
    target: string,
    there: Stats | null,
    name: string,
    previous: Uint8Array | undefined,
  ): Promise<void> {
    const stats = await this.lookAt(target);
    if (there === null) {
      if (stats !== null) throw refused('exists', name);
      return;
    }
    if (stats !== null) refuseUnlessRegular(stats, name);
    if (previous === undefined) return;
    const same =
      stats?.size === previous.length && isSame(await this.files.readFile(target), previous);
    if (!same) throw refused('changed', name);
  }

  /**
   * Into the file itself, where a new one would not do. The old bytes are beside it until the new ones are
   * on the disk: an error puts them back, and a run that is ended in between leaves them as `.bak`.
   */
  private async overwrite(
    target: string,
    there: Stats,
    bytes: Uint8Array,
    name: string,
    { previous }: SaveOptions,
  ): Promise<void> {
    await this.refuseUnfinished(target, name);
    const handle = await this.files.open(target, 'r+');
    try {
      const { dev, ino } = await handle.stat();
      if (dev !== there.dev || ino !== there.ino) throw refused('changed', name);
      const old = await handle.readFile();
      if (previous !== undefined && !isSame(old, previous)) {
        throw refused('changed', name);
      }
      const backup = nameBeside(target, 'bak');
      try {
        await this.create(backup, old, null, 0o600);
      } catch (error) {
        await this.files.unlink(backup).catch(() => {});
        throw error;
      }
      try {
        // What needs more room comes first: without it, nothing of the old text has been touched.
        await writeAll(handle, bytes, old.length);
        await writeAll(handle, bytes.subarray(0, old.length));
        await keepOwnerAndMode(handle, there);
        await handle.truncate(bytes.length);
        await finish(handle, bytes.length);
      } catch (error) {
        try {
          await writeAll(handle, old);
          await handle.truncate(old.length);
          await keepOwnerAndMode(handle, there);
          await finish(handle, old.length);
        } catch {
          throw new SaveProblem(unfinished(name, backup));
        }
        await this.files.unlink(backup).catch(() => {});
        throw error;
      }
      await this.files.unlink(backup).catch(() => {});
    } finally {
      await handle.close().catch(() => {});
    }
  }

  /** Two texts, and nobody but the writer knows which one is right. */
  private async refuseUnfinished(target: string, name: string): Promise<void> {
    const folder = path.dirname(target);
    const start = beginning(target);
    const backup = (await this.files.readdir(folder)).find(
      (entry) => entry.startsWith(start) && /^[0-9a-f]{12}\.bak$/.test(entry.slice(start.length)),
    );
    if (backup !== undefined) throw new SaveProblem(unfinished(name, path.join(folder, backup)));
  }

  /** Takes away what runs that were ended left in a folder. Nothing depends on it. */
  private async sweep(folder: string): Promise<void> {
    const now = this.now();
    if (now - (this.swept.get(folder) ?? Number.NEGATIVE_INFINITY) < LEFT_BEHIND) return;
    this.swept.set(folder, now);
    for (const entry of await this.files.readdir(folder).catch(() => [])) {
      if (!TEMPORARY.test(entry)) continue;
      const at = path.join(folder, entry);
      const stats = await this.files.lstat(at).catch(() => null);
      if (stats?.isFile() && now - stats.mtimeMs > LEFT_BEHIND) {
        await this.files.unlink(at).catch(() => {});
      }
    }
  }

  private lookAt(at: string): Promise<Stats | null> {
    return this.files.lstat(at).catch(nullIfMissing);
  }
}

const own = new Saver();

/** {@link Saver.save} of this process. */
export const saveFile: Saver['save'] = (at, bytes, options) => own.save(at, bytes, options);

type Handle = Awaited<ReturnType<Files['open']>>;

/** All bytes from an index on, to the same place in the file: a disk may take fewer at a time. */
async function writeAll(handle: Handle, bytes: Uint8Array, from = 0): Promise<void> {
  let at = from;
  while (at < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, at);
    if (bytesWritten === 0) throw withCode('ENOSPC');
    at += bytesWritten;
  }
}

/** On the disk, and as long as it should be. */
async function finish(handle: Handle, length: number): Promise<void> {
  await handle.sync().catch((error) => {
    // Some network file systems do not know how, and have nothing that waits.
    if (!isCode(error, 'EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP')) throw error;
  });
  if ((await handle.stat()).size !== length) throw withCode('ENOSPC');
}

/** Owner first: changing it takes bits of the mode away. False when they could not be kept. */
async function keepOwnerAndMode(handle: Handle, { uid, gid, mode }: Stats): Promise<boolean> {
  const differs = (now: Stats) => ((now.mode ^ mode) & 0o7777) !== 0;
  const owned = (now: Stats) => now.uid === uid && now.gid === gid;
  try {
    if (!owned(await handle.stat())) await handle.chown(uid, gid);
    if (differs(await handle.stat())) await handle.chmod(mode & 0o7777);
  } catch (error) {
    if (!isCode(error, 'EPERM', 'EACCES', 'EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP')) throw error;
  }
  const now = await handle.stat();
  return owned(now) && !differs(now);
}

function refuseUnlessRegular(stats: Stats, name: string): void {
  if (stats.isDirectory()) throw withCode('EISDIR');
  if (!stats.isFile()) throw refused('notRegular', name);
}

/** A hidden name, by which everybody sees whose it is and of which file. */
function nameBeside(target: string, ending: 'tmp' | 'bak'): string {
  const name = `${beginning(target)}${crypto.randomUUID().slice(-12)}.${ending}`;
  return path.join(path.dirname(target), name);
}

function beginning(target: string): string {
  let name = '';
  let length = 0;
  for (const character of path.basename(target)) {
    length += Buffer.byteLength(character);
    if (length > MOST_OF_NAME) break;
    name += character;
  }
  return `.${name}.work-summary-`;
}

const unfinished = (name: string, backup: string) => ({
  zh: `写入“${name}”中断过，内容可能不全，原文在“${backup}”。请核对两份，留下对的一份，再删掉“.bak”文件。`,
  en: `Writing “${name}” was interrupted and it may be incomplete; its old text is in “${backup}”. Compare the two, keep the right one and delete the “.bak” file.`,
});

const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;
const isCode = (error: unknown, ...codes: string[]) =>
  codes.includes((error as NodeJS.ErrnoException | null)?.code ?? '');
const withCode = (code: string) => Object.assign(new Error(code), { code });

function nullIfMissing(error: unknown): null {
  if (isCode(error, 'ENOENT')) return null;
  throw error;
}
