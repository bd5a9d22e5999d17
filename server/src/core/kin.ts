import type { RecordNote } from './paragraph-checker.js';

/**
 * Counts for each note how many of its keys another one has, too, or it itself twice: for rules that
 * compare every paragraph with every other.
 */
export class Kin {
  /** For each key the note that has it, or all that have it when they are several. */
  private readonly holders = new Map<number, RecordNote | RecordNote[]>();

  add(note: RecordNote): void {
    const keys = new Set(note.keys);
    note.shared = note.keys.length - keys.size;
    for (const key of keys) {
      const known = this.holders.get(key);
      if (known === undefined) {
        this.holders.set(key, note);
        continue;
      }
      note.shared++;
      if (Array.isArray(known)) known.push(note);
      else {
        known.shared++;
        this.holders.set(key, [known, note]);
      }
    }
  }

  remove(note: RecordNote): void {
    for (const key of new Set(note.keys)) {
      const known = this.holders.get(key)!;
      if (!Array.isArray(known)) {
        this.holders.delete(key);
        continue;
      }
      known.splice(known.indexOf(note), 1);
      if (known.length > 1) continue;
      known[0]!.shared--;
      this.holders.set(key, known[0]!);
    }
    note.shared = 0;
  }
}
