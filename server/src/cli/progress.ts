import type { SingleBar } from 'cli-progress';
import type { Context } from './context.js';

/** A run shorter than this needs no bar. Milliseconds. */
const PATIENCE = 500;

export interface Progress {
  step(): Promise<void>;
  /** Takes the bar off the terminal; it comes back with the next step. */
  clear(): void;
}

/** A bar on standard error while a run takes long; nothing at all where that is no terminal. */
export function createProgress({ host, say }: Context, total: number): Progress {
  if (host.stderr.isTTY !== true) return { step: async () => {}, clear: () => {} };
  const start = Date.now();
  let done = 0;
  let bar: SingleBar | undefined;
  return {
    async step() {
      done++;
      if (bar !== undefined) bar.update(done);
      else if (Date.now() - start > PATIENCE && done < total) {
        const { SingleBar, Presets } = await import('cli-progress');
        const format = say({
          zh: '{bar} {value}/{total} 个文件',
          en: '{bar} {value}/{total} files',
        });
        const stream = host.stderr as unknown as NodeJS.WritableStream;
        bar = new SingleBar({ format, stream, clearOnComplete: true }, Presets.shades_classic);
        bar.start(total, done);
      }
    },
    clear() {
      bar?.stop();
      bar = undefined;
    },
  };
}
