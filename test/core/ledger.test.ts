import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSummary } from '../../server/src/core/document/parse.js';
import {
  contradictions,
  wrongGrowths,
  yearsBefore,
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

  it('are the same with the noun behind the unit, and without verbs that say nothing', () => {
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
      ({ one, other }) =>
        `${one.document} ${one.entry.indicator} ${one.entry.number} / ${other.document} ${other.entry.number}`,
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
    const before = yearsBefore([now, read(last)]).get(now[0]!);
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
