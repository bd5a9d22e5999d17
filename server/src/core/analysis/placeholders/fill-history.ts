import { growth, type Span, shift, shiftThrough, type TextEdit } from '../../base/text.js';
import type { Summary } from '../../document/document.js';
import { findPlaceholdersInLine } from './placeholders.js';

/** What stands where a placeholder was. */
interface Slot extends Span {
  readonly group: string;
}

/** A replacement that is longer says nothing of single placeholders: another text was pasted. UTF-16 units. */
const LONGEST_CHANGE = 20_000;
const LONGEST_VALUE = 20;
const MOST_SLOTS = 200;
/** No name holds these, so what does is more than a value; masks are no value either. */
const NO_VALUE = /[\s，。；：、！？（）“”《》]|[XxＸｘ×_＿□○]{2}|^[XxＸｘ×_＿□○]$/;

/**
 * Remembers what the placeholders of one document were filled with, by following its changes: the
 * text alone no longer shows where a placeholder was.
 */
export class FillHistory {
  private slots: Slot[] = [];

  /** The version `before` is about to have `span` (UTF-16) replaced. Costs no more than the lines touched. */
  change(before: Summary, span: Span, newText: string): void {
    if (span.end - span.start > LONGEST_CHANGE) {
      this.slots = [];
      return;
    }
    const edit = { span, newText };
    const fresh = /[\r\n]/.test(newText) ? [] : filledBy(before, edit);
    const follow = (slot: Slot): Slot[] => {
      const place = shiftThrough(slot, edit);
      return place === null ? [] : [{ ...slot, ...place }];
    };
    const kept = this.slots
      .flatMap(follow)
      .filter((slot) => !fresh.some(({ start, end }) => slot.start < end && start < slot.end));
    this.slots = [...kept, ...fresh].slice(-MOST_SLOTS);
  }

  /** Another text took the place of this one. */
  clear(): void {
    this.slots = [];
  }

  /** Values that the placeholders of a group now have in `text`, the latest first, each once. */
  values(text: string, group: string): string[] {
    const values = this.slots
      .filter((slot) => slot.group === group)
      .map(({ start, end }) => text.slice(start, end))
      .filter((value) => value !== '' && value.length <= LONGEST_VALUE && !NO_VALUE.test(value));
    return [...new Set(values.reverse())];
  }
}

/** The placeholders that a change replaces or cuts into, as what stands there afterwards. */
function filledBy(before: Summary, edit: TextEdit): Slot[] {
  const { span } = edit;
  const slots: Slot[] = [];
  const last = before.lineAt(span.end);
  for (let line = before.lineAt(span.start); line <= last; line++) {
    const { text, syntax } = before.lineFacts.at(line)!;
    const from = before.lineStarts[line]!;
    const options = { markdown: syntax === 'markdown', exempt: [] };
    for (const { group, span: own } of findPlaceholdersInLine(text, 0, text.length, options)) {
      const place = shift(own, from);
      const within = place.start <= span.start && span.end <= place.end;
      const touches = span.start < place.end && span.end > place.start;
      if (group !== null && within && touches) {
        slots.push({ group, ...place, end: place.end + growth(edit) });
      }
    }
  }
  return slots;
}
