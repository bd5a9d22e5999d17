import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { readBlocks } from '../../server/src/core/print/read-blocks.js';
import { ANNUAL, SUMMARIES } from '../helpers/fixtures.js';
import { joins, paragraphs } from '../helpers/paragraphs.js';

/** Cut at a width as mail programs do it: no mark begins a line. */
function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  let rest = [...text];
  while (rest.length > width) {
    let end = width;
    while (/[，。、；：！？”）》]/.test(rest[end]!)) end--;
    lines.push(rest.slice(0, end).join(''));
    rest = rest.slice(end);
  }
  return [...lines, rest.join('')].join('\r\n');
}

const PROSE = [
  '去年秋天，𠮷安镇文化站把闲置的粮仓改成了阅览室，添置书架四十组、座椅一百二十把，腾出的院子办起露天书场，周边五个村的老人孩子都愿意来坐一坐。开放第一个月，登记读者就超过了九百人，借出图书两千余册，其中少儿读物占了一大半，站里随即调整采购计划。',
  '在队伍建设上，站里坚持每周一晚集中学习，请县馆的老师讲分类、讲编目、讲古籍保护，年轻同志轮流上台试讲，老同志现场点评，一年下来人人都能独立带一场活动。到了年底，站里把大家的讲稿编成小册子，印了三百本分送各村，又挑出十二篇录成音频，放在广播里每天傍晚播一遍，村里人说比听戏还热闹。',
];

