import vscode = require('vscode');

import { inSingular } from '#core';
import { CONFIG_NAME } from '#server/config/config-file-name';
import { isDocumentName } from '#server/encoding/document-names';
import { Debouncer } from '#server/timing/debouncer';
import { setContextKey } from '../context-key.js';
import { asLogged } from '../errors.js';
import type { Feature, Services } from '../feature.js';
import { nameOf } from '../file-name.js';
import { localized } from '../localized.js';
import { checkInBatches, isMissing } from './batches.js';
import { FolderFigures } from './figures.js';
import { documentsIn, isReached, isWithin } from './files.js';
import { MAX_LISTED } from './findings.js';

/** Changes on the disk come in numbers; the check waits until they pause this long. Milliseconds. */
const PAUSE = 500;
/** Context key: a folder was checked, so there is something to clear. */
const CONTEXT_KEY = 'workSummary.folderChecked';

/** Checks all documents of folders, open or not, and keeps their problems as the files are. */
export const folderCheck: Feature = (services) => {
  const check = new FolderCheck(services);
  services.context.subscriptions.push(
    check,
    ...['workSummary.checkFolder', 'workSummary.checkFiles'].map((command) =>
      vscode.commands.registerCommand(command, (clicked?: unknown, selected?: unknown) =>
        check.start(selectedUris(clicked, selected)),
      ),
    ),
    vscode.commands.registerCommand('workSummary.clearFolderCheck', () => check.clear()),
  );
};

/** What the explorer's menu is about: all that is selected there, with what was clicked. */
function selectedUris(clicked: unknown, selected: unknown): vscode.Uri[] | undefined {
  const all = Array.isArray(selected) ? selected : [];
  const uris = [...all, clicked].filter((one) => one instanceof vscode.Uri);
  return uris.length === 0 ? undefined : [...new Map(uris.map((uri) => [`${uri}`, uri])).values()];
}

type Count = Record<'files' | 'folders' | 'errors' | 'warnings' | 'notes', number>;
type Report = (done: number, total: number) => void;

class FolderCheck implements vscode.Disposable {
  /** Folders and files that were checked and are kept up to date. */
  private roots: readonly vscode.Uri[] = [];
  private watching: vscode.Disposable | undefined;
  private readonly figures = new FolderFigures();
  /** Files and folders that changed since they were checked, by URI. */
  private readonly changed = new Map<string, vscode.Uri>();
  private readonly debouncer = new Debouncer(PAUSE);
  /** Settles with the check requested last: checks run one after another. */
  private lastCheck: Promise<unknown> = Promise.resolve();
  private isRunning = false;
  /** How often the results were cleared: a check that began before the last time is cancelled. */
  private clearings = 0;

  constructor(private readonly services: Services) {}

