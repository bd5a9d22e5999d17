/** Of many places of one form the first stands for all, wherever findings are shown; bulk fixes reach every place. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type TextEdit } from '../../server/src/core/base/text.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import {
  everyPlace,
  firstFixes,
  fixAll,
  fixAllEdits,
  lint,
} from '../../server/src/core/lint/linter.js';
import type { Finding } from '../../server/src/core/lint/rule.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { DEFAULT_CONFIG, type LintConfig } from '../../server/src/core/settings/lint-config.js';

const found = (text: string, config: LintConfig = DEFAULT_CONFIG) =>
  lint(parseSummary(text, 'plain'), { rules: RULES, config });
const of = (rule: string, text: string, config?: LintConfig) =>
  found(text, config).filter((finding) => finding.rule === rule);
const changed = (text: string) => fixAll(parseSummary(text, 'plain'), found(text), RULES);

const CLAUSES = [
  '整理书架',
  '更新目录',
  '走访读者',
  '举办讲座',
  '修补旧书',
  '清点库存',
  '布置展台',
];
/** So many half-width marks, the first at offset 6. */
const sloppy = (marks: number) => `\uFEFF　${CLAUSES.slice(0, marks).join(',')},送书下乡𠮷。\r\n`;

describe('many places of one form', () => {
  it('are told one by one when they are few, else at the first place with how many there are', () => {
    assert.deepEqual(
      of('half-width-mark', sloppy(4)).map(({ alike }) => alike),
      [undefined, undefined, undefined, undefined],
    );
    const [one, ...others] = of('half-width-mark', sloppy(5));
    assert.deepEqual(others, []);
    assert.equal(one!.severity, 'warning');
    assert.deepEqual(one!.span, { start: 6, end: 7 });
    assert.match(one!.message.zh, /^半角“,”.*全文还有 4 处同样的写法，可以一次全部改正。$/);
    assert.match(one!.message.en, /4 more of the kind; all can be changed at once\.$/);
    assert.deepEqual(
      one!.alike!.map(({ span }) => span.start),
      [11, 16, 21, 26],
    );
    assert.equal(applyEdits(sloppy(5), one!.fixes[0]!.edits), sloppy(5).replace(',', '，'));
  });

  it('are all changed in bulk, commas and full stops together', () => {
    const text = '整理书架,更新目录.\n走访读者,举办讲座.\n修补旧书,清点库存.\n';
    assert.equal(of('half-width-mark', text).length, 1);
    const right = text.replaceAll(',', '，').replaceAll('.', '。');
    assert.equal(changed(text), right);
    assert.equal(applyEdits(text, firstFixes(of('half-width-mark', text))), right);
  });

  it('are all changed however many there are', () => {
    const text = `${'整理书架,更新目录.\n'.repeat(400)}结束。`;
    const [one, ...others] = of('half-width-mark', text);
    assert.deepEqual([one!.alike!.length, others.length], [799, 0]);
    assert.doesNotMatch(changed(text), /[,.]/);
  });

  it('are one habit from three on where the document has no other form', () => {
    const labels = '一、回顾\n1、学习\n2、服务\n3、管理';
    const [one, ...others] = of('label-form', labels);
    assert.deepEqual([one!.alike!.length, others.length], [2, 0]);
    assert.equal(changed(labels), '一、回顾\n1.学习\n2.服务\n3.管理');
    // Where others are right, each slip is seen.
    const mixed = '一、回顾\n1、学习\n2.服务\n3、管理\n4、借阅\n5.讲座';
    assert.equal(of('label-form', mixed).length, 3);
    // A slip is not hidden by a habit of another kind.
    const both = '一、回顾\n（一）、学习\n（二）服务\n1、甲\n2、乙\n3、丙';
    assert.deepEqual(
      of('label-form', both).map(({ span, alike }) => [span.start, alike?.length]),
      [
        [5, undefined],
        [18, 2],
      ],
    );
  });

  it('do not turn a label and the figure after it into another figure', () => {
    const text = '一、计划\n1、抓学习\n2、3个分馆开放\n3、抓服务';
    assert.match(changed(text), /1\.抓学习\n2[、．]3个分馆/);
  });

  it('are told anew at the next place when the first is put right or ignored', () => {
    const text = sloppy(7);
    const [one] = of('half-width-mark', text);
    const [next, ...others] = of('half-width-mark', applyEdits(text, one!.fixes[0]!.edits));
    assert.deepEqual([next!.span.start, next!.alike!.length, others.length], [11, 5, 0]);
    const line = `整理书架,更新目录。\n${text.trim()}`;
    const ignored = { rule: 'half-width-mark', text: ',', sentence: '整理书架,更新目录' };
    const [left] = of('half-width-mark', line, { ...DEFAULT_CONFIG, ignoreOnce: [ignored] });
    assert.equal(left!.span.start, line.indexOf(',', 10));
    const never = { ...DEFAULT_CONFIG, neverReport: [{ text: ',' }] };
    assert.deepEqual(of('half-width-mark', text, never), []);
  });

  it('are counted by their level', () => {
    const must = { ...DEFAULT_CONFIG, mustFix: [{ text: ';' }] };
    const text = `${sloppy(5)}读者增加;借阅增加。`;
    assert.deepEqual(
      of('half-width-mark', text, must).map(({ severity, alike }) => [severity, alike?.length]),
      [
        ['warning', 4],
        ['error', undefined],
      ],
    );
  });

  it('are only those of a rule of form', () => {
    const text = '整理馆藏的的书。\n'.repeat(8);
    assert.equal(of('repeated-character', text).length, 8);
  });
});

