/**
 * Which configuration holds for which document: the nearest `.work-summary.yaml` upwards over the
 * editor's settings. How a file is read is the host's business.
 */

import type { Localized } from '../core/base/localized.js';
import { splitLines } from '../core/base/text.js';
import { RULES } from '../core/lint/rules.generated.js';
import { DEFAULT_CONFIG, type LintConfig } from '../core/settings/lint-config.js';
import { refusalOf } from '../reading/limits.js';
import {
  CONFIG_NAME,
  type ConfigProblem,
  readConfiguration,
  readRuleSettings,
} from './configuration.js';

/** Folders looked through upwards; deeper paths are no documents of a writer. */
const MAX_DEPTH = 32;

/** Text of a file by its URI, or null when there is none. Rejects with `Refused` for one that is not to be read. */
export type ReadFile = (uri: string) => Promise<string | null>;

export interface ConfigurationFile {
  readonly uri: string;
  readonly text: string;
}

/** The file of a folder while it is looked for. */
interface Reading {
  readonly file: Promise<ConfigurationFile | null>;
  /** Nobody waits for it any more. */
  late: boolean;
}

interface Loaded {
  readonly config: LintConfig;
  readonly file: ConfigurationFile | null;
}

export class Configurations {
  private readonly files = new Map<string, Reading>();
  /** Files whose problem is not in their text. */
  private readonly told = new Set<string>();
  /** Settings that came when nobody waited for them any more. */
  private readonly lateSettings = new Map<string, unknown>();
  private readonly loaded = new Map<string, Loaded>();
  private readonly read = new Map<string, { text: string; config: LintConfig }>();
  private readonly merged = new WeakMap<LintConfig, Map<string, LintConfig>>();
  private readonly listeners: ((uri: string) => void)[] = [];

  constructor(
    private readonly readFile: ReadFile,
    /** The `rules` object of the editor's settings for a document; null when the editor has none. */
    private readonly readSettings: (uri: string) => Promise<unknown>,
    private readonly onProblems: (
      uri: string,
      text: string,
      problems: readonly ConfigProblem[],
    ) => void,
    /** How long what is asked for is waited for; then it is left out until it comes. Milliseconds. */
    private readonly patience = Number.POSITIVE_INFINITY,
  ) {}

  /** The configuration as last loaded: the defaults before {@link load} has run. */
  get(uri: string): LintConfig {
    return this.loaded.get(uri)?.config ?? DEFAULT_CONFIG;
  }

  /** Finds and reads what holds for a document; true when that differs from before. */
  async load(uri: string): Promise<boolean> {
    const { file, config } = await this.look(uri);
    const before = this.get(uri);
    const changed = JSON.stringify(config) !== JSON.stringify(before);
    // An equal configuration stays the same object, so that everything built on it stays too.
    this.loaded.set(uri, { config: changed ? config : before, file });
    return changed;
  }

  /** Resolves when the configuration of a document has been loaded once. */
  async ready(uri: string): Promise<void> {
    if (!this.loaded.has(uri)) await this.load(uri);
  }

  /** The configuration file that holds for a document, or null. */
  fileOf(uri: string): ConfigurationFile | null {
    return this.loaded.get(uri)?.file ?? null;
  }

  /** What holds for a file that nobody has open. The same object for as long as it stays the same. */
  async find(uri: string): Promise<LintConfig> {
    return (await this.look(uri)).config;
  }

  /** Configuration files will be read anew; what was loaded for open documents stays. */
  forgetFiles(): void {
    this.files.clear();
  }

  /** Calls back for each document whose configuration {@link reload} found changed. */
  onChanged(listener: (uri: string) => void): void {
    this.listeners.push(listener);
  }

  /** Reads anew what holds for these documents: a file or a setting changed. */
  async reload(uris: readonly string[]): Promise<void> {
    this.files.clear();
    await this.loadAgain(uris);
  }

  private async loadAgain(uris: readonly string[]): Promise<void> {
    for (const uri of uris) {
      if (!(await this.load(uri))) continue;
      for (const listener of this.listeners) listener(uri);
    }
  }

  close(uri: string): void {
    this.loaded.delete(uri);
  }

  private async look(uri: string): Promise<Loaded> {
    const [file, settings] = await Promise.all([this.nearest(uri), this.settings(uri)]);
    return { file, config: this.merge(file, readRuleSettings(settings, RULES)) };
  }

  private merge(file: ConfigurationFile | null, settings: LintConfig['rules']): LintConfig {
    if (file === null) return this.withSettings(DEFAULT_CONFIG, settings);
    let known = this.read.get(file.uri);
    if (known === undefined || known.text !== file.text) {
      const { config, problems } = readConfiguration(file.text, RULES);
      known = { text: file.text, config };
      this.read.set(file.uri, known);
      this.told.delete(file.uri);
      this.onProblems(file.uri, file.text, problems);
    }
    return this.withSettings(known.config, settings);
  }

