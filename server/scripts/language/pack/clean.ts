/** What of the texts is counted: prose in simplified characters, each paragraph once, without names. */
import { type Document, sizeOf } from './documents.js';
import { fingerprint, lot } from './fingerprint.js';
import { type Measured, withoutBlanks } from './measured.js';
import { withoutNames } from './names.js';
import { HELD_BACK, type Source } from './sources.js';

const LEAST_HAN = 5;
const LEAST_HAN_SHARE = 0.6;
/** Shorter lines without punctuation are headings and cells, unless they have enough Han characters. */
const SHORTEST_PROSE = 18;
const LEAST_HAN_IN_HEADING = 6;
/** Lines from here on are counted once. */
const SHORTEST_REPEATED = 12;
const LEAST_TRADITIONAL = 2;
const MOST_TRADITIONAL_SHARE = 0.03;
/** Only longer documents are held back. */
const SHORTEST_HELD_BACK = 60;

const TRADITIONAL =
  /[國這個們來時會學為說對過發後東車長門問間關實現產業務應當經與從還進運動點電機無單位書報紙號線級組織總統軍員體壓廣場師萬歲歷權黨區縣鄉]/g;
const ADDRESS = /https?:[\x21-\x7e]+/g;

const times = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** True for prose in simplified characters; `line` is without blanks. */
export function isProse(line: string): boolean {
  const han = times(line, /[\u4e00-\u9fa5]/g);
  const length = line.replace(/[0-9A-Za-z]+/g, '0').length;
  if (han < LEAST_HAN || han < length * LEAST_HAN_SHARE) return false;
  const isHeading = line.length < SHORTEST_PROSE && !/[。；：！？，、]/.test(line);
  if (isHeading && han < LEAST_HAN_IN_HEADING) return false;
  const traditional = times(line, TRADITIONAL);
  return traditional < LEAST_TRADITIONAL || traditional <= han * MOST_TRADITIONAL_SHARE;
}

export interface Cleaned {
  readonly counted: readonly Document[];
  /** Neither empty nor counted; see {@link Source.heldBack}. */
  readonly heldBack: readonly Document[];
}

/** Cleans sources one after the other, and drops what it saw before. */
export class Cleaner {
  private readonly seen = new Set<number>();

  constructor(private readonly measured: Measured) {}

  clean({ id, heldBack: share = HELD_BACK }: Source, documents: Iterable<Document>): Cleaned {
    const counted: Document[] = [];
    const heldBack: Document[] = [];
    for (const { name, lines } of documents) {
      const document = { name, lines: lines.flatMap((line) => this.cleanLine(line)) };
      if (document.lines.length === 0) continue;
      const isHeldBack =
        lot(`${id}\x01${name}`) < share && sizeOf(document.lines) > SHORTEST_HELD_BACK;
      (isHeldBack ? heldBack : counted).push(document);
    }
    return { counted, heldBack };
  }

  private cleanLine(typed: string): string[] {
    const line = withoutBlanks(typed).replace(ADDRESS, '');
    if (line === '' || !isProse(line) || this.isRepeated(line)) return [];
    return this.measured.rest(line).map(withoutNames);
  }

  private isRepeated(line: string): boolean {
    if (line.length < SHORTEST_REPEATED) return false;
    const print = fingerprint(line);
    if (this.seen.has(print)) return true;
    this.seen.add(print);
    return false;
  }
}
