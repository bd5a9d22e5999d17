/** Files are written whole or not at all, whatever goes wrong at whichever step. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import type { Refusal } from '../../server/src/saving/problem.js';
import { fileKey, type SaveOptions, SaveProblem, Saver } from '../../server/src/saving/save.js';
import { type Disk, Ended, type Fault, FaultyFiles } from '../helpers/faulty-files.js';

const NAME = '𠮷日　总结.txt';
const OLD = Buffer.from('\uFEFF一、去年，，\r\n　　全年办班十二期。\r\n');
const NEW = Buffer.from('\uFEFF一、去年，\r\n　　全年办班十二期。\r\n　　补了一句𠮷。\r\n');
const HOURS = 2 * 60 * 60 * 1000;

describe('saving', () => {
  // Each way is gone through hundreds of times.
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), '存 盘-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const at = (name = NAME) => path.join(folder, name);
  const save = (options: SaveOptions = {}, bytes = NEW, target = at()) =>
    new Saver().save(target, bytes, options);
  const refuses = async (promise: Promise<void>, refusal: Refusal | null) => {
    const error = await promise.then(
      () => assert.fail('was written'),
      (reason) => reason,
    );
    assert.ok(error instanceof SaveProblem, String(error));
    assert.equal(error.refusal, refusal);
    return error.localized;
  };
  /** What a run left beside the files that belong there. */
  const left = (...names: string[]) =>
    readdirSync(folder).filter((name) => ![NAME, ...names].includes(name));

  /** Each way in which a file comes to be written, and the names that there are for it. */
  const WAYS: Record<string, { disk?: Disk; names: string[]; prepare(old: Buffer): SaveOptions }> =
    {
      'a new file': { names: [], prepare: () => ({}) },
      'a new file in a new folder': { names: [], prepare: () => ({ within: folder }) },
      'over a file': {
        names: [NAME],
        prepare: (old) => {
          writeFileSync(at(), old);
          return { replace: true };
        },
      },
      'a text that was read': {
        names: [NAME],
        prepare: (previous) => {
          writeFileSync(at(), previous, { mode: 0o640 });
          return { previous };
        },
      },
      'through a link': {
        names: [NAME],
        prepare: (previous) => {
          writeFileSync(at('实.txt'), previous);
          symlinkSync('实.txt', at());
          return { previous };
        },
      },
      'a text with two names': {
        names: [NAME, '另.txt'],
        prepare: (previous) => {
          writeFileSync(at(), previous);
          linkSync(at(), at('另.txt'));
          return { previous };
        },
      },
      'a text of somebody else': {
        disk: { foreign: true },
        names: [NAME],
        prepare: (previous) => {
          writeFileSync(at(), previous);
          return { previous };
        },
      },
    };
  const inPlace = (way: string) => /two names|somebody else/.test(way);

  /** Saves on such a disk and judges what is there afterwards; gives the steps it took. */
  async function trial(way: string, disk: Disk, old = OLD, bytes = NEW): Promise<string[]> {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    const { prepare, names, disk: own } = WAYS[way]!;
    const options = prepare(old);
    const target = way.includes('new folder') ? at(`新/${NAME}`) : at();
    const faulty = new FaultyFiles({ ...own, ...disk });
    const outcome = await new Saver(faulty.files)
      .save(target, bytes, { ...options, name: NAME })
      .catch((error) => error as Error);
    await faulty.closeAll();
    const { steps } = faulty;
    const { fault } = disk;
    const told = `${way}, ${fault?.kind} ${fault?.code ?? ''} at ${fault?.step}: ${steps.join(' ')}`;
    const stored = existsSync(target) ? readFileSync(target) : null;
    const isOld = names.length === 0 ? stored === null : stored?.equals(old) === true;
    const isNew = stored?.equals(bytes) === true;
    const everything = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const beside = everything.filter((name) => /\.(?:tmp|bak)$/.test(name));
    const backups = beside.filter((name) => name.endsWith('.bak'));
    if (outcome === undefined) assert.ok(isNew, told);
    for (const name of names) {
      const link = statSync(at(name));
      if (stored !== null) assert.deepEqual(readFileSync(at(name)), stored, told);
      assert.equal(link.mode & 0o777, way.includes('was read') ? 0o640 : 0o666 & ~umask, told);
    }
    if (way === 'through a link') assert.ok(lstatSync(at()).isSymbolicLink(), told);

    // A full disk and another fault too: putting the old bytes back may fail, and then they are named.
    const named = backups.find((name) =>
      (outcome as SaveProblem | undefined)?.localized?.zh.includes(name),
    );
    if (disk.room !== undefined && fault != null && named !== undefined) {
      assert.ok(inPlace(way), told);
      assert.deepEqual(readFileSync(at(named)), old, told);
      return steps;
    }
    if (!/^ends/.test(fault?.kind ?? '')) {
      assert.ok(isOld || isNew, told);
      if (outcome !== undefined) {
        assert.ok(outcome instanceof SaveProblem, `${told}\n${outcome.stack}`);
        assert.ok(outcome.localized.zh.includes(NAME), told);
        if (fault?.kind !== 'answers late') {
          assert.ok(isOld, told);
          // Nor a folder that was made for it.
          if (names.length === 0 && !/unlink|rmdir/.test(steps[fault?.step ?? -1] ?? '')) {
            assert.deepEqual(everything, [], told);
          }
        }
      }
      // Where the clearing up itself is what fails, what is left is whole and hidden.
      if (steps[fault?.step ?? -1] !== 'unlink') assert.deepEqual(beside, [], told);
    } else {
      const ended = outcome instanceof Ended || (outcome as SaveProblem)?.refusal === null;
      assert.ok(ended || outcome === undefined, told);
      if (!(isOld || isNew)) {
        assert.ok(inPlace(way), told);
        assert.equal(backups.length, 1, told);
        assert.deepEqual(readFileSync(at(backups[0])), old, told);
      }
      await afterwards(way, options, target, backups, told);
    }
    return steps;
  }

  /** The next run takes away what was left; a text of which there are two is left to the writer. */
  async function afterwards(
    way: string,
    options: SaveOptions,
    target: string,
    backups: readonly string[],
    told: string,
  ): Promise<void> {
    const later = new Saver(undefined, () => Date.now() + HOURS);
    mkdirSync(path.dirname(target), { recursive: true });
    await later.save(path.join(path.dirname(target), '别的.txt'), NEW);
    const names = readdirSync(path.dirname(target));
    assert.deepEqual(
      names.filter((name) => name.endsWith('.tmp')),
      [],
      told,
    );
    if (backups.length === 0) return;
    assert.ok(inPlace(way), told);
    const { within: _, ...rest } = options;
    if (way.includes('two names')) {
      const { zh } = await refuses(later.save(target, OLD, { ...rest, replace: true }), null);
      assert.ok(zh.includes(backups[0]!), told);
    }
  }

  const umask = process.umask();
  const KINDS: Omit<Fault, 'step'>[] = [
    ...['ENOSPC', 'EDQUOT', 'EIO', 'EACCES', 'ENOENT'].map((code) => ({
      kind: 'refuses' as const,
      code,
    })),
    { kind: 'answers late', code: 'EIO' },
    { kind: 'torn', code: 'ENOSPC' },
    { kind: 'half' },
    { kind: 'ends before' },
    { kind: 'ends amid' },
    { kind: 'ends after' },
  ];

  for (const way of Object.keys(WAYS)) {
    it(`${way} is whole whatever goes wrong at any step`, async () => {
      const steps = await trial(way, {});
      assert.ok(steps.includes('sync') && steps.length > 8, steps.join(' '));
      for (const kind of KINDS) {
        for (let step = 0; step < steps.length; step++) {
          await trial(way, { fault: { step, ...kind } });
        }
      }
    });
  }

  it('any text on any disk, which takes as much at a time as it likes and has as much room as it has', async () => {
    const text = fc
      .array(fc.constantFrom('一、', '，，', '\r\n', '𠮷', '　', 'X'), { maxLength: 40 })
      .map((parts) => Buffer.from(parts.join('')));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(WAYS)),
        text,
        text,
        fc.nat(300),
        fc.integer({ min: 1, max: 50 }),
        fc.option(fc.record({ step: fc.nat(40), kind: fc.constantFrom(...KINDS) })),
        async (way, old, bytes, room, chunk, fault) => {
          const given = fault === null ? undefined : { step: fault.step, ...fault.kind };
          await trial(way, { room, chunk, fault: given }, old, bytes);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is on the disk before the name changes hands', async () => {
    const steps = await trial('a text that was read', {});
    const order = ['write', 'sync', 'close', 'readFile', 'rename'].map((name) =>
      steps.lastIndexOf(name),
    );
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
    assert.equal(order.includes(-1), false);
  });

  it('keeps the bits of the mode and the owner, of the link’s target too', async () => {
    writeFileSync(at(), OLD);
    chmodSync(at(), 0o4751);
    const { uid, gid } = statSync(at());
    await save({ previous: OLD });
    const now = statSync(at());
    assert.deepEqual([now.mode & 0o7777, now.uid, now.gid], [0o4751, uid, gid]);
    // Of another owner, where this process may say who owns what.
    if (process.getuid?.() !== 0) return;
    execFileSync('chown', ['4242:4243', at()]);
    await save({ previous: NEW }, OLD);
    const other = statSync(at());
    assert.deepEqual([other.uid, other.gid], [4242, 4243]);
  });

  it('leaves a file alone that was changed, moved away or put there meanwhile', async () => {
    const meanwhile = (change: () => void) => {
      const { files } = new FaultyFiles({});
      const open = async (...given: Parameters<typeof files.open>) => {
        change();
        return files.open(...given);
      };
      return new Saver({ ...files, open });
    };
    const theirs = Buffer.from(OLD).reverse();
    writeFileSync(at(), OLD);
    const changed = () => writeFileSync(at(), theirs);
    await refuses(meanwhile(changed).save(at(), NEW, { previous: OLD }), 'changed');
    assert.deepEqual(readFileSync(at()), theirs);
    await refuses(save({ previous: OLD }), 'changed');
    rmSync(at());
    await refuses(save({ previous: OLD }), 'changed');
    assert.deepEqual(left(), []);
    await refuses(meanwhile(changed).save(at(), NEW), 'exists');
    assert.deepEqual(readFileSync(at()), theirs);
    await refuses(
      meanwhile(() => {
        rmSync(at());
        mkdirSync(at());
      }).save(at(), NEW, { previous: theirs }),
      null,
    );
    assert.deepEqual(left(), []);
  });

  it('sees a change of a text with two names too', async () => {
    writeFileSync(at(), OLD);
    linkSync(at(), at('另.txt'));
    await refuses(save({ previous: NEW }), 'changed');
    assert.deepEqual(readFileSync(at('另.txt')), OLD);
    assert.deepEqual(left('另.txt'), []);
  });

  it('leaves a file alone that is read-only, though its folder is not', async () => {
    writeFileSync(at(), OLD);
    const { files } = new FaultyFiles({});
    const access = async () => {
      throw Object.assign(new Error(), { code: 'EACCES' });
    };
    const saver = new Saver({ ...files, access });
    assert.match((await refuses(saver.save(at(), NEW, { previous: OLD }), null)).zh, /是否只读/);
    assert.deepEqual(readFileSync(at()), OLD);
  });

  it('replaces nothing unasked, and what the run reads not even then', async () => {
    writeFileSync(at(), OLD);
    await refuses(save(), 'exists');
    symlinkSync(NAME, at('链.txt'));
    linkSync(at(), at('硬.txt'));
    const inputs = new Set([fileKey(at())!]);
    for (const name of [NAME, '链.txt', '硬.txt']) {
      await refuses(save({ replace: true, inputs }, NEW, at(name)), 'input');
    }
    assert.deepEqual(readFileSync(at()), OLD);
    assert.deepEqual(left('链.txt', '硬.txt'), []);
  });

  it('writes to regular files alone', async () => {
    mkdirSync(at('夹'));
    assert.match((await refuses(save({ replace: true }, NEW, at('夹')), null)).zh, /是文件夹/);
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [at('管')]);
    symlinkSync('/dev/null', at('空'));
    for (const name of ['管', '空', '/dev/null', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1']) {
      const target = path.resolve(folder, name);
      await refuses(save({ replace: true }, NEW, target), 'notRegular');
    }
    assert.ok(lstatSync(at('管')).isFIFO());
    assert.ok(statSync('/dev/null').isCharacterDevice());
    symlinkSync('没有', at('断'));
    await refuses(save({ replace: true }, NEW, at('断')), 'dangling');
    symlinkSync('圈', at('圈'));
    assert.match((await refuses(save({}, NEW, at('圈')), null)).zh, /绕成圈/);
    await refuses(save({}, NEW, at(`没有/${NAME}`)), null);
    assert.deepEqual(left('夹', '管', '空', '断', '圈'), []);
  });

  it('stays within a folder, whatever links there are below it', async () => {
    mkdirSync(at('内/图片'), { recursive: true });
    mkdirSync(at('外'));
    writeFileSync(at('外/留.png'), OLD);
    symlinkSync('../外', at('内/出去'));
    symlinkSync('../../外/留.png', at('内/图片/一.png'));
    symlinkSync('../../外/新.png', at('内/图片/二.png'));
    const within = at('内');
    const options = { within, replace: true };
    for (const name of ['出去/三.png', '出去/深/三.png', '图片/一.png', '图片/二.png']) {
      await refuses(save(options, NEW, at(`内/${name}`)), 'link');
    }
    for (const name of ['外/留.png', '内', '内/../外/留.png']) {
      await refuses(save(options, NEW, at(name)), 'outside');
    }
    await refuses(save(options, NEW, '/四.png'), 'outside');
    assert.deepEqual(readdirSync(at('外')), ['留.png']);
    assert.deepEqual(readFileSync(at('外/留.png')), OLD);
    await save({ within }, NEW, at('内/新/更深/三.png'));
    assert.deepEqual(readFileSync(at('内/新/更深/三.png')), NEW);
    // The folder itself was named, and may be a link.
    symlinkSync('外', at('别名'));
    await save({ within: at('别名') }, NEW, at('别名/五.png'));
    assert.deepEqual(readFileSync(at('外/五.png')), NEW);
  });

  it('takes away what was left long ago, and nothing else', async () => {
    const old = '.甲.txt.work-summary-0123456789ab.tmp';
    const recent = '.甲.txt.work-summary-0123456789ac.tmp';
    const others = ['.甲.txt.work-summary-0123456789ab.bak', '甲.tmp', '.甲.swp'];
    for (const name of [old, recent, ...others]) writeFileSync(at(name), OLD);
    const then = new Date(Date.now() - HOURS);
    for (const name of [old, ...others]) utimesSync(at(name), then, then);
    await save();
    assert.deepEqual(left().sort(), [recent, ...others].sort());
  });

  it('takes the longest of names', async () => {
    for (const name of ['总'.repeat(85), 'a'.repeat(255), '𠮷'.repeat(63)]) {
      await save({}, OLD, at(name));
      await save({ previous: OLD }, NEW, at(name));
      assert.deepEqual(readFileSync(at(name)), NEW);
    }
    assert.match((await refuses(save({}, NEW, at('a'.repeat(256))), null)).zh, /太长/);
  });
});
