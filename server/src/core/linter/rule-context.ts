/** What document rules see of a version. */
import type { LexiconHit } from '../lexicon/lexicon.js';
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
import type { Occurrence } from '../wordings.js';

export type Visit = (start: number, data: unknown, end: number) => boolean | undefined;

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

/** What a document rule sees of what it noted, and where its reports go. */
interface RuleAccess {
  readonly words: () => readonly LexiconHit[];
  readonly notes: () => readonly Note<unknown>[];
  readonly eachNote: (visit: Visit) => void;
  readonly find: (wordings: readonly string[]) => readonly (readonly Occurrence[])[];
  readonly ask: (question: Question) => boolean;
  readonly restsOn: (start: number, end: number) => void;
  readonly report: (report: Report) => void;
}

/**
 * What one document rule sees of a version. A class and not an object made with the version as its
 * prototype: the engine gives each of those a shape of its own that outlives many collections, and
 * with it kept every version alive (a third of the time of a full check went into that).
 */
export class RuleContext implements DocumentContext {
  readonly summary: Summary;
  readonly proseAt: (start: number, end: number) => string;
  readonly eachNote: (visit: Visit) => void;
  readonly find: (wordings: readonly string[]) => readonly (readonly Occurrence[])[];
  readonly ask: (question: Question) => boolean;
  readonly restsOn: (start: number, end: number) => void;
  readonly report: (report: Report) => void;

  constructor(
    private readonly version: VersionContext,
    readonly year: number | null,
    readonly options: OptionValues<OptionSpecs>,
    private readonly access: RuleAccess,
  ) {
    this.summary = version.summary;
    this.proseAt = (start, end) => {
      access.restsOn(start, end);
      return version.proseAt(start, end);
    };
    this.eachNote = access.eachNote;
    this.find = access.find;
    this.ask = access.ask;
    this.restsOn = access.restsOn;
    this.report = access.report;
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
    return this.access.words();
  }

  get notes(): readonly Note<unknown>[] {
    return this.access.notes();
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
