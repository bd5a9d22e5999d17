/** Fields of Word: an instruction, and the result that Word shows in its place. */
import { isSafeLink } from '../../core/base/inert-markdown.js';
import { formatCircled } from '../../core/base/numerals.js';

interface Field {
  instruction: string;
  /** The result is being read. */
  result: boolean;
  /** A box to tick: whether it is. */
  ticked: boolean | null;
  ticks: boolean;
  /** A list to choose from, and which entry is chosen. */
  readonly entries: string[];
  chosen: number;
}

/** The fields that are open at a place of the text. */
export class Fields {
  private readonly open: Field[] = [];
  private readonly numbers: number[] = [];
  private begun = 0;

  /** @param endless Fields, by their order, that are known never to end: nothing belongs to them. */
  constructor(private readonly endless: ReadonlySet<number>) {}

  begin(): void {
    this.numbers.push(this.begun);
    this.open.push({
      instruction: '',
      result: this.endless.has(this.begun++),
      ticked: null,
      ticks: false,
      entries: [],
      chosen: 0,
    });
  }

  separate(): void {
    const field = this.open.at(-1);
    if (field !== undefined) field.result = true;
  }

  /** Ends the field; what it shows by itself, without a result: a box, an entry of a list, a sign in a circle. */
  end(): string {
    if (this.endless.has(this.numbers.at(-1) ?? -1)) return '';
    this.numbers.pop();
    const field = this.open.pop();
    if (field === undefined) return '';
    if (field.ticked !== null) return field.ticked ? '☑' : '□';
    if (field.result) return '';
    return field.entries[field.chosen] ?? enclosed(field.instruction);
  }

  /** An element of a form's field. */
  formElement(name: string, value: string, on: boolean): void {
    const field = this.open.at(-1);
    if (field === undefined) return;
    if (name === 'checkBox') field.ticked = false;
    else if (name === 'checked' && field.ticked !== null) {
      field.ticked = on;
      field.ticks = true;
    } else if (name === 'default' && field.ticked !== null) {
      if (!field.ticks) field.ticked = on;
    } else if (name === 'listEntry') field.entries.push(value);
    else if (name === 'result' || name === 'default') field.chosen = Number(value) || 0;
  }

  /** Text of an instruction. */
  instruct(text: string): void {
    const field = this.open.at(-1);
    if (field !== undefined && !field.result) field.instruction += text;
  }

  /** True where what is read is not shown, or is made anew by Word: a table of contents. */
  get hides(): boolean {
    return this.open.some(({ result, instruction }) => !result || /^\s*TOC\b/.test(instruction));
  }

  /** Where the text leads that a field shows; null for no place on the web. */
  get link(): string | null {
    for (let at = this.open.length - 1; at >= 0; at--) {
      const found = /^\s*HYPERLINK\s+"([^"]+)"(?:[^"]*\\l\s+"([^"]+)")?/.exec(
        this.open[at]!.instruction,
      );
      if (found !== null) {
        const [, target, place] = found as unknown as [string, string, string | undefined];
        return isSafeLink(target) ? linkTo(target, place) : null;
      }
    }
    return null;
  }

  /** Fields that have not ended, by their order. */
  get left(): ReadonlySet<number> {
    return new Set(this.numbers.filter((number) => !this.endless.has(number)));
  }
}

/** An address with a place in it. */
export function linkTo(target: string, place: string | undefined): string {
  return place === undefined || place === '' || target.includes('#')
    ? target
    : `${target}#${place}`;
}

/** A sign in a circle, which Word builds of two characters: `eq \o\ac(○,21)`. */
function enclosed(instruction: string): string {
  const sign = /^\s*eq\s+\\o\s*\\ac\s*\(\s*[○◯〇□△◇]\s*[,，;]\s*([^)]{1,4})\)/i.exec(
    instruction,
  )?.[1];
  if (sign === undefined) return '';
  const text = sign.trim();
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (number > 20 && number <= 35) return String.fromCharCode(0x3251 + number - 21);
  if (number > 35 && number <= 50) return String.fromCharCode(0x32b1 + number - 36);
  return number > 0 && number <= 20 ? formatCircled(number) : `（${text}）`;
}
