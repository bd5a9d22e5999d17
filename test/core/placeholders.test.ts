import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { check, find } from '../helpers/placeholders.js';

describe('placeholders', () => {
  for (const [source, kinds] of [
    ['\uFEFF　𠮷日走访⟦XX⟧户，\r\n　　发放⟦X⟧万元。\r\n', 'people money'],
    ['于⟦X月XX日⟧召开，⟦×年×月×日⟧结束，2024年⟦X月X日⟧总结。', 'date date date'],
    ['⟦20XX⟧年、⟦201X⟧年、⟦20××⟧年', 'year year year'],
    ['依据某府办⟦〔20XX〕XX号⟧文件', 'document-number'],
    ['举办⟦XX⟧余场次，服务⟦X⟧人次，完成率⟦XX⟧%', 'count people percent'],
    ['庆祝建馆⟦xx⟧周年，第⟦XX⟧届读书节', 'ordinal ordinal'],
    ['⟦XX⟧市委、⟦××⟧县政府、⟦某某⟧局', 'place place organization'],
    ['由⟦XX⟧同志负责，联系电话：⟦XXXXXXXX⟧', 'person contact'],
    ['开展“⟦XX⟧”主题活动', 'name'],
    ['共办理⟦N⟧件，建成⟦N⟧个站点', 'count count'],
    ['今年⟦【待补充】⟧，资金⟦（待核实）⟧，经费：⟦待补充⟧', 'text text text'],
    ['由⟦【责任单位】⟧牵头，⟦【联系电话】⟧', 'organization contact'],
    ['姓名：⟦____⟧，单位：⟦＿＿＿⟧，金额⟦（　　）⟧万元', 'person organization money'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a form of mail merge, not of TypeScript
    ['尊敬的⟦{{姓名}}⟧：于⟦${日期}⟧前报送⟦[此处输入内容]⟧', 'person date text'],
    ['⟦□□□⟧办公室，⟦○○⟧同志', 'organization person'],
  ] as const) {
    it(`finds ${source.trim()}`, () => check(source, kinds));
  }

  for (const text of [
    'YSXT机制、X射线、X光机、XML文件、PM2.5、XXL号',
    '“1+N+X”模式、“415X”体系、双尖双领+X',
    '7×24小时、“4×4”、“数据要素×”行动、3×5米',
    '二○○○年、二○○八年、二〇二一年',
    'http://x.com/xx 与 a_x.txt、x86架构、f(x)、x=3',
    '一、【工作回顾】\n【成长与不足】\n【来源】本站',
    '某些单位、某个环节、某项工作、某种程度',
    '名单待定，方案待完善，待核实的线索已办结。',
    '参见[1]和【2021】，5G/N95口罩',
    '《关于印发〈办法〉的通知》',
  ]) {
    it(`leaves alone ${text.split('\n')[0]}`, () => check(text, ''));
  }

  it('tells Markdown from masks', () => {
    check(
      '**重点** __强调__ [说明](x.md) - [ ] 甲 - [x] 乙\n\n___\n\n`XX` ⟦XX⟧次',
      'count',
      'markdown',
    );
    check('```\nXX次\n```\n| XX | 次 |\n| --- | --- |\n', '', 'markdown');
  });

  it('counts the masks in a composite', () => {
    assert.deepEqual(find('于X月XX日')[0]!.tokens, [
      { start: 1, end: 2 },
      { start: 3, end: 5 },
    ]);
  });

  it('groups names by mask and the word after it, and never figures', () => {
    const groups = find('XX市委、xx市局、XX县委，X次、X人次').map(({ group }) => group);
    assert.equal(groups[0], groups[1]);
    assert.notEqual(groups[0], groups[2]);
    assert.deepEqual(groups.slice(3), [null, null]);
  });

  it('takes one line of 1 MB', () => {
    for (const piece of [
      'X',
      '【',
      '[',
      '某',
      '（',
      '_',
      '×',
      '{',
      '20XX年',
      '待补',
      '*',
      '○',
      'X月',
      '(x',
    ]) {
      const found = find(`次${piece.repeat(1_000_000 / piece.length)}`);
      assert.ok(Array.isArray(found));
    }
  }).timeout(10_000);

  it('are sorted, apart, inside the text and on whole characters, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        'X',
        'xx',
        '×',
        '20XX年',
        '月',
        '日',
        '【',
        '】',
        '[',
        ']',
        '（',
        '）',
        '　',
        '____',
        '某',
      ],
      ...[
        '待补充',
        '{{',
        '}}',
        '${',
        '*',
        '省',
        '○',
        '□',
        '次',
        '\n',
        '\r\n',
        '𠮷',
        '\ud842',
        'N',
        '件',
        '号',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), fc.boolean(), (pieces, markdown) => {
        const text = pieces.join('');
        let last = 0;
        for (const { span, text: own, tokens } of find(text, markdown ? 'markdown' : 'plain')) {
          assert.ok(last <= span.start && span.start < span.end && span.end <= text.length);
          assert.equal(own, text.slice(span.start, span.end));
          assert.ok(tokens.length > 0);
          for (const token of tokens) assert.ok(span.start <= token.start && token.end <= span.end);
          last = span.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  describe('beside real texts', () => {
    const shared = new URL('../../../shared/', import.meta.url);
    const read = (folder: string) =>
      readdirSync(new URL(folder, shared)).map((name) =>
        readFileSync(new URL(folder + encodeURIComponent(name), shared), 'utf8'),
      );

    it('finds 40 in the seed, 41 masks, with the kinds a reader gives them', function () {
      if (!existsSync(shared)) return this.skip();
      const [text] = read('seeds/');
      const found = find(text!);
      assert.equal(found.length, 40);
      assert.equal(found.flatMap(({ tokens }) => tokens).length, 41);
      const kinds = found.map(
        ({ span, kind }) => `${text!.slice(0, span.start).split('\n').length}${kind}`,
      );
      // Written by reading the text, line by line.
      const expected = [
        ...['1place', '1place', '4place'],
        ...['5place', '5place', '5place', '5place', '5place', '5place', '5place', '5place'],
        ...['5ordinal', '5name', '5count', '5people', '5count', '5people', '5count', '5people'],
        ...['5count', '5count', '5count', '5date', '5place'],
        ...[
          '10count',
          '10count',
          '10count',
          '10count',
          '10people',
          '10count',
          '10people',
          '10people',
        ],
        ...['10count', '10money', '10people', '10money'],
        ...['13count', '15money', '18count', '18count'],
      ];
      assert.deepEqual(kinds, expected);
      assert.ok(
        found.every(({ span }) => text![span.start - 1] !== 'S'),
        'none in YSXT',
      );
    });

    it('finds none in official reports', function () {
      if (!existsSync(shared)) return this.skip();
      for (const folder of ['gwr-state-council', 'gwr-provincial-2026', 'cpc-congress']) {
        for (const text of read(`corpora/clean/${folder}/`)) {
          assert.deepEqual(
            find(text).map(({ text: own }) => own),
            [],
          );
        }
      }
    });
  });
});
