import vscode = require('vscode');

import { inSingular } from '#core';
import { CHECK_WORD, type CheckWordResult } from '#protocol';
import {
  leftOutOf,
  notTrackedMessage,
  placeInWords,
  remarksOf,
  withPlaces,
} from '#server/report/review';
import type { ReviewedFile } from '#server/word/write/index';
import { readBounded } from '../bounded-file.js';
import { setContextKey } from '../context-key.js';
import type { Services } from '../feature.js';
import { nameOf } from '../file-name.js';
import { localized } from '../localized.js';
import { save } from '../save.js';
import { exists, freeName, offerToOpen, showProblem, withExtension } from './documents.js';

const SCHEME = 'work-summary-docx';
type Finding = CheckWordResult['findings'][number];
type Fix = Finding['fixes'][number];

interface Checked {
  readonly file: ReviewedFile;
  readonly findings: readonly Finding[];
}

/**
 * Proofreads Word files where they are. What was found is listed on the text of the file, which is shown
 * where a problem is clicked, and cannot be written to; and it is written to a copy as comments.
 */
export class WordReview implements vscode.Disposable {
  /** Texts by the URI under which they are shown. */
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly registered = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: this.changed.event,
    provideTextDocumentContent: (uri) => this.texts.get(uri.toString()),
  });

  constructor(private readonly services: Services) {}

  dispose(): void {
    this.registered.dispose();
    this.changed.dispose();
  }

  /** `workSummary.checkDocx`: lists what is found in a Word file. `resource` comes from the explorer's menu. */
  async check(resource: unknown): Promise<void> {
    const uri = await wordFile(resource);
    if (uri === undefined) return;
    const checked = await this.read(uri);
    if (checked === undefined) return;
    const { t } = vscode.l10n;
    const count = (severity: Finding['severity']) =>
      checked.findings.filter((finding) => finding.severity === severity).length;
    const found = checked.findings.length > 0;
    const leftOut = leftOutOf(checked.file);
    const message = [
      `${t('“{0}”:', nameOf(uri))}`,
      found
        ? inSingular(
            t(
              '{0} errors, {1} warnings, {2} notes.',
              count('error'),
              count('warning'),
              count('info'),
            ),
          )
        : t('Nothing was found.'),
      ...(leftOut === null ? [] : [localized(leftOut)]),
    ].join(localized({ zh: '', en: ' ' }));
    const write = t('Write as Comments…');
    const show = t('Show Problems');
    const chosen = await vscode.window.showInformationMessage(
      message,
      ...(found ? [write, show] : []),
    );
    if (chosen === show) void vscode.commands.executeCommand('workbench.actions.view.problems');
    if (chosen === write) await this.annotate(uri);
  }

  /** `workSummary.annotateDocx`: a copy with every finding as a comment, and the chosen fixes as tracked changes. */
  async annotate(resource: unknown): Promise<void> {
    const uri = await wordFile(resource);
    if (uri === undefined) return;
    // Read anew: the writer may have changed it in Word since.
    const checked = await this.read(uri);
    if (checked === undefined) return;
    const { file, findings } = checked;
    const { t } = vscode.l10n;
    if (findings.length === 0) {
      void vscode.window.showInformationMessage(
        t('Nothing was found in “{0}”, so no copy was written.', nameOf(uri)),
      );
      return;
    }
    const fixes = await chooseFixes(findings);
    if (fixes === undefined) return;
    const target = await chooseTarget(uri);
    if (target === undefined) return;
    const remarks = remarksOf(file.text, findings, vscode.env.language, (finding) =>
      fixes.get(finding),
    );
    const { bytes, changed, unchanged } = file.withRemarks(remarks);
    try {
      await save(this.services, target.uri, bytes, { replace: target.replace, inputs: [uri] });
    } catch (error) {
      const otherwise = t(
        '“{0}” could not be written. If it is open in Word, close it and try again.',
        nameOf(target.uri),
      );
      showProblem(this.services, error, otherwise);
      return;
    }
    const messages = [
      t(
        '{0} findings were written as comments and {1} fixes as tracked changes to “{2}”.',
        findings.length,
        changed,
        nameOf(target.uri),
      ),
      ...(unchanged > 0 ? [localized(notTrackedMessage(unchanged))] : []),
    ];
    await offerToOpen(messages.join(localized({ zh: '', en: ' ' })), target.uri);
  }

  /** Reads and checks a file, and lists what is found; undefined, and told, when it cannot be read. */
  private async read(uri: vscode.Uri): Promise<Checked | undefined> {
    const { services } = this;
    try {
      return await vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Window,
          title: vscode.l10n.t('Checking the Word file'),
        },
        async () => {
          const word = await services.wordFiles();
          word.refuseTooLarge((await vscode.workspace.fs.stat(uri)).size);
          const file = word.readForReview(await readBounded(uri, 'wordBytes'));
          await services.started;
          const { text, cellsStart } = file;
          const params = { uri: uri.toString(), text, cellsStart };
          const { diagnostics, findings } = await services.client.sendRequest(CHECK_WORD, params);
          const placed = withPlaces(file, findings);
          await this.list(uri, file.text, diagnostics, placed);
          return { file, findings: placed };
        },
      );
    } catch (error) {
      showProblem(services, error, vscode.l10n.t('The file could not be read.'));
      return undefined;
    }
  }

  private async list(
    uri: vscode.Uri,
    text: string,
    diagnostics: CheckWordResult['diagnostics'],
    findings: readonly Finding[],
  ): Promise<void> {
    const { client, findings: problems } = this.services;
    const shown = uri.with({ scheme: SCHEME, query: uri.toString(), fragment: '' });
    const found = await client.protocol2CodeConverter.asDiagnostics([...diagnostics]);
    for (const [index, diagnostic] of found.entries()) {
      const { place } = findings[index]!;
      if (place === undefined) continue;
      const separator = localized({ zh: '：', en: ': ' });
      diagnostic.message = `${placeInWords(place, vscode.env.language)}${separator}${diagnostic.message}`;
    }
    this.texts.set(shown.toString(), text);
    this.changed.fire(shown);
    problems.store(shown, found);
    setContextKey('workSummary.folderChecked', true);
  }
}

