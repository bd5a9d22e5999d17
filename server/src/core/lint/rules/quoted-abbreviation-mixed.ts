import { changedRange, isSame } from '../../base/lists.js';
import { PatternScanner } from '../../base/pattern-scanner.js';
import { defineRule, type ProseParagraph, type RuleExamples, spanOf } from '../rule.js';

const QUOTED = /(?:“[^“”\n]{1,8}”){1,3}[\u4e00-\u9fff\ud840-\ud8bf\udc00-\udfff]{0,8}/g;

/** A text with more abbreviations than this explains the first of them. */
const MOST = 100;

/** What stands before an abbreviation that is quoted, or that is a part of another one. */
const OPENS = new Set('“‘《〈一二三四五六七八九十0123456789');
const CLOSES = new Set('”’》〉');

interface Abbreviation {
  /** The wording without its marks. */
  readonly wanted: string;
  /** How the message shows it with them. */
  readonly shown: string;
}

/** Where a paragraph has one of the wordings without its marks. UTF-16 units from its start. */
interface Bare {
  readonly wording: string;
  readonly offset: number;
}

const NONE: readonly Bare[] = [];

/** Looks for some wordings in the paragraphs of one version after another: only in those that are new. */
class BareWordings {
  private wordings: readonly string[] = [];
  private scanner = new PatternScanner([]);
  private paragraphs: readonly ProseParagraph[] = [];
  private found: readonly (readonly Bare[])[] = [];

  /** What each of these paragraphs has of the wordings, which are mostly the same from version to version. */
  find(
    wordings: readonly string[],
    paragraphs: readonly ProseParagraph[],
  ): readonly (readonly Bare[])[] {
    if (!isSame(this.wordings, wordings)) {
      this.wordings = wordings;
      this.scanner = new PatternScanner(wordings);
      this.paragraphs = [];
      this.found = [];
    }
    const { start, end, previousEnd } = changedRange(this.paragraphs, paragraphs);
    const added = paragraphs.slice(start, end).map(({ prose }) => this.findIn(prose));
    this.found = this.found.slice(0, start).concat(added, this.found.slice(previousEnd));
    this.paragraphs = paragraphs;
    return this.found;
  }

  private findIn(prose: string): readonly Bare[] {
    const found: Bare[] = [];
    this.scanner.scan(prose, (index, offset) => {
      const wording = this.wordings[index]!;
      const isQuoted =
        OPENS.has(prose.charAt(offset - 1)) || CLOSES.has(prose.charAt(offset + wording.length));
      if (!isQuoted) found.push({ wording, offset });
    });
    return found.length === 0 ? NONE : found;
  }
}

export default defineRule<Record<never, never>, Abbreviation>({
  id: 'quoted-abbreviation-mixed',
  topic: 'marks',
  scope: 'document',
  // Quotations side by side, or one that begins with a numeral.
  trigger: ['”“', ...[...'一二三四五六七八九十两双0123456789'].map((numeral) => `“${numeral}`)],
  severity: 'hint',
  title: { zh: '同一简称有时加引号有时不加', en: 'Abbreviation quoted here and not there' },
  explain: {
    zh: '带数字的简称和有特定含义的词语要么都加引号，要么都不加，全文一致。',
    en: 'A numeric abbreviation is quoted throughout or not at all.',
  },
  source: null,
  mechanical: false,
  gather({ prose }, add) {
    for (const match of prose.matchAll(QUOTED)) {
      const quoted = match[0];
      if (!/^“[一二三四五六七八九十两双\d]/.test(quoted) && !quoted.includes('”“')) continue;
      const runs = quoted.match(/“[^“”]*”/g)!;
      // Several are characters quoted one by one; one alone begins with a numeral.
      const single = runs.length > 1;
      if (single && runs.some((run) => [...run].length !== 3)) continue;
      const bare = runs.join('').replace(/[“”]/g, '');
      // 亲清 alone is too little to be sure of: the noun after must be the same.
      const tail = single ? quoted.slice(runs.join('').length).slice(0, 4) : '';
      const wanted = bare + tail;
      const shown = single ? runs.join('') + tail : `“${bare}”（加引号）`;
      if (wanted.length >= 3) add(spanOf(match), { wanted, shown });
    }
  },
  check({ unplaced, summary, paragraphs, kept, report }) {
    const shownAs = new Map<string, string>();
    for (const { data } of unplaced) {
      if (shownAs.size < MOST && !shownAs.has(data.wanted)) shownAs.set(data.wanted, data.shown);
    }
    if (shownAs.size === 0) return;
    const found = kept(() => new BareWordings()).find([...shownAs.keys()], paragraphs);
    for (let index = 0; index < found.length; index++) {
      if (found[index] === NONE) continue;
      for (const { wording, offset } of found[index]!) {
        const start = summary.paragraphStart(index) + offset;
        report({
          span: { start, end: start + wording.length },
          message: {
            zh: `“${wording}”在别处写作${shownAs.get(wording)!}，这里没有加引号。请统一。`,
            en: `“${wording}” is quoted elsewhere in this text and not here. Use one form.`,
          },
        });
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '落实“三会一课”制度。严格⟦三会一课⟧记录。' },
    { bad: '\uFEFF　𠮷县构建“亲”“清”邻里关系。\r\n形成⟦亲清邻里关系⟧。' },
  ],
  good: ['落实“三会一课”制度，坚持“三会一课”。', '补齐“短板”，短板明显', '三会一课'],
};
