/** The language model in the server: loaded when the server is idle, and run in slices between other requests. */

import { LanguageModel } from '../core/index.js';
import { type ReadLanguageFile, readLanguageData } from '../language-data/read.js';
import { nextTurn } from '../timing/next-turn.js';
import type { Analysis } from './documents.js';

/** Length of a slice, for which other requests wait at most. Milliseconds. */
const SLICE_TIME = 8;
/** Text that is new since the last check is read at once up to this length; a longer one in slices. UTF-16 units. */
const MAX_UNITS_AT_ONCE = 1500;
/** The model is loaded this long after it was first needed, so that the first requests are answered before. Milliseconds. */
const LOAD_DELAY = 300;

/** Runs steps in slices, between which other work has its turn. Null when `mayContinue` gives false before the end. */
async function inSlices<T>(
  steps: Generator<undefined, T>,
  mayContinue: () => boolean,
): Promise<{ readonly result: T } | null> {
  let end = Date.now() + SLICE_TIME;
  for (;;) {
    if (Date.now() >= end) {
      await nextTurn();
      if (!mayContinue()) return null;
      end = Date.now() + SLICE_TIME;
    }
    const step = steps.next();
    if (step.done === true) return { result: step.value };
  }
}

export class LanguageReader {
  private loading: Promise<LanguageModel | null> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isStopped = false;
  private readonly listeners: ((model: LanguageModel) => void)[] = [];
  private readonly beingRead = new WeakSet<Analysis>();

  /**
   * @param read Null where there are no data: then nothing is ever loaded.
   * @param onProblem Called with what is wrong when the data cannot be read; all else goes on.
   */
  constructor(
    private readonly read: ReadLanguageFile | null,
    private readonly onProblem: (problem: string) => void,
  ) {}

  /** The model, loaded now if it is not here yet; null where there is none. */
  load(): Promise<LanguageModel | null> {
    this.loading ??= this.loadOnce();
    return this.loading;
  }

  onLoaded(listener: (model: LanguageModel) => void): void {
    this.listeners.push(listener);
  }

  /** Begins to load the model after a delay, unless it is loaded or being loaded. */
  loadAtIdle(): void {
    if (this.loading !== undefined || this.read === null) return;
    this.timer ??= setTimeout(() => void this.load(), LOAD_DELAY);
  }

  /** For the shutdown: cancels the timer and the slices still to come. */
  stop(): void {
    clearTimeout(this.timer);
    this.isStopped = true;
  }

  /**
   * Lets the model read the text that is new in a version: a short one before it returns, a longer one in slices.
   * @param isCurrent False when the version is outdated: reading ends.
   * @param onRead Called when reading in slices is done; not after reading at once.
   */
  readNew(analysis: Analysis, isCurrent: () => boolean, onRead: () => void): void {
    const { units, steps } = analysis.linter.atIdle(analysis.summary);
    if (units === 0) return;
    if (units <= MAX_UNITS_AT_ONCE) {
      for (const _ of steps);
      analysis.forgetFindings();
      return;
    }
    if (this.beingRead.has(analysis)) return;
    this.beingRead.add(analysis);
    void inSlices(steps, () => !this.isStopped && isCurrent()).then((done) => {
      this.beingRead.delete(analysis);
      if (done === null) return;
      analysis.forgetFindings();
      onRead();
    });
  }

  /** Lets the model read all of a version at once. */
  readWhole(analysis: Analysis): void {
    for (const _ of analysis.linter.atIdle(analysis.summary).steps);
    analysis.forgetFindings();
  }

  private async loadOnce(): Promise<LanguageModel | null> {
    if (this.read === null) return null;
    try {
      const data = await readLanguageData(this.read);
      const done = await inSlices(LanguageModel.read(data), () => !this.isStopped);
      if (done === null) return null;
      for (const listener of this.listeners) listener(done.result);
      return done.result;
    } catch (error) {
      this.onProblem(error instanceof Error ? error.message : `${error}`);
      return null;
    }
  }
}