  /** The command: checks the given folders and files, or those of the workspace, and says what was found. */
  async start(given: readonly vscode.Uri[] | undefined): Promise<void> {
    const roots = given ?? (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    if (roots.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first.'));
      return;
    }
    // The running check shows its progress already.
    if (this.isRunning) return;
    this.isRunning = true;
    try {
      await this.inTurn((isCleared) => this.checkWithProgress(roots, isCleared));
    } catch (error) {
      this.services.output.error(asLogged(error));
      void vscode.window.showErrorMessage(
        vscode.l10n.t('The folder could not be checked to the end. Please try again.'),
      );
    } finally {
      this.isRunning = false;
    }
  }

  /** Forgets what was found and stops watching the folders. */
  clear(): void {
    this.clearings++;
    this.roots = [];
    this.watching?.dispose();
    this.watching = undefined;
    this.debouncer.cancel();
    this.changed.clear();
    this.services.findings.drop(() => true);
    this.figures.drop(() => true);
    setContextKey(CONTEXT_KEY, false);
  }

  dispose(): void {
    this.debouncer.dispose();
    this.figures.dispose();
    this.watching?.dispose();
  }

  private inTurn<T>(task: (isCleared: () => boolean) => Promise<T>): Promise<T> {
    const { clearings } = this;
    const done = this.lastCheck.then(() => task(() => this.clearings !== clearings));
    this.lastCheck = done.catch(() => undefined);
    return done;
  }

  private keep(roots: readonly vscode.Uri[]): void {
    const others = this.roots.filter((root) => !roots.some((added) => isWithin(added, root)));
    const covered = (uri: vscode.Uri) => others.some((root) => isWithin(root, uri));
    this.roots = [...others, ...roots.filter((root) => !covered(root))];
    this.watching ??= this.watch();
    setContextKey(CONTEXT_KEY, true);
  }

  private async checkWithProgress(
    roots: readonly vscode.Uri[],
    isCleared: () => boolean,
  ): Promise<void> {
    await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Checking the whole folder'),
        cancellable: true,
      },
      async (progress, token) => {
        // Shown at once: the server may still be starting, and a writer who sees nothing presses again.
        await this.services.started;
        if (isCleared()) return;
        this.keep(roots);
        let last = 0;
        const total = { files: 0 };
        const count = await this.check(
          roots,
          (done, files) => {
            total.files = files;
            progress.report({
              increment: ((done - last) * 100) / files,
              message: `${done}/${files}`,
            });
            last = done;
          },
          () => token.isCancellationRequested || isCleared(),
        );
        this.showResult(count, token.isCancellationRequested ? total.files : null);
      },
    );
  }

  /** Checks all documents of folders in place of what was known of them. */
  private async check(
    roots: readonly vscode.Uri[],
    report: Report,
    isCancelled: () => boolean,
  ): Promise<Count> {
    const { findings, recognition, output, realPath } = this.services;
    let folders = 0;
    const unreadable = (folder: vscode.Uri, error: unknown) => {
      folders++;
      output.warn(`${folder.toString(true)}: ${error}`);
    };
    const leftOut = (link: vscode.Uri) =>
      output.info(`${link.toString(true)}: a link out of the folder, not followed`);
    const all = await documentsIn(roots, realPath, unreadable, leftOut, isCancelled);
    const files = all.filter((uri) => !recognition.excludes(uri));
    const keptUris = new Set(files.map(String));
    if (!isCancelled()) {
      const isGone = (uri: vscode.Uri) =>
        roots.some((root) => isWithin(root, uri)) && !keptUris.has(uri.toString());
      findings.drop(isGone);
      this.figures.drop(isGone);
    }
    return { ...(await this.checkFiles(files, report, isCancelled)), folders };
  }

  private async checkFiles(
    files: readonly vscode.Uri[],
    report: Report,
    isCancelled: () => boolean,
  ): Promise<Count> {
    const count: Count = { files: 0, folders: 0, errors: 0, warnings: 0, notes: 0 };
    const severities: readonly (keyof Count)[] = ['errors', 'warnings', 'notes'];
    let done = 0;
    report(0, files.length);
    await checkInBatches(
      this.services,
      files,
      (uri, found, figures) => {
        // The folder may have been cleared meanwhile.
        if (!this.roots.some((root) => isWithin(root, uri))) return;
        this.services.findings.store(uri, found ?? []);
        this.figures.store(uri, figures);
        if (found !== null) count.files++;
        for (const { severity } of found ?? []) count[severities[severity] ?? 'notes']++;
        report(++done, files.length);
      },
      () => isCancelled() || this.roots.length === 0,
    );
    count.notes += this.figures.show();
    return count;
  }

  /**
   * @param folders Those that could not be read.
   * @param total Files there are, when the writer has stopped the check before all were seen. */
  private showResult(
    { files, folders, errors, warnings, notes }: Count,
    total: number | null,
  ): void {
    const { t } = vscode.l10n;
    const parts = [
      total !== null
        ? inSingular(t('Stopped after {0} of {1} files.', files, total))
        : files === 0
          ? t('No .txt or .md files were found.')
          : inSingular(t('{0} files were checked.', files)),
    ];
    if (errors + warnings + notes > 0) {
      // No count of hints: the server sends none for files.
      parts.push(
        notes > 0
          ? inSingular(t('{0} errors, {1} warnings, {2} notes.', errors, warnings, notes))
          : inSingular(t('{0} errors, {1} warnings.', errors, warnings)),
      );
    } else if (files > 0) parts.push(t('Nothing was found.'));
    if (this.services.findings.isFull) parts.push(t('The first {0} are listed.', MAX_LISTED));
    if (folders > 0) {
      parts.push(
        inSingular(t('{0} folders could not be read; they are named in the output.', folders)),
      );
    }
    const show = t('Show Problems');
    const message = parts.join(localized({ zh: '', en: ' ' }));
    const actions = errors + warnings + notes > 0 ? [show] : [];
    void vscode.window.showInformationMessage(message, ...actions).then((chosen) => {
      if (chosen === show) void vscode.commands.executeCommand('workbench.actions.view.problems');
    });
  }

  private watch(): vscode.Disposable {
    // For all files: when a folder is moved or deleted, the only event is that of the folder.
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate((uri) => this.markChanged(uri)),
      watcher.onDidDelete((uri) => this.markChanged(uri)),
      watcher.onDidChange((uri) => this.markChanged(uri)),
      // Some file systems do not report changes.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.markChanged(uri)),
      // The writer may have said that it is no summary.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.markChanged(uri)),
      this.services.recognition.onDidChangeServed(({ uri }) => this.markChanged(uri)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (
          ['workSummary.rules', 'workSummary.recognition'].some((key) =>
            event.affectsConfiguration(key),
          )
        ) {
          for (const root of this.roots) this.markChanged(root);
        }
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
        for (const { uri: gone } of removed) {
          this.roots = this.roots.filter((root) => !isWithin(gone, root));
          this.services.findings.drop((uri) => isWithin(gone, uri));
          this.figures.drop((uri) => isWithin(gone, uri));
        }
      }),
    );
  }

  private markChanged(uri: vscode.Uri): void {
    const isRoot = this.roots.some((root) => root.toString() === uri.toString());
    if (!isRoot && !this.roots.some((root) => isReached(root, uri))) return;
    // What a configuration file says holds for all beside it and below.
    const target = nameOf(uri) === CONFIG_NAME ? vscode.Uri.joinPath(uri, '..') : uri;
    this.changed.set(target.toString(), target);
    this.debouncer.later(() => this.refresh());
  }

  private refresh(): void {
    const changed = [...this.changed.values()];
    this.changed.clear();
    this.inTurn((isCleared) => this.checkChanged(changed, isCleared)).catch((error) =>
      this.services.output.error(asLogged(error)),
    );
  }

  /** Looks again at files and folders that were changed, made or deleted. */
  private async checkChanged(
    changed: readonly vscode.Uri[],
    isCleared: () => boolean,
  ): Promise<void> {
    const files: vscode.Uri[] = [];
    const folders: vscode.Uri[] = [];
    for (const uri of changed) {
      if (isCleared()) return;
      const type = await typeOf(uri);
      const isGone = type === null || this.services.recognition.excludes(uri);
      if (type !== null && (type & vscode.FileType.Directory) !== 0) folders.push(uri);
      else if (isGone) {
        this.services.findings.drop((file) => isWithin(uri, file));
        this.figures.drop((file) => isWithin(uri, file));
        this.figures.show();
      } else if (isDocumentName(nameOf(uri))) files.push(uri);
    }
    if (files.length + folders.length === 0) return;
    const title = vscode.l10n.t('Checking changed files');
    await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title },
      async () => {
        const quiet = () => {};
        await this.checkFiles(files, quiet, isCleared);
        if (folders.length > 0) await this.check(folders, quiet, isCleared);
      },
    );
  }
}

/** Null for what is not there any more. */
async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | null> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch (error) {
    // It is reported when reading it fails.
    return isMissing(error) ? null : vscode.FileType.File;
  }
}
