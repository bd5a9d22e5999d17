import assert from 'node:assert/strict';
import { parseSummary } from '../../../server/src/core/document/parse.js';
import { Linter } from '../../../server/src/core/lint/linter.js';
import missingSection from '../../../server/src/core/lint/rules/missing-section.js';
import spaceInSentence from '../../../server/src/core/lint/rules/space-in-sentence.js';
import { findings } from '../../helpers/rule-examples.js';

describe('missing-section', () => {
  const body = '全馆坚持服务工作为先，做好借阅工作，抓好讲座工作，每月检查一次。';
  const sections = `一、服务工作\n${body.repeat(10)}\n二、学习工作\n${body.repeat(10)}`;
  const problems = `三、存在的问题\n${body}`;
  const plans = `三、下一步打算\n${body}`;
  const told = (text: string) =>
    findings(text, [missingSection])[0]?.message.zh.replace(/。总结一般要写.*/, '');
  const neither = '全文没有写“存在的问题”和“下一步打算”';
  const noPlans = '全文没有写“下一步打算”';
  const noProblems = '全文没有写“存在的问题”';
  for (const [text, expected] of [
    // The next steps, told in a paragraph of its own.
    [`年度工作总结\n${sections}\n${problems}\n来年增加夜间开放场次。`, undefined],
    [`年度工作总结\n${sections}\n${problems}\n全馆将以读者为先，把服务做实。`, undefined],
    [`年度工作总结\n${sections}\n${problems}\n（一）抓开放。来年增加夜间场次。`, undefined],
    [`年度工作总结\n${sections}\n${problems}\n1. 全馆将继续增加夜间开放，${body}`, undefined],
    // The problems.
    [`年度工作总结\n${sections}\n${plans}\n服务的精细程度还不够，馆藏有待更新。`, undefined],
    [`年度工作总结\r\n${sections}\r\n${plans}\r\n　　（一）看管理。仍有一些困难。`, undefined],
    [`年度工作总结\n${sections}\n${plans}`, noProblems],
    // In a heading that is a sentence.
    [
      `年度工作总结\n${sections}\n三、服务水平有待提高\n${body}\n四、下一步打算\n${body}`,
      undefined,
    ],
    [`年度工作总结\n${sections}\n${problems}\n四、将继续抓好开放服务\n${body}`, undefined],
    // At the start of any sentence, and not in a title.
    [`年度工作总结\n${sections}\n${problems}\n${body}${body}来年增加夜间开放场次。`, undefined],
    [
      `年度工作总结\n${sections}\n${problems}\n${body}全馆上下齐心，各科室分工明确，先把书库理顺归位，再为来年增加场次。`,
      noPlans,
    ],
    // The part in other words.
    ...['努力方向', '工作目标', '今后设想', '整改措施', '新的一年工作安排', '改进方向'].map(
      (title): [string, undefined] => [
        `年度工作总结\n${sections}\n${problems}\n四、${title}\n${body}`,
        undefined,
      ],
    ),
    ...['反思与教训', '短板和弱项', '工作中的缺点', '需要改进的地方'].map(
      (title): [string, undefined] => [
        `年度工作总结\n${sections}\n三、${title}\n${body}\n四、下一步打算\n${body}`,
        undefined,
      ],
    ),
    [`年度工作总结\n${sections}\n${problems}\n四、目标完成情况\n${body}`, noPlans],
    [`年度工作总结和来年工作打算\n${sections}\n${problems}`, noPlans],
    // A word that may be about something else.
    [`年度工作总结\n${sections}\n新书安排在二楼，按问题分架。`, neither],
    [`今年以来，${body}\n${sections}\n𠮷县读者人数不足百人。`, neither],
  ] as const) {
    const end = text.slice(-20).replaceAll(/\s/g, ' ');
    it(`${text.slice(0, 14)}…${end}: ${expected}`.replaceAll('\n', ' '), () =>
      assert.equal(told(text), expected),
    );
  }

  it('offers the missing parts, for the writer to write', () => {
    const [found] = findings(`年度工作总结\n${sections}`, [missingSection]);
    assert.equal(
      found!.message.en,
      'Nothing is said about problems or next steps, which a summary usually has. Consider adding it.',
    );
    const [fix] = found!.fixes;
    assert.deepEqual(fix!.title, {
      zh: '补上“存在的问题”和“下一步打算”（插入待写的部分）',
      en: 'Insert problems and next steps as sections to be written',
    });
    assert.equal(fix!.safe, false);
  });

  it('offers nothing where the text proper has no sections to follow', () => {
    const text = `年度工作总结\n附件1\n${sections}`;
    assert.equal(told(text), neither);
    assert.deepEqual(findings(text, [missingSection])[0]!.fixes, []);
  });

  it('says so when the paragraph that told it is deleted', () => {
    const plan = '来年增加夜间开放场次。';
    const summary = parseSummary(
      `年度工作总结\n新书安排在二楼。\n${sections}\n${problems}\n${plan}`,
      'plain',
    );
    const linter = new Linter({ rules: [missingSection] });
    assert.deepEqual(linter.lint(summary), []);
    const { length } = summary;
    const [found] = linter.lint(summary.edit({ start: length - plan.length, end: length }, ''));
    assert.match(found!.message.zh, /没有写“下一步打算”/);
  });

  it('does not hide what is found in its opening words', () => {
    assert.deepEqual(
      findings(`今年以来 全馆坚持开放，${body}\n${sections}`, [
        missingSection,
        spaceInSentence,
      ]).map(({ rule }) => rule),
      ['missing-section', 'space-in-sentence'],
    );
  });
});
