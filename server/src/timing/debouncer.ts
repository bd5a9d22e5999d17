/** Runs an action once it has not been asked for again for a while. Disposed, it runs nothing more. */
export class Debouncer {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private disposed = false;

  /** The pause is in milliseconds. */
  constructor(private readonly pause: number) {}

  /** Runs the action after the pause; what was put off before is given up. */
  later(action: () => unknown, pause = this.pause): void {
    this.cancel();
    if (this.disposed) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      action();
    }, pause);
  }

  /** Gives up what was put off. */
  cancel(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  dispose(): void {
    this.disposed = true;
    this.cancel();
  }
}

/** A {@link Debouncer} for each key: what is put off for one does not disturb the others. */
export class DebouncerByKey {
  private readonly waiting = new Map<string, Debouncer>();
  private disposed = false;

  /** The pause is in milliseconds. */
  constructor(private readonly pause: number) {}

  /** Runs the action after the pause; what was put off for this key before is given up. */
  later(key: string, action: () => unknown, pause = this.pause): void {
    if (this.disposed) return;
    let debouncer = this.waiting.get(key);
    if (debouncer === undefined) {
      debouncer = new Debouncer(this.pause);
      this.waiting.set(key, debouncer);
    }
    const run = () => {
      this.waiting.delete(key);
      action();
    };
    debouncer.later(run, pause);
  }

  /** Whether something is put off for this key. */
  has(key: string): boolean {
    return this.waiting.has(key);
  }

  /** Gives up what was put off for this key. */
  cancel(key: string): void {
    this.waiting.get(key)?.cancel();
    this.waiting.delete(key);
  }

  dispose(): void {
    this.disposed = true;
    for (const debouncer of this.waiting.values()) debouncer.dispose();
    this.waiting.clear();
  }
}
