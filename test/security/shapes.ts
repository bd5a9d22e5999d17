/** Texts of one thing over and over: what costs more than twice as much where there is twice as much shows in them. */
import type { Syntax } from '../../server/src/core/document/model.js';
import { DOCUMENTED_RULES } from '../../server/src/core/lint/documented-rules.generated.js';
import { marked } from '../helpers/marked.js';
import { numbers } from '../helpers/numbers.js';

/** What opens, closes, numbers, cites, counts or marks something. */
export const UNITS: readonly string[] = [
  ...['（', '）', '“', '”', '‘', '【', '】', '{', '[', ']', '<', '《', '》', '〔', '「', '"', "'"],
  ...['`', '```', '`a` ', '``b` ', '*', '**', '_', '#', '# ', '>', '> ', '|', '|a', '- ', '---\n'],
  ...['\t', ' ', '　', '\n', '\r\n', '\r', '\u2028', '\uFEFF', '\0', '𠮷', 'e\u0301', '\ud842'],
  ...['，', '。', '、', '；', '：', '！', '…', '——', '～', '·', '%', ',', '.', ';', ':', '$', '\\'],
  ...['一', '的', '的的，', 'X', 'XX', '1', '20', 'a', '年', '约', '其中', '百分之', '共1', '和'],
  ...['![A', '![](', '](', '[a](b)', '<!--', '-->', '<a', '</', 'www.', 'http://', 'a@b.c ', '$a$'],
  ...['一、', '（一）', '1.', '（1）', '①', '第一，', '一是', '二是', '一是，', '二是。', '首先，'],
  ...['一、\n', '（一）\n', '1.\n', '（1）\n', '①\n', '一、基本情况\n', '三、打算。\n', '二是\n'],
  ...[
    '1.1 甲\n',
    '1. 甲\n1.1 乙\n见1.1节。\n',
    '1 甲\n1.1 乙\n',
    '第一章 甲\n',
    '第一节\n',
    '上篇\n',
  ],
  ...[
    'A.甲\n',
    'a)甲\n',
    '1）甲\n',
    'Ⅰ.甲\n',
    '⑴甲\n',
    '第一部分 甲\n',
    '$$\n',
    '甲：“\n',
    '1.2024年\n',
  ],
  ...['一、甲\n（一）乙\n', '一、甲\n1.乙\n（1）丙\n', '一、甲\n二、乙\n', '# 甲\n', '## 一、甲\n'],
  ...[
    '### 甲\n# 乙\n',
    '- 甲\n',
    '1. 甲\n',
    '> 甲\n',
    '| 甲 | 乙 |\n',
    '```\n',
    '~~~\n',
    '    甲\n',
  ],
  ...[
    'XX县',
    'XX县，',
    'X月XX日',
    '【待补充】',
    '____',
    '（此处填写）',
    '××年',
    '{{甲}}',
    '20XX年',
  ],
  ...[
    '见第三部分。',
    '三、甲\n见第三部分。\n',
    '见第一部分，',
    '本文二（三），',
    '上述（一）（二）所述，',
  ],
  ...[
    '附件1',
    '附件1\n',
    '附件：1.名单\n',
    '附件：\n1.甲\n',
    '《一',
    '《甲》',
    '《甲》《乙》',
    '“甲”“乙”',
  ],
  ...[
    '“甲，',
    '（甲（乙）',
    '“甲‘乙’”',
    '《甲〈乙〉》',
    '）（',
    '”“',
    '》《',
    '：“',
    '。”',
    '。）',
  ],
  ...['2024年', '2024年3月5日，', '2024年13月', '5月5日（星期一）', '12件，', '增长5%，', '3万5千'],
  ...[
    '共3项，',
    '其中1件，',
    '共办3件，其中甲1件、乙2件。',
    '以下三点：\n一是甲。\n',
    '三个方面：',
  ],
  ...[
    '中华人民共和国',
    '中华人民共和国华',
    '《中华人民共和国法》',
    '市民政局（以下简称民政局）',
    '“三会一课”',
    'GDP',
  ],
  ...[
    '张三、李四、',
    '甲和乙和',
    '做好工作，',
    '做好工作。',
    '做好各项工作。\n',
    '完成了任务,成效显著。。\n',
  ],
  ...[
    '各位领导：\n',
    '特此报告。\n',
    '区图书馆\n2024年12月5日\n',
    '工作总结\n',
    '现将情况总结如下：\n',
  ],
];

/** What is between two of them. */
const LINKS = ['', '，', '\n', ' ', '。\n', '甲乙丙。'];

const GENERATED = 120;

/** Two or three of them, for the same seed always the same ones. */
function generated(seed: number): string[] {
  const random = numbers(seed);
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  return Array.from({ length: GENERATED }, () => {
    const more = random() < 0.5 ? '' : one(LINKS) + one(UNITS);
    return one(UNITS) + one(LINKS) + one(UNITS) + more;
  });
}

/** What every rule finds something in. */
const EXAMPLES: readonly string[] = DOCUMENTED_RULES.map(
  ({ examples }) => `${marked(examples.bad[0]!.bad).text}\n`,
);

/** A text that is made as long as one asks for. */
export interface Shape {
  readonly name: string;
  readonly syntax: Syntax;
  write(times: number): string;
}

/** The same over and over, or, where equal paragraphs would be read once only, with a number of its own each time. */
export function shapes(seed: number): Shape[] {
  return [...UNITS, ...generated(seed)]
    .flatMap((unit) =>
      (['plain', 'markdown'] as const).map(
        (syntax): Shape => ({
          name: JSON.stringify(unit),
          syntax,
          write: (times) => unit.repeat(times),
        }),
      ),
    )
    .concat(
      EXAMPLES.map((unit) => ({
        name: `${JSON.stringify(unit)} and a number`,
        syntax: 'plain',
        write: (times) =>
          Array.from({ length: times }, (_, number) => `${unit}甲${number}乙。\n`).join(''),
      })),
    );
}
