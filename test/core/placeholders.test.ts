import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ANNUAL } from '../helpers/fixtures.js';
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
  });

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

  it('are 41 in a whole summary, 42 masks, with the kinds a reader gives them', () => {
    const found = find(ANNUAL);
    assert.equal(found.flatMap(({ tokens }) => tokens).length, 42);
    assert.deepEqual(
      found.map(({ span, kind }) => `${ANNUAL.slice(0, span.start).split('\n').length}${kind}`),
      // Written by reading the text, line by line.
      [
        ...['3people', '3percent', '3count'],
        ...['5date', '5count'],
        ...['6place', '6place', '6count', '6measure', '6count'],
        ...['7count', '7count'],
        ...['8people', '8count', '8count', '8people'],
        ...['10count', '10people', '10count'],
        ...['12people', '12measure', '12count', '12people', '12count', '12count'],
        ...['14place', '14count', '14money', '14count', '14people'],
        ...['15count', '16count', '17count', '17percent', '18people', '19count', '19count'],
        ...['22date', '22people', '22ordinal', '25date'],
      ],
    );
  });
});
