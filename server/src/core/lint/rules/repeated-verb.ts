import { quotedIn } from '../../analysis/clauses.js';
import { changeTo, defineRule, type RuleExamples } from '../rule.js';

/** How something is done: the verb after it is what was done, and no part of a name. */
const ADVERB =
  '(?:圆满|顺利|超额|按时|按期|如期|提前|胜利|及时|成功|全面|认真|扎实|深入|积极|大力|全力|努力|有序|稳步|持续|切实|着力|高质量|高标准|较好地?|出色地?)';

const VERB =
  '(?:完成|开展|加强|做好|抓好|实现|举办|召开|制定|建立|健全|完善|提高|提升|增强|强化|推动|促进|取得|获得|承办)';

/** 完成情况, 提升行动: with the second verb something else begins. */
const NAME = '(?![情率进量度者后时的得不会部员以机制表书单能力行工程计方措]|[，。；、,;])';

const PATTERN = new RegExp(
  `(?<=${ADVERB})(?<verb>${VERB})了?(?<object>[\\u4e00-\\u9fff]{2,8}?)(?<again>\\k<verb>了?)(?=[\\u4e00-\\u9fff]{2})${NAME}`,
  'g',
);

/** Two objects, each with its verb: 先后……又……. */
const BETWEEN = /[的了和与并再又后即而且及时先]/;

export default defineRule({
  id: 'repeated-verb',
  topic: 'sentences',
  scope: 'paragraph',
  severity: 'warning',
  title: { zh: '同一动词连用两次', en: 'Verb said twice over one object' },
  explain: {
    zh: '“圆满完成采购完成目标”这样一个动词在一口气里用了两次，多半是改稿时没有删净，或者中间漏了标点。',
    en: 'A verb that comes twice in one breath is left over from editing, or a mark is missing between the two.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    const isQuoted = quotedIn(prose);
    for (const { index, 0: whole, groups } of prose.matchAll(PATTERN)) {
      const { verb, object, again } = groups as { verb: string; object: string; again: string };
      const span = { start: index, end: index + whole.length };
      if (BETWEEN.test(object) || isQuoted(span)) continue;
      const second = { start: span.end - again.length, end: span.end };
      report({
        span,
        message: {
          zh: `“${verb}”在一句里连用了两次，多半是改稿时留下的。请删去一个；如果说的是两件事，请在中间加标点。`,
          en: `${verb} comes twice in one breath. Delete one, or put a mark between two things.`,
        },
        fixes: [
          {
            ...changeTo('', second, false),
            title: { zh: `删去后一个“${again}”`, en: `Delete the second ${again}` },
          },
        ],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '圆满⟦完成图书采购完成⟧年度指标两千册。',
      fixed: '圆满完成图书采购年度指标两千册。',
    },
    {
      bad: '\uFEFF　𠮷县扎实⟦开展送书下乡开展⟧志愿服务。\r\n',
      fixed: '\uFEFF　𠮷县扎实开展送书下乡志愿服务。\r\n',
    },
  ],
  good: [
    '圆满完成图书采购，完成年度指标两千册。',
    '认真做好搬迁和做好盘点。',
    '及时完成编目任务完成情况统计。',
    '积极推动改革，推动创新。',
    '全面提升服务提升行动的水平。',
    '已完成项目完成验收。',
  ],
};
