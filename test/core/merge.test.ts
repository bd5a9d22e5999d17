import assert from 'node:assert/strict';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { frameOfKind, likelyKind } from '../../server/src/core/merge/frame.js';
import type { MergeChoices, MergeFrame, MergePlan } from '../../server/src/core/merge/model.js';
import {
  originsAt,
  originsName,
  originsOf,
  readOrigins,
} from '../../server/src/core/merge/origins.js';
import { planMerge } from '../../server/src/core/merge/plan.js';
import { type MergedParagraph, writeMerge } from '../../server/src/core/merge/write.js';

type Files = Readonly<Record<string, string>>;

const syntaxOf = (name: string): Syntax => (name.endsWith('.md') ? 'markdown' : 'plain');
const sourcesOf = (files: Files) =>
  Object.entries(files).map(([name, text]) => ({
    name,
    summary: parseSummary(text, syntaxOf(name)),
  }));

function merge(
  files: Files,
  { choices = {}, target = 'plain', frame = 0 }: Options = {},
): {
  plan: MergePlan;
  text: string;
  lines: string[];
  paragraphs: readonly MergedParagraph[];
  references: string[];
} {
  const sources = sourcesOf(files);
  const own: MergeFrame =
    typeof frame === 'number'
      ? { summary: sources[frame]!.summary, source: frame, isKind: false }
      : frame === 'kind'
        ? frameOfKind(likelyKind(sources), sources, target)
        : { summary: parseSummary(frame, 'plain'), source: null, isKind: false };
  const plan = planMerge(sources, own, choices, target);
  const { text, paragraphs, references } = writeMerge(plan, target);
  return {
    plan,
    text,
    lines: text.split(/\r?\n/).map((line) => line.trim()),
    paragraphs,
    references: references.map(
      ({ source, line, wording, written }) =>
        `${plan.sources[source]!.name}:${line + 1} ${wording} ${written ?? '？'}`,
    ),
  };
}

interface Options {
  readonly choices?: MergeChoices;
  readonly target?: Syntax;
  /** Index of a source, `kind`, or the text of a template. */
  readonly frame?: number | string;
}

const EAST = [
  '\uFEFF东𠮷局2026年上半年工作总结',
  '',
  '各位领导：',
  '　　半年来，东𠮷局做了些事。现将情况汇报如下：',
  '一、主要工作',
  '　　（一）修路。修了村口的路，走起来不再硌脚。',
  '　　（二）栽树',
  '　　河边栽了一排柳树，已经活了。',
  '二、存在的问题',
  '　　懂技术的人手不够，机器坏了要等人来修。',
  '三、下一步打算',
  '　　把剩下的XX公里修完。',
  '',
  '东𠮷局',
  '2026年7月1日',
].join('\r\n');

const WEST = [
  '西塘局2026年上半年工作总结',
  '',
  '1.工作完成情况',
  '（1）栽树',
  '学校后山栽了桂花，明年能闻到香。',
  '（2）清淤',
  '把水渠从头清到尾，水又流起来了。',
  '2.困难与不足',
  '懂技术的人手不够，机器坏了要等人来修。',
  '3.养蜂的事',
  '林子里放了蜂箱，村民自己割蜜。',
].join('\n');

const TWO = { '东.txt': EAST, '西.txt': WEST };

