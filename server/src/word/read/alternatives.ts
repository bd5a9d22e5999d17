/** Content that stands in a file in several forms, of which one is read. */
import type { XmlElement } from '../xml-reader.js';

/** Vocabularies that are read, by the prefixes that all programs give them. */
const KNOWN = /^(?:w\w*|a14|v|o|c14|c16r\d|cx\d*)$/;
/** Of these nothing is read: ink and models in space. */
const UNKNOWN = /^(?:wpi|aink|am3d)$/;

/** `mc:AlternateContent`: the first form of known words is read, else the last one. */
export class Alternatives {
  private readonly taken: boolean[] = [];

  /** True where a form is left out; told of each element of this vocabulary that is opened. */
  skips({ name, attributes }: XmlElement): boolean {
    if (name === 'AlternateContent') this.taken.push(false);
    if (name !== 'Choice' && name !== 'Fallback') return false;
    if (this.taken.at(-1)) return true;
    const needed = (attributes.Requires ?? '').split(/\s+/).filter((prefix) => prefix !== '');
    const known = needed.every((prefix) => KNOWN.test(prefix) && !UNKNOWN.test(prefix));
    if (name === 'Choice' && !known) return true;
    if (this.taken.length > 0) this.taken[this.taken.length - 1] = true;
    return false;
  }

  close(name: string): void {
    if (name === 'AlternateContent') this.taken.pop();
  }
}
