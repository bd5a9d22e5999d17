/** A thread of the command line that dies of some files: by their names, as others may die of their texts. */
import { parentPort } from 'node:worker_threads';
import { Proofreader, type Task } from '../../server/src/cli/proofreader.js';

const proofreader = new Proofreader();
parentPort!.on('message', (task: Task) => {
  if (task.name.includes('出')) process.exit(7);
  if (task.name.includes('抛')) throw new Error('of this text');
  parentPort!.postMessage(proofreader.answer(task));
});
