import { changeTo, defineRule, spanOf } from '../rule.js';

export default defineRule({
  id: 'space-in-sentence',
  topic: 'marks',
  scope: 'paragraph',
  trigger: ' \u3000',
  severity: 'hint',
  title: { zh: '句子里有多余空格', en: 'Space inside a sentence' },
  explain: {
    zh: '中文字与字、字与标点之间不空格。句中的空格多半是复制或换行留下的。',
    en: 'There is no space between Chinese characters or beside their marks; it is left over from copying.',
  },
  source: null,
  mechanical: false,
  examples: {
    bad: [
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
      '一、 工作回顾',
      '王 伟、李 强同志到会',
      '第一条　本办法自印发之日起施行，由馆务会解释。',
      '全年办展 12 场，借书 3 万册，读者满意。',
      '年度　总结',
    ],
  },
  check({ prose, kind, bodyStart, report }) {
    if (kind !== 'body' && kind !== 'run-in' && kind !== 'item') return;
    const text = prose.slice(bodyStart);
    if (text.length < 15 || !/[ \u3000]/.test(text)) return;
    const gaps = [
      ...text.matchAll(
        /(?<=[\u4e00-\u9fff]{2})[ \u3000]+(?=[\u4e00-\u9fff]{2}|[，。；：！？、])|(?<=[，；：！？、])[ \u3000]+(?=[\u4e00-\u9fff])/g,
      ),
    ].filter(
      ({ index }) => !/^第[一二三四五六七八九十百零\d]{1,6}[章节条款]$/.test(text.slice(0, index)),
    );
    // Many gaps are a layout of columns, not slips.
    if (gaps.length > 5) return;
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
