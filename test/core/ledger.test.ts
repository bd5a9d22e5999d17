import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSummary } from '../../server/src/core/document/parse.js';
import {
  contradictions,
  previousYearFigures,
  wrongGrowths,
} from '../../server/src/core/ledger/contradictions.js';
import { ledgerOf } from '../../server/src/core/ledger/ledger.js';
import { contradictionMessage, growthMessage } from '../../server/src/core/ledger/messages.js';
import type { LedgerEntry } from '../../server/src/core/ledger/model.js';

const read = (text: string, name = '总结.txt') =>
  ledgerOf(parseSummary(text, name.endsWith('.md') ? 'markdown' : 'plain'), name);

/** 指标 数值单位 时段 单位. */
const shown = ({ indicator, number, unit, period, office, isPlan, isVague }: LedgerEntry) =>
  [
    indicator,
    number + unit,
    period?.text ?? '—',
    office,
    ...(isPlan ? ['计划'] : []),
    ...(isVague ? ['约数'] : []),
  ].join(' ');

/** Figures of one sentence in the half-year summary of an office. */
const inSentence = (sentence: string) =>
  read(`𠮷水区教育局2026年上半年工作总结\n\n一、主要工作\n　　${sentence}\n`).map((entry) =>
    shown(entry).replace(' 2026年上半年 𠮷水区教育局', ''),
  );

