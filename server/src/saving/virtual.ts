/**
 * How files are written where there is no disk but the editor's own file systems: in a browser and in
 * virtual workspaces. As safe as these let it be; on a disk `save.ts` is used.
 */

/** The part of the editor's `workspace.fs` that this takes. */
export interface VirtualFiles<U> {
  stat(uri: U): PromiseLike<{ readonly type: number; readonly size: number }>;
  writeFile(uri: U, bytes: Uint8Array): PromiseLike<void>;
  rename(from: U, to: U, options: { overwrite: boolean }): PromiseLike<void>;
  delete(uri: U): PromiseLike<void>;
}

export interface VirtualSaveOptions<U> {
  /** A file that is there may be replaced, because that was asked for or confirmed. */
  readonly replace: boolean;
  /** What was read for it is never replaced. */
  readonly inputs: readonly U[];
  /** A name beside the target that nothing has. */
  readonly temporary: U;
}

/** Why a file was not written; what stood there is as it was. */
export class VirtualSaveProblem extends Error {
  constructor(readonly reason: 'exists' | 'input' | 'not a file' | 'cut off') {
    super(reason);
  }
}

/** `FileType` of the editor's API. */
const FILE = 1;

/**
 * Writes into a temporary file, looks whether it is all there, and gives it the name.
 * @throws {VirtualSaveProblem} or what the file system throws.
 */
export async function saveVirtual<U>(
  files: VirtualFiles<U>,
  uri: U,
  bytes: Uint8Array,
  { replace, inputs, temporary }: VirtualSaveOptions<U>,
): Promise<void> {
  const refuse = async () => {
    const there = await statOf(files, uri);
    if (there === null) return;
    if ((there.type & FILE) === 0) throw new VirtualSaveProblem('not a file');
    if (inputs.some((input) => String(input) === String(uri))) {
      throw new VirtualSaveProblem('input');
    }
    if (!replace) throw new VirtualSaveProblem('exists');
  };
  await refuse();
  try {
    await files.writeFile(temporary, bytes);
    if ((await files.stat(temporary)).size !== bytes.length)
      throw new VirtualSaveProblem('cut off');
    await refuse();
    await files.rename(temporary, uri, { overwrite: replace });
  } catch (error) {
    await files.delete(temporary).then(undefined, () => undefined);
    throw error;
  }
}

/** Null for what is not there; what cannot be looked at is an error. */
async function statOf<U>(files: VirtualFiles<U>, uri: U) {
  try {
    return await files.stat(uri);
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'FileNotFound') return null;
    throw error;
  }
}
