import assert from 'node:assert/strict';
import {
  formatCircled,
  formatHanNumeral,
  parseCircled,
  parseHanNumeral,
} from '../../server/src/core/base/numerals.js';
import {
  labelCandidates,
  readLabel,
  styleOfForm,
  withNumber,
} from '../../server/src/core/document/label.js';
import { gbForm } from '../../server/src/core/document/label-forms.js';

describe('numerals', () => {
  it('of 1 … 99 are written and read back', () => {
    const written = Array.from({ length: 99 }, (_, index) => formatHanNumeral(index + 1));
    assert.deepEqual(
      [1, 9, 10, 11, 19, 20, 21, 99].map((value) => written[value - 1]),
      ['一', '九', '十', '十一', '十九', '二十', '二十一', '九十九'],
    );
    assert.deepEqual(
      written.map(parseHanNumeral),
      written.map((_, index) => index + 1),
    );
  });

  it('of 1 … 50 may stand in circles', () => {
    assert.equal([1, 20, 21, 35, 36, 50].map(formatCircled).join(''), '①⑳㉑㉟㊱㊿');
    for (let value = 1; value <= 50; value++)
      assert.equal(parseCircled(formatCircled(value)), value);
  });

  it('go on in digits where their script ends', () => {
    assert.deepEqual([0, 100, 1.5, -3].map(formatHanNumeral), ['0', '100', '1.5', '-3']);
    assert.deepEqual([0, 51, -1].map(formatCircled), ['0', '51', '-1']);
  });

  for (const text of ['', '一一', '十十', '零', '百', '二十一二', '甲十', '十甲', '一甲', '2']) {
    it(`are none in “${text}”`, () => assert.equal(parseHanNumeral(text), null));
  }
  for (const text of ['', '①②', '⓪', '1', '⑴']) {
    it(`are no circled ones in “${text}”`, () => assert.equal(parseCircled(text), null));
  }
});

describe('a label', () => {
  for (const [text, level, number, marker] of [
    ['一、工作', 1, 1, '一、'],
    ['十二．工作', 1, 12, '十二．'],
    ['（一）工作', 2, 1, '（一）'],
    ['(十)、工作', 2, 10, '(十)、'],
    ['1.工作', 3, 1, '1.'],
    ['12、工作', 3, 12, '12、'],
    ['（12）工作', 4, 12, '（12）'],
    ['①工作', 5, 1, '①'],
    ['⑳、工作', 5, 20, '⑳、'],
    // Words that begin like a pair or a reference.
    ['一、一年接着一年干', 1, 1, '一、'],
    ['一、三年行动收官', 1, 1, '一、'],
    ['一、二十项任务完成', 1, 1, '一、'],
    ['一、抓好一、二产业', 1, 1, '一、'],
    ['（一）项目建设', 2, 1, '（一）'],
    ['（一）款待来客', 2, 1, '（一）'],
    ['（一）款项拨付', 2, 1, '（一）'],
    ['（一）式样统一', 2, 1, '（一）'],
    ['（一）目标完成', 2, 1, '（一）'],
    ['（一）办好（三）号馆', 2, 1, '（一）'],
    ['（1）和谐社区', 4, 1, '（1）'],
    ['1、第2批物资', 3, 1, '1、'],
    ['①至今未办②件', 5, 1, '①'],
  ] as const) {
    it(`is read in ${text}`, () => {
      const label = readLabel(text)!;
      assert.deepEqual([label.level, label.number, label.marker], [level, number, marker]);
      assert.equal(withNumber(label, number), marker);
    });
  }

  for (const text of ['一，工作', '二,工作', '21.5万元', '3．2万元']) {
    it(`needs neighbours in ${text}`, () => {
      assert.equal(readLabel(text), null);
      assert.notEqual(labelCandidates(text).length, 0);
    });
  }

  for (const text of [
    ...[
      '工作',
      ' 一、工作',
      '一工作',
      '一一、工作',
      '十十、工作',
      '0.工作',
      '（0）工作',
      '123.工作',
    ],
    // Two things, three things, several labels in a row.
    ...['一、二年级学生', '三、四季度', '十、百、千', '一、二、三产业', '一、二至四组'],
    ...[
      '（一）至（三）项',
      '（一）（二）项',
      '（一）、（二）项',
      '(1)和(12)项',
      '（一）到（十二）项',
    ],
    ...['（一）项规定', '（二）款规定', '（一）式，', '（一）目规定', '（一）目所列'],
    ...['1、2号楼', '①②两项', '①、②两项', '①至③项', '①到③项'],
  ]) {
    it(`is none in ${text}`, () => assert.equal(readLabel(text), null));
  }

  it('has a form in the standard', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5].map((level) => withNumber(styleOfForm(gbForm(level)!.id), 12)),
      ['十二、', '（十二）', '12.', '（12）', '⑫'],
    );
  });
});
