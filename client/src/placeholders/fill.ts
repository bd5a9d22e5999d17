import vscode = require('vscode');

import {
  CHECK_VALUE,
  type CheckedValue,
  FILL,
  type FillParams,
  type PlaceholderItem,
  type PlaceholderParams,
} from '#protocol';
import { changeText } from '../change-text.js';
import { asLogged, messageOf } from '../errors.js';
import type { Services } from '../feature.js';
import { type PlaceholderModel, rangeOf } from './model.js';
import { neighbour, select } from './navigate.js';

/** Characters (code points) of a sentence that are shown on either side of a placeholder. */
const MAX_CONTEXT = 40;

type Scope = FillParams['scope'];
type Problems = NonNullable<CheckedValue>['problems'];

/** What the writer did with one placeholder. */
type Outcome = Scope | 'skipped' | 'ended';

/** Asks for values in an input box, one placeholder after another. */
export class Filler {
  constructor(
    private readonly services: Services,
    private readonly model: PlaceholderModel,
  ) {}

  /** From the caret to the end of the document and on from its beginning, until all are filled or the writer stops. */
  async fillAll(): Promise<void> {
    const { editor } = this.services.active;
    if (editor === undefined) return;
    const { version } = editor.document;
    const items = await this.model.current();
    // Whoever has typed or composed on meanwhile is not asked for a value in the middle of it.
    if (editor.document.version !== version) return;
    if (items === undefined) return warnNotKnown();
    if (items.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is left to be filled in.'));
      return;
    }
    let { selection } = editor;
    // A selected placeholder is the one to begin with.
    if (items.some((item) => rangeOf(item).isEqual(selection))) {
      selection = new vscode.Selection(selection.start, selection.start);
    }
    let skipped: PlaceholderItem[] = [];
    for (;;) {
      const remaining = await this.model.current();
      if (remaining === undefined) return warnNotKnown();
      if (remaining.length <= skipped.length) break;
      const item = neighbour(remaining, selection, true);
      if (item === undefined) break;
      const outcome = await this.fillOne(editor, item, remaining.length);
      if (outcome === 'ended') return;
      if (outcome === 'skipped') skipped.push(item);
      // What was skipped may have got the value of its group.
      if (outcome === 'group') skipped = skipped.filter(({ group }) => group !== item.group);
      if (outcome === 'places') skipped = skipped.filter(({ kind }) => kind !== 'place');
      // After what is there now: the value, or the placeholder that was left.
      const end = outcome === 'skipped' ? rangeOf(item).end : editor.selection.end;
      selection = new vscode.Selection(end, end);
    }
    if (skipped.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('All placeholders are filled in.'));
    } else {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('End of the document. {0} were skipped.', skipped.length),
      );
    }
  }

  /** One placeholder, one of `left` or alone: asks, checks, asks what else gets the value, and changes the document in one step. */
  async fillOne(editor: vscode.TextEditor, item: PlaceholderItem, left?: number): Promise<Outcome> {
    const { document } = editor;
    if (document.getText(rangeOf(item)) !== item.text) {
      warn(changedMessage());
      return 'ended';
    }
    select(editor, item);
    // The version shown now: a change while the writer types makes the answer outdated.
    const at = paramsOf(document, item);
    let value = item.used[0] ?? '';
    for (;;) {
      const answer = await this.ask(at, item, value, left);
      if (answer === undefined) return 'ended';
      if (answer.value === '') return 'skipped';
      value = answer.value;
      const exact = await askExact(item, value, answer.problems);
      if (exact === undefined) continue;
      const scope = await askScope(item, value);
      if (scope === undefined) continue;
      return (await this.apply(editor, at, { value, scope, exact })) ? scope : 'ended';
    }
  }

  /** The value as accepted, empty to skip; undefined when the writer stops. */
  private ask(
    at: PlaceholderParams,
    item: PlaceholderItem,
    value: string,
    left: number | undefined,
  ): Promise<{ readonly value: string; readonly problems: Problems } | undefined> {
    const box = vscode.window.createInputBox();
    const kind = item.kindName === item.label ? item.kindName : `${item.kindName} · ${item.label}`;
    box.title = item.section === null ? kind : `${kind} · ${item.section.name}`;
    if (left !== undefined) box.title += ` · ${vscode.l10n.t('{0} left', left)}`;
    box.placeholder = item.text;
    box.prompt = `${excerpt(item)}\n${
      left === undefined
        ? vscode.l10n.t('Enter fills in, Esc cancels')
        : vscode.l10n.t('Enter fills in, Enter without a value skips, Esc ends')
    }`;
    box.value = value;
    box.ignoreFocusOut = true;
    let latestCheck = 0;
    const check = async (): Promise<Problems> => {
      const thisCheck = ++latestCheck;
      const typed = box.value;
      const problems = typed.trim() === '' ? [] : await this.check(at, typed);
      if (thisCheck === latestCheck) {
        const [first] = problems;
        box.validationMessage = first && {
          // It takes the place of the prompt, so the sentence is said again.
          message: `${first.message}\n${excerpt(item)}`,
          severity:
            first.level === 'error'
              ? vscode.InputBoxValidationSeverity.Error
              : vscode.InputBoxValidationSeverity.Warning,
        };
      }
      return problems;
    };
    return new Promise((resolve) => {
      box.onDidChangeValue(() => void check());
      box.onDidAccept(async () => {
        const typed = box.value.trim();
        const problems = await check();
        if (problems.some(({ level }) => level === 'error')) return;
        resolve({ value: typed, problems });
        box.hide();
      });
      box.onDidHide(() => {
        resolve(undefined);
        box.dispose();
      });
      box.show();
    });
  }

  private async check(at: PlaceholderParams, value: string): Promise<Problems> {
    const { client, output } = this.services;
    const params = { ...at, value };
    // A server that has ended is started again, and the value is not to pass unchecked.
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        return (await client.sendRequest(CHECK_VALUE, params))?.problems ?? [];
      } catch (error) {
        output.error(asLogged(error));
      }
    }
    return [];
  }

  /** Changes the document, as one undo step and only if it still is what the writer saw. The caret goes after the value. */
  private async apply(
    editor: vscode.TextEditor,
    at: PlaceholderParams,
    fill: Pick<FillParams, 'value' | 'scope' | 'exact'>,
  ): Promise<boolean> {
    const { document } = editor;
    const params = { ...at, ...fill };
    const { client, output } = this.services;
    const result = await client.sendRequest(FILL, params).catch((error: unknown) => {
      output.error(asLogged(error));
      warn(messageOf(error));
      return undefined;
    });
    if (result === undefined) return false;
    const change =
      result === null
        ? 'outdated'
        : await changeText(document, at.textDocument.version, result.edits);
    if (result === null || change !== 'made') {
      if (change === 'outdated') warn(changedMessage());
      return false;
    }
    const { line, character } = at.position;
    const before = result.edits.filter(
      ({ range: { start } }) => start.line === line && start.character < character,
    );
    // Edits before it on its line have moved it.
    const moved = before.reduce(
      (sum, { range, newText }) =>
        sum + newText.length - (range.end.character - range.start.character),
      0,
    );
    const end = new vscode.Position(line, character + moved + fill.value.length);
    editor.selection = new vscode.Selection(end, end);
    return true;
  }
}

