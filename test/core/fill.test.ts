import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  countTargets,
  fillEdits,
  fillTargets,
} from '../../server/src/core/analysis/placeholders/fill.js';
import { FillHistory } from '../../server/src/core/analysis/placeholders/fill-history.js';
import { placeholdersOf } from '../../server/src/core/analysis/placeholders/placeholders.js';
import { sentenceAt } from '../../server/src/core/analysis/sentence.js';
import { applyEdits } from '../../server/src/core/base/text.js';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { listPlaceholders } from '../../server/src/core/features/placeholder-list.js';
import { remaining } from '../../server/src/core/lint/final-check.js';
import { filled } from '../helpers/fill.js';
import { ANNUAL } from '../helpers/fixtures.js';
import { marked } from '../helpers/marked.js';

const parse = (text: string) => parseSummary(text, 'plain');

describe('the list of placeholders', () => {
  const text = [
    '\uFEFF区馆20XX年总结',
    '一、𠮷日',
    '　（一）办展。全年办展XX场次，𠮷服务观众XX人次！',
    '　　另有X次。',
    '二、打算',
    'XX县再办X场。',
    '',
  ].join('\r\n');

  it('has the section and the words around each', () => {
    const list = listPlaceholders(parse(text)).map(({ placeholder, section, before, after }) => {
      return [section?.title ?? null, before, placeholder.text, after];
    });
    assert.deepEqual(list, [
      [null, '区馆', '20XX', '年总结'],
      ['办展', '全年办展', 'XX', '场次，𠮷服务观众XX人'],
      ['办展', '展XX场次，𠮷服务观众', 'XX', '人次'],
      ['办展', '另有', 'X', '次'],
      ['打算', '', 'XX', '县再办X场'],
      ['打算', 'XX县再办', 'X', '场'],
    ]);
  });

  it('has no marks of bold type around, whole or cut in two', () => {
    const bold =
      '## 一、**𠮷日**\r\n\r\n**办展**：全年为读者办展XX场次，**读者人数过了八千**。\r\n';
    const [only] = listPlaceholders(parseSummary(bold, 'markdown'));
    assert.equal(only!.section?.title, '𠮷日');
    assert.doesNotMatch(only!.before + only!.after, /\*/);
    for (let more = 0; more < 20; more++) {
      const words = '书'.repeat(more);
      const text = `**办展**${words}XX场次${words}**读者**`;
      const [one] = listPlaceholders(parseSummary(text, 'markdown'));
      assert.doesNotMatch(one!.before + one!.after, /\*/, text);
    }
  });

  it('looks for a sentence once, however many stand in it', () => {
    const long = `一、${'办展XX场，'.repeat(500)}走访XX人。另有XX次。`;
    const sentences = new Set(listPlaceholders(parse(long)).map(({ sentence }) => sentence));
    assert.equal(sentences.size, 2);
    const own = listPlaceholders(parse(text));
    for (const { placeholder, sentence } of own) {
      const { start, end } = sentenceAt(text, placeholder.span.end);
      assert.equal(text.slice(sentence.start, sentence.end), text.slice(start, end).trim());
    }
  });

  it('cuts no sentence and no character', () => {
    const parsed = parse(text);
    for (const { sentence, before, after } of listPlaceholders(parsed)) {
      assert.doesNotMatch(text.slice(sentence.start, sentence.end), /[。\r\n\ufeff]/);
      assert.doesNotThrow(() => encodeURIComponent(before + after));
    }
  });
});