/** The Word file that a command is for: what was clicked, what the text that is shown was read from, or what is chosen. */
async function wordFile(resource: unknown): Promise<vscode.Uri | undefined> {
  if (resource instanceof vscode.Uri) return resource;
  const shown = vscode.window.activeTextEditor?.document.uri;
  if (shown?.scheme === SCHEME) return vscode.Uri.parse(shown.query, true);
  const chosen = await vscode.window.showOpenDialog({
    filters: { [vscode.l10n.t('Word Document')]: ['docx'] },
    openLabel: vscode.l10n.t('Check'),
  });
  return chosen?.[0];
}

interface Choice extends vscode.QuickPickItem {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** The fixes that are ticked, at most one of a finding; undefined when the writer gave up. */
async function chooseFixes(
  findings: readonly Finding[],
): Promise<ReadonlyMap<Finding, Fix> | undefined> {
  const choices = findings.flatMap((finding) =>
    finding.fixes.map((fix): Choice => {
      const where =
        finding.place === undefined ? '' : placeInWords(finding.place, vscode.env.language);
      return { label: fix.title, description: where, detail: finding.message, finding, fix };
    }),
  );
  if (choices.length === 0) return new Map();
  const picker = vscode.window.createQuickPick<Choice>();
  picker.title = vscode.l10n.t('Which fixes shall be tracked changes?');
  picker.placeholder = vscode.l10n.t('What is not ticked becomes a comment only');
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  picker.ignoreFocusOut = true;
  picker.items = choices;
  const ticked = new Map<Finding, Choice>();
  try {
    return await new Promise((resolve) => {
      picker.onDidChangeSelection((selected) => {
        // Of two fixes of one finding the one ticked last counts.
        const before = new Map(ticked);
        ticked.clear();
        for (const choice of selected) {
          const chosen = ticked.get(choice.finding);
          if (chosen === undefined || chosen === before.get(choice.finding)) {
            ticked.set(choice.finding, choice);
          }
        }
        if (ticked.size < selected.length) picker.selectedItems = [...ticked.values()];
      });
      picker.onDidAccept(() => {
        resolve(new Map([...ticked].map(([finding, { fix }]) => [finding, fix])));
        picker.hide();
      });
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

/** Beside the file; the writer is asked where there is such a copy already. */
async function chooseTarget(
  uri: vscode.Uri,
): Promise<{ readonly uri: vscode.Uri; readonly replace: boolean } | undefined> {
  const beside = withExtension(uri, localized({ zh: '批注.docx', en: 'comments.docx' }));
  if (!(await exists(beside))) return { uri: beside, replace: false };
  const chosen = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Write as Comments…'),
    defaultUri: await freeName(beside),
    filters: { [vscode.l10n.t('Word Document')]: ['docx'] },
  });
  return chosen && { uri: chosen, replace: true };
}
