/** A formula of Word in one line: fractions with a slash, roots, brackets, superscripts and subscripts. */
import type { XmlElement } from '../xml-reader.js';
import { raisedText } from './symbols.js';

interface Brackets {
  begin: string;
  end: string;
  isOpened: boolean;
}

/** Converts Office Math. Call it for each element and text of a formula, in order, and add what it returns. */
export class MathText {
  private readonly scripts: ('superscript' | 'subscript')[] = [];
  private readonly brackets: Brackets[] = [];
  private isReadingText = false;

  open({ name, attributes }: XmlElement): string {
    const value = attributes.val;
    switch (name) {
      case 't':
        this.isReadingText = true;
        return '';
      case 'num':
        return '(';
      case 'den':
        return '/(';
      case 'rad':
        return '√(';
      case 'sup':
      case 'sub':
        this.scripts.push(name === 'sup' ? 'superscript' : 'subscript');
        return '';
      case 'chr':
        return value ?? '';
      case 'd':
        this.brackets.push({ begin: '(', end: ')', isOpened: false });
        return '';
      case 'begChr':
      case 'endChr': {
        const last = this.brackets.at(-1);
        if (last !== undefined) last[name === 'begChr' ? 'begin' : 'end'] = value ?? '';
        return '';
      }
      case 'e': {
        const last = this.brackets.at(-1);
        if (last === undefined || last.isOpened) return '';
        last.isOpened = true;
        return last.begin;
      }
      default:
        return '';
    }
  }

  close({ name }: XmlElement): string {
    if (name === 't') this.isReadingText = false;
    else if (name === 'sup' || name === 'sub') this.scripts.pop();
    else if (name === 'num' || name === 'den' || name === 'rad') return ')';
    else if (name === 'd') return this.brackets.pop()?.end ?? '';
    return '';
  }

  /** Null where no text of a formula is being read. */
  text(text: string): string | null {
    if (!this.isReadingText) return null;
    const place = this.scripts.at(-1);
    if (place === undefined) return text;
    return raisedText(text, place) ?? `${place === 'superscript' ? '^' : '_'}${text}`;
  }
}
