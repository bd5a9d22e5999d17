import vscode = require('vscode');

import { inSingular, type MergeChoices, originsName } from '#core';
import { KINDS_REQUEST, MERGE, type MergeParams, type MergeResult } from '#protocol';
import { today } from '../calendar-day.js';
import { changeText } from '../change-text.js';
import type { Feature, Services } from '../feature.js';
import { nameOf } from '../file-name.js';
import { save } from '../save.js';
import { showProblem } from '../word/documents.js';
import { type ReadSource, readSource, readSources, selectedUris } from './sources.js';
import { formName, type MergeNode, MergeTree } from './tree.js';

const VIEW = 'workSummary.merge';
/** Context key: a plan is shown. */
const CONTEXT_KEY = 'workSummary.merging';

/** `workSummary.merge`: one document from many, planned in a view before anything is written. */
export const merge: Feature = (services) => {
  const view = new MergeView(services);
  const commands: Readonly<Record<string, (...given: never[]) => unknown>> = {
    [VIEW]: (clicked?: unknown, selected?: unknown) => view.start(selectedUris(clicked, selected)),
    'workSummary.merge.write': () => view.write(),
    'workSummary.merge.up': () => view.step(-1),
    'workSummary.merge.down': () => view.step(1),
    'workSummary.merge.open': (source: number, line: number) => view.open(source, line),
    'workSummary.merge.figure': (id: string) => view.chooseForm(id),
  };
  services.context.subscriptions.push(
    view,
    ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)),
  );
};

type Frame = MergeParams['frame'];

interface Session {
  readonly sources: readonly ReadSource[];
  readonly folder: vscode.Uri;
  readonly frame: Frame;
  readonly markdown: boolean;
  choices: MergeChoices;
  result: MergeResult;
}

class MergeView implements vscode.Disposable {
  private readonly tree = new MergeTree({
    move: (blocks, slot, before) => void this.move(blocks, slot, before),
  });
  private readonly view = vscode.window.createTreeView<MergeNode>(VIEW, {
    treeDataProvider: this.tree,
    dragAndDropController: this.tree,
    canSelectMany: true,
    manageCheckboxStateManually: true,
  });
  private session: Session | undefined;
  /** Settles with the change of the plan made last; the document is written after it. */
  private pendingChange: Promise<void> = Promise.resolve();

  constructor(private readonly services: Services) {
    this.view.onDidChangeCheckboxState(({ items }) => void this.tick(items));
  }

  dispose(): void {
    this.view.dispose();
  }

  async start(given: readonly vscode.Uri[]): Promise<void> {
    const { t } = vscode.l10n;
    const roots = given.length > 0 ? given : await chooseFiles();
    if (roots.length === 0) return;
    try {
      const read = await readSources(this.services, roots, t('Reading the documents'));
      if (read.isCancelled) return;
      const { sources } = read;
      if (sources.length === 0) {
        void vscode.window.showInformationMessage(
          [t('There is nothing to merge.'), ...read.problems].join(' '),
        );
        return;
      }
      const frame = await this.chooseFrame(sources);
      if (frame === undefined) return;
      const [first] = sources as [ReadSource];
      const markdown = sources.filter((source) => source.markdown).length * 2 > sources.length;
      const params = { sources: sources.map(toSourceText), frame, choices: {}, markdown };
      const result = await this.services.client.sendRequest(MERGE, params);
      const folder = vscode.Uri.joinPath(first.uri, '..');
      this.session = { sources, folder, frame, markdown, choices: {}, result };
      await vscode.commands.executeCommand('setContext', CONTEXT_KEY, true);
      this.show();
      await vscode.commands.executeCommand(`${VIEW}.focus`);
      this.showLeftOut(read.problems);
    } catch (error) {
      showProblem(this.services, error, t('The documents could not be merged.'));
    }
  }

  /** Names the documents that were left out: all in the log, the first few in a message. */
  private showLeftOut(problems: readonly string[]): void {
    const { sources, result } = this.session!;
    const { t } = vscode.l10n;
    const leftOut = result.leftOut.map(({ source, why }) => {
      const { name } = sources[source]!;
      return why === 'same'
        ? t('{0} says the same as another and is used once.', name)
        : t('{0} does not look like a work summary.', name);
    });
    const messages = [...problems, ...leftOut];
    for (const line of messages) this.services.output.warn(line);
    if (messages.length === 0) return;
    const firstMessages = messages.slice(0, 3).join(' ');
    const more = messages.length > 3 ? ` ${t('More in the output.')}` : '';
    void vscode.window.showInformationMessage(firstMessages + more);
  }