  /** The same object for all documents of a folder: what is built on it is built once. */
  private withSettings(base: LintConfig, settings: LintConfig['rules']): LintConfig {
    if (Object.keys(settings).length === 0) return base;
    const known = this.merged.get(base) ?? new Map<string, LintConfig>();
    this.merged.set(base, known);
    const key = JSON.stringify(settings);
    const config = known.get(key) ?? { ...base, rules: { ...settings, ...base.rules } };
    known.set(key, config);
    return config;
  }

  private async settings(uri: string): Promise<unknown> {
    if (this.lateSettings.has(uri)) {
      const settings = this.lateSettings.get(uri);
      this.lateSettings.delete(uri);
      return settings;
    }
    const asked = this.readSettings(uri);
    const settings = await within(asked, this.patience);
    if (settings !== LATE) return settings;
    void asked.then((value) => {
      if (!this.loaded.has(uri)) return;
      this.lateSettings.set(uri, value);
      void this.loadAgain([uri]);
    });
    return null;
  }

  private async nearest(uri: string): Promise<ConfigurationFile | null> {
    const folders = foldersOf(uri);
    let until = Date.now() + this.patience;
    let late = false;
    for (const [index, folder] of folders.entries()) {
      const reading = this.reading(folder);
      if (reading.late) continue;
      const found = await within(reading.file, Math.max(0, until - Date.now()));
      if (found === LATE) {
        this.giveUp(folder, reading, late);
        // All further ones at once, so that together they are waited for once more and no longer.
        if (!late) for (const next of folders.slice(index + 1)) this.reading(next);
        if (!late) until = Date.now() + this.patience;
        late = true;
      } else if (found !== null) return found;
    }
    return null;
  }

  private reading(folder: string): Reading {
    const known = this.files.get(folder);
    if (known !== undefined) return known;
    const target = `${folder}/${CONFIG_NAME}`;
    const file = this.readFile(target).then(
      (text) => {
        if (text !== null) return { uri: target, text };
        // Nothing is wrong with a file that is gone.
        const wasTold = this.told.delete(target);
        if (this.read.delete(target) || wasTold) this.onProblems(target, '', []);
        return null;
      },
      (error) => {
        const refusal = refusalOf(error);
        if (refusal !== null) this.tell(target, refusal);
        return null;
      },
    );
    const reading = { file, late: false };
    this.files.set(folder, reading);
    return reading;
  }

  /** Goes on without a file, and with it when it comes after all. */
  private giveUp(folder: string, reading: Reading, quietly: boolean): void {
    reading.late = true;
    const target = `${folder}/${CONFIG_NAME}`;
    if (!quietly) this.tell(target, LATE_FILE);
    void reading.file.then((file) => {
      reading.late = false;
      if (this.files.get(folder) !== reading) return;
      if (file !== null) {
        // Told anew, over what was said of its lateness.
        this.read.delete(target);
        void this.loadAgain([...this.loaded.keys()]);
      }
    });
  }

  private tell(target: string, message: Localized): void {
    this.read.delete(target);
    this.told.add(target);
    this.onProblems(target, '', [{ span: { start: 0, end: 0 }, message }]);
  }
}

const LATE = Symbol('late');

const LATE_FILE: Localized = {
  zh: '配置文件迟迟没有读到，暂不使用，读到后自动生效。请检查它所在的磁盘或网络。',
  en: 'The configuration has not come in time and is left out until it does. Check the disk or network that it lies on.',
};

/** What a promise gives, if it does within so many milliseconds. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | typeof LATE> {
  if (milliseconds === Number.POSITIVE_INFINITY) return promise;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Folders that hold a document, nearest first, without a slash at the end. An untitled document has none. */
export function foldersOf(uri: string): string[] {
  // `memfs:/a.txt` is as good as `file:///a.txt`: an authority is not what makes a file system.
  const match = /^([a-z][\w+.-]*:(?:\/\/[^/?#]*)?)(\/[^?#]*)$/i.exec(uri);
  if (match === null || /^untitled:/i.test(uri)) return [];
  const [, root, path] = match as unknown as [string, string, string];
  const folders: string[] = [];
  let folder = path;
  while (folders.length < MAX_DEPTH && folder.includes('/')) {
    folder = folder.slice(0, folder.lastIndexOf('/'));
    folders.push(root + folder);
  }
  return folders;
}

/** Where a first configuration for a document belongs: the workspace folder that holds it, else beside it. */
export function newConfigurationUri(
  uri: string,
  workspaceFolders: readonly string[],
): string | null {
  const folders = foldersOf(uri);
  const workspace = folders.find((folder) => workspaceFolders.includes(folder));
  const folder = workspace ?? folders[0];
  return folder === undefined ? null : `${folder}/${CONFIG_NAME}`;
}

/** The one stretch in which two texts differ, as lines of the old one need it. */
export function difference(before: string, after: string) {
  let start = 0;
  const limit = Math.min(before.length, after.length);
  while (start < limit && before[start] === after[start]) start++;
  let end = 0;
  while (end < limit - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  // Never between the halves of a surrogate pair.
  if (/[\ud800-\udbff]/.test(before[start - 1] ?? '')) start--;
  if (/[\udc00-\udfff]/.test(before.at(-end) ?? '') && end > 0) end--;
  const span = { start, end: before.length - end };
  return { lines: splitLines(before), span, newText: after.slice(start, after.length - end) };
}