function warn(message: string): void {
  void vscode.window.showWarningMessage(message);
}

const changedMessage = () =>
  vscode.l10n.t('The document changed meanwhile, so nothing was filled in. Please try again.');

/** Tells that there was no answer about what is left. */
export function warnNotKnown(): void {
  warn(
    vscode.l10n.t(
      'What is left to be filled in could not be found out just now. Please try again.',
    ),
  );
}

function paramsOf(document: vscode.TextDocument, { range }: PlaceholderItem): PlaceholderParams {
  return {
    textDocument: { uri: document.uri.toString(), version: document.version },
    position: range.start,
  };
}

/** The sentence with the placeholder marked; a long one without its ends. */
function excerpt({ sentence, at, text }: PlaceholderItem): string {
  const before = [...sentence.slice(0, at)];
  const after = [...sentence.slice(at + text.length)];
  const head =
    before.length > MAX_CONTEXT ? `…${before.slice(-MAX_CONTEXT).join('')}` : before.join('');
  const tail =
    after.length > MAX_CONTEXT ? `${after.slice(0, MAX_CONTEXT).join('')}…` : after.join('');
  return `${head}⟦${text}⟧${tail}`;
}

/** Whether the 余 after an exact figure goes; undefined to type again. */
async function askExact(
  item: PlaceholderItem,
  value: string,
  problems: Problems,
): Promise<boolean | undefined> {
  if (!problems.some(({ code }) => code === 'exact-before-approximation')) return false;
  const word = item.after.charAt(0);
  const rest = item.after.slice(1, 5);
  const picked = await vscode.window.showQuickPick(
    [
      { label: vscode.l10n.t('Delete “{0}”: {1}', word, `${value}${rest}`), exact: true },
      { label: vscode.l10n.t('Keep “{0}”: {1}', word, `${value}${word}${rest}`), exact: false },
    ],
    { title: vscode.l10n.t('{0} is exact, but “{1}” follows', value, word), ignoreFocusOut: true },
  );
  return picked?.exact;
}

/** What else gets the value; undefined to type again. */
async function askScope(item: PlaceholderItem, value: string): Promise<Scope | undefined> {
  const { groupSize, placesSize, text, after } = item;
  const choices: { label: string; scope: Scope }[] = [];
  if (groupSize > 1) {
    choices.push({
      label: vscode.l10n.t('All {0} of this group ({1})', groupSize, `${text}${after.slice(0, 2)}`),
      scope: 'group',
    });
  }
  if (placesSize > groupSize) {
    choices.push({
      label: vscode.l10n.t('All {0} names of places without 省, 市, 县', placesSize),
      scope: 'places',
    });
  }
  if (choices.length === 0) return 'one';
  choices.push({ label: vscode.l10n.t('Only this one'), scope: 'one' });
  // The group stands for one name; names of places without a level only may.
  if (groupSize === 1) choices.reverse();
  const picked = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Where else does “{0}” go?', value),
    ignoreFocusOut: true,
  });
  return picked?.scope;
}
