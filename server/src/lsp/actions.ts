/** Code actions: the fixes of a finding, and what the writer can say about it for good. */

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from 'vscode-languageserver';
import { CONFIG_NAME } from '../config/configuration.js';
import { type ConfigurationFile, difference } from '../config/configuration-store.js';
import { type ConfigChange, changeConfiguration } from '../config/edit-configuration.js';
import { localize } from '../core/base/localize.js';
import type { Locale, Localized } from '../core/base/localized.js';
import type { Span } from '../core/base/text.js';
import type { Summary } from '../core/document/document.js';
import { walkSections } from '../core/document/model.js';
import { moveSections } from '../core/edits/move-sections/move.js';
import { renumberDocument } from '../core/edits/renumber.js';
import { rewritingsAt } from '../core/features/term-completion.js';
import { everyPlace, firstFixes, fixAllEdits, sentenceOf } from '../core/lint/linter.js';
import type { Finding, Rule } from '../core/lint/rule.js';
import { RULES } from '../core/lint/rules.generated.js';
import type { LintConfig } from '../core/settings/lint-config.js';
import { SAVE_COMMAND } from '../protocol/index.js';
import {
  type EditTarget,
  type Review,
  toConfigurationEdit,
  toDiagnostic,
  toFixAll,
  toFixRule,
  toMoveAction,
  toQuickFix,
  toRenumber,
  toRewriting,
  toSpan,
} from './convert.js';
import type { Analysis } from './documents.js';
import { FIX_ALL_KIND, MOVE_KIND, RENUMBER_KIND } from './names.js';
import { writingActions } from './writing-actions.js';

/** A longer wording is no word to keep: it is a sentence, to be ignored where it stands. UTF-16 units. */
const LONGEST_WORD = 30;

export interface ActionContext {
  readonly locale: Locale;
  readonly versionedEdits: boolean;
  readonly reviewsFixes: boolean;
  readonly confirmsEdits: boolean;
  /** Null when the document has no place for a configuration file, or the client cannot create one. */
  readonly configuration: { readonly uri: string; readonly file: ConfigurationFile | null } | null;
  readonly savesConfiguration: boolean;
  readonly hasCommands: boolean;
  /** The final check is on. */
  readonly isFinal: boolean;
  readonly config: LintConfig;
}

export function codeActions(
  analysis: Analysis,
  { range, context }: CodeActionParams,
  action: ActionContext,
): CodeAction[] {
  const { document, version, summary, findings } = analysis;
  const { lines } = summary;
  const { locale } = action;
  const target: EditTarget = {
    uri: document.uri,
    version,
    lines,
    versioned: action.versionedEdits,
  };
  const wants = (kind: string) =>
    context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const span = toSpan(lines, range);
    const here = findings.filter(
      (finding) => finding.span.start <= span.end && finding.span.end >= span.start,
    );
    for (const finding of here) {
      actions.push(...finding.fixes.map((fix) => toQuickFix(target, finding, fix, locale)));
    }
    actions.push(...fixRuleActions(analysis, here, target, action));
    for (const finding of here) actions.push(...configurationActions(analysis, finding, action));
  }
  // No lightbulb everywhere, and nothing done on saving: only for a writer who asks.
  const isAsked = context.triggerKind !== CodeActionTriggerKind.Automatic;
  if (isAsked) {
    actions.push(...moveActions(analysis, target, range.start.line, wants, locale));
    if (!action.hasCommands) {
      const at = { offset: toSpan(lines, range).end, isFinal: action.isFinal };
      actions.push(...writingActions(analysis, target, at, wants, locale));
    }
  }
  const fixesAll = isAsked && context.only?.includes(FIX_ALL_KIND) === true;
  const edits = fixesAll ? fixAllEdits(summary, findings, RULES) : [];
  if (edits.length > 0) actions.push(toFixAll(target, edits, locale));
  const renumbered = isAsked && wants(RENUMBER_KIND) ? renumberDocument(summary) : [];
  if (renumbered.length > 0) actions.push(toRenumber(target, renumbered, locale));
  if (wants(CodeActionKind.RefactorRewrite)) {
    const rewritings = rewritingsAt(summary, toSpan(lines, range), action.config);
    actions.push(...rewritings.map((rewriting) => toRewriting(target, rewriting, locale)));
  }
  return actions;
}

/**
 * The fixes of all findings of a rule that are shown at the level of one here. Those that may change
 * words are only offered where the client lists them first.
 */
