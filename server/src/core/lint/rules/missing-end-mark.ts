import { defineRule, type RuleExamples } from '../rule.js';

/** Who said it, or where it is from, after the last sentence: ——李某, 摘自：…. No end mark follows. */
const ATTRIBUTION =
  /(?:—{1,3}|―{1,2}|--|[（(]?(?:摘自|选自|引自|转自|出自|来源|来自|供稿|撰稿|作者|通讯员|记者)[：: ]?)[^。！？，；]{1,40}$/;

/** In a list of sayings the name of who said it may stand after the sentence without a dash. */
const LABELLED_SAYING = /^[ \t\u3000]*[（(]?\d{1,4}[）)、.．].*[。！？][\u4e00-\u9fff]{2,6}$/s;

/** How much of a paragraph's end may tell who said it. UTF-16 units. */
const LOOK_BACK = 60;

/** 地址：…, 联系人：…: an entry of a form needs no end mark. */
const ENTRY = /^[^，。；：:]{1,8}[：:]/;

export default defineRule({
  id: 'missing-end-mark',
  topic: 'marks',
  scope: 'paragraph',
  severity: 'warning',
  title: { zh: '段末缺少标点', en: 'No mark at the end of a paragraph' },
  explain: {
    zh: '正文段落以句号、问号、叹号等收尾。停在字上或顿号、逗号上，多半是话没写完或漏了标点。',
    en: 'A paragraph of text ends with a full stop or its like; this one stops in the middle.',
  },
  source: 'GB/T 15834—2011 4.1.1',
  mechanical: false,
  check({ prose, kind, report }) {
    if ((kind !== 'body' && kind !== 'run-in') || prose.length < 40) return;
    const last = prose.at(-1)!;
    if (!/[\u4e00-\u9fff，、]/.test(last)) return;
    // A list, a caption or a line of names has no sentence in it.
    if (!/[，；].*[，。；]/.test(prose) || /[\n|\t]|[ \u3000]{2}/.test(prose)) return;
    if (ATTRIBUTION.test(prose.slice(-LOOK_BACK)) || ENTRY.test(prose)) return;
    if (LABELLED_SAYING.test(prose)) return;
    report({
      span: { start: prose.length - 1, end: prose.length },
      message: {
        zh: `段落停在“${last}”上，没有收尾的标点，像是没写完。请补上句号，或把话写完。`,
        en: `The paragraph stops at “${last}” with no end mark. Add one, or finish the sentence.`,
      },
    });
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '今年以来，馆内坚持每月一课，先后组织职工集中学习，开展业务研讨，推动服务水平稳步提升，受到好⟦评⟧',
    },
    {
      bad: '\uFEFF　今年以来，𠮷县图书馆坚持每月一课。先后组织职工集中学习，开展业务研讨，推动服务水平稳步提升⟦，⟧\r\n',
    },
  ],
  good: [
    '今年以来，馆内坚持每月一课，先后组织职工集中学习，开展业务研讨，推动服务水平稳步提升，受到好评。',
    '一、工作回顾',
    '年度工作总结',
    '报名地址：县图书馆二楼办公室，联系人为李某，周一至周五上午九点到十一点半均可报名，逾期不候',
    '读书，是为了把别人走过的路看得更清楚，也是为了把自己要走的路走得更踏实。——馆员李某',
    '17、读书，是为了把别人走过的路看得更清楚，也是为了把自己要走的路走得更踏实，更从容，更久。李某某',
    '第一项工作、第二项工作、第三项工作的完成情况统计表',
    '各科室要做到以下几点，坚持每月一课，先后组织职工集中学习，开展业务研讨：',
  ],
};
