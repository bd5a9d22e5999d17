import assert from 'node:assert/strict';
import type { PlaceholderKind } from '../../server/src/core/analysis/placeholders/kinds.js';
import { placeholdersOf } from '../../server/src/core/analysis/placeholders/placeholders.js';
import {
  dominantStyle,
  type PlaceholderStyle,
  styleOf,
  writePlaceholder,
} from '../../server/src/core/analysis/placeholders/style.js';
import { applyEdits } from '../../server/src/core/base/text.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { firstFixes, lint } from '../../server/src/core/lint/linter.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { ANNUAL } from '../helpers/fixtures.js';

const find = (text: string) => placeholdersOf(parseSummary(text, 'plain'));

describe('the style of placeholders', () => {
  for (const [text, style] of [
    ['共XX次，xx人次，XX项', 'X'],
    ['于20××年×月×日、××市', '×'],
    ['依据〔20XX〕XX号', 'X'],
    ['由【责任单位】牵头，共XX次', '【】'],
    ['尊敬的{{姓名}}', '{{}}'],
    ['姓名：____', '_'],
    ['经费：待补充', 'word'],
    ['（待核实）', '（）'],
    ['某某市○○同志', '某'],
    ['共N件', 'N'],
    ['XX次、xx次、××次', null],
    ['没有', null],
  ] as const) {
    it(`of ${text} is ${style}`, () => assert.equal(dominantStyle(find(text)), style));
  }

  const places: Partial<Record<PlaceholderKind, [string, string]>> = {
    year: ['全馆', '年工作'],
    date: ['于', '召开'],
    ordinal: ['成立', '周年'],
    people: ['走访', '人次'],
    count: ['办理', '件'],
    money: ['投入', '万元'],
    measure: ['新增', '平方米'],
    percent: ['增长', '%'],
    'document-number': ['依据某府办', '文件'],
    place: ['走进', '县'],
    organization: ['会同', '公司'],
    person: ['由', '同志负责'],
    contact: ['联系电话：', '。'],
    name: ['开展', '主题活动'],
  };
  const styles: PlaceholderStyle[] = [
    ...(['X', 'x', 'Ｘ', 'ｘ', '×', '*', '＊', '_', '＿', '○', '□', '某', 'N'] as const),
    ...(['【】', '[]', '［］', '{{}}', '$', '{}', '<>', '〈〉', '（）', 'word'] as const),
  ];
  for (const style of styles) {
    it(`${style} writes every kind so that it is found again`, () => {
      for (const [kind, [before, after]] of Object.entries(places)) {
        const text = writePlaceholder(kind as PlaceholderKind, style);
        const found = find(`　${before}${text}${after}`);
        assert.deepEqual(
          found.map(({ text: own, kind: as }) => [own, as]),
          [[text, kind]],
        );
      }
    });
  }

  it('writes as many masks as the figure has digits', () => {
    assert.equal(writePlaceholder('count', 'X', { length: 4 }), 'XXXX');
    assert.equal(writePlaceholder('place', '【】', { label: '乡镇' }), '【乡镇】');
  });

  it('is unified in a whole summary by one action', () => {
    const mixed = (source: string) =>
      lint(parseSummary(source, 'plain'), { rules: RULES }).filter(
        ({ rule }) => rule === 'mixed-placeholder-style',
      );
    assert.equal(mixed(ANNUAL).length, 1);
    assert.equal(mixed(ANNUAL)[0]!.fixes[0]!.edits.length, 2);
    const unified = applyEdits(ANNUAL, firstFixes(mixed(ANNUAL)));
    assert.equal(mixed(unified).length, 0);
    assert.equal(find(unified).length, 41);
    assert.ok(find(unified).every((each) => styleOf(each) === 'X'));
  });
});
