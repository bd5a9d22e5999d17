import assert from 'node:assert/strict';
import { readConfiguration } from '../../server/src/config/configuration.js';
import { changeConfiguration } from '../../server/src/config/edit-configuration.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { lint } from '../../server/src/core/lint/linter.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { DEFAULT_CONFIG, type LintConfig } from '../../server/src/core/settings/lint-config.js';

const read = (text: string) => readConfiguration(text, RULES);
/** Problems as `line: text pointed at`, lines from 1. */
const problems = (text: string) =>
  read(text).problems.map(({ span, message }) => {
    assert.match(message.zh, /。$/);
    assert.match(message.en, /\.$/);
    return `${text.slice(0, span.start).split('\n').length}: ${text.slice(span.start, span.end)}`;
  });
const found = (text: string, config: LintConfig = DEFAULT_CONFIG) =>
  lint(parseSummary(text, 'plain'), { rules: RULES, config }).map(
    ({ rule, severity, span }) => `${severity} ${rule} ${text.slice(span.start, span.end)}`,
  );

describe('the configuration file', () => {
  it('may name a rule by its former id', () => {
    const { config, problems: none } = read(
      [
        'rules:',
        '  half-width-period: off',
        'ignore-once:',
        '  - { rule: half-width-period, text: ., sentence: 完成任务. }',
        'never-report:',
        '  - { text: ., rule: half-width-period }',
      ].join('\n'),
    );
    assert.deepEqual(none, []);
    assert.deepEqual(config.rules, { 'half-width-mark': { level: 'off' } });
    assert.equal(config.ignoreOnce[0]!.rule, 'half-width-mark');
    assert.equal(config.neverReport[0]!.rule, 'half-width-mark');
    // The levels by the names that are shown beside findings.
    const chinese = read(
      'rules:\n  wrong-word: 必错\n  long-sentence: 关\n  half-width-mark: 疑似\n',
    );
    assert.deepEqual(chinese.problems, []);
    assert.deepEqual(
      Object.values(chinese.config.rules).map((rule) => rule.level),
      ['error', 'off', 'warning'],
    );
    // What is said of the rule as it is now counts, wherever it stands.
    for (const lines of [
      ['  half-width-period: off', '  half-width-mark: error'],
      ['  half-width-mark: error', '  half-width-period: off'],
    ]) {
      const { rules } = read(`rules:\n${lines.join('\n')}`).config;
      assert.deepEqual(rules, { 'half-width-mark': { level: 'error' } });
    }
  });

  it('holds what past texts taught, as counts', () => {
    const text = '# 我的\nlearned:\n  支导: 3 # 测量\n  格网: 多\n';
    assert.deepEqual(read(text).config.learned, [{ word: '支导', count: 3 }]);
    assert.deepEqual(problems(text), ['4: 多']);
    const words = [
      { word: '支导', count: 5 },
      { word: '翟骏涵', count: 2 },
    ];
    assert.equal(
      changeConfiguration('# 我的\nlearned:\n  支导: 3 # 测量\n', { kind: 'learned', words }),
      '# 我的\nlearned:\n  支导: 5 # 测量\n  翟骏涵: 2\n',
    );
  });

  it('is read in full', () => {
    const { config, problems: none } = read(
      [
        '# 说明',
        'rules:',
        '  trailing-space: off',
        '  wrong-word: { level: error }',
        'groups:',
        '  统战: off',
        'terms:',
        '  - term: 青禾书屋',
        '    variants: [青禾图书室]',
        'learned: { 格网: 4 }',
        'never-report:',
        '  - 布署',
        '  - { text: 做为, rule: word-variant }',
        'must-fix:',
        '  - { text: 图书室, to: 书屋 }',
        '  - 大概其',
        'ignore-once:',
        '  - { rule: doubled-mark, text: ，，, sentence: 甲，，乙 }',
        'targets:',
        '  document: [2500, 5000]',
        '  sections:',
        '    存在的问题: 800',
        '    打算: { min: 300 }',
        'numbering: [第一章, 一、, （1）]',
        'export:',
        '  bodyFont: 仿宋',
        '  linesPerPage: 24',
        '  pageNumber: center',
        '  boldHeading3: true',
      ].join('\r\n'),
    );
    assert.deepEqual(none, []);
    assert.deepEqual(config, {
      rules: { 'trailing-space': { level: 'off' }, 'wrong-word': { level: 'error', options: {} } },
      disabledGroups: ['统战'],
      terms: [{ term: '青禾书屋', variants: ['青禾图书室'] }],
      numbering: ['第一章', '一、', '（1）'],
      learned: [{ word: '格网', count: 4 }],
      neverReport: [{ text: '布署' }, { text: '做为', rule: 'word-variant' }],
      mustFix: [{ text: '图书室', to: '书屋' }, { text: '大概其' }],
      ignoreOnce: [{ rule: 'doubled-mark', text: '，，', sentence: '甲，，乙' }],
      targets: {
        document: { min: 2500, max: 5000 },
        sections: [
          { heading: '存在的问题', bounds: { min: null, max: 800 } },
          { heading: '打算', bounds: { min: 300, max: null } },
        ],
      },
      print: { bodyFont: '仿宋', linesPerPage: 24, pageNumber: 'center', boldHeading3: true },
    });
  });

  it('tells of a printed form that cannot be, and keeps the rest', () => {
    const text = [
      'export:',
      '  bodyFont: 仿宋',
      '  linesPerPage: 200',
      '  pageNumber: top',
      '  colour: red',
      '  boldHeading3: 是',
    ].join('\n');
    assert.deepEqual(problems(text), ['3: 200', '4: top', '5: colour', '6: 是']);
    assert.deepEqual(read(text).config.print, { bodyFont: '仿宋' });
  });

  it('tells of a length that is none, and keeps the others', () => {
    const text = [
      'targets:',
      '  document: [5000, 2500]',
      '  whole: 3',
      '  sections:',
      '    甲: 很长',
      '    乙: { min: 1, most: 2 }',
      '    丙: [1]',
      '    丁: -1',
      '    戊: 600',
    ].join('\n');
    assert.deepEqual(problems(text), [
      '2: [5000, 2500]',
      '3: whole',
      '5: 很长',
      '6: { min: 1, most: 2 }',
      '7: [1]',
      '8: -1',
    ]);
    assert.deepEqual(read(text).config.targets, {
      document: null,
      sections: [{ heading: '戊', bounds: { min: null, max: 600 } }],
    });
  });

  it('gives one finding at its line for each mistake, and the rest works', () => {
    const text =
      'rules:\n  no-such-rule: off\n  trailing-space: maybe\n  wrong-word: off\nterms: 书屋\n其他: 1\n';
    assert.deepEqual(problems(text), ['2: no-such-rule', '3: maybe', '5: 书屋', '6: 其他']);
    assert.deepEqual(read(text).config.rules, { 'wrong-word': { level: 'off' } });
  });

  it('takes the unit’s numbering by its labels or its name, and tells what is none', () => {
    assert.deepEqual(read('numbering: decimal').config.numbering.slice(0, 3), [
      '1',
      '1.1',
      '1.1.1',
    ]);
    for (const value of ['[一、, 二、]', '[馆务]', '馆务', '{ a: 1 }']) {
      const { config, problems: told } = read(`numbering: ${value}`);
      assert.deepEqual([config.numbering, told.length], [[], 1], value);
    }
  });

  it('tells of broken YAML once, and takes the defaults', () => {
    const text = 'rules:\n  wrong-word: "off\n';
    assert.equal(problems(text).length, 1);
    assert.equal(read(text).config, DEFAULT_CONFIG);
  });

  it('takes nothing from aliases, lists, numbers and empty files', () => {
    for (const text of ['', '# 空', 'rules:', '- 1', '7', 'a: &a [x]\nterms: *a', 'rules: []']) {
      assert.doesNotThrow(() => read(text), text);
    }
    assert.deepEqual(problems(''), []);
  });

  it('tells 忽略本次, 永久不报 and 必须改 apart', () => {
    const text = '认真布署甲项。\n再次布署乙项。\n';
    assert.deepEqual(found(text), ['warning wrong-word 布署', 'warning wrong-word 布署']);
    const once = {
      ...DEFAULT_CONFIG,
      ignoreOnce: [{ rule: 'wrong-word', text: '布署', sentence: '认真布署甲项' }],
    };
    assert.deepEqual(found(text, once), ['warning wrong-word 布署']);
    assert.equal(
      found(text.replace('甲', '丙'), once).length,
      2,
      'comes back with another sentence',
    );
    assert.deepEqual(found(text, { ...DEFAULT_CONFIG, neverReport: [{ text: '布署' }] }), []);
    const must = { ...DEFAULT_CONFIG, mustFix: [{ text: '布署', to: '部署' }] };
    assert.deepEqual(
      found(text, must).map((line) => line.split(' ')[0]),
      ['error', 'error'],
    );
  });

  it('never reports what lies inside a word of the list', () => {
    const config = { ...DEFAULT_CONFIG, neverReport: [{ text: '布署之家' }] };
    assert.deepEqual(found('来到布署之家。', config), []);
  });
});

