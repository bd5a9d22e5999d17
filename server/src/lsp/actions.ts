/** Code actions: the fixes of a finding, and what the writer can say about it for good. */

import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { CONFIG_NAME } from '../config/configuration.js';
import { changeConfiguration } from '../config/edit-configuration.js';
import {
  type Finding,
  type Localized,
  lineAt,
  localize,
  refusalToMove,
  rewritingsAt,
  type Span,
  sentenceOf,
  walkSections,
} from '../core/index.js';
import { REVIEW_FIXES_COMMAND, SAVE_COMMAND, SAVE_FIRST_COMMAND } from '../protocol/index.js';
import {
  type ActionContext,
  type ActionData,
  type Choice,
  editOf,
  type Offer,
} from './action-edits.js';
import {
  isAskedFor,
  toCommand,
  toDiagnostic,
  toFixRuleTitle,
  toPosition,
  toRange,
  toSpan,
} from './convert.js';
import type { Analysis } from './documents.js';
import { type FindingChange, fixedTogether, ruleNameFor, ruleOf, titleOf } from './findings.js';
import { FIX_ALL_KIND, MOVE_KIND, QUICK_FIX_KIND, RENUMBER_KIND, REWRITE_KIND } from './names.js';
import { perVersion } from './per-version.js';
import { WHOLE_DOCUMENT } from './whole-document.js';
import { writingActions } from './writing-actions.js';

/** A longer text is taken for a sentence, which can be ignored in its place but not kept as a word. UTF-16 units. */
const MAX_WORD_LENGTH = 30;

/** What can be done at a place. The edits are in it only for a client that cannot ask for one of them. */
export function codeActions(
  analysis: Analysis,
  params: CodeActionParams,
  context: ActionContext,
): CodeAction[] {
  const { uri } = analysis.document;
  const { version } = analysis;
  return offers(analysis, params, context).flatMap(({ action, choice }) => {
    if (choice === undefined) return [action];
    if (context.resolvesEdits) {
      const data: ActionData = { uri, version, choice };
      return [{ ...action, data }];
    }
    const edit = editOf(analysis, choice, context);
    return edit === null || 'refusal' in edit ? [] : [{ ...action, edit }];
  });
}

function offers(
  analysis: Analysis,
  { range, context }: CodeActionParams,
  action: ActionContext,
): Offer[] {
  const { summary, findings } = analysis;
  const { lines } = summary;
  const { locale } = action;
  const wants = (kind: string) =>
    context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
  const found: Offer[] = [];
  if (wants(QUICK_FIX_KIND)) {
    const span = toSpan(lines, range);
    const findingsHere = findings.filter(
      (finding) => finding.span.start <= span.end && finding.span.end >= span.start,
    );
    for (const finding of findingsHere) found.push(...quickFixes(analysis, finding, action));
    found.push(...fixRuleActions(analysis, findingsHere, action));
    if (findingsHere.length > 0 && isConfigurable(action)) {
      for (const finding of findingsHere)
        found.push(...configurationActions(analysis, finding, action));
    } else if (findingsHere.length > 0 && action.savesConfiguration && isDraft(analysis)) {
      const title = localize(
        {
          zh: '忽略、永久不报或关闭规则：先保存文稿…',
          en: 'Ignore or turn off: save the document first…',
        },
        locale,
      );
      const command = toCommand(title, SAVE_FIRST_COMMAND);
      found.push({ action: { title, kind: QUICK_FIX_KIND, command } });
    }
  }
  // Only when the writer asks: otherwise every line would show a lightbulb, and saving could apply them.
  const isAsked = isAskedFor(context);
  const position = toPosition(lines, toSpan(lines, range).end);
  if (isAsked) {
    found.push(...moveActions(analysis, toSpan(lines, range).start, wants, action));
    if (!action.hasCommands) {
      found.push(...writingActions(analysis, position, wants, action));
    }
  }
  const fixesAll = isAsked && context.only?.includes(FIX_ALL_KIND) === true;
  if (fixesAll && WHOLE_DOCUMENT.fixAll(analysis).length > 0) {
    const title = localize(
      { zh: '修复所有标点、序号和空格', en: 'Fix all marks, labels and spaces' },
      locale,
    );
    const choice: Choice = { kind: 'writing', action: 'fixAll', position };
    found.push({ action: { title, kind: FIX_ALL_KIND }, choice });
  }
  // It changes references too, so it is an action of its own and no part of fix-all.
  if (isAsked && wants(RENUMBER_KIND) && WHOLE_DOCUMENT.renumber(analysis).length > 0) {
    const title = localize({ zh: '重排全文序号', en: 'Renumber the whole document' }, locale);
    const choice: Choice = { kind: 'writing', action: 'renumber', position };
    found.push({ action: { title, kind: RENUMBER_KIND }, choice });
  }
  if (wants(REWRITE_KIND)) {
    // A term written out or folded: both wordings are right, so the writer asks for it.
    for (const { title: rewriting } of rewritingsAt(summary, toSpan(lines, range), action.config)) {
      const title = localize(rewriting, locale);
      const choice: Choice = { kind: 'rewriting', range, title };
      found.push({ action: { title, kind: REWRITE_KIND }, choice });
    }
  }
  return found;
}

