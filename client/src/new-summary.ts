import vscode = require('vscode');

import { KINDS_REQUEST, type KindChoice, SKELETON_REQUEST, type SkeletonParams } from '#protocol';
import { today } from './calendar-day.js';
import { chosenItem } from './chosen-item.js';
import type { Feature } from './feature.js';
import { chooseMaterial } from './material.js';
import { pickByPinyin } from './pinyin-pick.js';
import { LANGUAGE } from './recognition.js';

/**
 * `工作总结: 新建`: four questions, for a week or a month what it left, then a whole document to tab
 * through. Escape at any of them ends it.
 */
export const newSummary: Feature = ({ context, client, started }) => {
  const create = async () => {
    await started;
    const kinds = await client.sendRequest(KINDS_REQUEST, today());
    const answers = await ask(kinds);
    if (answers === undefined) return;
    const { takesMaterial } = kinds.find(({ id }) => id === answers.kind)!;
    const material = takesMaterial ? await chooseMaterial(client, answers.period ?? '') : [];
    if (material === undefined) return;
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const uri = folder && vscode.Uri.joinPath(folder.uri, 'new.txt').toString();
    const params = {
      ...answers,
      markdown: false,
      today: today(),
      ...(uri !== undefined && { uri }),
      ...(material.length > 0 && { material }),
    };
    const { snippet } = await client.sendRequest(SKELETON_REQUEST, params);
    const document = await vscode.workspace.openTextDocument({ language: LANGUAGE });
    const editor = await vscode.window.showTextDocument(document);
    await editor.insertSnippet(new vscode.SnippetString(snippet));
  };
  context.subscriptions.push(vscode.commands.registerCommand('workSummary.new', create));
};

type Answers = Pick<SkeletonParams, 'kind' | 'detail' | 'subject' | 'period'>;

async function ask(kinds: readonly KindChoice[]): Promise<Answers | undefined> {
  const { l10n, window } = vscode;
  const kind = await pickByPinyin(
    kinds.map((choice) => ({
      label: choice.name,
      detail: choice.headings.join(' → '),
      choice,
    })),
    {
      title: l10n.t('New summary (1/4): what kind?'),
      placeholder: l10n.t('Words, or initials of their pinyin'),
    },
  );
  if (kind === undefined) return undefined;
  const subject = await window.showInputBox({
    title: l10n.t('New summary (2/4): {0}', kind.choice.subject),
    prompt: l10n.t('Leave empty to fill it in later.'),
  });
  if (subject === undefined) return undefined;
  const period = await askPeriod(kind.choice.periods);
  if (period === undefined) return undefined;
  const levels = [
    {
      label: l10n.t('Usual'),
      description: l10n.t('two points in each section'),
      detail: 'standard',
    },
    { label: l10n.t('Brief'), description: l10n.t('one point in each section'), detail: 'brief' },
    { label: l10n.t('Detailed'), description: l10n.t('all points'), detail: 'full' },
  ] as const;
  const level = await window.showQuickPick(
    levels.map(({ detail, ...item }) => ({ ...item, value: detail })),
    { title: l10n.t('New summary (4/4): how detailed?') },
  );
  if (level === undefined) return undefined;
  return {
    kind: kind.choice.id,
    detail: level.value,
    ...(subject.trim() !== '' && { subject: subject.trim() }),
    ...(period !== '' && { period }),
  };
}

/** One of the likely periods, or what the writer types instead; empty to be filled in later. */
function askPeriod(periods: readonly string[]): Promise<string | undefined> {
  const picker = vscode.window.createQuickPick();
  picker.title = vscode.l10n.t('New summary (3/4): which period?');
  picker.placeholder = vscode.l10n.t('Choose one or type your own');
  const choices = periods.map((label): vscode.QuickPickItem => ({ label }));
  picker.items = choices;
  picker.onDidChangeValue((value) => {
    const typed = value.trim();
    const known = typed === '' || periods.includes(typed);
    picker.items = known ? choices : [{ label: typed, alwaysShow: true }, ...choices];
  });
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(chosenItem(picker)?.label ?? picker.value.trim());
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
