import vscode = require('vscode');

import { mayBeLabelled } from '#core';
import type { OutlineResult, SectionMove } from '#protocol';
import { Debouncer } from '#server/timing/debouncer';
import { setContextKey } from '../context-key.js';
import { asLogged } from '../errors.js';
import type { Feature } from '../feature.js';
import { Changes, type VersionedLines } from './changes.js';
import { Clipboard } from './clipboard.js';
import { dragAndDrop } from './drag.js';
import { Numbering } from './numbering.js';
import { Preview } from './preview.js';
import { type Item, isItem, OutlineTree } from './tree.js';

const VIEW = 'workSummary.outline';
/** Pause after a change of the text or its findings before the view follows, in milliseconds. */
const REFRESH_PAUSE = 300;
/** The view follows the caret when it has rested this long, in milliseconds. */
const CARET_PAUSE = 100;
/** How often the outline is requested again while the server does not know the document yet. */
const MAX_TRIES = 20;

/** The view of the sections, and the commands that move them. */
export const outlineView: Feature = (services) => {
  const { context, active, composition, findings, outlines, started, output } = services;
  const tree = new OutlineTree();
  const preview = new Preview();
  const changes = new Changes(services, preview);
  const clipboard = new Clipboard(changes, tree);
  const numbering = new Numbering(services, changes);
  const refreshDebouncer = new Debouncer(REFRESH_PAUSE);
  const caretDebouncer = new Debouncer(CARET_PAUSE);

  const view = vscode.window.createTreeView<Item>(VIEW, {
    treeDataProvider: tree,
    canSelectMany: true,
    showCollapseAll: true,
    dragAndDropController: dragAndDrop(
      active,
      changes,
      () => tree.version,
      (headings) => void followDrop(headings),
    ),
  });

  /** Keys of the selected sections. Kept here because `view.selection` is empty while the view is being refreshed. */
  let selectedKeys: ReadonlySet<string> = new Set();
  /** 0-based line to which a click in the view moved the caret: its section is selected already. */
  let openedLine: number | undefined;
  /** The last `reveal` failed because the view was being refreshed; it is repeated after the next refresh. */
  let isRevealPending = false;

  const refresh = (tries = 0) => refreshDebouncer.later(() => load(tries));

  /** Asks for the outline and shows it. */
  async function load(tries = 0): Promise<void> {
    refreshDebouncer.cancel();
    const { document } = active;
    if (document === undefined) return show('', 0, [], []);
    const uri = document.uri.toString();
    try {
      await started;
      const answer = await outlines.of(document);
      if (active.document !== document) return;
      if (answer === null) {
        // Recognised just now; `didOpen` has not reached the server yet.
        if (tries < MAX_TRIES) refresh(tries + 1);
      } else if (answer.version === document.version) {
        show(uri, answer.version, answer.sections, answer.numbering);
      }
    } catch (error) {
      output.error(asLogged(error));
    }
  }

  function show(
    uri: string,
    version: number,
    sections: OutlineResult['sections'],
    labels: OutlineResult['numbering'],
  ): void {
    numbering.show(labels);
    const isOtherDocument = tree.show(uri, version, sections, problemLines());
    setContextKey('workSummary.outline.empty', uri !== '' && sections.length === 0);
    showFilter();
    if (isOtherDocument || isRevealPending) followCaret();
  }

  /** 0-based lines on which a problem begins. Hints are left out, as in the editor's list of problems. */
  function problemLines(): number[] {
    const { document } = active;
    const shown = (document && findings.get(document.uri)) ?? [];
    return shown
      .filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint)
      .map(({ range }) => range.start.line);
  }

  function showFilter(): void {
    const { filter } = tree;
    setContextKey('workSummary.outline.filtered', filter !== '');
    view.message =
      filter === '' ? '' : vscode.l10n.t('“{0}”: {1} sections', filter, tree.matchCount);
  }

  /** Selects the section that the caret is in; what the writer has folded stays so. */
  function followCaret(): void {
    const line = active.editor?.selection.active.line;
    if (line === undefined || line === openedLine || !view.visible) return;
    openedLine = undefined;
    const item = tree.visibleAt(line);
    // A selection of several sections would shrink to this one.
    if (item === undefined || selectedKeys.has(item.key)) return;
    void view.reveal(item, { select: true, focus: false }).then(
      () => {
        isRevealPending = false;
      },
      () => {
        isRevealPending = true;
      },
    );
  }

  /** Reloads the outline after a move, and selects the first moved section. */
  async function revealMoved(headings: readonly number[]): Promise<void> {
    await load();
    if (!view.visible) return;
    const items = headings.flatMap((line) => tree.headingAt(line) ?? []);
    for (const item of items.slice(0, 1)) {
      await view.reveal(item, { select: true, focus: false }).then(undefined, () => undefined);
    }
  }

  /** After a drop, moves the caret to the first of the headings (0-based lines) and selects its section. */
  async function followDrop(headings: readonly number[]): Promise<void> {
    const { editor } = active;
    const [line] = headings;
    if (editor !== undefined && line !== undefined && line < editor.document.lineCount) {
      const { start } = editor.document.lineAt(line).range;
      editor.selection = new vscode.Selection(start, start);
      editor.revealRange(
        new vscode.Range(start, start),
        vscode.TextEditorRevealType.InCenterIfOutsideViewport,
      );
    }
    await revealMoved(headings);
  }

  /**
   * Keys of the sections that a command from the view is about; empty for a command from a key in the editor,
   * which is about the caret. A key binding of the view passes `view` as its item.
   */
  function targetKeys(item: unknown, items: unknown): ReadonlySet<string> {
    const given = Array.isArray(items) ? items : item === 'view' ? view.selection : [item];
    return new Set(given.flatMap((one) => (isItem(one) ? [one.key] : [])));
  }

  /** The heading lines of these sections in the outline loaded last; without keys, the lines of the selections. */
  function linesOf(keys: ReadonlySet<string>): VersionedLines {
    if (keys.size > 0) {
      const found = tree.items.filter(({ key }) => keys.has(key));
      return { lines: found.map(({ section }) => section.line), version: tree.version };
    }
    const { editor } = active;
    const lines = (editor?.selections ?? []).flatMap(({ start, end }) =>
      Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index),
    );
    return { lines, version: editor?.document.version ?? 0 };
  }

  const commands: Record<string, (item?: unknown, items?: unknown) => unknown> = {
    'workSummary.moveSectionUp': moveCommand({ kind: 'up' }),
    'workSummary.moveSectionDown': moveCommand({ kind: 'down' }),
    'workSummary.promoteSection': moveCommand({ kind: 'promote' }),
    'workSummary.demoteSection': moveCommand({ kind: 'demote' }),
    'workSummary.cutSection': (item, items) => copyOrCut(item, items, true),
    'workSummary.copySection': (item, items) => copyOrCut(item, items, false),
    'workSummary.pasteSection': paste,
    'workSummary.convertNumbering': () => numbering.convert(),
    'workSummary.outline.filter': askFilter,
    'workSummary.outline.clearFilter': () => setFilter(''),
    'workSummary.outline.expandTo': askDepth,
    'workSummary.outline.open': open,
  };

  function moveCommand(move: SectionMove) {
    return async (item: unknown, items: unknown) => {
      const { document } = active;
      const isFromKey = item === undefined;
      if (document === undefined || (isFromKey && composition.isActive(active.editor))) return;
      const keys = targetKeys(item, items);
      // Called when earlier moves are done: they may have changed the text since the key was pressed.
      const linesNow = async () => {
        if (keys.size > 0) await load();
        return linesOf(keys);
      };
      const headings = await changes.move(document, linesNow, move);
      if (headings !== undefined) await revealMoved(headings);
    };
  }

  async function copyOrCut(item: unknown, items: unknown, isCut: boolean): Promise<void> {
    const { document } = active;
    if (document === undefined) return;
    const keys = targetKeys(item, items);
    await load();
    const { lines } = linesOf(keys);
    await clipboard.copyOrCut(document, lines, isCut);
  }

  async function paste(item: unknown, items: unknown): Promise<void> {
    const { document } = active;
    if (document === undefined) return;
    const keys = targetKeys(item, items);
    await load();
    const { lines, version } = linesOf(keys);
    const headings = await clipboard.paste(document, lines.at(-1) ?? 0, version);
    if (headings !== undefined) await revealMoved(headings);
  }

  function setFilter(words: string): void {
    tree.setFilter(words);
    showFilter();
  }

  /** The view is filtered while the writer types; Escape restores the previous filter. */
  function askFilter(): void {
    const previousFilter = tree.filter;
    let accepted = false;
    const input = vscode.window.createInputBox();
    input.title = vscode.l10n.t('Filter sections');
    input.placeholder = vscode.l10n.t(
      'Words of the heading, or the initials of their pinyin (czwt)',
    );
    input.value = previousFilter;
    input.onDidChangeValue(setFilter);
    input.onDidAccept(() => {
      accepted = true;
      input.hide();
    });
    input.onDidHide(() => {
      if (!accepted) setFilter(previousFilter);
      input.dispose();
    });
    input.show();
  }

  async function askDepth(): Promise<void> {
    const depths = [
      { label: vscode.l10n.t('First level only'), depth: 1 },
      { label: vscode.l10n.t('Down to the second level'), depth: 2 },
      { label: vscode.l10n.t('Down to the third level'), depth: 3 },
      { label: vscode.l10n.t('All levels'), depth: Number.POSITIVE_INFINITY },
    ];
    const picked = await vscode.window.showQuickPick(depths, {
      title: vscode.l10n.t('How deep shall the outline be shown?'),
    });
    if (picked !== undefined) tree.expandTo(picked.depth);
  }

  /** A click on a section: focus goes to the editor, with the caret at the heading. `line` is 0-based. */
  async function open(uri: unknown, line: unknown): Promise<void> {
    if (typeof uri !== 'string' || typeof line !== 'number') return;
    const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri));
    const { firstNonWhitespaceCharacterIndex } = editor.document.lineAt(line);
    const start = new vscode.Position(line, firstNonWhitespaceCharacterIndex);
    openedLine = line;
    editor.selection = new vscode.Selection(start, start);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Sets the context key that enables the keys for moving sections: only on what may be a heading. */
  function updateAtHeading(): void {
    const { editor } = active;
    const text = editor?.document.lineAt(editor.selection.active.line).text.slice(0, 60) ?? '';
    const [, hashes, rest] = /^[\s\u3000]*(#{0,6})[\s\u3000]*(?:\*\*)?(.*)$/s.exec(text)!;
    setContextKey('workSummary.atHeading', hashes !== '' || mayBeLabelled(rest!));
  }

  context.subscriptions.push(
    numbering,
    view,
    preview,
    active.onDidChange(() => {
      openedLine = undefined;
      updateAtHeading();
      void load();
    }),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) followCaret();
    }),
    view.onDidChangeSelection(({ selection }) => {
      selectedKeys = new Set(selection.map(({ key }) => key));
    }),
    view.onDidCollapseElement(({ element }) => tree.setCollapsed(element, true)),
    view.onDidExpandElement(({ element }) => tree.setCollapsed(element, false)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === active.document) refresh();
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const uri = active.document?.uri.toString();
      if (uris.some((changed) => changed.toString() === uri)) refresh();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor !== active.editor) return;
      updateAtHeading();
      caretDebouncer.later(followCaret);
    }),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
    refreshDebouncer,
    caretDebouncer,
  );
  updateAtHeading();
  void load();
};
