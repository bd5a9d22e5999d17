import { isTypedRow } from '../../analysis/typed-row.js';
import { changeTo, defineRule, type RuleExamples } from '../rule.js';

const FULL: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
  '｡': '。',
  '､': '、',
};

const HAN = '[\\u4e00-\\u9fff\\u3400-\\u4dbf]';
/** A Han character before a place, a rarer one included. */
const HAN_BEFORE = `(?:${HAN}|[\\ud840-\\ud8bf][\\udc00-\\udfff])`;
const HAN_AFTER = '[\\u4e00-\\u9fff\\u3400-\\u4dbf\\ud840-\\ud8bf]';
const CLOSING = '[”’）》〉」』】〕]';
const OPENING = '[“‘（《〈「『【〔]';
const GAP = '[ \\u3000]{0,4}';
const LINE_END = '[ \\u3000]*(?:[\\r\\n]|$)';

/**
 * After Chinese text a mark is Chinese whatever follows; after figures and Latin letters, which have
 * marks of their own (1,234, 12:30, a,b), only before Chinese text.
 */
const PAUSE = new RegExp(
  `(?<=${HAN_BEFORE}(?:["']|\\*{1,3})?|${CLOSING})(?:[,;:]|[?!]{1,3})(?=${GAP}(?:${HAN_AFTER}|${OPENING}|[\\dA-Za-z"'*\\0])|${CLOSING}|["']|${LINE_END})` +
    `|(?<=[\\w%％℃°)"'])[,;:?!](?=${GAP}(?:${HAN_AFTER}|${OPENING}))` +
    '|[｡､]',
  'g',
);

/** What a sentence may end with before its mark: a word, a figure with its unit, what closes, an abbreviation. */
const END = `${HAN_BEFORE}{2}|\\d${HAN}|${HAN_BEFORE}[^\\n]{0,40}[%％）)》”"']|${HAN_BEFORE}{2}[A-Z]{2,6}|${HAN_BEFORE}{2}\\d{1,9}`;

/** A dot that ends a paragraph. */
const LAST_STOP = new RegExp(`\\.(?<=(?:${END})\\.)(?=["”’）]?${LINE_END})`, 'g');

/** Inside a paragraph: names (约翰.史密斯) and labels (一.回顾) have a dot too. */
const INNER_STOP = new RegExp(
  `\\.(?<=${HAN_BEFORE}{4}\\.)(?=${HAN}{4}|${GAP}${OPENING})` +
    `|\\.(?<=(?:${HAN_BEFORE}{3}|\\d${HAN})\\.)(?=[ \\u3000]${GAP}(?:${HAN}{2}|${OPENING}))` +
    `|\\.(?<=(?:(?<!第)\\d${HAN}{1,2}|${HAN_BEFORE}[^\\n]{0,40}[%％）》”])\\.)(?=${GAP}${HAN}{2})`,
  'g',
);

/** What is shorter and ends with a dot is a label or an entry. UTF-16 units. */
const SHORTEST = 5;

/** Characters with which foreign names are written: where two stand beside a dot, it is part of a name. */
const IN_NAMES = new Set(
  '斯尔德克特尼拉夫巴卡罗莱亚伊奥阿瓦维约翰史密森马汉诺丁贝恩格哈姆杰乔治托凯普京里曼鲁雷迪纳娜莎丽玛索帕蒂兰林顿肯彼得保菲查理威廉艾米买提力依木热孜古扎西洛桑',
);

export default defineRule({
  id: 'half-width-mark',
  formerIds: ['half-width-period'],
  topic: 'marks',
  scope: 'paragraph',
  trigger: ',;:?!.｡､',
  severity: 'warning',
  ofForm: true,
  title: { zh: '中文里用了半角标点', en: 'Half-width mark in Chinese text' },
  explain: {
    zh: '中文里标点占一个字的位置，用全角，句子以句号“。”收尾；数字、外文和网址里的半角符号不在此列。',
    en: 'Chinese text takes full-width marks and ends a sentence with 。; figures, foreign words and addresses keep their own.',
  },
  source: 'GB/T 15834—2011 4.1、5.1',
  mechanical: true,
  check({ prose: text, kind, report }) {
    if (kind === 'body' && isTypedRow(text)) return;
    const find = (pattern: RegExp, isMark: (at: number) => boolean) => {
      for (const { index, 0: typed } of text.matchAll(pattern)) {
        if (isOfOwnLabel(text, index) || !isMark(index)) continue;
        const span = { start: index, end: index + typed.length };
        const right = [...typed].map((mark) => FULL[mark]!).join('');
        // A full-width mark brings its own white space; what ends a line belongs to the line.
        const [gap] = /^[ \u3000]{1,4}(?=\S)/.exec(text.slice(span.end, span.end + 5)) ?? [''];
        report({
          span,
          message: {
            zh: `半角“${typed}”：中文里用全角标点，字距才整齐。请改为“${right}”。`,
            en: `Half-width “${typed}”: Chinese text takes the full-width mark. Make it “${right}”.`,
          },
          fixes: [
            {
              ...changeTo(right, span, true),
              edits: [{ span: { ...span, end: span.end + gap.length }, newText: right }],
            },
          ],
        });
      }
    };
    find(PAUSE, (at) => !isTechnical(text, at));
    find(LAST_STOP, (at) => at >= SHORTEST && !isLabel(text, at));
    find(INNER_STOP, (at) => !isLabel(text, at) && !isInName(text, at) && !isTechnical(text, at));
  },
});

