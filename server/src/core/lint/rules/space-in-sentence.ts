import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

/** A shorter line may be set wide, as a title is. UTF-16 units. */
const SHORTEST = 15;

/** How many gaps between words one paragraph of prose may have. */
const MOST = 5;

/** How far back a quotation or title may begin. UTF-16 units. */
const REACH = 80;

const BETWEEN_WORDS =
  /(?<=[\u4e00-\u9fff]{2})[ \u3000]{1,3}(?=[\u4e00-\u9fff]{2}|[，。；：！？、])/g;

/** After a mark; wide gaps set columns apart or are left to be filled in. A bracket after a label is set apart on purpose. */
const BESIDE_MARK =
  /(?<=[，。；：！？、])[ \u3000]{1,3}(?=[\u4e00-\u9fff\dA-Za-z“《（])|(?<=[\u4e00-\u9fff，。！？][”》]|[^（\d一二三四五六七八九十]）)[ \u3000]{1,2}(?=[\u4e00-\u9fff，。；：！？、“《（])|(?<=[\u4e00-\u9fff]{2})[ \u3000](?=[“《][\u4e00-\u9fff])/g;

const SENTENCE_MARK = /[，。；！？]/;

export default defineRule({
  id: 'space-in-sentence',
  topic: 'marks',
  scope: 'paragraph',
  trigger: ' \u3000',
  severity: 'hint',
  ofForm: true,
  title: { zh: '句子里有多余空格', en: 'Space inside a sentence' },
  explain: {
    zh: '中文字与字、字与标点之间不空格。句中的空格多半是复制或换行留下的。',
    en: 'There is no space between Chinese characters or beside their marks; it is left over from copying.',
  },
  source: null,
  mechanical: false,
  check({ prose, kind, bodyStart, report }) {
    if (kind !== 'body' && kind !== 'run-in' && kind !== 'item') return;
    const text = prose.slice(bodyStart);
    // A line without a mark is a title or a motto, whose parts a space sets apart.
    if (!/[ \u3000]/.test(text) || !SENTENCE_MARK.test(text)) return;
    const between = text.length < SHORTEST ? [] : [...text.matchAll(BETWEEN_WORDS)];
    // Many gaps between words are a layout of columns, not slips.
    if (between.length > MOST) return;
    const article = /^第[一二三四五六七八九十百零\d]{1,6}[章节条款](?=[ \u3000])/.exec(text);
    const gaps = [...between, ...text.matchAll(BESIDE_MARK)].filter(
      // Slogans and titles are set apart by a space inside their marks.
      ({ index }) => !isInMarks(text, index) && index !== article?.[0].length,
    );
    for (const match of gaps) {
      const span = spanOf(match, bodyStart);
      report({
        span,
        message: {
          zh: '句中有多余空格，中文字与字、字与标点之间不空格。删去即可。',
          en: 'A stray space inside the sentence. Delete it.',
        },
        fixes: [changeTo('', span, false)],
      });
    }
  },
});

function isInMarks(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  return (
    before.lastIndexOf('“') > before.lastIndexOf('”') ||
    before.lastIndexOf('《') > before.lastIndexOf('》')
  );
}

export const examples: RuleExamples = {
  bad: [
    { bad: '任务如期完成。⟦ ⟧推行“一图”⟦ ⟧制度。', fixed: '任务如期完成。推行“一图”制度。' },
    {
      bad: '全年组织读书活动⟦ ⟧三十场，参加读者踊跃。',
      fixed: '全年组织读书活动三十场，参加读者踊跃。',
    },
    {
      bad: '\uFEFF　𠮷日开馆以来，⟦　⟧接待读者三百人次。\r\n',
      fixed: '\uFEFF　𠮷日开馆以来，接待读者三百人次。\r\n',
    },
  ],
  good: [
    '开展“书香进村 书声入户”系列活动，参加读者踊跃。',
    '活动主题：书香满校园 阅读伴我成长',
    '负责人：王伟        电话：12345',
    '一、 工作回顾',
    '王 伟、李 强同志到会',
    '第一条　本办法自印发之日起施行，由馆务会解释。',
    '全年办展 12 场，借书 3 万册，读者满意。',
    '年度　总结',
  ],
};
