/** Alternate content (ECMA-376 Part 3): content that a file has in several forms, of which one is read. */
import type { XmlElement } from '../xml-reader.js';

/** Namespaces that are read, by the prefixes that all programs use for them. */
const READ_PREFIXES = /^(?:w\w*|a14|v|o|c14|c16r\d|cx\d*)$/;
/** Namespaces that match {@link READ_PREFIXES} and are not read: ink, 3D models. */
const UNREAD_PREFIXES = /^(?:wpi|aink|am3d)$/;

/** `mc:AlternateContent`: the first `mc:Choice` whose namespaces are all read, else `mc:Fallback`. */
export class Alternatives {
  /** For each open `mc:AlternateContent`, whether one of its forms has been chosen. */
  private readonly hasChosen: boolean[] = [];

  /** True where the content of the element is left out. Call it for each `mc:` element that is opened. */
  skips({ name, attributes }: XmlElement): boolean {
    if (name === 'AlternateContent') this.hasChosen.push(false);
    if (name !== 'Choice' && name !== 'Fallback') return false;
    if (this.hasChosen.at(-1)) return true;
    const needed = (attributes.Requires ?? '').split(/\s+/).filter((prefix) => prefix !== '');
    const known = needed.every(
      (prefix) => READ_PREFIXES.test(prefix) && !UNREAD_PREFIXES.test(prefix),
    );
    if (name === 'Choice' && !known) return true;
    if (this.hasChosen.length > 0) this.hasChosen[this.hasChosen.length - 1] = true;
    return false;
  }

  close(name: string): void {
    if (name === 'AlternateContent') this.hasChosen.pop();
  }
}
