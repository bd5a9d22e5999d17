import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFigure, parseHanFigure } from '../../server/src/core/placeholders/figures.js';
import { LABELS, type PlaceholderKind } from '../../server/src/core/placeholders/kinds.js';
import { checkValue } from '../../server/src/core/placeholders/values.js';

/** Checks a value for the mask between `⟦` and `⟧`; gives the codes, questions with `?`. */
function codes(kind: PlaceholderKind, place: string, value: string): string {
  const [, before, text, after] = /^(.*)⟦(.*)⟧(.*)$/.exec(place)!;
  const context = { before: before!, text: text!, after: after! };
  return checkValue(kind, value, context)
    .map(({ code, level }) => (level === 'error' ? code : `${code}?`))
    .join(' ');
}

describe('figures as typed', () => {
  for (const [typed, value, approximate] of [
    ['12', 12, false],
    ['１２', 12, false],
    ['1,234', 1234, false],
    ['12.50', 12.5, false],
    ['3万', 30_000, false],
    ['-3.2', -3.2, false],
    ['三百二十', 320, false],
    ['一万二', 10_002, false],
    ['二〇二四', 2024, false],
    ['十二', 12, false],
    ['20余', 20, true],
    ['近100', 100, true],
    ['10余万', 100_000, true],
    ['3—5', 5, true],
    ['3至5', 5, true],
    ['数十', 1, true],
    ['十几', 1, true],
  ] as const) {
    it(`reads ${typed}`, () => {
      const figure = parseFigure(typed);
      assert.equal(figure?.value, value);
      assert.equal(figure?.approximate, approximate);
    });
  }

  for (const typed of ['', '若', '12人', '1,23', '一一百', 'abc', '1.2.3', '二三百']) {
    it(`does not read “${typed}”`, () => assert.equal(parseFigure(typed), null));
  }

  it('reads every Chinese numeral it is given', () => {
    assert.deepEqual(
      ['二十', '一百零五', '九千', '三亿'].map(parseHanFigure),
      [20, 105, 9000, 3e8],
    );
  });
});