  private async chooseFrame(sources: readonly ReadSource[]): Promise<Frame | undefined> {
    const { t } = vscode.l10n;
    const kinds = await this.services.client.sendRequest(KINDS_REQUEST, today());
    const items: (vscode.QuickPickItem & { readonly frame?: Frame; readonly isFile?: true })[] = [
      { label: t('By the likeliest kind'), description: t('its usual headings'), frame: null },
      { label: t('A template…'), isFile: true },
      { label: t('One of the documents'), kind: vscode.QuickPickItemKind.Separator },
      ...sources.map(({ name }, index) => ({ label: name, frame: index })),
      { label: t('A kind'), kind: vscode.QuickPickItemKind.Separator },
      ...kinds.map(({ id, name, headings }) => ({
        label: name,
        detail: headings.join(' → '),
        frame: id,
      })),
    ];
    const picked = await vscode.window.showQuickPick(items, {
      title: t('Merge: in whose order?'),
      matchOnDetail: true,
    });
    if (picked?.isFile !== true) return picked?.frame;
    const [file] = (await vscode.window.showOpenDialog({ filters: FILTERS })) ?? [];
    return file === undefined ? undefined : toSourceText(await readSource(this.services, file));
  }

  private show(): void {
    const { result } = this.session!;
    const { t } = vscode.l10n;
    const pieces = result.plan.blocks.flatMap((block) => block.pieces);
    const left = pieces.filter(({ taken }) => !taken).length;
    this.view.message = inSingular(
      t(
        '{0} documents; {1} paragraphs, {2} left out. Drag, tick, then make the document.',
        result.plan.sources.length,
        pieces.length,
        left,
      ),
    );
    this.tree.show(result);
  }

  /** Has the plan made again with the writer's changes. */
  private change(choices: MergeChoices): Promise<void> {
    this.pendingChange = this.requestPlan(choices);
    return this.pendingChange;
  }

  private async requestPlan(choices: MergeChoices): Promise<void> {
    const { session } = this;
    if (session === undefined) return;
    session.choices = choices;
    const { sources, frame, markdown } = session;
    const params = { sources: sources.map(toSourceText), frame, choices, markdown };
    const result = await this.services.client.sendRequest(MERGE, params);
    if (this.session !== session || session.choices !== choices) return;
    session.result = result;
    this.show();
  }

  private async move(
    blocks: readonly string[],
    slot: string | null,
    before: string | null,
  ): Promise<void> {
    const { choices } = this.session ?? {};
    if (choices === undefined) return;
    const added = blocks
      .filter((block) => block !== before)
      .map((block) => ({ block, slot, before }));
    await this.change({ ...choices, moves: [...(choices.moves ?? []), ...added] });
  }

  /** Moves what is selected one place up or down: within its heading, then to the next one. */
  async step(by: 1 | -1): Promise<void> {
    await this.pendingChange;
    const selected = this.view.selection.find((node) => node.kind === 'block');
    if (selected === undefined || this.session === undefined) return;
    const { plan } = this.session.result;
    const { block } = selected;
    // Blocks with a heading of their own always come after those without, so only alike ones change places.
    const siblings = plan.blocks.filter(
      ({ slot, pieces }) => slot === block.slot && pieces[0]!.heading === block.pieces[0]!.heading,
    );
    const index = siblings.findIndex(({ id }) => id === block.id);
    const slots = [...plan.slots.map(({ id }) => id), null];
    const slotAt = slots.indexOf(block.slot);
    if (siblings[index + by] !== undefined) {
      await this.move(
        [block.id],
        block.slot,
        by < 0 ? siblings[index - 1]!.id : (siblings[index + 2]?.id ?? null),
      );
    } else {
      const slot = slots[slotAt + by];
      if (slot === undefined) return;
      const first = plan.blocks.find((each) => each.slot === slot)?.id ?? null;
      await this.move([block.id], slot, by < 0 ? null : first);
    }
    const moved = this.tree.blockNodes().find((node) => node.block.id === block.id);
    if (moved !== undefined) await this.view.reveal(moved, { select: true, focus: true });
  }

