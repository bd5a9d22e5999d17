import type { RecordNote } from './paragraph-checker.js';

/** Finds the notes that share keys with another one, for rules that compare every paragraph with every other. */
export class Kin {
  /** For each key the note that has it, or all that have it. */
  private readonly holders = new Map<number, RecordNote | RecordNote[]>();

  add(note: RecordNote): void {
    for (const key of new Set(note.keys)) {
      const known = this.holders.get(key);
      if (known === undefined) this.holders.set(key, note);
      else if (Array.isArray(known)) known.push(note);
      else this.holders.set(key, [known, note]);
    }
  }

  remove(note: RecordNote): void {
    for (const key of new Set(note.keys)) {
      const known = this.holders.get(key);
      if (known === note) this.holders.delete(key);
      else if (Array.isArray(known)) {
        const at = known.indexOf(note);
        if (at >= 0) known.splice(at, 1);
        if (known.length === 0) this.holders.delete(key);
      }
    }
  }

  /** True when another note, or this one twice, has `least` of its keys. */
  has(note: RecordNote, least: number): boolean {
    const keys = new Set(note.keys);
    if (note.keys.length - keys.size >= least) return true;
    const shared = new Map<RecordNote, number>();
    for (const key of keys) {
      const known = this.holders.get(key);
      for (const other of Array.isArray(known) ? known : known === undefined ? [] : [known]) {
        if (other === note) continue;
        const count = (shared.get(other) ?? 0) + 1;
        if (count >= least) return true;
        shared.set(other, count);
      }
    }
    return false;
  }
}
