import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Debouncer, DebouncerByKey } from '../../server/src/timing/debouncer.js';

const PAUSE = 100;

describe('Debouncer', () => {
  const done: string[] = [];
  const doing = (what: string) => () => done.push(what);

  beforeEach(() => {
    done.length = 0;
    mock.timers.enable({ apis: ['setTimeout'] });
  });

  afterEach(() => mock.timers.reset());

  it('runs only what was asked for last, once the pause is over', () => {
    const debouncer = new Debouncer(PAUSE);
    debouncer.later(doing('first'));
    mock.timers.tick(PAUSE - 1);
    debouncer.later(doing('second'));
    mock.timers.tick(PAUSE - 1);
    assert.deepEqual(done, []);
    mock.timers.tick(1);
    mock.timers.tick(10 * PAUSE);
    assert.deepEqual(done, ['second']);
  });

  it('takes another pause for one action', () => {
    const debouncer = new Debouncer(PAUSE);
    debouncer.later(doing('soon'), 1);
    mock.timers.tick(1);
    assert.deepEqual(done, ['soon']);
  });

  it('may be asked again by its own action', () => {
    const debouncer = new Debouncer(PAUSE);
    debouncer.later(() => debouncer.later(doing('again')));
    mock.timers.tick(PAUSE);
    assert.deepEqual(done, []);
    mock.timers.tick(PAUSE);
    assert.deepEqual(done, ['again']);
  });

  it('gives up what was put off, and goes on afterwards', () => {
    const debouncer = new Debouncer(PAUSE);
    debouncer.later(doing('given up'));
    debouncer.cancel();
    debouncer.later(doing('wanted'));
    mock.timers.tick(PAUSE);
    assert.deepEqual(done, ['wanted']);
  });

  it('runs nothing once disposed', () => {
    const debouncer = new Debouncer(PAUSE);
    debouncer.later(doing('before'));
    debouncer.dispose();
    debouncer.later(doing('after'));
    mock.timers.tick(10 * PAUSE);
    assert.deepEqual(done, []);
  });

  it('keeps keys apart', () => {
    const debouncer = new DebouncerByKey(PAUSE);
    debouncer.later('a', doing('a, first'));
    debouncer.later('b', doing('b'));
    debouncer.later('c', doing('c'));
    mock.timers.tick(PAUSE - 1);
    debouncer.later('a', doing('a, second'));
    debouncer.cancel('c');
    assert.deepEqual(
      ['a', 'b', 'c'].map((key) => debouncer.has(key)),
      [true, true, false],
    );
    mock.timers.tick(1);
    assert.deepEqual(done, ['b']);
    assert.equal(debouncer.has('b'), false);
    mock.timers.tick(PAUSE);
    assert.deepEqual(done, ['b', 'a, second']);
    debouncer.later('a', doing('late'));
    debouncer.dispose();
    debouncer.later('a', doing('later'));
    mock.timers.tick(10 * PAUSE);
    assert.deepEqual(done, ['b', 'a, second']);
  });
});
