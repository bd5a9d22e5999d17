import type { PlacedLikeness } from './memo.js';

/** For each key the paragraphs that have it, in the order of the document, which their places tell. */
export class Holders {
  private readonly byKey = new Map<number, PlacedLikeness | PlacedLikeness[]>();

  /** The first paragraph that has a key, which one has. */
  first(key: number): PlacedLikeness {
    const known = this.byKey.get(key)!;
    return Array.isArray(known) ? known[0]! : known;
  }

  /** Puts one in, and into `others` those for which the first one of a key is now another. */
  add(likeness: PlacedLikeness, others: Set<PlacedLikeness>): void {
    for (const key of likeness.keys) {
      const known = this.byKey.get(key);
      if (known === undefined) {
        this.byKey.set(key, likeness);
        continue;
      }
      const list = Array.isArray(known) ? known : [known];
      let at = list.length;
      while (at > 0 && list[at - 1]!.place > likeness.place) at--;
      // One that has a key twice is in its list once.
      if (list[at - 1] === likeness) continue;
      if (at === 0) for (const other of list) others.add(other);
      list.splice(at, 0, likeness);
      if (list !== known) this.byKey.set(key, list);
    }
  }

  /** Takes one out; see {@link add}. */
  remove(likeness: PlacedLikeness, others: Set<PlacedLikeness>): void {
    for (const key of likeness.keys) {
      const known = this.byKey.get(key);
      if (known === likeness) this.byKey.delete(key);
      if (!Array.isArray(known)) continue;
      const at = known.indexOf(likeness);
      if (at < 0) continue;
      known.splice(at, 1);
      if (at === 0) for (const other of known) others.add(other);
      if (known.length === 1) this.byKey.set(key, known[0]!);
    }
  }
}
