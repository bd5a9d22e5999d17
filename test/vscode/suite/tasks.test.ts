import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, eventually, workspaceUri } from './helpers.js';

describe('tasks', () => {
  const file = workspaceUri('任务/没打开.txt');

  before(async () => {
    const text = '　　开展活动，，服务群众。\r\n';
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  });
  after(async () => {
    await vscode.workspace.fs.delete(workspaceUri('任务'), { recursive: true });
    await closeAll();
  });

  /** Exit code of a task of the product. */
  const run = async (task: vscode.Task): Promise<number | undefined> => {
    const ended = new Promise<number | undefined>((resolve) => {
      const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        if (execution.task.definition.type !== 'work-summary') return;
        listener.dispose();
        resolve(exitCode);
      });
    });
    await vscode.tasks.executeTask(task);
    return ended;
  };

  it('check and fix a folder', async () => {
    const tasks = await eventually('the tasks', async () => {
      const found = await vscode.tasks.fetchTasks({ type: 'work-summary' });
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      tasks.map(({ definition }) => definition.command),
      ['check', 'fix'],
    );
    assert.equal(await run(tasks[0]!), 1);
  });

  it('list what is wrong in files that are not open', async function () {
    // It shows these problems, but tells extensions of none under a name that one of them uses itself.
    if (vscode.version.startsWith('1.99.')) this.skip();
    const found = await eventually('the problem', () =>
      vscode.languages
        .getDiagnostics(file)
        .find((diagnostic) => codeOf(diagnostic) === 'doubled-mark'),
    );
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(found.range.start.line, 0);
    assert.equal(found.range.start.character, 6);
  });
});
