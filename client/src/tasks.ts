import vscode = require('vscode');

const TYPE = 'work-summary';
const MATCHERS = ['error', 'warning', 'hint'].map((level) => `$work-summary-${level}`);

/** A task as `tasks.json` holds it. */
interface Definition extends vscode.TaskDefinition {
  readonly command?: 'check' | 'fix';
  /** Files and folders, relative to the workspace folder; the whole folder without. */
  readonly paths?: readonly string[];
}

/** Tasks that run the command line on a whole folder. Not in browsers, which run no programs. */
export function registerTasks(context: vscode.ExtensionContext): void {
  const program = context.asAbsolutePath('dist/cli.js');
  const create = (folder: vscode.WorkspaceFolder, definition: Definition): vscode.Task => {
    const { command = 'check', paths = ['.'] } = definition;
    const name =
      command === 'fix'
        ? vscode.l10n.t('Fix what is safe to fix in the whole folder')
        : vscode.l10n.t('Check the whole folder');
    const args = [program, command, ...(command === 'fix' ? ['--write'] : []), ...paths];
    const execution = new vscode.ProcessExecution(process.execPath, args, {
      cwd: folder.uri.fsPath,
      // The editor's own program is a Node for those who ask it: nothing needs to be installed.
      env: { ELECTRON_RUN_AS_NODE: '1', LC_ALL: localeName() },
    });
    const task = new vscode.Task(
      definition,
      folder,
      name,
      vscode.l10n.t('Work Summary'),
      execution,
      command === 'check' ? MATCHERS : [],
    );
    task.group = vscode.TaskGroup.Test;
    return task;
  };
  const isLocal = (folder: vscode.WorkspaceFolder) => folder.uri.scheme === 'file';
  context.subscriptions.push(
    vscode.tasks.registerTaskProvider(TYPE, {
      provideTasks: () =>
        (vscode.workspace.workspaceFolders ?? [])
          .filter(isLocal)
          .flatMap((folder) => [
            create(folder, { type: TYPE, command: 'check' }),
            create(folder, { type: TYPE, command: 'fix' }),
          ]),
      resolveTask: (task) => {
        const folder =
          typeof task.scope === 'object' ? task.scope : vscode.workspace.workspaceFolders?.[0];
        return folder !== undefined && isLocal(folder)
          ? create(folder, task.definition as Definition)
          : undefined;
      },
    }),
  );
}

/** The editor's language in the form in which programs are told it. */
function localeName(): string {
  const [language = 'zh', region = ''] = vscode.env.language.split('-');
  return `${language}${region === '' ? '' : `_${region.toUpperCase()}`}.UTF-8`;
}
