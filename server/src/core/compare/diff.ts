/** A stretch that both texts have, or that only the old (`removed`) or the new one (`added`) has. */
export interface Difference {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond so many single changes two texts have nothing to do with each other. */
const MOST_CHANGES = 1200;
/** A common stretch between two changes that is no longer than this is read as part of the change. */
const ISLAND = 1;

/** What changes as a whole: a figure, a Latin word, any other character. */
const UNITS = /\d+(?:\.\d+)?|[A-Za-z]+|[\s\S]/gu;

/** The differences of two texts, unit by unit; the shortest list there is (Myers 1986). */
export function differences(before: string, after: string): Difference[] {
  const a = before.match(UNITS) ?? [];
  const b = after.match(UNITS) ?? [];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end++;
  }
  const middle = myers(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const all: Difference[] = [
    { kind: 'same', text: a.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: a.slice(a.length - end).join('') },
  ];
  return tidy(all);
}

function myers(a: readonly string[], b: readonly string[]): Difference[] {
  const most = Math.min(a.length + b.length, MOST_CHANGES);
  const trace: Int32Array[] = [];
  const reach = new Int32Array(2 * most + 3);
  const at = (diagonal: number) => diagonal + most + 1;
  for (let d = 0; d <= most; d++) {
    trace.push(reach.slice());
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && reach[at(k - 1)]! < reach[at(k + 1)]!);
      let x = down ? reach[at(k + 1)]! : reach[at(k - 1)]! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reach[at(k)] = x;
      if (x >= a.length && x - k >= b.length) return walkBack(a, b, trace, most);
    }
  }
  return [
    { kind: 'removed', text: a.join('') },
    { kind: 'added', text: b.join('') },
  ];
}

function walkBack(
  a: readonly string[],
  b: readonly string[],
  trace: readonly Int32Array[],
  most: number,
): Difference[] {
  const found: Difference[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = trace.length - 1; d >= 0; d--) {
    const reach = trace[d]!;
    const at = (diagonal: number) => reach[diagonal + most + 1]!;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const from = down ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : at(from);
    const fromY = d === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY && x > 0 && y > 0 && a[x - 1] === b[y - 1]) {
      found.push({ kind: 'same', text: a[--x]! });
      y--;
    }
    if (d === 0) break;
    if (down) found.push({ kind: 'added', text: b[--y]! });
    else found.push({ kind: 'removed', text: a[--x]! });
  }
  return found.reverse();
}

/** Joins what belongs together: what was removed stands before what took its place. */
function tidy(found: readonly Difference[]): Difference[] {
  const result: Difference[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  let same = '';
  const endSame = (last: boolean) => {
    if (same === '') return;
    const island = !last && [...same].length <= ISLAND && (removed !== '' || added !== '');
    if (island) {
      removed += same;
      added += same;
    } else {
      flush();
      result.push({ kind: 'same', text: same });
    }
    same = '';
  };
  for (const { kind, text } of found) {
    if (text === '') continue;
    if (kind === 'same') {
      same += text;
      continue;
    }
    endSame(false);
    if (kind === 'removed') removed += text;
    else added += text;
  }
  endSame(true);
  flush();
  return result;
}
