/**
 * `npm run typos [-- --show]`: what of wrong characters the product finds, and what it says of right ones,
 * on texts that trained nothing and fixed no threshold.
 */
import { pathToFileURL } from 'node:url';
import { parseSummary } from '../../src/core/document/parse.js';
import { LanguageModel } from '../../src/core/language/model.js';
import { everyPlace, Linter, lintWhole } from '../../src/core/lint/linter.js';
import type { Finding } from '../../src/core/lint/rule.js';
import { RULES } from '../../src/core/lint/rules.generated.js';
import { DEFAULT_CONFIG } from '../../src/core/settings/lint-config.js';
import { languageData } from './data.js';
import { slipsOf } from './samples.js';
import { leftOut } from './slips.js';
import {
  type Corpus,
  documents,
  fieldRows,
  hasTexts,
  linesOf,
  officialSentences,
  type Use,
} from './texts.js';

export interface OfSentences {
  readonly slips: number;
  readonly found: number;
  /** Reports about words: all, those on a slip, and those whose first fix is what it should be. */
  readonly reports: number;
  readonly onSlips: number;
  readonly corrected: number;
  readonly correctSentences: number;
  readonly flagged: number;
}

export interface OfLeftOut {
  readonly sentences: number;
  readonly found: number;
  readonly corrected: number;
}

export interface OfTexts {
  readonly characters: number;
  /** Errors and warnings of all rules, and those of the language model, each with what stands around. */
  readonly all: number;
  readonly typos: readonly string[];
}

/** Sentences made with a character left out. */
const LEFT_OUT = 1000;

/** Topics of rules about single words. */
const ABOUT_WORDS = new Set(
  RULES.filter(({ topic }) => topic === 'words' || topic === 'terms').map(({ id }) => id),
);

export class Figures {
  private readonly linters = new Map<boolean, Linter>();
  private readonly language = LanguageModel.of(languageData());

  findings(text: string, careful = false): Finding[] {
    return everyPlace(lintWhole(this.linter(careful), parseSummary(text, 'plain')));
  }

  /** Of the third of the official sentences that is set aside. */
  ofSentences(careful: boolean): OfSentences {
    const sums = { slips: 0, found: 0, reports: 0, onSlips: 0, corrected: 0 };
    let correctSentences = 0;
    let flagged = 0;
    for (const sentence of officialSentences('measure')) {
      const { source, target } = sentence;
      const slips = slipsOf(sentence);
      const found = this.findings(source, careful).filter(
        ({ rule, severity }) => ABOUT_WORDS.has(rule) && (careful || isGrave(severity)),
      );
      const isOn = ({ span }: Finding, slip: { start: number; end: number }) =>
        span.start < slip.end && slip.start < span.end;
      sums.slips += slips.length;
      sums.found += slips.filter((slip) => found.some((one) => isOn(one, slip))).length;
      sums.reports += found.length;
      for (const finding of found) {
        if (!slips.some((slip) => isOn(finding, slip))) continue;
        sums.onSlips++;
        const [edit] = finding.fixes[0]?.edits ?? [];
        if (edit === undefined) continue;
        const { start, end } = edit.span;
        if (target.slice(start, end) === edit.newText) sums.corrected++;
      }
      if (slips.length > 0) continue;
      correctSentences++;
      if (found.length > 0) flagged++;
    }
    return { ...sums, correctSentences, flagged };
  }

  /** Of whole texts, all of a corpus or those of one use. */
  ofTexts(corpus: Corpus, use?: Use): OfTexts {
    let characters = 0;
    let all = 0;
    const typos: string[] = [];
    for (const { name, text } of documents(corpus, use)) {
      for (const line of linesOf(text)) characters += line.length;
      const grave = this.findings(text).filter(({ severity }) => isGrave(severity));
      all += grave.length;
      for (const { rule, span, fixes } of grave) {
        if (rule !== 'likely-typo') continue;
        const before = text.slice(Math.max(0, span.start - 12), span.start);
        const wanted = fixes[0]?.edits[0]?.newText ?? '';
        const after = text.slice(span.end, span.end + 12);
        const shown = `${before}[${text.slice(span.start, span.end)}|${wanted}]${after}`;
        typos.push(`${name}: ${shown.replace(/\s+/g, ' ')}`);
      }
    }
    return { characters, all, typos };
  }