describe('changing the configuration file', () => {
  it('begins one, and adds to it without touching a comment', () => {
    const first = changeConfiguration('', { kind: 'never-report', entry: { text: '布署之家' } })!;
    assert.match(first, /^# .*\n\nnever-report:\n {2}- 布署之家\n$/);
    const mine = '# 我的说明\nrules:\n  wrong-word: off # 暂停\n';
    const off = changeConfiguration(mine, { kind: 'rule-off', rule: 'doubled-mark' })!;
    assert.equal(off, `${mine}  doubled-mark: off\n`);
    const once = changeConfiguration(off, {
      kind: 'ignore-once',
      entry: { rule: 'doubled-mark', text: '，，', sentence: '甲: “乙”，，\u{20bb7}' },
    })!;
    assert.ok(once.startsWith(off));
    assert.deepEqual(read(once).problems, []);
    assert.deepEqual(read(once).config.ignoreOnce, [
      { rule: 'doubled-mark', text: '，，', sentence: '甲: “乙”，，\u{20bb7}' },
    ]);
    assert.equal(read(once).config.rules['doubled-mark']?.level, 'off');
  });

  it('switches off a rule that has options, and keeps them', () => {
    const text = 'rules:\n  wrong-word:\n    level: error\n';
    const off = changeConfiguration(text, { kind: 'rule-off', rule: 'wrong-word' })!;
    assert.equal(off, 'rules:\n  wrong-word:\n    level: off\n');
  });

  it('leaves broken YAML alone', () => {
    assert.equal(changeConfiguration('rules: [', { kind: 'rule-off', rule: 'x' }), null);
  });
});
