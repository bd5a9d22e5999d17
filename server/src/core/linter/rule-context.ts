/** What document rules see of a version. */
import type { LintConfig } from '../config.js';
import { Lexicon, type LexiconHit } from '../lexicon/lexicon.js';
import { LinesRead } from '../line-change.js';
import { type Section, walkSections } from '../model.js';
import type {
  DocumentContext,
  Note,
  OptionSpecs,
  OptionValues,
  Question,
  Report,
} from '../rule.js';
import type { Summary } from '../summary.js';
import type { Span } from '../text.js';
import type { PlaceVisit, Wordings } from '../wordings.js';
import { eachNote, notesOf, type RuleState, type Visit } from './rule-state.js';

/** What document rules may ask of a version, each part made once for all of them. */
export class VersionContext {
  private knownProse: string | undefined;
  private knownSections: readonly Section[] | undefined;
  private knownSiblings: readonly (readonly Section[])[] | undefined;
  private readonly answers = new Map<Question, boolean>();

  constructor(readonly summary: Summary) {}

  get prose(): string {
    this.knownProse ??= mask(this.summary.text, this.summary.exempt);
    return this.knownProse;
  }

  get sections(): readonly Section[] {
    this.knownSections ??= walkSections(this.summary.sections);
    return this.knownSections;
  }

  get siblings(): readonly (readonly Section[])[] {
    this.knownSiblings ??= siblingRuns(this.summary.sections);
    return this.knownSiblings;
  }

  ask(question: Question): boolean {
    let answer = this.answers.get(question);
    if (answer === undefined) {
      answer = question(this.summary);
      this.answers.set(question, answer);
    }
    return answer;
  }

  proseAt(from: number, end: number): string {
    const start = Math.max(0, from);
    if (this.knownProse !== undefined) return this.knownProse.slice(start, end);
    const { summary } = this;
    let piece = '';
    for (let line = summary.lineAt(start); line < summary.lineFacts.length; line++) {
      const at = summary.lineStarts.at(line);
      if (at >= end) break;
      const { text, eol, inlineExempt } = summary.lineFacts.at(line)!;
      const opaque = summary.structure.opaque?.[line] === 1;
      const exempt = opaque ? [{ start: 0, end: text.length }] : inlineExempt;
      const masked = mask(text, exempt);
      piece += (end - at <= text.length ? masked : masked + eol).slice(
        Math.max(0, start - at),
        end - at,
      );
    }
    return piece;
  }
}

/**
 * What document rules see of a version, one rule after another. One object for all runs: each with its
 * own functions cost a third of what a key leaves to be collected, and the engine kept every one of
 * them alive, with its version, until it collected everything.
 */
export class RuleContext implements DocumentContext {
  year: number | null = null;
  options: OptionValues<OptionSpecs> = {};
  /** What the rule has reported. */
  reports: Report[] = [];
  private version!: VersionContext;
  private state!: RuleState;

  constructor(
    private readonly config: LintConfig,
    private readonly wordings: Wordings,
  ) {}

  /** From here on a rule looks at a version. */
  begin(
    state: RuleState,
    version: VersionContext,
    year: number | null,
    options: OptionValues<OptionSpecs>,
  ): void {
    state.asked = [];
    state.read = null;
    state.answers = null;
    this.state = state;
    this.version = version;
    this.year = year;
    this.options = options;
    this.reports = [];
  }

  readonly proseAt = (start: number, end: number): string => {
    this.restsOn(start, end);
    return this.version.proseAt(start, end);
  };

  readonly eachNote = (visit: Visit): void => eachNote(this.summary, this.state, visit);

  readonly eachPlace = (wordings: readonly string[], visit: PlaceVisit): void => {
    this.state.asked = [...this.state.asked, ...wordings];
    this.wordings.each(this.summary, wordings, visit);
  };

  readonly ask = (question: Question): boolean => {
    const answer = this.version.ask(question);
    this.state.answers ??= new Map();
    this.state.answers.set(question, answer);
    return answer;
  };

  readonly restsOn = (start: number, end: number): void => {
    this.state.read ??= new LinesRead();
    this.state.read.add(this.summary, start, end);
  };

  readonly report = (report: Report): void => {
    this.reports.push(report);
  };

  get summary(): Summary {
    return this.version.summary;
  }

  get syntax() {
    return this.summary.syntax;
  }

  get paragraphs() {
    return this.summary.paragraphs;
  }

  get prose(): string {
    return this.version.prose;
  }

  get sections(): readonly Section[] {
    return this.version.sections;
  }

  get siblings(): readonly (readonly Section[])[] {
    return this.version.siblings;
  }

  get words(): readonly LexiconHit[] {
    return Lexicon.for(this.config).find(this.prose);
  }

  get notes(): readonly Note<unknown>[] {
    return notesOf(this.summary, this.state);
  }
}

/** A text with each of the spans, which are sorted, replaced by U+0000. */
function mask(text: string, exempt: readonly Span[]): string {
  if (exempt.length === 0) return text;
  let masked = '';
  let at = 0;
  for (const { start, end } of exempt) {
    masked += text.slice(at, start) + '\0'.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}

function siblingRuns(sections: readonly Section[]): Section[][] {
  const runs: Section[][] = [];
  let current: Section[] = [];
  for (const section of sections) {
    if (section.label !== null) {
      if (current.length > 0 && current[0]!.run === section.run) current.push(section);
      else {
        current = [section];
        runs.push(current);
      }
    }
    runs.push(...siblingRuns(section.children));
  }
  return runs;
}
