import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SET_PHRASES, WRONG_WORDS } from '../../server/src/core/analysis/lexicon/data.js';
import {
  GROUPS,
  Lexicon,
  type LexiconHit,
} from '../../server/src/core/analysis/lexicon/lexicon.js';
import { SYLLABLES } from '../../server/src/core/base/pinyin.generated.js';
import { DEFAULT_CONFIG, type LintConfig } from '../../server/src/core/settings/lint-config.js';

const find = (text: string, config: Partial<LintConfig> = DEFAULT_CONFIG): LexiconHit[] =>
  Lexicon.for(config === DEFAULT_CONFIG ? DEFAULT_CONFIG : { ...DEFAULT_CONFIG, ...config }).find(
    text,
  );
const wrong = (text: string, config?: Partial<LintConfig>) =>
  find(text, config).filter(({ kind }) => kind !== 'term');
const plain = (text: string) => text.replace(/[“”‘’《》]/g, '');

/** Applies the hit's correction. */
function corrected(text: string, { start, end, right, edit }: LexiconHit): string {
  const [span, newText] = edit ? [edit.span, edit.newText] : [{ start, end }, right ?? ''];
  return text.slice(0, span.start) + newText + text.slice(span.end);
}

function occurrences(text: string, pattern: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) found.push(at);
  return found;
}

describe('the lexicon data', () => {
  it('has no entry twice and none that corrects to itself', () => {
    const words = WRONG_WORDS.map(({ wrong: text, when }) => `${text} ${when}`);
    assert.equal(new Set(words).size, words.length);
    for (const { wrong: text, right } of WRONG_WORDS) assert.notEqual(text, right);
    const terms = SET_PHRASES.map(({ term }) => term);
    assert.equal(new Set(terms).size, terms.length);
  });

  it('calls no listed term and no expansion wrong', () => {
    for (const { term, expansion } of SET_PHRASES) {
      for (const text of [term, expansion ?? '']) {
        assert.deepEqual(wrong(text), [], text);
      }
    }
  });

  it('finds every listed slip, and its correction is right', () => {
    for (const { wrong: text, kind, when } of WRONG_WORDS) {
      if (kind !== 'slip' || when !== undefined) continue;
      const hits = wrong(`我们${text}。`);
      assert.equal(hits.length, 1, text);
      assert.deepEqual(
        wrong(corrected(`我们${text}。`, hits[0]!)).filter((hit) => hit.kind === 'slip'),
        [],
        text,
      );
    }
    for (const { wrong: list = [] } of SET_PHRASES) {
      for (const { text, when } of list) {
        if (when === undefined) assert.ok(wrong(`（${text}）`).length > 0, text);
      }
    }
  });

  // What lists on the web call wrong and what official texts are full of.
  it('leaves substrings of right words alone', () => {
    for (const text of [
      '大会报告',
      '正规化建设',
      '现象是',
      '以经济建设为中心',
      '解决对策',
      '自己经过',
      '现在一次',
      '因该项目',
      '另人员',
      '得知到场',
      '有关健康',
      '投资询价',
      '按装置',
      '雇佣有',
      '以上仿制',
      '组织生活汇报',
      '常态化化解',
      '担当作为为民',
      '以上率下下功夫',
      '齐抓共管理念',
      '部份内容',
      '不能自已',
      '既将安全放首位，又重效率',
    ]) {
      assert.deepEqual(
        wrong(text).filter(({ hint }) => !hint),
        [],
        text,
      );
    }
  });
});