describe('the figures of a document', () => {
  it('are told with indicator, unit, time, office and place', () => {
    const text = [
      '\uFEFF𠮷水区教育局2026年上半年工作总结',
      '',
      '一、主要工作',
      '　　（一）抓好培训。共培训教师12期，投入经费3.2万元。',
      '　　全区共有志愿者1200人。民政局走访困难家庭56户。',
      '二、下一步打算',
      '　　培训教师20期。',
    ].join('\r\n');
    const entries = read(text, '教育局.txt');
    assert.deepEqual(entries.map(shown), [
      '培训教师 12期 2026年上半年 𠮷水区教育局',
      '投入经费 3.2万元 2026年上半年 𠮷水区教育局',
      '志愿者 1200人 2026年上半年 全区',
      '走访困难家庭 56户 2026年上半年 民政局',
      '培训教师 20期 2026年上半年 𠮷水区教育局 计划',
    ]);
    assert.deepEqual(
      entries.map(({ span }) => text.slice(span.start, span.end)),
      ['培训教师12期', '投入经费3.2万元', '志愿者1200人', '走访困难家庭56户', '培训教师20期'],
    );
    assert.deepEqual(
      entries.map(({ line }) => line),
      [3, 3, 4, 4, 6],
    );
    assert.deepEqual([entries[1]!.value, entries[1]!.base], [32_000, '元']);
  });

  it('are the same with the noun after the unit, and without verbs that say nothing', () => {
    assert.deepEqual(inSentence('举办12期培训班。开展培训班12期，组织培训班12期。'), [
      '培训班 12期',
      '培训班 12期',
      '培训班 12期',
    ]);
  });

  it('keep 人 and 人次 apart, and take 名 for 人', () => {
    const entries = read('培训工作总结\n一、工作\n　　培训教师300名，培训教师300人次。');
    assert.deepEqual(
      entries.map(({ base }) => base),
      ['人', '人次'],
    );
  });

  it('are left out where it is not sure what is counted', () => {
    for (const sentence of [
      '其中女性12人。',
      '同比增加12件。',
      '比上年增长12%。',
      '完成12项。',
      '分别接待群众12人次、13人次。',
      '培训了来自街道的教师和家长等12人。',
      '每月走访12户。',
      '文件是教发〔2026〕12号。',
      '由800件增加到860件。',
      '接待读者XX人次。',
      '培训3—5人。',
      '2026年5月12日上午开会。',
      '走访群众（含12名老人）。',
    ]) {
      assert.deepEqual(inSentence(sentence), [], sentence);
    }
  });

  it('have the time of their sentence, their heading or their title', () => {
    for (const [sentence, ...figures] of [
      ['第一季度接待读者320人次。', '接待读者 320人次 2026年第一季度 𠮷水区教育局'],
      ['去年同期接待读者320人次。', '接待读者 320人次 2025年上半年 𠮷水区教育局'],
      ['2024年接待读者320人次。', '接待读者 320人次 2024年 𠮷水区教育局'],
      ['截至6月底，建成书屋20个。', '建成书屋 20个 — 𠮷水区教育局'],
      ['三年来，接待读者320人次。', '接待读者 320人次 — 𠮷水区教育局'],
      ['1—5月接待读者320人次。', '接待读者 320人次 2026年1—5月 𠮷水区教育局'],
    ] as const) {
      assert.deepEqual(inSentence(sentence), figures, sentence);
    }
    assert.deepEqual(read('文化馆工作总结\n一、2025年工作\n　　接待读者320人次。').map(shown), [
      '接待读者 320人次 2025年 文化馆',
    ]);
    assert.deepEqual(
      read('工作小结\n一、工作\n　　接待读者320人次。', '文化馆2026年5月小结.txt').map(shown),
      ['接待读者 320人次 2026年5月 文化馆'],
    );
  });

  it('may be written in Han digits', () => {
    for (const [sentence, ...figures] of [
      ['培训干部三十七期，走访群众一百二十户。', '培训干部 三十七期', '走访群众 一百二十户'],
      ['举办十五期培训班。', '培训班 十五期'],
      ['接待读者一万零五百人次。', '接待读者 一万零五百人次'],
      ['投入经费两百三十万元，', '投入经费 两百三十万元'],
      ['走访群众二百余户。', '走访群众 二百户 约数'],
      ['走访群众近三百户。', '走访群众 三百户 约数'],
    ] as const) {
      assert.deepEqual(inSentence(sentence), figures, sentence);
    }
    const value = (sentence: string) => {
      const [{ value, least, most }] = read(half('教育局', sentence)) as [LedgerEntry];
      return [value, least, most];
    };
    assert.deepEqual(value('走访群众一百零八户。'), [108, 108, 108]);
    assert.deepEqual(value('走访群众一千零十五户。'), [1015, 1015, 1015]);
    assert.deepEqual(value('投入经费三十万元。'), [300_000, 250_000, 350_000]);
    assert.deepEqual(value('投入经费一亿二千万元。'), [120_000_000, 115_000_000, 125_000_000]);
    assert.deepEqual(value('投入经费一万五千元。'), [15_000, 14_500, 15_500]);
  });

  it('are none in Han digits that count nothing, or nothing certain', () => {
    for (const sentence of [
      '解决群众一些困难。',
      '走访群众一批。',
      '群众满意十分。',
      '办好培训第三十七期。',
      '一是培训干部。二是走访群众。',
      '完成规划“十四五”期间任务。',
      '完成规划十五期间任务。',
      '服务三农。',
      '走访群众三五户。',
      '走访群众七八十户。',
      '走访群众二三十户。',
      '走访群众几十户，走访群众数百户，走访群众上百户，走访群众好几十户。',
      '走访群众一万三户。',
      '走访群众百万户，走访群众千家万户。',
      '走访群众二〇二六户。',
      '走访群众三点五万户。',
      '走访群众百分之三十户。',
      '走访群众三十至四十户。',
      '走访群众三十—四十户。',
      '实行值班二十四小时。',
      '宣传政策三百六十度。',
      '学习党的二十大精神。',
      '走访群众三户。',
    ]) {
      assert.deepEqual(inSentence(sentence), [], sentence);
    }
    assert.deepEqual(
      inSentence('宣讲二十大精神12场。举办12期二十大精神培训班。培训三十七期四百人次。'),
      ['宣讲二十大精神 12场', '二十大精神培训班 12期'],
    );
  });

  it('say that they are targets or near figures', () => {
    assert.deepEqual(inSentence('力争接待读者320人次。接待读者320余人次，办理提案约36件。'), [
      '接待读者 320人次 计划',
      '接待读者 320人次 约数',
      '办理提案 36件 约数',
    ]);
  });

  it('are read from any text without a throw, each within it', () => {
    const piece = fc.constantFrom(
      '培训教师',
      '12',
      '3.5万',
      '期',
      '人次',
      '，',
      '。',
      '；',
      '\r\n',
      '一、',
      '同比增长',
      '%',
      '2026年',
      '上半年',
      '去年同期',
      '全区',
      '𠮷',
      '\uFEFF',
      '　',
      '１２',
      '三十',
      '两百',
      '（',
      '）',
      '约',
      '余',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        for (const { span, value, least, most } of read(text)) {
          assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length);
          assert.ok(least <= value && value <= most);
        }
      }),
    );
  });
});

const half = (office: string, ...sentences: string[]) =>
  `${office}2026年上半年工作总结\n一、主要工作\n${sentences.map((one) => `　　${one}\n`).join('')}`;

