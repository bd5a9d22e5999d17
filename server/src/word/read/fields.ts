/** Complex fields of Word: an instruction, and the result that Word shows in its place. */
import { isSafeLink } from '../../core/base/inert-markdown.js';
import { formatCircled } from '../../core/base/numerals.js';

interface Field {
  instruction: string;
  /** The `separate` mark was read: what follows is the result. */
  isInResult: boolean;
  /** Of a check box, whether it is ticked; null for other fields. */
  isTicked: boolean | null;
  /** `w:checked` was read, which takes precedence over `w:default`. */
  hasTickState: boolean;
  /** Entries of a drop-down list, and the index of the chosen one. */
  readonly entries: string[];
  chosen: number;
}

/** The fields that are open at a place of the text. */
export class Fields {
  private readonly open: Field[] = [];
  /** The numbers of open fields, by their order in the document, the innermost last. */
  private readonly openNumbers: number[] = [];
  private count = 0;

  /** @param endless Fields, by their order, that are known never to end: they are ignored. */
  constructor(private readonly endless: ReadonlySet<number>) {}

  begin(): void {
    this.openNumbers.push(this.count);
    this.open.push({
      instruction: '',
      isInResult: this.endless.has(this.count++),
      isTicked: null,
      hasTickState: false,
      entries: [],
      chosen: 0,
    });
  }

  separate(): void {
    const field = this.open.at(-1);
    if (field !== undefined) field.isInResult = true;
  }

  /** Ends the innermost field. Returns what one without a result shows: a check box, a list entry, an enclosed character. */
  end(): string {
    if (this.endless.has(this.openNumbers.at(-1) ?? -1)) return '';
    this.openNumbers.pop();
    const field = this.open.pop();
    if (field === undefined) return '';
    if (field.isTicked !== null) return field.isTicked ? '☑' : '□';
    if (field.isInResult) return '';
    return field.entries[field.chosen] ?? enclosedCharacter(field.instruction);
  }

  /** An element of a form field, by its name in WordprocessingML. */
  formElement(name: string, value: string, on: boolean): void {
    const field = this.open.at(-1);
    if (field === undefined) return;
    if (name === 'checkBox') field.isTicked = false;
    else if (name === 'checked' && field.isTicked !== null) {
      field.isTicked = on;
      field.hasTickState = true;
    } else if (name === 'default' && field.isTicked !== null) {
      if (!field.hasTickState) field.isTicked = on;
    } else if (name === 'listEntry') field.entries.push(value);
    else if (name === 'result' || name === 'default') field.chosen = Number(value) || 0;
  }

  /** Text of an instruction. */
  addInstruction(text: string): void {
    const field = this.open.at(-1);
    if (field !== undefined && !field.isInResult) field.instruction += text;
  }

  /** True where text is not kept: in instructions, and in tables of contents, which Word makes anew. */
  get isHidden(): boolean {
    return this.open.some(
      ({ isInResult, instruction }) => !isInResult || /^\s*TOC\b/.test(instruction),
    );
  }

  /** Target of the innermost HYPERLINK field; null where there is none, or it is not safe. */
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
  get unclosed(): ReadonlySet<number> {
    return new Set(this.openNumbers.filter((number) => !this.endless.has(number)));
  }
}

/** A link target with the anchor in it, unless it has one already. */
export function linkTo(target: string, place: string | undefined): string {
  return place === undefined || place === '' || target.includes('#')
    ? target
    : `${target}#${place}`;
}

/** An enclosed character, which Word composes of two in an EQ field: `eq \o\ac(○,21)`. */
function enclosedCharacter(instruction: string): string {
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
