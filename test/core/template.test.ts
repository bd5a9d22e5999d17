import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placeholdersOf } from '../../server/src/core/analysis/placeholders/placeholders.js';
import { applyEdits } from '../../server/src/core/base/text.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { templateEdits, templateItems } from '../../server/src/core/template/candidates.js';
import { recall } from '../../server/src/core/template/memory.js';
import { startNextYear } from '../../server/src/core/template/next-year.js';

const LINES = [
  '\uFEFF临溪县图书馆2024年工作总结',
  '　　2024年，临溪县图书馆在𠮷安镇试点，比2023年有进步。',
  '一、主要工作',
  '（一）办好讲座。举办讲座12场次、听众1,280余人次，满意率98.5%，3月5日开讲。',
  '1.走访。馆长王建国同志带队走访15户，投入3.2万元，落实“一送3讲”，见《方案（2022年）》。',
  '（1）联络。联系电话12345，7×24小时值守，第2阅览室开放。',
  '二、2025年打算',
  '　　王建国主讲10场，书香临溪再提升。',
  '2024年12月25日',
];
const DOCUMENT = LINES.join('\r\n');
const parse = (text: string) => parseSummary(text, 'plain');

/** `text → replacement ×places`, `?` before what is not proposed. */
const items = (text: string) =>
  templateItems(parse(text)).map(
    ({ text: words, replacement, spans, proposed }) =>
      `${proposed ? '' : '?'}${words} → ${replacement}${spans.length > 1 ? ` ×${spans.length}` : ''}`,
  );

describe('what of a document may become a placeholder', () => {
  it('are its figures, dates, years and names, each in its place or all of its places, the sure ones first', () => {
    assert.deepEqual(items(DOCUMENT), [
      '临溪 → XX ×2',
      '2024 → 20XX',
      '2024 → 20XX',
      '12 → XX',
      '1,280 → XXXX',
      '98.5 → XX',
      '3月5日 → X月XX日',
      '王建国 → XX ×2',
      '15 → XX',
      '3.2 → X',
      '10 → XX',
      '2024年12月25日 → 20XX年X月XX日',
      '?𠮷安 → XX',
      '?2023 → 20XX',
      '?12345 → XXXXX',
      '?2 → X',
      '?2025 → 20XX',
      '?临溪 → XX',
    ]);
  });

  it('leaves labels, quotations, titles, joined numbers and words that end like a place', () => {
    for (const text of [
      '1.加强学习\n2.改进作风',
      '（1）学习（2）落实',
      '落实“三送5讲”，见《2022年方案》。',
      '运行7×24小时，升级5G网络、A4纸、3·15活动、12:30开会。',
      '建成示范区、行政村、园区，深入社区、全县、各乡镇，各区县。',
      '已走访XX户，于X月XX日完成。',
      '三下乡办得好，三下乡有声势。同城同县，同城同县。',
      '安全局局长、市委书记、高主任主持会议。',
    ]) {
      assert.deepEqual(items(text), [], text);
    }
  });

  it('lets a list and a range share their unit', () => {
    assert.deepEqual(items('提高3、15、20个百分点，每组3—5人，3月19日至20日开会。'), [
      '3 → X',
      '15 → XX',
      '20 → XX',
      '3 → XX',
      '5 → X',
      '3月19日 → X月XX日',
      '20 → XX',
    ]);
  });

  it('follows the style of the document', () => {
    assert.deepEqual(items('走访xx户，慰问12人。'), ['12 → xx']);
    assert.deepEqual(
      items('已报【姓名】和【单位名称】，走访12户，3月5日完成，在临溪县、临溪县。'),
      ['12 → 【人数】', '3月5日 → 【日期】', '临溪 → 【地名】 ×2'],
    );
  });

  it('keeps different names different', () => {
    assert.deepEqual(items('由王建国同志、李强主任带队，在临溪县、东山县，到临溪县、东山县。'), [
      '王建国 → XX',
      '李强 → XXX',
      '临溪 → XX ×2',
      '?东山 → XXX ×2',
    ]);
  });

  it('is recognised as a placeholder once it is one, and nothing else has changed', () => {
    const figure = fc.oneof(
      fc.integer({ min: 0, max: 99999 }).map(String),
      fc.constantFrom('3月5日', '2024年', '12.5', '1,280', '2024年12月25日'),
    );
    const words = fc.constantFrom(
      ...[
        '走访',
        '户，',
        '万元',
        '人次。',
        '𠮷',
        '　',
        '临溪县',
        '在',
        '“',
        '”',
        '个',
        '\r\n',
        '第',
      ],
      ...['、', '%', '；', 'X', '【待补充】', '年', '月底', '（', '）', '一、', '1.'],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(figure, words), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const all = templateItems(parse(text));
        const edits = templateEdits(all);
        const result = applyEdits(text, edits);
        const placeholders = placeholdersOf(parse(result));
        let at = 0;
        let shift = 0;
        for (const { span, newText } of edits) {
          assert.ok(span.start >= at, 'places do not overlap');
          assert.equal(result.slice(at + shift, span.start + shift), text.slice(at, span.start));
          at = span.end;
          shift += newText.length - (span.end - span.start);
          const end = span.end + shift;
          assert.ok(
            placeholders.some((one) => one.span.start < end && one.span.end >= end),
            JSON.stringify({ text, result, newText }),
          );
        }
        assert.equal(result.slice(at + shift), text.slice(at));
      }),
      { numRuns: 300 },
    );
  });
});

