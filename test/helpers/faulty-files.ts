/** A real file system in which one step goes wrong. */
import node from 'node:fs/promises';
import type { Files } from '../../server/src/saving/save.js';

type Handle = Awaited<ReturnType<Files['open']>>;

export interface Fault {
  /** Which call of the file system it is, from 0. */
  readonly step: number;
  /**
   * `refuses`: nothing is done. `answers late`: it is done, and reported as failed. `half`: of what is to be
   * written only half is, and nobody says so; `torn`: the same, and it is reported as failed. `ends before`,
   * `ends amid`, `ends after`: the process is gone, and so is every later step.
   */
  readonly kind:
    | 'refuses'
    | 'answers late'
    | 'half'
    | 'torn'
    | 'ends before'
    | 'ends amid'
    | 'ends after';
  readonly code?: string;
}

const NAMES = [
  'access',
  'lstat',
  'mkdir',
  'readdir',
  'readFile',
  'realpath',
  'rename',
  'rmdir',
  'stat',
  'unlink',
] as const;

export class Ended extends Error {}

export interface Disk {
  readonly fault?: Fault | undefined;
  /** Bytes by which files may still grow. */
  readonly room?: number;
  /** Most bytes that one write takes. */
  readonly chunk?: number;
  /** New files belong to another user, and nothing can be done about it. */
  readonly foreign?: boolean;
}

export class FaultyFiles {
  readonly steps: string[] = [];
  private readonly open: Handle[] = [];
  private ended = false;
  private room: number;

  constructor(private readonly disk: Disk) {
    this.room = disk.room ?? Number.POSITIVE_INFINITY;
  }

  get files(): Files {
    const through = (name: Exclude<keyof Files, 'open'>) => {
      const call = node[name] as (...given: unknown[]) => Promise<unknown>;
      return [name, (...given: unknown[]) => this.step(name, () => call(...given))];
    };
    const open = (at: string, flags: string, mode: number) =>
      this.step('open', async () => {
        const handle = await node.open(at, flags, mode);
        this.open.push(handle);
        return this.handle(handle, flags === 'wx');
      });
    return { ...Object.fromEntries(NAMES.map(through)), open };
  }

  /** What a process that has ended leaves to the system. */
  async closeAll(): Promise<void> {
    for (const handle of this.open) await handle.close().catch(() => {});
  }

  private handle(handle: Handle, isNew: boolean): Handle {
    const foreign = isNew && this.disk.foreign === true;
    return new Proxy(handle, {
      get: (target, name: keyof Handle) => {
        if (name === 'write') {
          return (bytes: Uint8Array, from: number, length: number, position: number) =>
            this.write(handle, bytes, from, length, position);
        }
        const call = target[name] as (...given: unknown[]) => Promise<unknown>;
        if (typeof call !== 'function') return call;
        return (...given: unknown[]) =>
          this.step(String(name), async () => {
            if (foreign && name === 'chown') throw failure('EPERM');
            // A step like others; thousands of times in earnest, it would take minutes.
            if (name === 'sync') return undefined;
            if (name === 'truncate') await this.giveBack(handle, given[0] as number);
            const answer = await call.apply(target, given);
            return foreign && name === 'stat' ? Object.assign(answer!, { uid: 424242 }) : answer;
          });
      },
    });
  }

  private async giveBack(handle: Handle, length: number): Promise<void> {
    this.room += Math.max(0, (await handle.stat()).size - length);
  }

  private async write(
    handle: Handle,
    bytes: Uint8Array,
    from: number,
    length: number,
    position: number,
  ) {
    const { size } = await handle.stat();
    const most = Math.max(
      0,
      Math.min(length, this.disk.chunk ?? length, size - position + this.room),
    );
    const put = async (count: number) => {
      if (count === 0 && length > 0) throw failure('ENOSPC');
      await handle.write(bytes, from, count, position);
      this.room -= Math.max(0, position + count - size);
      return { bytesWritten: count, buffer: bytes };
    };
    const half = Math.ceil(most / 2);
    return this.step(
      'write',
      () => put(most),
      () => put(half),
    );
  }

  private async step<T>(
    name: string,
    whole: () => Promise<T>,
    half?: () => Promise<T>,
  ): Promise<T> {
    if (this.ended) throw new Ended();
    const { fault } = this.disk;
    const now = this.steps.push(name) - 1 === fault?.step;
    if (!now) return whole();
    switch (fault!.kind) {
      case 'refuses':
        throw failure(fault!.code!);
      case 'half':
        return (half ?? whole)();
      case 'answers late':
        await whole();
        throw failure(fault!.code!);
      case 'torn':
        await half?.();
        throw failure(fault!.code!);
      case 'ends before':
        break;
      case 'ends amid':
        await half?.();
        break;
      case 'ends after':
        await whole();
    }
    this.ended = true;
    throw new Ended();
  }
}

const failure = (code: string) => Object.assign(new Error(code), { code });
