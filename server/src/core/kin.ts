import type { RuleNotes } from './paragraph-checker.js';

/**
 * Counts for what a rule noted of a paragraph how many of its keys another paragraph has, too, or it
 * itself twice: for rules that compare every paragraph with every other.
 */
export class Kin {
  /** For each key the notes that have it, or a list of all that do when they are several. */
  private readonly holders = new Map<number, RuleNotes | RuleNotes[]>();

  add(noted: RuleNotes): void {
    noted.shared = 0;
    for (const { keys } of noted.notes) {
      for (const key of keys) {
        const known = this.holders.get(key);
        if (known === undefined) {
          this.holders.set(key, noted);
          continue;
        }
        noted.shared++;
        if (Array.isArray(known)) {
          // A key that it has twice was put in just now.
          if (known.at(-1) !== noted) known.push(noted);
        } else if (known !== noted) {
          known.shared++;
          this.holders.set(key, [known, noted]);
        }
      }
    }
  }

  remove(noted: RuleNotes): void {
    for (const key of new Set(keysOf(noted))) {
      const known = this.holders.get(key)!;
      if (!Array.isArray(known)) {
        this.holders.delete(key);
        continue;
      }
      known.splice(known.indexOf(noted), 1);
      if (known.length > 1) continue;
      known[0]!.shared--;
      this.holders.set(key, known[0]!);
    }
    noted.shared = 0;
  }
}

const keysOf = ({ notes }: RuleNotes) => notes.flatMap(({ keys }) => keys);
