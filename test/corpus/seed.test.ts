/** The real summary beside the repository against what a careful reader found in it. */
import assert from 'node:assert/strict';
import { styleOf } from '../../server/src/core/analysis/placeholders/style.js';
import { applyEdits, lineAt } from '../../server/src/core/base/text.js';
import { walkSections } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { recognise } from '../../server/src/core/document/recognise.js';
import { remaining } from '../../server/src/core/lint/final-check.js';
import { firstFixes, lint } from '../../server/src/core/lint/linter.js';
import type { Finding } from '../../server/src/core/lint/rule.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { turnedOnAndOff } from '../helpers/diagnosed.js';
import { filled } from '../helpers/fill.js';
import { move } from '../helpers/move.js';
import { checkWhole } from '../helpers/moves.js';
import { find } from '../helpers/placeholders.js';
import { seed } from './texts.js';

/** Errors and warnings as `line:column rule`, 1-based, each with the number it has in the domain rules, 8.1. */
const GRAVE: readonly (readonly [number, string])[] = [
  [9, '3:146 set-phrase'],
  [14, '4:23 set-phrase'],
  [18, '4:211 set-phrase'],
  [19, '4:254 set-phrase'],
  [26, '5:261 set-phrase'],
  [34, '5:639 paired-marks'],
  [49, '10:273 set-phrase'],
  [70, '20:153 set-phrase'],
  [73, '20:357 repeated-character'],
  [75, '20:434 set-phrase'],
];

/** What looks wrong there and is right (8.2): a piece of the line, told by its number and its first characters. */
const RIGHT: readonly (readonly [number, string])[] = [
  [5, '习习'],
  [5, '侨侨'],
  [1, '紧紧'],
  [10, '欣欣'],
  [10, '纷纷'],
  [20, '层层'],
  [16, '每周一、节假日'],
  [10, '（街道）'],
  [13, '（一）'],
  [8, '“一岗双责”“三会一课”'],
  [10, '“亲”“清”'],
  [3, '”、'],
  [8, '增强“四个意识”、坚定“四个自信”、坚决做到“两个维护”'],
  [5, 'XX余场次'],
  [5, 'XXX余册'],
  [4, '分内事'],
  [10, '理清'],
  [20, '权力行使'],
  [8, '“四落实”'],
  [13, '早发现'],
  [3, '宗教和顺'],
  [5, '新的社会阶层人士'],
];

