import type { SingleBar } from 'cli-progress';
import type { Context } from './context.js';

/** A bar is shown once the run has taken this long, and only if it will take as long again. Milliseconds. */
const MIN_TIME = 500;

export interface Progress {
  /** One more is done. */
  step(): void;
  /** Takes the bar off the terminal; it comes back with the next step. */
  clear(): void;
}

/** A bar on standard error while a run takes long; nothing at all where that is no terminal. */
export async function createProgress(
  { host, say }: Context,
  total: number,
  now = Date.now,
): Promise<Progress> {
  if (host.stderr.isTTY !== true) return { step: () => {}, clear: () => {} };
  const { SingleBar, Presets } = await import('cli-progress');
  const format = say({ zh: '{bar} {value}/{total} 个文件', en: '{bar} {value}/{total} files' });
  const stream = host.stderr as unknown as NodeJS.WritableStream;
  // The library would turn line wrapping off, and leave it so when the run is interrupted.
  const options = { format, stream, clearOnComplete: true, linewrap: true };
  const start = now();
  let done = 0;
  let bar: SingleBar | undefined;
  return {
    step() {
      done++;
      if (bar !== undefined) {
        bar.update(done);
        return;
      }
      const soFar = now() - start;
      const rest = (soFar / done) * (total - done);
      if (soFar < MIN_TIME || rest < MIN_TIME) return;
      bar = new SingleBar(options, Presets.shades_classic);
      bar.start(total, done);
    },
    clear() {
      bar?.stop();
      bar = undefined;
    },
  };
}