/** A clerk's draft of 3 000 characters as it is typed with an English keyboard. */
function draft(): string {
  const sections = [
    '采编',
    '借阅',
    '讲座',
    '展览',
    '古籍',
    '分馆',
    '数字',
    '安全',
    '队伍',
    '后勤',
    '宣传',
    '志愿',
  ];
  const body = (name: string, index: number) =>
    `1、做好${name}日常工作. 全年共安排${index + 3}次,参加${index + 20}人次,比上年增长${index + 5}%,读者普遍满意(含外地读者).\n` +
    `2、抓好${name}重点项目. 推行"一岗一表"制度,明确责任人;每月检查${index + 2}次,发现问题${index + 4}个,已经整改${index + 3}个.\n` +
    `3、完善${name}管理办法. 修订《${name}管理办法》,印发各组执行:一是分工到人,二是按月检查, 三是年底考核.\n` +
    `4、加强${name}人员培训. 组织"传帮带"活动${index + 1}期,内容有:业务规范,服务礼仪,应急处置...... 大家认真学习 积极讨论,收到良好效果!\n`;
  const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
  return `\uFEFF𠮷县图书馆2024年工作总结\r\n　　2024年,在县文化局领导下,全馆上下共同努力,较好地完成了各项任务.现将情况总结如下:\r\n${sections
    .map((name, index) => `${numerals[index]}、${name}工作\n${body(name, index)}`)
    .join('')}`.replace(/\r?\n/g, '\r\n');
}

describe('a draft with habits of its own', () => {
  it('has at most fifteen lines of form in the list of problems', () => {
    const text = draft();
    assert.ok(text.length > 2500 && text.length < 3500, `${text.length} characters`);
    for (const syntax of ['plain', 'markdown'] as const) {
      const shown = lint(parseSummary(text, syntax), { rules: RULES });
      const ofForm = new Set(RULES.filter((rule) => rule.ofForm).map(({ id }) => id));
      const problems = (list: readonly Finding[]) =>
        list.filter(
          ({ rule, severity }) => ofForm.has(rule) && /^(?:error|warning)$/.test(severity),
        );
      assert.ok(problems(everyPlace(shown)).length > 200);
      assert.ok(problems(shown).length <= 15, `${problems(shown).length} lines`);
    }
  });

  it('is put right in one go', () => {
    const text = draft();
    const left = lint(parseSummary(changed(text), 'plain'), { rules: RULES });
    assert.deepEqual(
      left.filter(({ rule }) => rule === 'half-width-mark' || rule === 'label-form'),
      [],
    );
  });
});

describe('edits of many fixes', () => {
  /** As it reads in the description: compared with every edit taken before. */
  function naive(findings: readonly Finding[]): TextEdit[] {
    const edits: TextEdit[] = [];
    for (const { fixes } of findings) {
      const own = fixes[0]!.edits;
      const clash = own.some(({ span: a }) =>
        edits.some(
          ({ span: b }) =>
            (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end),
        ),
      );
      if (!clash) edits.push(...own);
    }
    return edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }
  const span = fc
    .tuple(fc.nat(30), fc.nat(3))
    .map(([start, length]) => ({ start, end: start + length }));
  const finding = span.map(
    (own): Finding => ({
      rule: 'x',
      severity: 'hint',
      span: own,
      message: { zh: '', en: '' },
      source: null,
      fixes: [{ title: { zh: '', en: '' }, safe: true, edits: [{ span: own, newText: 'y' }] }],
    }),
  );

  it('are those that no earlier finding has changed already', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 25 }), (findings) => {
        const order = ({ span: a }: TextEdit, { span: b }: TextEdit) =>
          a.start - b.start || a.end - b.end;
        assert.deepEqual([...firstFixes(findings)].sort(order), naive(findings));
      }),
      { numRuns: 2000 },
    );
  });

  it('are made in time that grows with the text', () => {
    const text = `${'整理书架,更新目录;'.repeat(4000)}结束。`;
    const edits = fixAllEdits(parseSummary(text, 'plain'), found(text), RULES);
    assert.equal(edits.length, 8000);
  });
});
