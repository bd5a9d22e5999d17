/** Checks the text of one file. Task and answer are plain data, so that they can go to another thread and back. */
import {
  type Finding,
  fixAllEdits,
  type LanguageModel,
  type LintConfig,
  Linter,
  type LintOptions,
  type Locale,
  type Localized,
  lintWhole,
  type ParsedSummary,
  parseSummary,
  RULES,
  type TextEdit,
  WordTextLinter,
} from '../core/index.js';
import { syntaxOf } from '../encoding/document-names.js';
import { readLanguageModel } from '../language-data/node-files.js';
import { type FindingReport, reportFindings } from '../report/findings.js';
import { type FolderFigure, folderFiguresOf } from '../report/folder-figures.js';
import { fileProblem } from './problem.js';

/** The results that a task may want, by name. */
export interface Results {
  readonly findings: {
    readonly findings: readonly FindingReport[];
    /** What is compared with those of other documents. */
    readonly figures: readonly FolderFigure[];
  };
  /** Those that `fix` makes. */
  readonly edits: readonly TextEdit[];
}

export interface Task {
  readonly want: keyof Results;
  /** As the writer would name the file. */
  readonly name: string;
  readonly text: string;
  /** UTF-16 offset from which on the words of a Word file stand in its tables; null for other files. */
  readonly cellsStart: number | null;
  readonly config: LintConfig;
  /** Equal for texts under the same configuration, and for those alone. */
  readonly configNumber: number;
  readonly locale: Locale;
  /** Where the data of the language model lie; null to do without. */
  readonly languageFolder: string | null;
}

export interface Answer {
  /** Of the kind that was asked for. */
  readonly result?: Results[keyof Results];
  /** Why there is no result. */
  readonly problem?: Localized;
  /** Rules that failed: what they would have found is missing. */
  readonly failedRules: readonly string[];
  /** Why words are not judged by the language model, where they should be. */
  readonly languageProblem?: string;
}

/** Answers one task after another. */
export class Proofreader {
  /** One for all texts under a configuration: with thousands, making them takes most of the time. */
  private readonly linters = new Map<number, Linter>();
  private readonly wordLinters = new Map<number, WordTextLinter>();
  private readonly failedRules = new Set<string>();
  private language: LanguageModel | null | undefined;
  private languageProblem: string | undefined;

  /** Never throws. */
  answer(task: Task): Answer {
    this.failedRules.clear();
    try {
      const result = this.resultOf(task);
      const failedRules = [...this.failedRules];
      return this.languageProblem === undefined
        ? { result, failedRules }
        : { result, failedRules, languageProblem: this.languageProblem };
    } catch (error) {
      return { problem: fileProblem(error, task.name), failedRules: [...this.failedRules] };
    }
  }

  private resultOf(task: Task): Results[keyof Results] {
    const summary = parseSummary(task.text, syntaxOf(task.name));
    const findings = this.findingsOf(task, summary);
    if (task.want === 'edits') return fixAllEdits(summary, findings, RULES);
    // A table cell does not say which indicator its figures are of.
    const outsideTables =
      task.cellsStart === null
        ? summary
        : parseSummary(task.text.slice(0, task.cellsStart), 'plain');
    return {
      findings: reportFindings(summary, findings, task.locale),
      figures: folderFiguresOf(outsideTables, task.name),
    };
  }

  private findingsOf(task: Task, summary: ParsedSummary): readonly Finding[] {
    const { cellsStart, configNumber } = task;
    if (cellsStart === null) {
      const linter = this.linters.get(configNumber) ?? new Linter(this.optionsFor(task));
      this.linters.set(configNumber, linter);
      return lintWhole(linter, summary);
    }
    const linter = this.wordLinters.get(configNumber) ?? new WordTextLinter(this.optionsFor(task));
    this.wordLinters.set(configNumber, linter);
    return linter.lint(summary, cellsStart);
  }

  private optionsFor({ config, languageFolder }: Task): LintOptions {
    return {
      rules: RULES,
      config,
      language: languageFolder === null ? null : this.languageIn(languageFolder),
      onRuleError: (rule) => void this.failedRules.add(rule),
    };
  }

  /** Read once, with the first text; null where that fails. */
  private languageIn(folder: string): LanguageModel | null {
    if (this.language === undefined) {
      try {
        this.language = readLanguageModel(folder);
      } catch (error) {
        this.language = null;
        this.languageProblem = error instanceof Error ? error.message : String(error);
      }
    }
    return this.language;
  }
}
