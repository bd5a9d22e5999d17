/** Checks texts in several threads at once. Each thread takes one after another. */
import { parentPort, type Worker } from 'node:worker_threads';
import type { Localized } from '../core/index.js';
import { type Answer, Proofreader, type Task } from './proofreader.js';

/** In a thread: answers what it is sent. */
export function answerTasks(): void {
  const proofreader = new Proofreader();
  parentPort!.on('message', (task: Task) => parentPort!.postMessage(proofreader.answer(task)));
}

/** In the main thread: gives each text to a thread that has nothing to do. */
export class Threads {
  private readonly all: Thread[] = [];
  private readonly idle: Thread[] = [];
  private readonly busy = new Set<Promise<Answer>>();

  constructor(
    private readonly start: () => Worker,
    private readonly count: number,
  ) {}

  /** Resolves when fewer tasks are running than there may be threads. */
  async whenIdle(): Promise<void> {
    if (this.busy.size >= this.count) await Promise.race(this.busy);
  }

  /** Runs a task in an idle thread, or in a new one; call {@link whenIdle} before. Never rejects. */
  ask(task: Task): Promise<Answer> {
    const thread = this.idle.pop() ?? this.addThread();
    const answer = thread.ask(task).finally(() => {
      this.busy.delete(answer);
      this.idle.push(thread);
    });
    this.busy.add(answer);
    return answer;
  }

  async end(): Promise<void> {
    await Promise.all(this.all.map((thread) => thread.end()));
  }

  private addThread(): Thread {
    const thread = new Thread(this.start);
    this.all.push(thread);
    return thread;
  }
}

/** A thread that is started with its first task, and again with the next one after it died. */
class Thread {
  private worker: Worker | undefined;
  private name = '';
  private settle = (_: Answer): void => {};

  constructor(private readonly start: () => Worker) {}

  ask(task: Task): Promise<Answer> {
    return new Promise((resolve) => {
      this.settle = resolve;
      this.name = task.name;
      try {
        this.worker ??= this.startWorker();
        this.worker.postMessage(task);
      } catch {
        // No thread could be started: the task is run in this one.
        resolve(new Proofreader().answer(task));
      }
    });
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
  }

  private startWorker(): Worker {
    const worker = this.start();
    let reason: string | undefined;
    worker.on('message', (answer: Answer) => this.settle(answer));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      reason = error.code ?? String(error);
    });
    worker.on('exit', (code) => {
      this.worker = undefined;
      this.settle({ problem: notFinished(this.name, reason ?? String(code)), failedRules: [] });
    });
    return worker;
  }
}

const notFinished = (name: string, why: string): Localized => ({
  zh: `“${name}”没有查完：查它的线程中途退出（${why}）。其余文件照查。请单独再查这一个；仍不行，请把文稿和版本号告诉开发者。`,
  en: `“${name}” was not finished: the thread that had it ended (${why}). The others went on. Run it alone; if that fails too, please tell the developers, with the text and version.`,
});
