import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const json = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

describe('dependencies', () => {
  const manifest = json('package.json');

  it('are bundled, so that what is installed brings none of its own', () => {
    assert.equal(manifest.dependencies, undefined);
  });

  it('are pinned to one version each', () => {
    for (const [name, version] of Object.entries<string>(manifest.devDependencies)) {
      assert.match(version, /^\d+\.\d+\.\d+(?:-[\w.]+)?$/, name);
    }
  });

  it('are locked with the hash of what was looked at', () => {
    const { packages } = json('package-lock.json') as { packages: Record<string, Locked> };
    for (const [name, { integrity, link }] of Object.entries(packages)) {
      if (name !== '' && link !== true) assert.match(integrity ?? '', /^sha512-/, name);
    }
  });
});

describe('the list of third parties', () => {
  const text = readFileSync(new URL('../../THIRD-PARTY-LICENSES.txt', import.meta.url), 'utf8');
  const sections = text.split(`\n${'-'.repeat(79)}\n\n`).slice(1);

  it('names each package with the version that is locked, and its terms', () => {
    const { packages } = json('package-lock.json') as { packages: Record<string, Locked> };
    assert.ok(sections.length > 25);
    const notice = readFileSync(
      new URL('../../server/data/language/NOTICE.txt', import.meta.url),
      'utf8',
    );
    assert.equal(sections.at(-1), notice);
    for (const section of sections.slice(0, -1)) {
      const [, name, version] = /^(\S+) (\d[\w.-]*) \([\w. ()-]+\)\n\n/.exec(section) ?? [];
      const locked = Object.entries(packages).filter(([at]) => at.endsWith(`node_modules/${name}`));
      assert.ok(
        locked.some(([, { version: known }]) => known === version),
        `${name} ${version}`,
      );
      assert.ok(section.length > 400, name);
    }
  });

  it('has what other packages bring in themselves, and what generated data come of', () => {
    const named = (name: string) => sections.find((section) => section.startsWith(`${name} `));
    for (const name of ['fflate', 'nanoid', 'saxes', 'yaml', '@stricli/core']) {
      assert.ok(named(name), name);
    }
    assert.match(named('pinyin-pro')!, /Generated data/);
  });
});

describe('a folder that the writer does not trust', () => {
  const { capabilities, contributes } = json('package.json');

  it('cannot name a file to be read by its settings', () => {
    const { supported, restrictedConfigurations } = capabilities.untrustedWorkspaces;
    assert.equal(supported, true);
    // Every setting that is a path or a program. None may run anything, so there is none of the second kind.
    const settings = Object.keys(contributes.configuration.properties);
    const naming = settings.filter((name) => /template|path|file|command|exec/i.test(name));
    assert.deepEqual(restrictedConfigurations, naming);
    assert.equal(capabilities.virtualWorkspaces, true);
  });
});
