/**
 * Counts what a function does instead of taking its time: how often each piece of our code runs, and what
 * the built-in functions that look at whole texts and lists have to look at. The same text gives the same
 * numbers on every machine. For a process of its own: built-in functions are replaced, and V8 counts once.
 */
import { Session } from 'node:inspector';

/** Counts by the name of what was done: a function of ours, a built-in one, a regular expression. */
export type Work = ReadonlyMap<string, number>;

const builtIn = new Map<string, number>();

function add(name: string, steps: number): void {
  builtIn.set(name, (builtIn.get(name) ?? 0) + steps);
}

/** Counts the units that a regular expression goes over; what it tries again it must not, see patterns.json. */
function countPatterns(): void {
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    const staysAtStart = this.sticky || (this.source.startsWith('^') && !this.multiline);
    let end = staysAtStart ? from : String(text).length;
    if (match !== null) end = match.index + match[0].length;
    add(`/${this.source}/`, Math.max(0, end - from) + 1);
    return match;
  };
}

type Cost = (self: { readonly length: number }, args: unknown[], result: unknown) => number;

/** Replaces a method by one that counts. */
function count(prototype: object, name: string | symbol, cost: Cost): void {
  const methods = prototype as Record<string | symbol, (...args: unknown[]) => unknown>;
  const method = methods[name]!;
  methods[name] = function (this: { readonly length: number }, ...args: unknown[]) {
    const result = method.apply(this, args);
    add(`${Array.isArray(this) ? 'Array' : 'String'} ${String(name)}`, cost(this, args, result));
    return result;
  };
}

const whole: Cost = ({ length }) => length;
const resultLength: Cost = (_, __, result) => (result as { length: number }).length;
const upTo: Cost = ({ length }, [, from = 0], at) =>
  ((at as number) < 0 ? length : (at as number)) - (from as number);

function countBuiltIns(): void {
  countPatterns();
  const text = String.prototype;
  count(text, 'indexOf', upTo);
  count(text, 'includes', ({ length }, [, from = 0]) => length - (from as number));
  count(text, 'lastIndexOf', ({ length }, [, from = length], at) =>
    Math.max(0, Math.min(from as number, length) - Math.max(at as number, 0)),
  );
  for (const name of ['slice', 'repeat', 'normalize', 'toLowerCase'])
    count(text, name, resultLength);
  for (const name of ['trim', 'trimStart', 'trimEnd']) {
    count(text, name, ({ length }, _, result) => length - (result as string).length);
  }
  const list = Array.prototype;
  for (const name of ['includes', 'indexOf', 'lastIndexOf', 'sort', 'reverse', 'join', 'shift']) {
    count(list, name, whole);
  }
  for (const name of ['slice', 'concat', 'flat']) count(list, name, resultLength);
  count(list, 'splice', ({ length }, [at]) => Math.max(0, length - (at as number)));
  count(list, Symbol.iterator, whole);
}

/** Counts from here on; gives what does a thing and tells its work, the size of its result included. */
export function startCounting(): (act: () => unknown) => Work {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  countBuiltIns();
  const take = (): Work => {
    const work = new Map(builtIn);
    session.post('Profiler.takePreciseCoverage', (error, coverage) => {
      if (error !== null) throw error;
      for (const { url, functions } of coverage.result) {
        const file = /\/server\/src\/(.*)/.exec(url)?.[1];
        if (file === undefined) continue;
        for (const { functionName, ranges } of functions) {
          const name = `${file} ${functionName} at ${ranges[0]!.startOffset}`;
          const steps = ranges.reduce((sum, range) => sum + range.count, 0);
          work.set(name, (work.get(name) ?? 0) + steps);
        }
      }
    });
    builtIn.clear();
    return work;
  };
  return (act) => {
    take();
    const result = act();
    const work = take();
    return new Map(work).set('the answer as JSON', JSON.stringify(result).length);
  };
}