function quickFixes({ summary }: Analysis, finding: Finding, context: ActionContext): Offer[] {
  const { locale } = context;
  const place = { rule: finding.rule, range: toRange(summary, finding.span) };
  return finding.fixes.map((fix, index) => {
    const title = localize(fix.title, locale);
    return {
      action: {
        title,
        kind: QUICK_FIX_KIND,
        diagnostics: [toDiagnostic(summary, finding, locale, ruleNameFor(finding.rule, context))],
        isPreferred: index === 0,
      },
      choice: { kind: 'fix', finding: place, fix: title },
    };
  });
}

/**
 * The fixes of all findings of a rule that are shown at the level of one here. Those that may change
 * words are only offered where the client lists them first.
 */
function fixRuleActions(
  analysis: Analysis,
  findingsHere: readonly Finding[],
  { locale, reviewsFixes, confirmsEdits }: ActionContext,
): Offer[] {
  const { document, version } = analysis;
  const found: Offer[] = [];
  const offered = new Set<string>();
  for (const { rule, severity } of findingsHere) {
    const key = `${rule} ${severity}`;
    const mechanical = ruleOf(rule)?.mechanical === true;
    if (offered.has(key) || !(mechanical || reviewsFixes || confirmsEdits)) continue;
    offered.add(key);
    const { length } = fixedTogether(analysis, rule, severity);
    if (length < 2) continue;
    const title = toFixRuleTitle(titleOf(rule), length, locale);
    const kind = QUICK_FIX_KIND;
    if (mechanical || !reviewsFixes) {
      found.push({ action: { title, kind }, choice: { kind: 'rule', rule, severity } });
    } else {
      const textDocument = { uri: document.uri, version };
      const params = { textDocument, rule, severity };
      found.push({
        action: { title, kind, command: toCommand(title, REVIEW_FIXES_COMMAND, params) },
      });
    }
  }
  return found;
}

const MOVE_TITLES = {
  up: { zh: '上移本节', en: 'Move section up' },
  down: { zh: '下移本节', en: 'Move section down' },
  promote: { zh: '升级本节（连同下级）', en: 'Promote section with all below it' },
  demote: { zh: '降级本节（连同下级）', en: 'Demote section with all below it' },
} satisfies Record<string, Localized>;

/** Moves of the section whose heading the caret is in; text that follows a heading on its line does not count. */
function moveActions(
  { summary }: Analysis,
  offset: number,
  wants: (kind: string) => boolean,
  { locale }: ActionContext,
): Offer[] {
  const found = walkSections(summary.sections).find(
    ({ span, titleSpan, labelSpan }) =>
      span.start <= offset && offset <= Math.max(titleSpan.end, labelSpan.end) + 1,
  );
  if (found === undefined || lineAt(summary.lines, offset) !== found.line) return [];
  const { line } = found;
  return (['up', 'down', 'promote', 'demote'] as const).flatMap((move): Offer[] => {
    const kind = `${MOVE_KIND}.${move}`;
    if (!wants(kind) || refusalToMove(summary, [line], { kind: move }) !== null) return [];
    const choice: Choice = { kind: 'move', line, move };
    return [{ action: { title: localize(MOVE_TITLES[move], locale), kind }, choice }];
  });
}