describe('one document from several', () => {
  it('is in the order and numbering of its frame, and has what is the same once', () => {
    assert.equal(
      merge(TWO).text,
      [
        '东𠮷局2026年上半年工作总结',
        '',
        '各位领导：',
        '　　半年来，东𠮷局做了些事。现将情况汇报如下：',
        '一、主要工作',
        '　　（一）修路',
        '　　修了村口的路，走起来不再硌脚。',
        '　　（二）栽树',
        '　　河边栽了一排柳树，已经活了。',
        '　　学校后山栽了桂花，明年能闻到香。',
        '　　（三）清淤',
        '　　把水渠从头清到尾，水又流起来了。',
        '二、存在的问题',
        '　　懂技术的人手不够，机器坏了要等人来修。',
        '三、下一步打算',
        '　　把剩下的XX公里修完。',
        '四、其他工作',
        '　　（一）养蜂的事',
        '　　林子里放了蜂箱，村民自己割蜜。',
        '',
        '东𠮷局',
        '2026年7月1日',
        '',
      ].join('\r\n'),
    );
  });

  it('says of all that is left out why', () => {
    const { plan } = merge(TWO, { frame: 'kind' });
    const reasons = [...plan.blocks.flatMap(({ decisions }) => decisions), ...plan.apart]
      .filter(({ isTaken }) => !isTaken)
      .map(({ piece, reason }) => `${piece.source} ${reason} ${piece.text.trim().slice(0, 5)}`);
    assert.deepEqual(reasons.sort(), [
      '0 greeting 各位领导：',
      '0 heading 下一步打算',
      '0 heading 主要工作',
      '0 heading 存在的问题',
      '0 opening 半年来，东',
      '0 sign-off 2026年',
      '0 sign-off 东𠮷局',
      '0 title 东𠮷局2',
      '1 heading 困难与不足',
      '1 heading 工作完成情',
      '1 heading 栽树',
      '1 repeated 懂技术的人',
      '1 title 西塘局20',
    ]);
    assert.deepEqual(
      plan.blocks.filter(({ slot }) => slot === null).map(({ block }) => block.title),
      ['养蜂的事'],
    );
  });

  it('keeps the words to fill in of a template where nothing comes', () => {
    const template = [
      '【单位名称】工作总结',
      '一、工作完成情况',
      '　　【工作】',
      '二、经费使用',
      '　　用了XX万元。',
      '三、存在的问题',
      '　　【问题】',
    ].join('\n');
    const { lines } = merge(TWO, { frame: template });
    assert.ok(lines.includes('【单位名称】工作总结'));
    assert.ok(lines.includes('用了XX万元。'));
    assert.ok(!lines.includes('【工作】') && !lines.includes('【问题】'));
    assert.ok(lines.includes('把剩下的XX公里修完。'));
  });

  it('takes Markdown in and gives it out', () => {
    const north =
      '# 北岗局工作总结\n\n## 主要工作\n\n### 栽树\n\n**果树**也[栽了](http://a.b)，年底挂果。\n\n| 树 | 棵 |\n| --- | --- |\n| 桃 | 12 |\n';
    const plain = merge({ ...TWO, '北.md': north });
    assert.ok(plain.lines.includes('果树也栽了，年底挂果。'));
    assert.match(plain.text, /\| 桃 \| 12 \|/);
    const { text } = merge({ ...TWO, '北.md': north }, { target: 'markdown' });
    assert.match(text, /^# 东𠮷局2026年上半年工作总结\r\n/);
    assert.match(text, /\r\n## 一、主要工作\r\n\r\n### （一）修路\r\n\r\n修了村口/);
    assert.match(text, /\*\*果树\*\*也\[栽了\]\(http:\/\/a\.b\)/);
  });

  it('leaves out a paragraph that is nearly the same, and none with other figures', () => {
    const of = (name: string, sentence: string) =>
      `${name}局工作总结\n一、主要工作\n　　${sentence}\n二、存在的问题\n　　${name}局缺人。\n`;
    const same = '全局干部分成小组下到村里，逐户问困难、逐项想办法，当天记下当天办完。';
    const { plan, text } = merge({
      '甲.txt': of('甲', same),
      '乙.txt': of('乙', same.replace('逐户问困难', '挨户问困难')),
      '丙.txt': of('丙', same.replace('小组', '12个小组')),
    });
    const alike = plan.blocks
      .flatMap(({ decisions }) => decisions)
      .filter(({ reason }) => reason === 'alike');
    assert.deepEqual(
      alike.map(({ piece, same: by }) => [piece.source, by]),
      [[1, '0:2']],
    );
    assert.match(text, /分成12个小组/);
  });

  it('does as the writer says', () => {
    const first = merge(TWO).plan;
    const bees = first.blocks.find(({ block }) => block.title === '养蜂的事')!.block.id;
    const [work, , problems] = first.slots.filter(({ depth }) => depth === 1);
    const { lines } = merge(TWO, {
      choices: {
        moves: [{ block: bees, slot: work!.id }],
        off: [first.blocks[0]!.decisions[0]!.piece.id],
        on: first.blocks.flatMap(({ decisions }) =>
          decisions.filter(({ reason }) => reason === 'repeated').map(({ piece }) => piece.id),
        ),
      },
    });
    assert.ok(problems);
    assert.ok(lines.includes('（三）养蜂的事') || lines.includes('（四）养蜂的事'));
    assert.ok(!lines.some((line) => line.startsWith('四、')));
    assert.ok(!lines.some((line) => line.includes('不再硌脚')));
    assert.equal(lines.filter((line) => line.startsWith('懂技术的人手')).length, 2);
  });

  it('never throws, whatever is brought together', () => {
    for (const text of [
      '',
      '\uFEFF',
      '\r\n\r\n',
      '一、',
      '# \n## \n',
      '只有一句。',
      '第一章\n第一节\n1.1.1\n（一）',
    ]) {
      for (const frame of [0, 'kind', text]) {
        for (const target of ['plain', 'markdown'] as const) {
          merge({ 'a.txt': text, 'b.md': text, '东.txt': EAST }, { frame, target });
        }
      }
    }
  });
});

const figures = (office: string, body: string) =>
  `${office}2026年上半年工作总结\n一、主要工作\n　　${body}\n`;

describe('references in what comes from several documents', () => {
  const frame = [
    '𠮷水区2026年上半年工作总结',
    '一、主要工作',
    '　　（一）修路',
    '　　路修到了村口。',
    '二、存在的问题',
    '　　人手不够，办法见第三部分。',
    '三、下一步打算',
    '　　把路修完。',
    '',
  ].join('\n');
  const other = (reference: string, ...more: string[]) =>
    [
      '南坪局2026年上半年工作总结',
      '一、基本情况',
      '　　局里添了一间屋子。',
      '二、主要工作',
      '　　（一）栽树',
      '　　河边栽了一排柳树。',
      '　　（二）挖井',
      '　　村东挖了一口深井。',
      '三、存在的问题',
      `　　${reference}`,
      '四、下一步打算',
      '　　再挖两口深井。',
      ...more,
      '',
    ].join('\n');
  const merged = (reference: string, choices: MergeChoices = {}) =>
    merge({ 'a.txt': frame, 'b.txt': other(reference) }, { choices });

  it('have the numbers of the new document', () => {
    const { text, references, paragraphs } = merged('水还不够，打算见第四部分。');
    assert.match(text, /水还不够，打算见第三部分。/);
    assert.match(text, /人手不够，办法见第三部分。/);
    assert.deepEqual(references, ['a.txt:6 第三部分 第三部分', 'b.txt:10 第四部分 第三部分']);
    assert.ok(paragraphs.some(({ text: own }) => own === '水还不够，打算见第三部分。'));
  });

  it('follow a section that is numbered with those of others', () => {
    const { text } = merged('井的位置见第二部分（二），树的见本文二（一）。');
    assert.match(text, /（三）栽树.*（四）挖井/s);
    assert.match(text, /井的位置见第一部分（四），树的见本文一（三）。/);
  });

  it('are written in full where their section has moved further in', () => {
    const { text, references } = merge({
      'a.txt': frame,
      'b.txt': [
        '南坪局2026年上半年工作总结',
        '一、挖井',
        '　　村东挖了一口深井。',
        '二、栽树',
        '　　柳树浇的是井水，井见第一部分。',
        '三、存在的问题',
        '　　水还不够。',
        '',
      ].join('\n'),
    });
    assert.match(text, /（二）挖井/);
    assert.match(text, /井见第一部分（二）。/);
    assert.deepEqual(references, ['b.txt:5 第一部分 第一部分（二）', 'a.txt:6 第三部分 第三部分']);
  });

  it('stay, and are named, where what they mean is not there', () => {
    const { text, references } = merged('屋子见第一部分，图见第九部分，井见第二部分（二）。', {
      off: ['1:6', '1:7'],
    });
    assert.match(text, /屋子见第一部分（二），图见第九部分，井见第二部分（二）。/);
    assert.deepEqual(references.slice(2), ['b.txt:10 第九部分 ？', 'b.txt:10 第二部分（二） ？']);
  });

  it('are found beside sentences that are cut, and in both line ends and syntaxes', () => {
    const own = other('人手不够，办法见第三部分。水还不够𠮷，打算见第四部分。');
    const cut = merge({
      'a.txt': frame.replace('见第三部分', '另说'),
      'b.txt': own.replace('人手不够，办法见第三部分。', '人手不够，办法另说。'),
    });
    assert.match(cut.text, /办法另说。\n　　水还不够𠮷，打算见第三部分。/);
    const windows = merge({ 'a.txt': `\uFEFF${frame.replaceAll('\n', '\r\n')}`, 'b.txt': own });
    assert.match(windows.text, /打算见第三部分。\r\n/);
    const markdown = merge({ 'a.txt': frame, 'b.txt': own }, { target: 'markdown' });
    assert.match(markdown.text, /打算见第三部分。/);
    assert.ok(markdown.references.every((each) => !each.endsWith('？')));
  });
});

describe('figures brought together', () => {
  const files = {
    '教育.txt': figures('教育局', '共培训12期。'),
    '民政.txt': figures('民政局', '共培训15期，约走访群众30户。'),
    '文旅.txt': figures('文旅局', '共培训10期，培训320人次。'),
    '水利.txt': figures('水利局', '第一季度培训3期。'),
    '财政.txt': figures('财政局', '账目清楚。'),
    '全区.txt': figures('吉水区', '共培训37期。'),
  };

  it('are added where they are the same, and what is missing or does not fit is named', () => {
    const { plan } = merge(files, { frame: 5 });
    assert.equal(plan.figures.length, 1);
    const [{ indicator, sum, parts, missing, misfits }] = plan.figures as [MergePlan['figures'][0]];
    assert.deepEqual([indicator, sum], ['培训', '37期']);
    assert.deepEqual(
      parts.map(({ office, text }) => office + text),
      ['教育局12期', '民政局15期', '文旅局10期'],
    );
    assert.deepEqual(
      missing.map((source) => plan.sources[source]!.name),
      ['财政.txt'],
    );
    assert.deepEqual(misfits.map(({ office, text, why }) => `${office} ${text} ${why}`).sort(), [
      '吉水区 37期 office',
      '文旅局 320人次 unit',
      '水利局 3期 period',
    ]);
  });

  it('are written as a sum, a list or a table when asked for', () => {
    const lines = (form: 'sum' | 'list' | 'table') =>
      merge(files, { frame: 5, choices: { allFigures: form } }).lines;
    assert.ok(lines('sum').includes('全区共培训37期。'));
    assert.ok(lines('list').includes('培训：教育局12期、民政局15期、文旅局10期。'));
    assert.ok(lines('table').includes('合计\t37期'));
    assert.ok(!merge(files, { frame: 5 }).text.includes('教育局12期、'));
  });

  it('are exact, and in the unit of their parts', () => {
    const { plan } = merge({
      '甲.txt': figures('甲局', '投入经费0.1万元。'),
      '乙.txt': figures('乙局', '投入经费0.2万元。'),
      '丙.txt': figures('丙局', '投入经费1234.56元。'),
    });
    assert.equal(plan.figures[0]!.sum, '4234.56元');
    const two = merge({
      '甲.txt': figures('甲局', '投入经费0.1万元。'),
      '乙.txt': figures('乙局', '投入经费0.2万元。'),
    });
    assert.equal(two.plan.figures[0]!.sum, '0.3万元');
  });

  it('are added in Han digits too', () => {
    const { plan, lines } = merge(
      {
        '甲.txt': figures('甲局', '培训干部三十七期，投入经费一万五千元。'),
        '乙.txt': figures('乙局', '培训干部12期，投入经费0.5万元。'),
        '丙.txt': figures('丙局', '培训干部一百零二期，投入经费2万元。'),
      },
      { choices: { allFigures: 'list' } },
    );
    assert.deepEqual(
      plan.figures.map(({ sum }) => sum),
      ['151期', '40000元'],
    );
    assert.ok(lines.includes('培训干部：甲局三十七期、乙局12期、丙局一百零二期。'));
  });

  it('are no sum where they are shares, and none where an office says two things', () => {
    const shares = merge({
      '甲.txt': figures('甲局', '办结率98%。'),
      '乙.txt': figures('乙局', '办结率96%。'),
    });
    assert.equal(shares.plan.figures[0]!.sum, null);
    const { plan } = merge({
      '甲.txt': figures('甲局', '培训干部3期。'),
      '甲二.txt': figures('甲局', '培训干部4期。'),
      '乙.txt': figures('乙局', '培训干部5期。'),
      '丙.txt': figures('丙局', '培训干部6期。'),
    });
    assert.equal(plan.figures[0]!.sum, '11期');
    assert.deepEqual(
      plan.figures[0]!.misfits.map(({ why }) => why),
      ['disagrees', 'disagrees'],
    );
  });
});

describe('the year from its months', () => {
  const month = (number: number, work: string, plan: string) =>
    `𠮷馆2026年${number}月工作月报\n一、本月工作\n　　${work}\n二、下月计划\n　　${plan}\n`;
  const files = {
    'c.txt': month(
      3,
      '3月召开例会5次。开展夜间巡查，平安无事。更换阅览室旧书架，焕然一新。现有藏书32册。',
      '继续开门迎客。',
    ),
    'a.txt': month(
      1,
      '1月召开例会4次。开展夜间巡查，平安无事。现有藏书30册。',
      '一是更换阅览室旧书架。二是修缮漏水的屋顶。',
    ),
    'b.txt': month(
      2,
      '2月召开例会3次。开展夜间巡查，平安无事。每周清点书库，数目相符。现有藏书31册。',
      '修缮漏水的屋顶。',
    ),
  };
  const { plan, lines } = merge(files, { frame: 'kind' });

  it('is read in order of time', () => {
    assert.ok(plan.isOverTime);
    assert.deepEqual(
      plan.sources.map(({ name }) => name),
      ['a.txt', 'b.txt', 'c.txt'],
    );
    assert.equal(lines[0], '【单位名称】2026年第一季度工作总结');
  });

  it('tells once what every month tells, with its count', () => {
    assert.ok(
      lines[4]!.startsWith('召开例会12次。开展夜间巡查，平安无事（共3次）。现有藏书30册。'),
      lines[4],
    );
    // What there is at one time is not added up.
    assert.ok(lines.some((line) => line.endsWith('现有藏书32册。')));
    assert.deepEqual(
      plan.toldOnce.map(({ pieces }) => pieces.length),
      [3, 3],
    );
  });

  it('adds up what every month tells in Han digits, and takes no other number for that', () => {
    const told = (...work: string[]) =>
      merge(
        Object.fromEntries(
          work.map((each, index) => [`${index}.txt`, month(index + 1, each, '。')]),
        ),
        { frame: 'kind' },
      ).plan.toldOnce.map(({ text }) => text);
    assert.deepEqual(told('培训干部三十七期。', '培训干部三十七期。'), ['培训干部74期。']);
    assert.deepEqual(told('培训干部三十七期。', '培训干部12期。', '培训干部二十期。'), [
      '培训干部69期。',
    ]);
    assert.deepEqual(told('屋顶漏水用了三十个工作日。', '屋顶漏水用了四十个工作日。'), []);
    assert.deepEqual(told('宣讲二十大精神引来掌声。', '宣讲十九大精神引来掌声。'), []);
  });

  it('holds plans against later results, and lists what nothing is told of', () => {
    assert.deepEqual(
      plan.promised.map(({ source, text, done }) => `${source} ${text} ${done}`),
      ['0 更换阅览室旧书架 2:2', '0 修缮漏水的屋顶 null', '1 修缮漏水的屋顶 null'],
    );
    assert.ok(lines.includes('继续开门迎客。'));
    assert.ok(!lines.some((line) => line.includes('漏水')));
  });
});

describe('where a paragraph came from', () => {
  const sources = sourcesOf(TWO);
  const { plan } = merge(TWO);
  const origins = originsOf(
    writeMerge(plan, 'plain'),
    sources.map(({ name, summary }) => ({ name, text: summary.text })),
  );

  it('is kept beside the document, and read from there', () => {
    assert.equal(originsName('年度总结.txt'), '年度总结.来源.json');
    const read = readOrigins(JSON.stringify(origins))!;
    assert.deepEqual(originsAt(read, '　　（三）清淤'), [{ source: 1, line: 5 }]);
    assert.deepEqual(originsAt(read, '懂技术的人手不够，机器坏了要等人来修。'), [
      { source: 0, line: 9 },
      { source: 1, line: 8 },
    ]);
    assert.deepEqual(originsAt(read, '这句话是后来写的。'), []);
  });

  it('is nothing where the file is another or broken', () => {
    for (const json of [
      '',
      '{}',
      'null',
      '[]',
      '{"version":1}',
      '{"version":2,"sources":[],"paragraphs":[]}',
      '{"version":1,"sources":[],"paragraphs":[{"keys":["a"],"from":[[3,1]]}]}',
    ]) {
      assert.equal(readOrigins(json), null, json);
    }
  });
});