describe('the seed', () => {
  let text: string;
  let findings: Finding[];
  before(() => {
    text = seed();
    findings = lint(parseSummary(text, 'plain'), { rules: RULES });
  });

  const lineStart = (line: number) =>
    text
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + 1;

  it('gives every error and warning a reader finds, at its place, and no other', () => {
    const { lines } = parseSummary(text, 'plain');
    const found = findings
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ rule, span }) => {
        const line = lineAt(lines, span.start);
        return `${line + 1}:${span.start - lines[line]!.start + 1} ${rule}`;
      });
    assert.deepEqual(
      found,
      GRAVE.map(([, place]) => place),
    );
    assert.equal(findings.filter(({ severity }) => severity === 'error').length, 1);
  });

  for (const [line, right] of RIGHT) {
    it(`accepts ${right} in line ${line}`, () => {
      const start = text.indexOf(right, line === 1 ? 0 : lineStart(line));
      assert.ok(start >= 0, 'the words are there');
      const end = start + right.length;
      // A long sentence or paragraph is marked by its beginning, whatever stands there.
      const scolded = findings.filter(
        ({ rule, span }) => !rule.startsWith('long-') && span.start < end && start < span.end,
      );
      assert.deepEqual(
        scolded.map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`),
        [],
      );
    });
  }

  it('has few hints', () => {
    const hints = findings.filter(
      ({ severity, rule }) => severity === 'hint' && rule !== 'trailing-space',
    );
    assert.ok(hints.length <= 32, `${hints.length} hints`);
  });

  it('has each of them about these words', () => {
    const found = findings
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ rule, severity, span }) => {
        const line = text.slice(0, span.start).split('\n').length;
        return `${line} ${severity} ${rule} ${text.slice(span.start, span.end)}`;
      });
    assert.deepEqual(found, [
      '3 warning set-phrase 党政关系、民族关系',
      '4 warning set-phrase 《共产党统一战线工作条例》',
      '4 warning set-phrase 全面建设社会主义现代化',
      '4 warning set-phrase 中华民族共同意识',
      '5 warning set-phrase 庆祝共产党成立',
      '5 error paired-marks “五进”活动”“十进十创”',
      '10 warning set-phrase 两个健康成长',
      '20 warning set-phrase 把权利关进',
      '20 warning repeated-character 在在',
      '20 warning set-phrase “一岗双责”责任',
    ]);
  });

  it('is recognised by its content', () => {
    assert.equal(recognise('000.txt', text).reason, 'content');
  });

  it('has five sections with four and six children, titled up to the first 。', () => {
    const { sections } = parseSummary(text, 'plain');
    assert.deepEqual(
      sections.map(({ line, endLine, children }) => [line + 1, endLine + 1, children.length]),
      [
        [2, 6, 4],
        [7, 8, 0],
        [9, 10, 0],
        [11, 18, 6],
        [19, 20, 0],
      ],
    );
    for (const { line, label, title } of walkSections(sections)) {
      const expected = text.split('\n')[line]!.trimEnd().split('。')[0]!;
      assert.equal(label!.marker + title, expected);
    }
  });

  it('lets 四 above 二, （六） down a level and back', () => {
    const labels = (of: string) =>
      parseSummary(of, 'plain').sections.map(({ label, title }) => label!.marker + title);
    assert.deepEqual(labels(move(text, '四、工作效率', 'onto', '二、正风肃纪')), [
      '一、履职尽责',
      '二、工作效率',
      '三、正风肃纪',
      '四、优化服务',
      '五、廉政建设',
    ]);
    const demoted = move(text, '（六）', 'demote');
    assert.ok(demoted.includes('\n1.聚力讲好统战故事'));
    assert.equal(move(demoted, '1.聚力', 'promote'), text);
  });

  it('keeps every line once through any sequence of moves, numbers rightly and can be undone', () =>
    checkWhole({ name: 'the seed', text, syntax: 'plain' }, 100));

  it('has 40 placeholders, 41 masks, with the kinds a reader gives them', () => {
    const found = find(text);
    assert.equal(found.length, 40);
    assert.equal(found.flatMap(({ tokens }) => tokens).length, 41);
    const kinds = found.map(
      ({ span, kind }) => `${text.slice(0, span.start).split('\n').length}${kind}`,
    );
    // Written by reading the text, line by line.
    const expected = [
      ...['1place', '1place', '4place'],
      ...['5place', '5place', '5place', '5place', '5place', '5place', '5place', '5place'],
      ...['5ordinal', '5name', '5count', '5people', '5count', '5people', '5count', '5people'],
      ...['5count', '5count', '5count', '5date', '5place'],
      ...['10count', '10count', '10count', '10count', '10people', '10count', '10people'],
      ...['10people', '10count', '10money', '10people', '10money'],
      ...['13count', '15money', '18count', '18count'],
    ];
    assert.deepEqual(kinds, expected);
    assert.ok(
      found.every(({ span }) => text[span.start - 1] !== 'S'),
      'none in YSXT',
    );
  });

  it('has the style of its placeholders unified by one action', () => {
    const mixed = (source: string) =>
      lint(parseSummary(source, 'plain'), { rules: RULES }).filter(
        ({ rule }) => rule === 'mixed-placeholder-style',
      );
    assert.equal(mixed(text).length, 1);
    assert.equal(mixed(text)[0]!.fixes[0]!.edits.length, 10);
    const unified = applyEdits(text, firstFixes(mixed(text)));
    assert.equal(mixed(unified).length, 0);
    assert.equal(find(unified).length, 40);
    assert.ok(find(unified).every((each) => styleOf(each) === 'X'));
  });

  it('has 40 placeholders and one mix of styles left before it is sent', () => {
    const rules = remaining(parseSummary(text, 'plain')).map(({ rule }) => rule);
    assert.equal(rules.length, 41);
    assert.equal(rules.filter((rule) => rule === 'unfilled-placeholder').length, 40);
  });

  it('is filled by a whole group in one step', () => {
    const placeholders = find(text);
    const province = placeholders.findIndex(({ group }) => group === 'place|xx|省');
    assert.equal(find(filled(text, province, '新河', 'group')).length, 38);
    // 为XX高质量…, 新时代XX统战…, xx故事, xx粮食安全, xx调药品, xx畜禽: names of places without a level.
    assert.equal(find(filled(text, 0, '新河', 'places')).length, 34);
  });

  it('has its findings where they stood once the final check is over', async () => {
    const { before, after } = await turnedOnAndOff(text);
    assert.deepEqual(after, before);
  });
});
