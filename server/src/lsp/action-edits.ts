/** What a code action changes: computed when the client resolves it, or at once for a client that cannot. */
import type { CodeAction } from 'vscode-languageserver';
import { type ConfigurationFile, difference } from '../config/configuration-store.js';
import { changeConfiguration } from '../config/edit-configuration.js';
import {
  type LintConfig,
  type Locale,
  type Localized,
  localize,
  moveSections,
  rewritingsAt,
  type Severity,
} from '../core/index.js';
import type { Position, Range, WritingAction } from '../protocol/index.js';
import {
  type EditTarget,
  toAnnotatedEdit,
  toConfigurationEdit,
  toOffset,
  toSpan,
  toWorkspaceEdit,
} from './convert.js';
import type { Analysis } from './documents.js';
import { changeFor } from './features/writing.js';
import {
  configurationChange,
  type FindingChange,
  fixedTogether,
  ruleOf,
  titleOf,
} from './findings.js';

/** A finding of one version of a document. */
export interface FindingPlace {
  readonly rule: string;
  readonly range: Range;
}

/** What a code action does: enough to tell it from all others of the same version. Sent to the client and back. */
export type Choice =
  /** `fix` is the title of the fix: a changed configuration may put another one in its place. */
  | { readonly kind: 'fix'; readonly finding: FindingPlace; readonly fix: string }
  | { readonly kind: 'rule'; readonly rule: string; readonly severity: Severity }
  | {
      readonly kind: 'configuration';
      readonly finding: FindingPlace;
      readonly change: FindingChange;
    }
  | { readonly kind: 'move'; readonly line: number; readonly move: SectionStep }
  | { readonly kind: 'writing'; readonly action: WritingAction; readonly position: Position }
  /** `title` as for `fix`. */
  | { readonly kind: 'rewriting'; readonly range: Range; readonly title: string };

/** The `data` of a code action whose edit is computed by `codeAction/resolve`. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly choice: Choice;
}

/** A code action; without a choice, its command does all. */
export interface Offer {
  readonly action: CodeAction;
  readonly choice?: Choice;
}

export type SectionStep = 'up' | 'down' | 'promote' | 'demote';

export interface ActionContext {
  readonly locale: Locale;
  readonly versionedEdits: boolean;
  /** The client asks for the edit of an action when the writer has chosen it. */
  readonly resolvesEdits: boolean;
  readonly reviewsFixes: boolean;
  readonly confirmsEdits: boolean;
  /** Null when the document has no place for a configuration file, or the client cannot create one. */
  readonly configuration: { readonly uri: string; readonly file: ConfigurationFile | null } | null;
  readonly savesConfiguration: boolean;
  readonly hasCommands: boolean;
  /** The final check is on. */
  readonly isFinalCheckOn: boolean;
  /** See `client.ts`. */
  readonly rulePages: string | null;
  readonly config: LintConfig;
}

/** The edit; null when what was chosen does not exist any more; or, for a move, why it cannot be made. */
export function editOf(
  analysis: Analysis,
  choice: Choice,
  { locale, versionedEdits: versioned, configuration, config }: ActionContext,
): ReturnType<typeof toWorkspaceEdit> | { readonly refusal: Localized } | null {
  const { document, version, summary } = analysis;
  const { lines } = summary;
  const target: EditTarget = { uri: document.uri, version, lines, versioned };
  switch (choice.kind) {
    case 'fix': {
      const fixes = findingAt(analysis, choice.finding)?.fixes ?? [];
      const fix = fixes.find(({ title }) => localize(title, locale) === choice.fix);
      return fix === undefined ? null : toWorkspaceEdit(target, fix.edits);
    }
    case 'rule': {
      const fixed = fixedTogether(analysis, choice.rule, choice.severity);
      if (ruleOf(choice.rule)?.mechanical !== true) {
        return toAnnotatedEdit(target, summary.text, titleOf(choice.rule), fixed, locale);
      }
      const edits = fixed.flatMap(({ fixes: [fix] }) => fix!.edits);
      return toWorkspaceEdit(target, edits);
    }
    case 'configuration': {
      const finding = findingAt(analysis, choice.finding);
      if (finding === undefined || configuration === null) return null;
      const { uri, file } = configuration;
      const before = file?.text ?? '';
      const after = changeConfiguration(
        before,
        configurationChange(summary, finding, choice.change),
      );
      if (after === null) return null;
      const { lines: old, span, newText } = difference(before, after);
      return toConfigurationEdit(uri, file !== null, old, { span, newText });
    }
    case 'move': {
      const result = moveSections(summary, [choice.line], { kind: choice.move });
      return 'refusal' in result ? result : toWorkspaceEdit(target, result.edits);
    }
    case 'writing': {
      const change = changeFor(choice.action, analysis, toOffset(lines, choice.position));
      return change === null ? null : toWorkspaceEdit(target, change.edits);
    }
    case 'rewriting': {
      const rewritings = rewritingsAt(summary, toSpan(lines, choice.range), config);
      const found = rewritings.find(({ title }) => localize(title, locale) === choice.title);
      return found === undefined ? null : toWorkspaceEdit(target, [found.edit]);
    }
    default:
      return null;
  }
}

function findingAt({ findings, summary }: Analysis, { rule, range }: FindingPlace) {
  const { start, end } = toSpan(summary.lines, range);
  return findings.find(
    (finding) => finding.rule === rule && finding.span.start === start && finding.span.end === end,
  );
}