describe("next year's document", () => {
  it('moves the years on and asks for every figure anew', () => {
    const { text, year, years, figures } = startNextYear(parse(DOCUMENT));
    assert.deepEqual({ year, years, figures }, { year: 2024, years: 5, figures: 8 });
    assert.deepEqual(text.split('\r\n'), [
      '\uFEFF临溪县图书馆2025年工作总结',
      '　　2025年，临溪县图书馆在𠮷安镇试点，比2024年有进步。',
      '一、主要工作',
      '（一）办好讲座。举办讲座XX场次、听众XXXX余人次，满意率XX%，X月XX日开讲。',
      '1.走访。馆长王建国同志带队走访XX户，投入X万元，落实“一送3讲”，见《方案（2022年）》。',
      '（1）联络。联系电话12345，7×24小时值守，第2阅览室开放。',
      '二、2026年打算',
      '　　王建国主讲XX场，书香临溪再提升。',
      '2025年X月XX日',
    ]);
  });

  it('leaves history, documents and other years, and knows Chinese numerals', () => {
    const next = (text: string) =>
      startNextYear(parse(`某馆2024年工作总结\n${text}`)).text.slice(12);
    for (const [before, after] of [
      ['自2012年以来', '自2012年以来'],
      ['2021—2025年规划', '2021—2025年规划'],
      ['2024—2025学年', '2025—2026学年'],
      ['按照《2024年要点》和“2024年行动”', '按照《2024年要点》和“2024年行动”'],
      ['二〇二四年', '二〇二五年'],
      ['二○一九年', '二○一九年'],
      ['2024年3月底', '2025年X月底'],
      ['2024年是本馆建馆五十周年', '2024年是本馆建馆五十周年'],
      ['2024年，是𠮷县三年规划的收官之年。\r\n', '2024年，是𠮷县三年规划的收官之年。\r\n'],
      ['作为规划收官之年，2024年全馆人手不足。', '作为规划收官之年，2024年全馆人手不足。'],
      ['2024年作为𠮷县读书元年，办了讲座', '2024年作为𠮷县读书元年，办了讲座'],
      ['2024年是忙碌的一年，全馆人手不足', '2025年是忙碌的一年，全馆人手不足'],
    ] as const) {
      assert.equal(next(before), after);
    }
  });

  it('tells how many years were left to be checked', () => {
    const text = '某馆2024年工作总结\r\n　　2024年是𠮷县规划的收官之年。\r\n　　2024年人手不足。';
    assert.deepEqual(
      [startNextYear(parse(text))].map(({ years, kept }) => [years, kept]),
      [[2, 1]],
    );
  });

  it('moves nothing on when the document says no year', () => {
    const { text, year } = startNextYear(parse('走访12户。'));
    assert.equal(year, null);
    assert.equal(text, '走访XX户。');
  });
});

describe('the memory of old figures', () => {
  const { text, memory } = startNextYear(parse(DOCUMENT));
  const at = (current: string, word: string) =>
    recall(current, current.indexOf(word), memory)?.value ?? null;

  it('tells what stood where a placeholder stands', () => {
    assert.equal(at(text, 'XX场次'), '12');
    assert.equal(at(text, 'XXXX余'), '1,280');
    assert.equal(at(text, 'XX%'), '98.5');
    assert.equal(at(text, 'X月XX日开讲'), '3月5日');
    assert.equal(at(text, '2025年X月'), '2024年12月25日');
    assert.equal(at(text, '比2024年'), null);
    const found = recall(text, text.indexOf('XX场次') + 1, memory)!;
    assert.equal(text.slice(found.span.start, found.span.end), 'XX');
    assert.equal(found.context, '举办讲座12场次、听众1,280余人次，满意');
  });

  it('knows the place again after others were filled in and text was added before it', () => {
    const filled = `新增一段，走访99户。\r\n${text}`
      .replace('XX场次', '20场次')
      .replace('XXXX余人次', '2,000余人次')
      .replace('X月XX日开讲', '4月1日开讲');
    assert.equal(at(filled, 'XX%'), '98.5');
    assert.equal(at(filled, '20场次'), '12');
    assert.equal(at(filled, '4月1日'), '3月5日');
    assert.equal(at(filled, '99户'), null);
  });

  it('tells places with the same words apart by their order', () => {
    const { text, memory } = startNextYear(parse('走访1户。\n走访2户。\n走访3户。'));
    const values = [...text.matchAll(/X/g)].map(({ index }) => recall(text, index, memory)?.value);
    assert.deepEqual(values, ['1', '2', '3']);
  });

  it('finds all that it remembers, whatever the text', () => {
    const parts = fc.constantFrom(
      ...[
        '走访',
        '12',
        '户',
        '，',
        '、',
        '3月5日',
        '2024年',
        '98.5',
        '%',
        '\r\n',
        '𠮷',
        '　',
        '。',
      ],
      ...['人次', '万元', '约', '第', 'X', '【待补充】', '3', '—', '个'],
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), (words) => {
        const { text, memory, figures } = startNextYear(parse(words.join('')));
        assert.ok(memory.length <= figures);
        for (const figure of memory) {
          assert.ok(words.join('').includes(figure.value));
        }
        for (let offset = 0; offset <= text.length; offset++) recall(text, offset, memory);
      }),
    );
  });
});