/** How far around a mark is looked for what it belongs to. UTF-16 units. */
const NEAR = 60;

const SEPARATOR = /[\s，。；：！？、,;:]/;
const AFTER = /[\s，。；：！？、,;:”’」』》）]/;

/** True inside what is no prose: a file's path or name, an assignment, a command's name, an entity, an English sentence. */
function isTechnical(text: string, at: number): boolean {
  const line = text
    .slice(Math.max(0, at - NEAR), at)
    .split(/[\r\n]/)
    .at(-1)!;
  const before = line.split(SEPARATOR).at(-1)!;
  const after = text.slice(at + 1, at + 1 + NEAR).split(AFTER)[0]!;
  // A command or code between backticks.
  if (line.split('`').length % 2 === 0) return true;
  if (/[\\=]|^[\w.~]*\/[^/]+\//.test(before) || /[\\=]|^[\w.~]*\/[^/]+\//.test(after)) return true;
  if (/\.[a-z][a-z\d]{1,4}$/i.test(after.replace(/\.$/, ''))) return true;
  // Data: {"甲":"乙","丙":1}.
  const isQuoted = /["']$/.test(before);
  if (isQuoted && (/[{[]/.test(line) || (text[at] === ':' && /["']/.test(text[at + 1] ?? ''))))
    return true;
  switch (text[at]) {
    case ';':
      if (/&#?\w{2,8}$/.test(before)) return true;
      break;
    case ':':
      // `name: 张三`; and the name of a command or a button, as it is on the screen: “查看: 输出”.
      if (/^[\s\uFEFF]*[a-z][\w.-]{0,40}$/.test(line) && at < NEAR) return true;
      if (text[at + 1] === ' ' && /“[^“”]{1,20}$/.test(line)) return true;
      break;
  }
  // A sentence in English with a Chinese one after it.
  const words = line.split(' ').slice(-3);
  return words.length === 3 && words.every((word) => /^[A-Za-z]+$/.test(word));
}

/** True for the mark of the label that a paragraph begins with: which one it takes is another rule's business. */
function isOfOwnLabel(text: string, at: number): boolean {
  return (
    at < 12 && /^[\s\uFEFF#*]*[（(]?[一二三四五六七八九十\d]{1,3}[）)]?$/.test(text.slice(0, at))
  );
}

/** True for the dot of a label such as （1）. at the beginning of a sentence. */
function isLabel(text: string, at: number): boolean {
  return /(?:^|[\s\uFEFF。；：;:，,])(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3})$/.test(
    text.slice(Math.max(0, at - 8), at),
  );
}

function isInName(text: string, at: number): boolean {
  const beside = text.slice(at - 2, at) + text.slice(at + 1, at + 3);
  return [...beside].filter((each) => IN_NAMES.has(each)).length >= 2;
}

export const examples: RuleExamples = {
  bad: [
    { bad: '完成任务⟦,⟧成效明显⟦;⟧群众满意⟦.⟧', fixed: '完成任务，成效明显；群众满意。' },
    { bad: '\uFEFF　𠮷⟦:⟧开馆⟦!⟧\r\n', fixed: '\uFEFF　𠮷：开馆！\r\n' },
    {
      bad: '借阅量增长12%⟦,⟧启用OA⟦,⟧读者满意率达98%⟦.⟧',
      fixed: '借阅量增长12%，启用OA，读者满意率达98%。',
    },
    { bad: '按《借阅规定》⟦,⟧ 做好登记⟦｡⟧', fixed: '按《借阅规定》，做好登记。' },
  ],
  good: [
    '12:30开馆，比例1:500，共1,234册',
    '见http://example.com/a,b:c页',
    '见a,b两项',
    '一.工作回顾',
    '1.学习情况',
    '见附件.docx',
    '文件名为“阅览部,年报.docx”',
    '执行 `save -m "首次,提交"` 即可',
    '约翰.史密斯先生来访',
    '增长3.5%',
    '选“查看: 输出”',
    '姓名,部门,得分\n王小明,采编部,98',
  ],
};