describe('paragraphs as typed', () => {
  const heading = '一、坚持开门办馆推动镇村阅读阵地建设走深走实';
  for (const [name, ...lines] of [
    ['a heading and its body', `\uFEFF${heading}`, '这一年，𠮷安镇把书送进了每个村。'],
    ['a heading as long as its body', heading, '这一年，文化站把图书送进了每个村，人人称好。'],
    [
      'rows typed with tabs',
      '阵地名称\t所在村\t面积\t藏书量\t开放天数\t负责同志',
      '河湾书屋\t河湾村\t60\t3000\t300\t李方',
    ],
    ['a subtitle and the name below it', '——在𠮷安镇第三届文化站负责人年度述职会议上', '李　方'],
    [
      'a subtitle after a line of its length',
      '在全镇文化系统年度总结表彰大会上的发言材料，',
      '——关于阅览室建设、读者服务和队伍培养的情况',
    ],
    [
      'a line without its mark and the date',
      '以上是一年来的主要情况，还有许多不足，今后我们一定加倍努力。请各位领导和同志们多提宝贵意见，不当之处恳请批评指正',
      '2024年12月5日',
    ],
    [
      'a line without its mark and the name',
      '以上是一年来的主要情况，还有许多不足，今后我们一定加倍努力。请各位领导和同志们多提宝贵意见，不当之处恳请批评指正',
      '𠮷安镇文化站',
    ],
    [
      'two paragraphs, one without its mark',
      '全年办讲座三十六场，到场听众四千余人次，比前年多了一成。送书下乡的车子跑遍了全镇二十一个村，还修好了三处漏雨的书屋',
      '下一步，我们要把夜读活动办起来。',
    ],
    [
      'an indented paragraph',
      '　　全年办讲座三十六场，到场听众四千余人次，比前年多了一成。送书下乡的车子跑遍了全镇二十一个村，修好了三处漏雨的书屋',
      '　　夜读活动也办起来了。',
    ],
    [
      'a notice of attachments',
      '全年办讲座三十六场，到场听众四千余人次，比前年多了一成。送书下乡的车子跑遍了全镇二十一个村，修好了三处漏雨的书屋',
      '附件：全镇书屋一览表（截至2024年底）。',
    ],
    ['a form and the title below it', '单　位：𠮷安镇文化站', '述职人：李方', '2024年度述职报告'],
    [
      'entries of attachments that begin with years',
      '附件：1.2024年度𠮷安镇各村书屋借阅数据统计表及镇村两级文化活动开展情况汇总',
      '2.2025年度活动清单',
    ],
    [
      'items',
      '1.办讲座三十六场，到场听众四千余人次，比前年多了一成。送书下乡的车子跑遍了全镇二十一个村，修好了三处漏雨的书屋',
      '2.夜读活动也办起来了。',
    ],
    [
      'months of one build',
      '三月，举办春季读书会，邀请作家到站里来座谈',
      '四月，举办世界读书日，组织学生到馆里来参观',
      '五月，举办青年朗诵赛，带领选手到县里来比赛',
    ],
    [
      'mottoes of one length',
      '以读者为中心，把服务送到千家万户去',
      '以质量为根本，把活动办到百姓心里去',
      '以创新为动力，把阵地建到田间地头去',
    ],
    [
      'rows typed with commas',
      '河湾书屋，河湾村，六十平方米，三千册，三百天，李方',
      '石桥书屋，石桥村，八十五平方米，四千册，二百天，王芳',
      '柳林书屋，柳林村，五十平方米，二千册，三百天，赵强',
    ],
    [
      'entries of about one length',
      '完成河湾书屋改造并通过县里验收挂牌',
      '完成石桥书屋选址并签订五年租用协议',
      '完成柳林书屋布线并接通千兆光纤网络',
    ],
    [
      'headings and short bodies',
      '聚焦阵地建设，让镇村书屋真正用起来',
      '改造书屋三处。',
      '聚焦队伍培养，让年轻同志更快挑大梁',
      '带出骨干五名。',
    ],
    [
      'a field of a form',
      '本人在文化站工作已满六年，先后负责借阅、采编和活动策划。去年起兼管全镇二十一个书屋的日常巡查，年底考核为优秀',
      '联系人：李方。',
    ],
  ] as const) {
    it(`keeps apart ${name}`, () => {
      for (const syntax of ['plain', 'markdown'] as const) {
        assert.deepEqual(
          paragraphs(lines.join('\r\n'), syntax),
          lines.map((line) => [line]),
        );
      }
    });
  }

  for (const width of [28, 32, 36, 38, 40, 48, 60]) {
    for (const [index, prose] of PROSE.entries()) {
      it(`reads text ${index + 1} that was wrapped at ${width} as one paragraph`, () => {
        for (const text of [prose, `　　${prose}`, `\uFEFF1.${prose}`]) {
          for (const syntax of ['plain', 'markdown'] as const) {
            const lines = wrapped(text, width);
            // Where a sentence ends with the line, nobody can tell whether the paragraph does.
            if (/。\r\n/.test(lines)) continue;
            const source = `${lines}\r\n\r\n另起一段。`;
            assert.equal(paragraphs(source, syntax).length, 2, source);
          }
        }
      });
    }
  }

  it('reads paragraphs of two lines between others of one width', () => {
    const text = [
      '全镇的书屋今年都装上了新的书架和灯。老人再也不用眯着眼看书，孩子',
      '们放学就往里跑。',
      '站里还添了一台借阅机，读者自己就能办借书和还书的手续。人手一下子',
      '宽裕了不少。',
    ];
    assert.deepEqual(paragraphs(text.join('\n')), [text.slice(0, 2), text.slice(2)]);
  });

  it('goes on after a comma where the next line is no longer and ends the sentence', () => {
    const line = '书屋的新座椅由镇里的木匠合作社打好，';
    assert.deepEqual(joins(`${line}\n又都是免费送来的。`), []);
    const upper = `去年冬天，${line}`;
    assert.deepEqual(joins(`${upper}\n又都是免费送来的。`), [upper]);
    assert.deepEqual(joins(`${upper}\n此外，又添了灯。`), []);
    assert.deepEqual(joins(`${upper}\n又都是免费送来的，村里人说这样的好事以前想都不敢想。`), []);
  });

  it('goes on after a long line that a page broke in mid-sentence', () => {
    const line = `${PROSE[0]!.slice(0, 80)}`;
    assert.deepEqual(joins(`前一段。\n${line}\n${PROSE[0]!.slice(80)}\n后一段。`), [line]);
    assert.deepEqual(joins(`前一段。\n${line}\n　　${PROSE[0]!.slice(80)}\n后一段。`), []);
    // Neither of them has a mark at its end: this is how their writer ends paragraphs.
    assert.deepEqual(joins(`前一段。\n${line.slice(0, 60)}\n${line}\n后一段。`), []);
  });

  it('takes the fields of a form for no title', () => {
    const form = ['姓名：李方', '部门：𠮷安镇文化站'];
    for (const below of ['一、主要工作', '——2024年', '2024年12月5日']) {
      const { title } = parseSummary(`\uFEFF${form.join('\r\n')}\r\n\r\n${below}\r\n`, 'plain');
      assert.equal(title, null, below);
    }
    const { text, title } = parseSummary('以阅读促发展：𠮷安镇的一年\n\n一、成绩\n', 'plain');
    assert.equal(text.slice(title!.start, title!.end), '以阅读促发展：𠮷安镇的一年');
  });

  it('ends a paragraph at a line break of Markdown', () => {
    const line = PROSE[0]!.slice(0, 80);
    assert.deepEqual(joins(`${line}\n${PROSE[0]!.slice(80)}`, 'markdown'), [line]);
    assert.deepEqual(joins(`${line}  \n${PROSE[0]!.slice(80)}`, 'markdown'), []);
    assert.deepEqual(joins(`${line}\\\n${PROSE[0]!.slice(80)}`, 'markdown'), []);
  });

  it('prints a line as the paragraph that was typed, and a wrapped one as one', () => {
    const text = `${heading}\r\n这一年，文化站很忙。\r\n\r\n${wrapped(PROSE[1]!, 38)}\r\n`;
    const { blocks } = readBlocks(parseSummary(text, 'plain'));
    assert.deepEqual(
      blocks.map(({ block }) =>
        block.type === 'paragraph' ? block.runs.map((run) => run.text).join('') : block.type,
      ),
      [heading, '这一年，文化站很忙。', PROSE[1]!],
    );
  });

  it('never joins across what ends a paragraph, whatever the lines', () => {
    const line = fc.oneof(
      fc.constantFrom(
        ...['', '　　缩进的一行', '附件1', '附件：1.名单', '2024年12月5日', '——副标题', '一、标题'],
        ...['甲\t乙\t丙', '（二）小标题', '- 条目', '# 井号', '姓名：李方'],
      ),
      fc
        .tuple(fc.nat({ max: 20 }), fc.integer({ min: 5, max: 60 }))
        .map(([from, length]) => PROSE[0]!.slice(from, from + length)),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.boolean(), (lines, markdown) => {
        const found = paragraphs(lines.join('\n'), markdown ? 'markdown' : 'plain');
        for (const [upper, ...rest] of found) {
          if (rest.length === 0) continue;
          const all = [upper!, ...rest];
          assert.ok(
            all.every((each) => !/^$|\t|^附件|^\d{4}年|^——/.test(each)),
            all.join('⏎'),
          );
          assert.ok(
            rest.every((each) => !/^[　一（#-]|^姓名/.test(each)),
            all.join('⏎'),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('joins nothing in whole summaries', () => {
    for (const { name, text, syntax } of SUMMARIES) assert.deepEqual(joins(text, syntax), [], name);
  });

  it('joins the longest line of a whole summary where a mail program broke it', () => {
    const [longest] = ANNUAL.split('\r\n').sort((a, b) => b.length - a.length);
    const found = paragraphs(wrapped(longest!, 36));
    assert.deepEqual(
      found.map((lines) => lines.join('')),
      [longest],
    );
  });
});