describe('figures of several documents', () => {
  const contradict = (...texts: string[]) =>
    contradictions(texts.map((text) => read(text))).map(
      ({ first, other }) =>
        `${first.document} ${first.entry.indicator} ${first.entry.number} / ${other.document} ${other.entry.number}`,
    );

  it('contradict each other where indicator, time, unit and office are the same', () => {
    assert.deepEqual(
      contradict(
        half('𠮷水区教育局', '培训教师12期，培训教师300人次。'),
        half('𠮷水区', '教育局培训教师15期。', '民政局培训教师9期。'),
      ),
      ['0 培训教师 12 / 1 15'],
    );
    const message = contradictionMessage(
      read(half('教育局', '培训教师12期。'))[0]!,
      read(half('教育局', '培训教师15期。'))[0]!,
      '综合.txt',
    );
    assert.match(message.zh, /“培训教师”这里是12期，“综合\.txt”第3行是15期/);
  });

  it('do not where anything is another', () => {
    const own = half('教育局', '培训教师12期。');
    for (const other of [
      half('民政局', '培训教师15期。'),
      half('教育局', '培训教师15人次。'),
      half('教育局', '第一季度培训教师15期。'),
      half('教育局', '培训家长15期。'),
      half('教育局', '计划培训教师15期。'),
      half('教育局', '培训教师15余期。'),
      half('教育局', '培训教师15期。', '培训教师12期。'),
      half('教育局', '培训教师12期。'),
    ]) {
      assert.deepEqual(contradict(own, other), [], other);
    }
  });

  it('know 全区 by the name of the area, and a government by that of its own', () => {
    const twice = (one: string, other: string, sentence = '培训教师') =>
      contradict(half(one, `${sentence}12期。`), half(other, `${sentence}15期。`)).length;
    assert.equal(twice('𠮷水区教育局', '𠮷水区民政局', '全区培训教师'), 1);
    assert.equal(twice('教育局', '𠮷水区民政局', '全区培训教师'), 1);
    assert.equal(twice('东城区教育局', '西城区教育局', '全区培训教师'), 0);
    assert.equal(twice('云溪省', '海原省', '全省培训教师'), 0);
    assert.equal(twice('云溪省政府', '云溪省', '培训教师'), 1);
    assert.equal(twice('云溪省𠮷水市人民政府', '𠮷水市', '培训教师'), 1);
    assert.equal(twice('云溪省', '𠮷水市', '培训教师'), 0);
    assert.equal(twice('幸福社区', '平安社区', '培训教师'), 0);
    assert.deepEqual(
      contradict(
        half('𠮷水区民政局', '全区培训教师12期。'),
        half('𠮷水区人民政府', '培训教师15期。'),
      ),
      ['0 培训教师 12 / 1 15'],
    );
    assert.deepEqual(
      contradict(half('教育局', '全区培训教师12期。'), half('幸福社区', '培训教师15期。')),
      [],
    );
  });

  it('in Han digits are the same as in others', () => {
    const own = half('教育局', '培训教师三十七期，走访群众120户。');
    assert.deepEqual(contradict(own, half('教育局', '培训教师37期，走访群众一百二十户。')), []);
    assert.deepEqual(contradict(own, half('教育局', '培训教师35期。')), [
      '0 培训教师 三十七 / 1 35',
    ]);
  });

  it('are one where rounding allows it', () => {
    assert.deepEqual(
      contradict(half('教育局', '投入经费1.2万元。'), half('教育局', '投入经费12100元。')),
      [],
    );
    assert.deepEqual(
      contradict(half('教育局', '投入经费1.2万元。'), half('教育局', '投入经费13100元。')).length,
      1,
    );
  });

  const last = half('教育局', '接待家长2800人次。').replace('2026', '2025');

  it('stand beside those of the year before', () => {
    const now = read(half('教育局', '接待家长3200人次。'));
    const before = previousYearFigures([now, read(last)]).get(now[0]!);
    assert.deepEqual([before?.document, before?.entry.value], [1, 2800]);
  });

  it('give the growth that is stated, or not', () => {
    const wrong = (stated: string) =>
      wrongGrowths([read(half('教育局', `接待家长3200人次，同比${stated}。`)), read(last)]);
    assert.deepEqual(wrong('增长14.3%'), []);
    assert.deepEqual(wrong('增长14%'), []);
    const [found] = wrong('下降12%');
    assert.match(
      growthMessage(found!, '去年.txt').zh,
      /2800人次，按此应增长14\.3%，这里写的是下降12%/,
    );
    assert.equal(wrong('增长20%').length, 1);
  });
});