describe('filling', () => {
  const text = '民建XX省委、农工党xx省委走访XX市委，为XX故事、XX经验添彩，走访XX余人次。';

  for (const [index, scope, result] of [
    [0, 'one', '民建新河省委、农工党xx省委走访XX市委，为XX故事、XX经验添彩，走访XX余人次。'],
    [1, 'group', '民建新河省委、农工党新河省委走访XX市委，为XX故事、XX经验添彩，走访XX余人次。'],
    [3, 'group', '民建XX省委、农工党xx省委走访XX市委，为新河故事、XX经验添彩，走访XX余人次。'],
    [4, 'places', '民建XX省委、农工党xx省委走访XX市委，为新河故事、新河经验添彩，走访XX余人次。'],
    [5, 'places', '民建XX省委、农工党xx省委走访XX市委，为XX故事、XX经验添彩，走访新河余人次。'],
  ] as const) {
    it(`goes to ${scope} of placeholder ${index}`, () =>
      assert.equal(filled(text, index, '新河', scope), result));
  }

  it('drops 余 when the figure is exact', () => {
    assert.equal(filled('走访XX余人次', 0, '23', 'one', true), '走访23人次');
    assert.equal(filled('走访XX人次', 0, '23', 'one', true), '走访23人次');
  });

  it('never joins 次 and 人次', () => {
    const placeholders = placeholdersOf(parse('走访X次，X人次，XX次，X次'));
    for (const each of placeholders) {
      assert.deepEqual(fillTargets(placeholders, each, 'places'), [each]);
    }
  });

  it('counts what each scope fills', () => {
    const placeholders = placeholdersOf(parse(text));
    const counts = placeholders.map(countTargets(placeholders));
    assert.deepEqual(
      counts.map(({ group }) => group),
      [2, 2, 1, 1, 1, 1],
    );
    assert.deepEqual(
      counts.map(({ places }) => places),
      [1, 1, 1, 2, 2, 1],
    );
  });

  it('changes nothing but the placeholders, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        'XX',
        'xx',
        '省委',
        '市',
        '故事',
        '次',
        '余',
        '𠮷',
        '。',
        '\r\n',
        '　',
        '【待补充】',
        '人次',
        '\ud842',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(), (pieces, at) => {
        const source = pieces.join('');
        const placeholders = placeholdersOf(parse(source));
        if (placeholders.length === 0) return;
        const chosen = placeholders[at % placeholders.length]!;
        const targets = fillTargets(placeholders, chosen, 'places');
        const pinned = applyEdits(source, fillEdits(source, targets, '\u{1F4CC}', false));
        let back = pinned;
        for (const { text: own } of targets) back = back.replace('\u{1F4CC}', () => own);
        assert.equal(back, source);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a group was filled with', () => {
  /** Applies edits in the way editors send them and follows them. */
  class Followed {
    readonly history = new FillHistory();
    constructor(
      public text: string,
      private readonly syntax: Syntax = 'plain',
    ) {}
    type(from: number, to: number, newText: string): void {
      this.history.change(parseSummary(this.text, this.syntax), { start: from, end: to }, newText);
      this.text = this.text.slice(0, from) + newText + this.text.slice(to);
    }
    /** Replaces the first place where `old` stands, or the part of it between `⟦` and `⟧`. */
    replace(place: string, newText: string): void {
      const { text, spans } = marked(place.includes('⟦') ? place : `⟦${place}⟧`);
      const [span] = spans;
      const at = this.text.indexOf(text);
      assert.ok(at >= 0, `${text} stands in ${this.text}`);
      this.type(at + span!.start, at + span!.end, newText);
    }
    used(group = 'place|xx|省'): string[] {
      return this.history.values(this.text, group);
    }
  }
  const followed = (text = '\uFEFF𠮷民建XX省委。\r\n　　农工党xx省委') => {
    const doc = new Followed(text);
    doc.replace('XX', '新河');
    assert.deepEqual(doc.used(), ['新河']);
    return doc;
  };

  it('is nothing at first', () => assert.deepEqual(new Followed('民建XX省委').used(), []));

  it('is known after one edit', () => {
    assert.deepEqual(followed().used('place|xx|市'), []);
  });

  it('grows with typing, character by character', () => {
    const doc = new Followed('民建XX省委');
    doc.replace('XX', '新');
    doc.replace('新⟦⟧', '河');
    assert.deepEqual(doc.used(), ['新河']);
    doc.replace('⟦⟧新河', '大');
    assert.deepEqual(doc.used(), ['大新河']);
  });

  it('may be typed where the placeholder was deleted first', () => {
    const doc = new Followed('民建XX省委');
    doc.replace('XX', '');
    assert.deepEqual(doc.used(), []);
    doc.replace('民建⟦⟧', '新河');
    assert.deepEqual(doc.used(), ['新河']);
  });

  it('moves with the text before it and goes with undo', () => {
    const doc = new Followed('民建XX省委，农工党XX省委');
    doc.type(10, 12, '临江');
    doc.type(2, 4, '新河');
    doc.type(0, 0, '近年来，');
    assert.deepEqual(doc.used(), ['新河', '临江']);
    doc.type(6, 8, 'XX');
    assert.deepEqual(doc.used(), ['临江']);
  });

  it('is not what replaced more than the placeholder, or the text beside it', () => {
    for (const place of [
      '民建XX省委',
      '民⟦建XX⟧',
      '⟦XX省⟧',
      '⟦民建⟧XX',
      'XX⟦省⟧',
      '建⟦⟧XX',
      'XX⟦⟧省',
    ]) {
      const doc = new Followed('民建XX省委');
      doc.replace(place, '农工党');
      assert.deepEqual(doc.used(), [], place);
    }
  });

  it('stays when the text right beside it changes', () => {
    for (const [place, newText] of [
      ['⟦民建⟧新河', '九三学社'],
      ['⟦𠮷民⟧建新河', ''],
      ['新河⟦省委⟧', '县委、'],
      ['新河省⟦⟧委', '级党'],
      ['⟦。\r\n　　⟧农工党', '、'],
      ['农工党⟦xx省委⟧', ''],
    ] as const) {
      const doc = followed();
      doc.replace(place, newText);
      assert.deepEqual(doc.used(), ['新河'], place);
    }
  });

  it('is what is left of it after a correction', () => {
    const doc = followed();
    doc.replace('新⟦河⟧', '江');
    assert.deepEqual(doc.used(), ['新江']);
    doc.replace('⟦新⟧江', '');
    assert.deepEqual(doc.used(), ['江']);
    doc.replace('江', '');
    assert.deepEqual(doc.used(), []);
  });

  it('is forgotten when a change cuts into it', () => {
    for (const place of ['民⟦建新⟧河', '新⟦河省⟧委', '⟦建新河省⟧', '⟦建新河⟧', '⟦新河省⟧']) {
      const doc = followed();
      doc.replace(place, '大江');
      assert.deepEqual(doc.used(), [], place);
    }
  });

  it('is the value of each placeholder, whatever lines they stand in', () => {
    const doc = new Followed('近年来，\r\n民建XX省委、农工党xx省委。\r\n　　统战部、XX省委');
    doc.replace('农工党⟦xx⟧', '临江');
    doc.replace('统战部、⟦XX⟧', '东山');
    assert.deepEqual(doc.used(), ['东山', '临江']);
    doc.replace('民建⟦XX⟧', '临江');
    assert.deepEqual(doc.used(), ['临江', '东山']);
  });

  it('belongs to the group that the placeholder was of when it was filled', () => {
    const doc = followed();
    doc.replace('新河', 'XX');
    doc.replace('XX⟦省⟧', '市');
    doc.replace('XX', '临江');
    assert.deepEqual(doc.used(), []);
    assert.deepEqual(doc.used('place|xx|市'), ['临江']);
  });

  it('is no mask, no sentence and nothing of several lines', () => {
    for (const value of [
      ...['X', 'ＸＸ', '甲XX', '____', '新河 省', '新河，临江', '“新河”', '新\r\n河', '新\n河'],
      '长'.repeat(21),
    ]) {
      const doc = new Followed('民建XX省委');
      doc.replace('XX', value);
      assert.deepEqual(doc.used(), [], value);
    }
    for (const value of ['X光站', '长'.repeat(20), '𠮷']) {
      const doc = new Followed('民建XX省委');
      doc.replace('XX', value);
      assert.deepEqual(doc.used(), [value]);
    }
  });

  it('is not told of one letter of a mask that was deleted', () => {
    const doc = new Followed('民建XX省委');
    doc.replace('X⟦X⟧', '');
    assert.deepEqual(doc.used(), []);
  });

  it('outlives a long change, but not the exchange of the text', () => {
    const doc = followed(`民建XX省委\n${'甲'.repeat(20_001)}`);
    doc.replace(`甲⟦${'甲'.repeat(20_000)}⟧`, '乙'.repeat(20_000));
    assert.deepEqual(doc.used(), ['新河']);
    doc.replace(`甲${'乙'.repeat(20_000)}`, '');
    assert.deepEqual(doc.used(), []);
    const other = followed();
    other.history.clear();
    assert.deepEqual(other.used(), []);
  });

  it('is kept of the last 200', () => {
    const doc = new Followed('XX省委、'.repeat(201));
    for (let i = 0; i <= 200; i++) doc.replace('XX', `甲${i}`);
    assert.equal(doc.used().length, 200);
    assert.deepEqual(doc.used().slice(0, 2), ['甲200', '甲199']);
    assert.equal(doc.used().at(-1), '甲1');
  });

  it('is told in Markdown by the masks of Markdown', () => {
    for (const [syntax, used] of [
      ['plain', ['新河']],
      ['markdown', []],
    ] as const) {
      const doc = new Followed('**省**市', syntax);
      doc.replace('⟦**⟧省', '新河');
      assert.deepEqual(doc.used('place|**|省'), used);
    }
  });
});

describe('what remains', () => {
  it('is every placeholder, every note, mixed styles and old years', () => {
    const text = [
      '2024年工作总结',
      '2023年以来，办展XX场次，观众xx人次，经费待补充。',
      '一、2023年主要工作',
      '建馆。',
      '二、2024年工作打算',
      '办展（待核实）。',
    ].join('\n');
    assert.deepEqual(
      remaining(parse(text)).map(({ rule, span, severity }) => [
        rule,
        text.slice(span.start, span.end),
        severity,
      ]),
      [
        ['year-mismatch', '2023年', 'warning'],
        ['unfilled-placeholder', 'XX', 'warning'],
        ['unfilled-placeholder', 'xx', 'warning'],
        ['mixed-placeholder-style', 'xx', 'warning'],
        ['unfilled-placeholder', '待补充', 'warning'],
        ['stale-year', '2023年', 'warning'],
        ['stale-year', '2024年', 'warning'],
        ['unfilled-placeholder', '（待核实）', 'warning'],
      ],
    );
  });

  it('names a year that something was true of alone', () => {
    const text =
      '某馆2025年工作总结\r\n　　2024年是𠮷县规划的收官之年。\r\n　　2024年是建馆第二年。\r\n';
    assert.deepEqual(
      remaining(parse(text)).map(({ rule, span }) => [rule, span.start]),
      [['stale-year', text.indexOf('2024')]],
    );
  });

  for (const text of [
    '2024年工作总结\n2024年，建馆。\n一、2024年主要工作\n比2023年增长3%。\n二、2025年工作打算\n再建。',
    '2023年工作总结和2024年工作计划\n一、2023年主要工作\n建馆。\n二、2024年工作打算\n再建。',
    '2024年工作计划\n一、2024年工作打算\n建馆。',
    '工作总结\n建馆。',
    '',
  ]) {
    it(`is nothing in ${text.split('\n')[0] || 'nothing'}`, () =>
      assert.deepEqual(remaining(parse(text)), []));
  }

  it('in a whole summary is 41 placeholders and one mix of styles', () => {
    const rules = remaining(parse(ANNUAL)).map(({ rule }) => rule);
    assert.equal(rules.filter((rule) => rule === 'unfilled-placeholder').length, 41);
    assert.deepEqual(
      rules.filter((rule) => rule !== 'unfilled-placeholder'),
      ['mixed-placeholder-style'],
    );
  });

  it('in a whole summary shrinks by a whole group in one step', () => {
    const placeholders = placeholdersOf(parse(ANNUAL));
    const county = placeholders.findIndex(({ group }) => group === 'place|xx|县');
    assert.equal(placeholdersOf(parse(filled(ANNUAL, county, '新河', 'group'))).length, 39);
  });
});