  /**
   * Of sentences of the third that is set aside from which one character was left out: how many are reported
   * as a warning at that place, or at any level, and how many of the warnings have the right fix first.
   */
  ofLeftOut(careful: boolean): OfLeftOut {
    const sentences = documents('clean', 'measure')
      .flatMap(({ text }) => linesOf(text))
      .flatMap((line) => line.split(/(?<=[。；！])/))
      .filter(({ length }) => length >= 12 && length <= 120);
    const made = leftOut(sentences, LEFT_OUT, 1);
    let found = 0;
    let corrected = 0;
    for (const { source, target, at } of made) {
      const finding = this.findings(source, careful).find(
        ({ rule, severity, span }) =>
          ABOUT_WORDS.has(rule) &&
          (careful || isGrave(severity)) &&
          span.start <= at &&
          at <= span.end,
      );
      if (finding === undefined) continue;
      found++;
      const [edit] = finding.fixes[0]?.edits ?? [];
      if (edit === undefined) continue;
      const { start, end } = edit.span;
      if (source.slice(0, start) + edit.newText + source.slice(end) === target) corrected++;
    }
    return { sentences: made.length, found, corrected };
  }

  /** Rows of the table of mistakes: how many there are, and how many are found at any level. */
  ofMistakes(): { readonly rows: number; readonly missed: readonly string[] } {
    const rows = fieldRows('mistakes.tsv').map(([text]) => text!);
    const missed = rows.filter((row) => {
      const start = row.indexOf('⟦');
      const end = row.lastIndexOf('⟧') - 1;
      const text = row.replace(/[⟦⟧]/g, '');
      return !this.findings(text, true).some(
        ({ span }) => span.start < Math.max(end, start + 1) && start < span.end,
      );
    });
    return { rows: rows.length, missed };
  }

  private linter(careful: boolean): Linter {
    let linter = this.linters.get(careful);
    if (linter === undefined) {
      const rules = careful ? { 'likely-typo': { options: { careful } } } : {};
      linter = new Linter({
        rules: RULES,
        config: { ...DEFAULT_CONFIG, rules },
        language: this.language,
      });
      this.linters.set(careful, linter);
    }
    return linter;
  }
}

const isGrave = (severity: Finding['severity']) => severity === 'error' || severity === 'warning';

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const perTenThousand = (count: number, characters: number) =>
  `${((10_000 * count) / characters).toFixed(2)} per 10 000`;

function print(show: boolean): void {
  const figures = new Figures();
  for (const careful of [false, true]) {
    const { slips, found, reports, onSlips, corrected, correctSentences, flagged } =
      figures.ofSentences(careful);
    console.log(
      `official sentences set aside, ${careful ? 'careful' : 'warnings'}: ` +
        `${percent(found, slips)} of ${slips} wrong characters found, ` +
        `${percent(onSlips, reports)} of ${reports} reports right, ${percent(corrected, onSlips)} corrected, ` +
        `${flagged} of ${correctSentences} correct sentences flagged`,
    );
  }
  for (const corpus of ['clean', 'essays'] as const) {
    for (const use of ['measure', undefined] as const) {
      const { characters, all, typos } = figures.ofTexts(corpus, use);
      console.log(
        `${corpus}, ${use === undefined ? 'all' : 'the third set aside'}: errors and warnings ` +
          `${perTenThousand(all, characters)}, of these likely slips ${typos.length} (${perTenThousand(typos.length, characters)})`,
      );
      if (show && use === undefined) for (const typo of typos) console.log(`  ${typo}`);
    }
  }
  for (const careful of [false, true]) {
    const { sentences, found, corrected } = figures.ofLeftOut(careful);
    console.log(
      `sentences set aside without one character, ${careful ? 'careful' : 'warnings'}: ` +
        `${percent(found, sentences)} of ${sentences} found, ${percent(corrected, found)} corrected`,
    );
  }
  const { rows, missed } = figures.ofMistakes();
  console.log(`mistakes: ${percent(rows - missed.length, rows)} of ${rows} found`);
  if (show) for (const row of missed) console.log(`  ${row}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (hasTexts()) print(process.argv.includes('--show'));
  else console.log('skipped: the real texts (../shared) are not here');
}
