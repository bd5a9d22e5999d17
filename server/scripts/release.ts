// `npm run release`: builds, tests and packages the version that package.json names, and writes its notes
// from CHANGELOG.md. Everything is put into dist/release; publishing it is left to a person.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { releaseNotes } from './release-notes.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string) => readFileSync(`${root}${name}`, 'utf8');
/** Runs a program that says itself what is wrong when it fails; nothing comes after that. */
const run = (program: string, ...args: string[]) => {
  const shell = process.platform === 'win32';
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit', shell });
  if (status !== 0) refuse(`${[program, ...args].join(' ')} failed: nothing was released.`);
};
function refuse(reason: string): never {
  console.error(reason);
  process.exit(1);
}

const { name, version } = JSON.parse(read('package.json'));
const notes = releaseNotes(read('CHANGELOG.md'), version);
if (notes === undefined) refuse(`CHANGELOG.md says nothing of ${version}.`);
const changed = execFileSync('git', ['status', '--porcelain'], { cwd: root }).toString();
if (changed !== '') refuse(`What is released is what is committed; there is more:\n${changed}`);

run('npm', 'ci');
run('npm', 'test');
const target = `${root}dist/release`;
mkdirSync(target, { recursive: true });
const vsix = `${target}/${name}-${version}.vsix`;
run(process.execPath, 'server/scripts/package.mjs', '--out', vsix);
run('npm', 'pack', '--ignore-scripts', '--pack-destination', target);
writeFileSync(`${target}/notes.md`, `${notes}\n`);
console.log(`
dist/release holds ${version}. To publish it:
  git tag -a v${version} -F dist/release/notes.md && git push origin v${version}
  npx vsce publish --packagePath ${vsix}`);