function fixRuleActions(
  { summary, findings }: Analysis,
  here: readonly Finding[],
  target: EditTarget,
  { locale, reviewsFixes, confirmsEdits }: ActionContext,
): CodeAction[] {
  const reviewed: Review = reviewsFixes ? 'command' : confirmsEdits ? 'annotations' : null;
  const actions: CodeAction[] = [];
  const offered = new Set<string>();
  for (const { rule, severity } of here) {
    const key = `${rule} ${severity}`;
    const mechanical = ruleOf(rule)?.mechanical === true;
    const review = mechanical ? null : reviewed;
    if (offered.has(key) || (review === null && !mechanical)) continue;
    offered.add(key);
    const alike = everyPlace(findings).filter(
      (other) => other.rule === rule && other.severity === severity,
    );
    const edits = new Set(mechanical ? fixAllEdits(summary, alike, RULES) : firstFixes(alike));
    const fixed = alike.filter(({ fixes: [fix] }) => fix?.edits.every((edit) => edits.has(edit)));
    if (fixed.length < 2) continue;
    actions.push(toFixRule(target, summary.text, titleOf(rule), fixed, review, locale));
  }
  return actions;
}

/** Moves of the section whose heading the caret is in. */
function moveActions(
  { summary }: Analysis,
  target: EditTarget,
  line: number,
  wants: (kind: string) => boolean,
  locale: Locale,
): CodeAction[] {
  if (!walkSections(summary.sections).some((section) => section.line === line)) return [];
  return (['up', 'down', 'promote', 'demote'] as const).flatMap((kind) => {
    if (!wants(`${MOVE_KIND}.${kind}`)) return [];
    const result = moveSections(summary, [line], { kind });
    return 'refusal' in result ? [] : [toMoveAction(target, kind, result.edits, locale)];
  });
}

function ruleOf(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}

function titleOf(id: string): Localized {
  return ruleOf(id)?.title ?? { zh: id, en: id };
}

/**
 * True when what a finding points at can be kept as a word. The form of marks is none, nor is a single
 * character; and a rule that points at a whole sentence, heading or paragraph says nothing of its words.
 */
function isWord(summary: Summary, { rule, span, fixes }: Finding): boolean {
  const { wide, mechanical } = ruleOf(rule) ?? {};
  if (wide === true || mechanical === true) return false;
  const text = summary.text.slice(span.start, span.end);
  if (text.length > LONGEST_WORD || /[\r\n]/.test(text)) return false;
  if ((text.match(/\p{L}/gu)?.length ?? 0) < 2) return false;
  return fixes.length > 0 || !isWhole(summary, span);
}

/** True of a span that is all of a sentence, but for its end mark, or of a heading. */
function isWhole(summary: Summary, span: Span): boolean {
  const text = summary.text.slice(span.start, span.end);
  const sentence = sentenceOf(summary.text, span);
  return (
    (sentence.startsWith(text) && !/\p{L}|\p{N}/u.test(sentence.slice(text.length))) ||
    walkSections(summary.sections).some(
      ({ titleSpan }) => titleSpan.start === span.start && titleSpan.end === span.end,
    )
  );
}

/** 忽略本次, 永久不报, 必须改, and the rule off: four different things, all kept in the configuration file. */
function configurationActions(
  { summary }: Analysis,
  finding: Finding,
  { locale, configuration, savesConfiguration }: ActionContext,
): CodeAction[] {
  if (configuration === null) return [];
  const { rule, span } = finding;
  const text = summary.text.slice(span.start, span.end);
  const title = titleOf(rule);
  const choices: { change: ConfigChange; title: Localized }[] = [
    {
      change: {
        kind: 'ignore-once',
        entry: { rule, text, sentence: sentenceOf(summary.text, span) },
      },
      title: { zh: '忽略本次（只此一处）', en: 'Ignore this once, here only' },
    },
  ];
  if (isWord(summary, finding)) {
    choices.push({
      change: { kind: 'never-report', entry: { text } },
      title: {
        zh: `永久不报“${text}”（加入词表）`,
        en: `Never report “${text}” (add to the word list)`,
      },
    });
    if (finding.severity !== 'error') {
      const fix = finding.fixes[0];
      const whole =
        fix?.edits.length === 1 &&
        fix.edits[0]!.span.start === span.start &&
        fix.edits[0]!.span.end === span.end;
      const to = whole ? fix.edits[0]!.newText : '';
      choices.push({
        change: { kind: 'must-fix', entry: { text, ...(to !== '' && { to }) } },
        title: {
          zh: `必须改：“${text}”今后一律报为必错`,
          en: `Must be fixed: always report “${text}” as an error`,
        },
      });
    }
  }
  choices.push({
    change: { kind: 'rule-off', rule },
    title: { zh: `关闭规则“${title.zh}”`, en: `Turn off the rule “${title.en}”` },
  });
  return choices.flatMap(({ change, title: name }) => {
    const before = configuration.file?.text ?? '';
    const after = changeConfiguration(before, change);
    if (after === null) return [];
    const { lines, span: changed, newText } = difference(before, after);
    return [
      {
        title: localize(name, locale),
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(summary.lines, finding, locale)],
        edit: toConfigurationEdit(configuration.uri, configuration.file !== null, lines, {
          span: changed,
          newText,
        }),
        ...(savesConfiguration && {
          command: { title: CONFIG_NAME, command: SAVE_COMMAND, arguments: [configuration.uri] },
        }),
      },
    ];
  });
}
