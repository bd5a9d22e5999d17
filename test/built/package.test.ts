/** The package as it is installed. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { releaseNotes } from '../../server/scripts/release-notes.js';
import { RELEASES } from '../vscode/runtime.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
const manifest = JSON.parse(read('package.json'));

/** Bytes: of all, and of what is not data of the language model. */
const LARGEST = 6_500_000;
const LARGEST_WITHOUT_LANGUAGE = 1_300_000;

/** Everything that may be in it, and nothing else: no source, no test, no map. */
const LISTING = [
  /^(?:extension\.vsixmanifest|\[Content_Types\]\.xml)$/,
  /^extension\/(?:package(?:\.nls(?:\.[a-z-]+)?)?\.json|readme\.md|changelog\.md|LICENSE\.txt|THIRD-PARTY-LICENSES\.txt)$/,
  /^extension\/dist\/(?:[a-z-]+(?:\.web)?\.js|(?:rules|samples)\.json)$/,
  /^extension\/dist\/language\/[a-z]+\.(?:bin|txt|json)\.gz$/,
  /^extension\/client\/media\/(?:walkthrough\/)?[a-z-]+\.(?:css|js|png|svg|webp)$/,
  /^extension\/docs\/guides\/[a-z-]+\.md$/,
  /^extension\/(?:schemas|snippets|syntaxes|l10n)\/[\w.-]+\.json$/,
];

describe('the package', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'work-summary-package-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function pack(name: string): Buffer {
    const out = path.join(folder, name);
    execFileSync('npm', ['run', '-s', 'package', '--', '--out', out], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    return readFileSync(out);
  }

  it('is the same to the byte when it is made again, small, and holds what is listed', () => {
    const vsix = pack('first.vsix');
    assert.ok(pack('second.vsix').equals(vsix));
    assert.ok(vsix.length <= LARGEST, `${vsix.length} bytes`);
    const contents = unzipSync(vsix);
    const files = Object.keys(contents);
    // What is compressed already is not made smaller by the archive.
    const language = files
      .filter((name) => name.startsWith('extension/dist/language/'))
      .reduce((sum, name) => sum + contents[name]!.length, 0);
    const rest = vsix.length - language;
    assert.ok(rest <= LARGEST_WITHOUT_LANGUAGE, `${rest} bytes without the language data`);
    assert.deepEqual(
      files.filter((name) => !LISTING.some((pattern) => pattern.test(name))),
      [],
    );
    for (const pattern of LISTING) assert.ok(files.some((name) => pattern.test(name)));
    const named = [manifest.main, manifest.browser, manifest.icon, manifest.bin['work-summary']];
    for (const name of named) assert.ok(files.includes(path.posix.join('extension', name)), name);
  });

  it('has an icon that is drawn from its SVG', async () => {
    const pixels = (name: string) =>
      sharp(path.join(root, 'client', 'media', name))
        .ensureAlpha()
        .raw()
        .toBuffer();
    const [png, svg] = await Promise.all([pixels('icon.png'), pixels('icon.svg')]);
    assert.equal(png.length, 256 * 256 * 4);
    assert.equal(svg.length, png.length);
    // Libraries of other systems may draw an edge a little differently.
    const difference = svg.reduce((sum, value, index) => sum + Math.abs(value - png[index]!), 0);
    assert.ok(difference / svg.length < 1, 'run `npm run icon`');
  });

  it('asks for no older VS Code than it is tested in, and says so', () => {
    const [, minor] = /^(\d+\.\d+)\./.exec(RELEASES.oldest.vscode)!;
    assert.equal(manifest.engines.vscode, `^${minor}.0`);
    assert.equal(manifest.devDependencies['@types/vscode'], `${minor}.0`);
    for (const name of ['README.md', 'README.en.md', 'CHANGELOG.md']) {
      assert.ok(read(name).includes(minor!), name);
    }
  });

  it('tells what is new in its version, before all older ones', () => {
    const changelog = read('CHANGELOG.md');
    assert.ok(releaseNotes(changelog, manifest.version) !== undefined);
    const versions = [...changelog.matchAll(/^## (\S+)/gm)].map(([, version]) => version!);
    assert.equal(versions[0], manifest.version);
    for (const version of versions) assert.match(version, /^\d+\.\d+\.\d+$/);
    assert.equal(releaseNotes('## 1.2.0\n\n- 新\n\n## 1.1.0\n', '1.2.0'), '- 新');
    assert.equal(releaseNotes('## 1.2.0\n\n- 新\n\n## 1.1.0\n', '1.1.0'), undefined);
    assert.equal(releaseNotes('## 1.2.0\n', '1.2'), undefined);
  });
});
