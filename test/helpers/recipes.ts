/** The recipes of the guide for other editors, as a writer would copy them. */
import assert from 'node:assert/strict';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The first block of a format in the guide. */
export function recipeIn(format: 'lua' | 'toml' | 'json'): string {
  const guide = readFileSync(path.join(root, 'docs', 'guides', 'editors.md'), 'utf8');
  const block = new RegExp(`\`\`\`${format}\\n(.*?)\`\`\``, 's').exec(guide);
  return block?.[1] ?? assert.fail(`no recipe in ${format}`);
}

/** An environment in which the built command line is found under its name; its file is put into `folder`. */
export function installedIn(folder: string): NodeJS.ProcessEnv {
  const command = path.join(folder, 'work-summary');
  const cli = path.join(root, 'dist', 'cli.js');
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`);
  chmodSync(command, 0o755);
  return { ...process.env, PATH: `${folder}:${process.env.PATH}` };
}
