/**
 * Prints as JSON what costs more than twice as much for twice as much text; a process of its own, see
 * counted-work.ts. The seed of the generated texts may be given after its name.
 */
import { answer } from './answers.js';
import { startCounting, type Work } from './counted-work.js';
import { shapes } from './shapes.js';

/** How often the shortest text repeats its unit: more than the windows of rules, and than findings are listed. */
const TIMES = 160;
/** Work that grows with the square makes four times as many steps for twice the text. */
const LIMIT = 2.5;
/** What takes fewer steps than so many for each unit of text is too little to judge. */
const STEPS = 5;

export interface Growth {
  readonly text: string;
  readonly what: string;
  readonly steps: readonly number[];
}

function main(): void {
  const count = startCounting();
  const found: Growth[] = [];
  const all = shapes(Number(process.argv[2] ?? 1));
  for (const { name, syntax, write } of all) {
    const work = (times: number) => count(() => answer(write(times), syntax));
    const once = work(TIMES);
    const twice = work(2 * TIMES);
    const least = STEPS * write(2 * TIMES).length;
    const grows = (what: string, before: Work, after: Work) =>
      after.get(what)! > LIMIT * (before.get(what) ?? 0);
    const suspects = [...twice.keys()].filter(
      (what) => twice.get(what)! > least && grows(what, once, twice),
    );
    if (suspects.length === 0) continue;
    // What begins at a certain length has grown once; the square goes on growing.
    const again = work(4 * TIMES);
    for (const what of suspects.filter((suspect) => grows(suspect, twice, again))) {
      const steps = [once, twice, again].map((counted) => counted.get(what) ?? 0);
      found.push({ text: `${name}, ${syntax}`, what, steps });
    }
  }
  process.stdout.write(JSON.stringify({ shapes: all.length, found }));
}

main();
