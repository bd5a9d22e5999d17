import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

/** What is held, carried out or won before the name: no work then. */
const HELD =
  /(?:举办|举行|开展|召开|主办|承办|协办|启动|实施|推进|参加|参与|组织|获|获得|取得|评为|颁发|授予|持有|办理|领取|考取)了?[^，。；：《》\n]{0,8}$/;

export default defineRule({
  id: 'title-mark-misuse',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '《',
  severity: 'warning',
  title: { zh: '书名号用得不当', en: 'Title marks round what is no work' },
  explain: {
    zh: '书名号标示书、文、报刊等作品和文件的名称。会议、活动、工程、奖项、证书、课程不是作品，不用书名号，需要突出时用引号。',
    en: '《》 names works and documents. Meetings, activities, projects, prizes and certificates take “” or nothing.',
  },
  source: 'GB/T 15834—2011 A.13',
  mechanical: false,
  check({ prose, report }) {
    const pattern =
      /(?<!：|印发|下发|制定|起草|阅读|撰写|出版|拍摄)《([^《》\n]{2,24}(?:会议|活动|工程|行动|奖|证书|许可证|执照|课程|大赛))》(?!一?[书文片剧歌]|[白蓝绿]皮书)/g;
    for (const match of prose.matchAll(pattern)) {
      const name = match[1]!;
      if (/^关于|[、，与和]/.test(name)) continue;
      const span = spanOf(match);
      const sure = HELD.test(prose.slice(Math.max(0, span.start - 12), span.start));
      report({
        span,
        // A play, a book or a form may have such a name.
        ...(!sure && { severity: 'hint' as const }),
        message: {
          zh: `“${name}”不是书、文、报刊或文件的名称，不用书名号。请改用引号，或不加标号。`,
          en: `“${name}” is no work or document: use “” or nothing instead of 《》.`,
        },
        fixes: [changeTo(`“${name}”`, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '举办⟦《全民阅读月活动》⟧。', fixed: '举办“全民阅读月活动”。' },
    {
      bad: '\uFEFF　获得𠮷县⟦《优秀服务奖》⟧。\r\n',
      fixed: '\uFEFF　获得𠮷县“优秀服务奖”。\r\n',
    },
  ],
  good: [
    '印发《全民阅读月活动方案》',
    '学习《工程建设条例》',
    '通报《关于表彰优秀服务奖的决定》',
    '《全民阅读月活动》一书',
    '发布《馆际交流的政策与行动》',
  ],
};