/**
 * True when what a finding points at can be kept as a word. The form of marks is none, nor is a single
 * character; and a rule that points at a whole sentence, heading or paragraph says nothing of its words.
 */
function isWord(analysis: Analysis, { rule, span, fixes }: Finding): boolean {
  const { wide, mechanical } = ruleOf(rule) ?? {};
  if (wide === true || mechanical === true) return false;
  const text = analysis.summary.text.slice(span.start, span.end);
  if (text.length > MAX_WORD_LENGTH || /[\r\n]/.test(text)) return false;
  if ((text.match(/\p{L}/gu)?.length ?? 0) < 2) return false;
  return fixes.length > 0 || !isWhole(analysis, span);
}

/** True of a span that is all of a sentence, but for its end mark, or of a heading. */
function isWhole(analysis: Analysis, span: Span): boolean {
  const { text: whole } = analysis.summary;
  const text = whole.slice(span.start, span.end);
  const sentence = sentenceOf(whole, span);
  return (
    (sentence.startsWith(text) && !/\p{L}|\p{N}/u.test(sentence.slice(text.length))) ||
    titleEnds(analysis).get(span.start) === span.end
  );
}

/** Where the title of a section ends, by where it begins. */
const titleEnds = perVersion(
  ({ summary: { sections } }) =>
    new Map(walkSections(sections).map(({ titleSpan: { start, end } }) => [start, end])),
);

/** True for a document that was never saved, so that no configuration file can be beside it. */
const isDraft = ({ document: { uri } }: Analysis) => uri.startsWith('untitled:');

/** True when there is a configuration file, or a place for one, and nothing in it has to be mended first. */
function isConfigurable({ configuration }: ActionContext): boolean {
  if (configuration === null) return false;
  const probe = { kind: 'rule-off', rule: '' } as const;
  return changeConfiguration(configuration.file?.text ?? '', probe) !== null;
}

/** 忽略本次, 永久不报, 必须改, and the rule off: four different things, all kept in the configuration file. */
function configurationActions(
  analysis: Analysis,
  finding: Finding,
  context: ActionContext,
): Offer[] {
  const { locale, configuration, savesConfiguration } = context;
  const { summary } = analysis;
  const { rule, span } = finding;
  const text = summary.text.slice(span.start, span.end);
  const title = titleOf(rule);
  const changes: {
    readonly change: FindingChange;
    readonly title: Localized;
    readonly done: Localized;
  }[] = [
    {
      change: 'ignore-once',
      title: { zh: '忽略本次（只此一处）', en: 'Ignore this once, here only' },
      done: { zh: '这一处不再报。', en: 'This place is not reported any more.' },
    },
  ];
  if (isWord(analysis, finding)) {
    changes.push({
      change: 'never-report',
      title: {
        zh: `永久不报“${text}”（加入词表）`,
        en: `Never report “${text}” (add to the word list)`,
      },
      done: {
        zh: `“${text}”不再报（本文件夹）。`,
        en: `“${text}” is not reported any more (this folder).`,
      },
    });
    if (finding.severity !== 'error') {
      changes.push({
        change: 'must-fix',
        title: {
          zh: `必须改：“${text}”今后一律报为必错`,
          en: `Must be fixed: always report “${text}” as an error`,
        },
        done: {
          zh: `“${text}”今后报为必错（本文件夹）。`,
          en: `“${text}” is reported as an error from now on (this folder).`,
        },
      });
    }
  }
  changes.push({
    change: 'rule-off',
    title: { zh: `关闭规则“${title.zh}”`, en: `Turn off the rule “${title.en}”` },
    done: {
      zh: `已关闭规则“${title.zh}”（本文件夹）。`,
      en: `The rule “${title.en}” is off (this folder).`,
    },
  });
  const place = { rule, range: toRange(summary, span) };
  return changes.map(({ change, title: name, done }) => ({
    action: {
      title: localize(name, locale),
      kind: QUICK_FIX_KIND,
      diagnostics: [toDiagnostic(summary, finding, locale, ruleNameFor(rule, context))],
      ...(savesConfiguration &&
        configuration !== null && {
          command: toCommand(CONFIG_NAME, SAVE_COMMAND, configuration.uri, localize(done, locale)),
        }),
    },
    choice: { kind: 'configuration', finding: place, change },
  }));
}
