import { changedRange } from './lists.js';

/**
 * Which items of a list share a number with another, or have one twice. For lists that follow one another
 * and differ little: only what was removed and added is gone through. An item is an object that stays the
 * same as long as its numbers do; a list may have it more than once.
 */
export class SharedNumbers<Item extends object> {
  private items: readonly Item[] = [];
  private readonly alone = new Map<number, Item>();
  private readonly together = new Map<number, Item[]>();

  constructor(private readonly numbersOf: (item: Item) => readonly number[]) {}

  /** The items to compare from now on. */
  update(items: readonly Item[]): void {
    const previous = this.items;
    if (previous === items) return;
    this.items = items;
    const { start, end, previousEnd } = changedRange(previous, items);
    for (let at = start; at < previousEnd; at++) this.remove(previous[at]!);
    for (let at = start; at < end; at++) this.add(items[at]!);
  }

  /** True for a number that two items have, or one of them twice. */
  isShared(number: number): boolean {
    return this.together.has(number);
  }

  /** The items with such a number. */
  sharing(): ReadonlySet<Item> {
    const sharing = new Set<Item>();
    for (const items of this.together.values()) for (const item of items) sharing.add(item);
    return sharing;
  }

  private add(item: Item): void {
    for (const number of this.numbersOf(item)) {
      const together = this.together.get(number);
      const other = this.alone.get(number);
      if (together !== undefined) together.push(item);
      else if (other === undefined) this.alone.set(number, item);
      else {
        this.alone.delete(number);
        this.together.set(number, [other, item]);
      }
    }
  }

  private remove(item: Item): void {
    for (const number of this.numbersOf(item)) {
      const together = this.together.get(number);
      if (together === undefined) {
        this.alone.delete(number);
        continue;
      }
      together.splice(together.indexOf(item), 1);
      if (together.length > 1) continue;
      this.together.delete(number);
      this.alone.set(number, together[0]!);
    }
  }
}