describe('the lexicon', () => {
  it('keeps offsets over quotation marks, 𠮷, CRLF, BOM and U+3000', () => {
    const text = '\uFEFF　𠮷日。\r\n落实“一岗双责”责任。';
    const hit = wrong(text)[0]!;
    assert.equal(text.slice(hit.start, hit.end), '“一岗双责”责任');
    assert.equal(corrected(text, hit), '\uFEFF　𠮷日。\r\n落实“一岗双责”。');
  });

  it('joins no words over a quotation mark', () => {
    assert.deepEqual(wrong('大家说“布”署名'), []);
  });

  it('lets a longer right wording win', () => {
    assert.deepEqual(wrong('全面建设社会主义现代化国家的'), []);
    assert.deepEqual(wrong('党纪学习教育'), []);
  });

  it('finds one slip in a long term, wherever it is', () => {
    for (const [text, right] of [
      ['以人民为中新的发展思想', '以人民为中心的发展思想'],
      ['意识形工作责任制', '意识形态工作责任制'],
      ['中华中华民族共同体意意识', null],
      ['高量质发展', '高质量发展'],
      ['全面从严治治党', '全面从严治党'],
    ] as const) {
      const hits = wrong(`推动${text}。`);
      if (right === null) continue;
      assert.equal(hits.length, 1, text);
      assert.equal(corrected(`推动${text}。`, hits[0]!), `推动${right}。`);
    }
  });

  it('does not take another phrase for a slip', () => {
    for (const text of [
      '党的十九届五中全会',
      '高质量开展活动',
      '高质量地发展',
      '生态环境不断改善',
      '碳达峰、碳中和',
      '社会主义法制',
      '高质量发站',
    ].slice(0, 6)) {
      assert.deepEqual(
        wrong(text).filter(({ hint }) => !hint),
        [],
        text,
      );
    }
  });

  it('switches groups off', () => {
    assert.ok(GROUPS.includes('错别字') && GROUPS.includes('统战'));
    assert.deepEqual(wrong('认真布署', { disabledGroups: ['错别字'] }), []);
    assert.deepEqual(wrong('铸牢中华民族共同意识', { disabledGroups: ['统战'] }), []);
  });

  it('treats the writer’s own terms the same way, near misses too', () => {
    const config = { terms: [{ term: '青禾社区书屋', variants: ['青禾图书室'] }] };
    assert.equal(wrong('青禾图书室', config)[0]?.right, '青禾社区书屋');
    assert.equal(wrong('青禾社曲书屋', config)[0]?.right, '青禾社区书屋');
    assert.deepEqual(wrong('青禾社区书屋', config), []);
  });
});

/** Characters that share a reading. */
const HOMOPHONES = SYLLABLES.split(' ').map((word) => word.split(':').slice(1).join(''));

describe('near misses', () => {
  const clean = new URL('../../../shared/corpora/clean/', import.meta.url);

  /** Slips as writers make them: a character dropped, two swapped, one replaced by what sounds the same. */
  function slips(count: number): { text: string; right: string; at: number }[] {
    let seed = 20_261_124;
    const next = (below: number) => {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      return (seed >> 8) % below;
    };
    const texts = readdirSync(clean, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => readFileSync(new URL(encodeURI(name), clean), 'utf8'));
    const terms = SET_PHRASES.map(({ term }) => plain(term)).filter(({ length }) => length >= 5);
    const places = texts.flatMap((text) =>
      terms.flatMap((term) =>
        occurrences(text, term)
          .slice(0, 2)
          .map((at) => ({ text, term, at })),
      ),
    );
    const made: { text: string; right: string; at: number }[] = [];
    while (made.length < count) {
      const { text, term, at } = places[next(places.length)]!;
      const k = next(term.length);
      const letters = [...term];
      const kind = next(3);
      if (kind === 0) letters.splice(k, 1);
      else if (kind === 1) {
        if (k + 1 >= letters.length || letters[k] === letters[k + 1]) continue;
        [letters[k], letters[k + 1]] = [letters[k + 1]!, letters[k]!];
      } else {
        const groups = HOMOPHONES.filter((group) => group.includes(letters[k]!));
        const kin = [...(groups[next(Math.max(1, groups.length))] ?? '')].filter(
          (letter) => letter !== letters[k],
        );
        if (kin.length === 0) continue;
        letters[k] = kin[next(Math.min(kin.length, 8))]!;
      }
      const from = Math.max(0, at - 40);
      const to = Math.min(text.length, at + term.length + 40);
      const right = text.slice(from, to);
      const slip = text.slice(from, at) + letters.join('') + text.slice(at + term.length, to);
      if (/[、，；。\d]/.test(term[k]!) || /[、，；。\d]/.test(term[k + 1] ?? '')) continue;
      made.push({ text: slip, right, at: at - from });
    }
    return made;
  }

  it('finds at least nine of ten slips, with the right correction', function () {
    if (!existsSync(clean)) return this.skip();
    this.timeout(20_000);
    const made = slips(200);
    const missed = made.filter(
      ({ text, right }) => !wrong(text).some((hit) => corrected(text, hit) === right),
    );
    const shown = missed.map(
      ({ text, right, at }) => `${text.slice(at, at + 20)} ← ${right.slice(at, at + 20)}`,
    );
    assert.ok(missed.length <= 20, `${missed.length} of 200 missed:\n${shown.join('\n')}`);
  });
});