  private async tick(
    items: readonly (readonly [MergeNode, vscode.TreeItemCheckboxState])[],
  ): Promise<void> {
    const { choices } = this.session ?? {};
    if (choices === undefined) return;
    const on = new Set(choices.on);
    const off = new Set(choices.off);
    for (const [node, state] of items) {
      const pieces =
        node.kind === 'block' ? node.block.pieces : node.kind === 'piece' ? [node.piece] : [];
      for (const { id } of pieces) {
        const isOn = state === vscode.TreeItemCheckboxState.Checked;
        (isOn ? off : on).delete(id);
        (isOn ? on : off).add(id);
      }
    }
    await this.change({ ...choices, on: [...on], off: [...off] });
  }

  async chooseForm(id: string): Promise<void> {
    const forms = ['none', 'sum', 'list', 'table'] as const;
    const picked = await vscode.window.showQuickPick(
      forms.map((form) => ({ label: formName(form), form })),
      { title: vscode.l10n.t('How to write it') },
    );
    const { choices } = this.session ?? {};
    if (picked === undefined || choices === undefined) return;
    await this.change({ ...choices, figures: { ...choices.figures, [id]: picked.form } });
  }

  /** Shows a place of a source; not for Word files. `source` is its index in the plan, `line` is 1-based. */
  async open(source: number, line: number): Promise<void> {
    const name = this.session?.result.plan.sources[source]?.file;
    const uri = this.session?.sources.find((each) => each.name === name)?.uri;
    if (uri === undefined || /\.docx$/i.test(uri.path)) return;
    const selection = new vscode.Range(line - 1, 0, line - 1, 0);
    await vscode.window.showTextDocument(uri, { selection, preview: true, preserveFocus: true });
  }

  /** The new document, as a file of its own, with where its paragraphs came from beside it. */
  async write(): Promise<void> {
    await this.pendingChange;
    const { session, services } = this;
    if (session === undefined) return;
    const { t } = vscode.l10n;
    const extension = session.markdown ? 'md' : 'txt';
    const target = await vscode.window.showSaveDialog({
      defaultUri: vscode.Uri.joinPath(session.folder, `${t('Merged')}.${extension}`),
      filters: { [t('Text')]: [extension] },
    });
    if (target === undefined) return;
    try {
      const inputs = session.sources.map(({ uri }) => uri);
      await this.warnChanged(session);
      const { text, origins } = session.result;
      // Created with one line ending alone, which sets those of the document; the text then is one step to undo.
      const lineEnding = text.includes('\r\n') ? '\r\n' : '\n';
      await save(services, target, new TextEncoder().encode(lineEnding), { inputs });
      const originsFile = vscode.Uri.joinPath(target, '..', originsName(nameOf(target)));
      const uris = origins.sources.map(({ name, key }) => {
        const uri = session.sources.find((each) => each.name === name)?.uri;
        return { name: uri === undefined ? name : relative(target, uri), key };
      });
      const json = JSON.stringify({ ...origins, sources: uris });
      await save(services, originsFile, new TextEncoder().encode(`${json}\n`), { replace: true });
      const document = await vscode.workspace.openTextDocument(target);
      await vscode.window.showTextDocument(document);
      const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
      await changeText(document, document.version, [{ range, newText: text }]);
      await document.save();
      this.session = undefined;
      this.tree.show(undefined);
      await vscode.commands.executeCommand('setContext', CONTEXT_KEY, false);
    } catch (error) {
      showProblem(services, error, t('The document could not be written.'));
    }
  }

  /** Warns of sources that were changed or deleted since they were read; the text that was read is used. */
  private async warnChanged({ sources }: Session): Promise<void> {
    const changed: string[] = [];
    for (const { uri, name, text } of sources) {
      const now = await readSource(this.services, uri).catch(() => null);
      if (now?.text !== text) changed.push(name);
    }
    if (changed.length === 0) return;
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Changed or deleted since the plan was made: {0}. What was read then is used.',
        changed.join('、'),
      ),
    );
  }
}

const toSourceText = ({ name, text, markdown }: ReadSource) => ({ name, text, markdown });

const FILTERS = { '*': ['txt', 'md', 'docx'] };

async function chooseFiles(): Promise<readonly vscode.Uri[]> {
  const chosenFiles = await vscode.window.showOpenDialog({
    canSelectMany: true,
    openLabel: vscode.l10n.t('Merge'),
    filters: FILTERS,
  });
  return chosenFiles ?? [];
}

/** The path of a file from the folder of another one. */
function relative(from: vscode.Uri, to: vscode.Uri): string {
  const fromFolder = from.path.split('/').slice(0, -1);
  const target = to.path.split('/');
  let shared = 0;
  while (shared < fromFolder.length && fromFolder[shared] === target[shared]) shared++;
  return [...fromFolder.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}