describe('a value and its kind', () => {
  for (const [kind, place, value, expected] of [
    ['people', '走访⟦X⟧人次', '12', ''],
    ['people', '走访⟦X⟧人次', '十二', ''],
    ['people', '走访⟦X⟧人次', '12.5', 'not-a-whole-number'],
    ['people', '走访⟦X⟧万人次', '12.5', ''],
    ['people', '走访⟦X⟧人次', '1.25万', ''],
    ['people', '走访⟦X⟧人次', '12人次', 'repeated-unit'],
    ['people', '走访⟦X⟧人次', '很多', 'not-a-figure'],
    ['people', '走访⟦X⟧人次', '-3', 'negative'],
    ['people', '走访⟦XX⟧余人次', '23', 'exact-before-approximation?'],
    ['people', '走访⟦XX⟧余人次', '20', ''],
    ['people', '走访⟦XX⟧余人次', '20余', 'repeated-unit'],
    ['count', '举办⟦X⟧场次', '3—5', ''],
    ['count', '举办⟦X⟧场次', '\u30003 ', ''],
    ['count', '举办⟦X⟧场次', '', 'empty'],
    ['count', '举办⟦X⟧场次', '3\r\n4', 'line-break'],
    ['count', '举办⟦X⟧场次', 'XX', 'placeholder'],
    ['money', '经费⟦X⟧万元', '12.5', ''],
    ['money', '经费⟦X⟧元', '12.345', 'too-precise?'],
    ['money', '经费⟦X⟧余万元', '20', ''],
    ['percent', '完成率⟦XX⟧%', '98.6', ''],
    ['percent', '完成率⟦XX⟧%', '98.6%', 'repeated-unit'],
    ['percent', '下降⟦XX⟧', '3%', ''],
    ['measure', '面积⟦XX⟧平方米', '12.345', ''],
    ['year', '⟦20XX⟧年', '2024', ''],
    ['year', '⟦20XX⟧年', '二〇二四', ''],
    ['year', '⟦20XX⟧年', '24', 'two-digit-year?'],
    ['year', '⟦20XX⟧年', '2024年', 'repeated-unit'],
    ['year', '⟦201X⟧年', '2024', 'not-a-year?'],
    ['year', '⟦20XX⟧年', '今', 'not-a-year'],
    ['date', '于⟦X月XX日⟧召开', '3月9日', ''],
    ['date', '于⟦X月XX日⟧召开', '三月九日', ''],
    ['date', '于⟦X月XX日⟧召开', '3月9日至11日', ''],
    ['date', '于⟦X月XX日⟧召开', '3月底', ''],
    ['date', '于⟦X月XX日⟧召开', '2月30日', 'not-a-date'],
    ['date', '于⟦X月XX日⟧召开', '13月1日', 'not-a-date'],
    ['date', '于⟦X月XX日⟧召开', '03月09日', 'zero-padded?'],
    ['date', '于⟦X月XX日⟧召开', '2024-3-9', 'not-a-date?'],
    ['date', '于⟦X月XX日⟧召开', '9', 'not-a-date'],
    ['date', '于⟦X月XX日⟧召开', '待定', 'placeholder'],
    ['date', '于⟦20XX年X月X日⟧', '2023年2月29日', 'not-a-date'],
    ['date', '于⟦20XX年X月X日⟧', '2024年2月29日', ''],
    ['date', '截至⟦X⟧月底', '11', ''],
    ['date', '截至⟦X⟧月底', '13', 'not-a-date'],
    ['date', '截至⟦X⟧月底', '11月', 'repeated-unit'],
    ['date', '⟦X⟧日上午', '31', ''],
    ['date', '⟦X⟧日上午', '32', 'not-a-date'],
    ['date', '下午⟦X⟧时', '15', ''],
    ['date', '下午⟦X⟧时', '25', 'not-a-date'],
    ['date', '日期：⟦____⟧', '2024年3月9日', ''],
    ['ordinal', '成立⟦xx⟧周年', '100', ''],
    ['ordinal', '第⟦X⟧届', '三', ''],
    ['ordinal', '第⟦X⟧届', '几', 'not-a-whole-number'],
    ['document-number', '某府办⟦〔20XX〕XX号⟧', '〔2024〕12号', ''],
    ['document-number', '某府办⟦〔20XX〕XX号⟧', '[2024]12号', 'not-a-document-number?'],
    ['document-number', '某府办⟦〔20XX〕XX号⟧', '〔2024〕012号', 'zero-padded?'],
    ['document-number', '某府办⟦〔20XX〕XX号⟧', '12', 'not-a-document-number'],
    ['document-number', '某府办〔2024〕⟦XX⟧号', '12', ''],
    ['document-number', '某府办〔2024〕⟦XX⟧号', '十二', 'not-a-document-number'],
    ['place', '民建⟦XX⟧省委', '临江', ''],
    ['place', '民建⟦XX⟧省委', '临江省', 'repeated-unit?'],
    ['place', '民建⟦XX⟧省委', '12', 'only-digits?'],
    ['person', '由⟦XX⟧主任负责', '王伟主任', 'repeated-unit?'],
    ['contact', '电话：⟦____⟧', '0871-6512 3456', ''],
    ['contact', '邮箱：⟦____⟧', 'office@example.org', ''],
    ['contact', '电话：⟦____⟧', '见附件', 'not-a-contact?'],
    ['contact', '微信：⟦____⟧', 'wang_wei', ''],
    ['text', '⟦【待补充】⟧', '𠮷祥如意', ''],
  ] as const) {
    it(`${place} = “${value.replace(/\r\n/, '⏎')}”: ${expected || 'fits'}`, () =>
      assert.equal(codes(kind, place, value), expected));
  }

  it('is checked whatever is typed', () => {
    const kinds = Object.keys(LABELS) as PlaceholderKind[];
    const piece = fc.constantFrom(
      ...[
        '1',
        '０',
        '三',
        '十',
        '万',
        '月',
        '日',
        '年',
        '-',
        '—',
        '.',
        '余',
        '约',
        '〔',
        '〕',
        '号',
        '𠮷',
        '\ud842',
        '%',
        'X',
        ' ',
      ],
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...kinds), text, text, (kind, value, after) => {
        for (const { message } of checkValue(kind, value, { text: 'XX', before: '', after })) {
          assert.ok(message.zh !== '' && message.en !== '');
        }
      }),
      { numRuns: 2000 },
    );
  });
});
