import { quotedIn } from '../../analysis/clauses.js';
import type { Severity } from '../../base/severity.js';
import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

/** Two ways of saying it in one. */
interface Blend {
  readonly pattern: RegExp;
  /** What is left over by either way, and goes. */
  readonly drop?: RegExp;
  /** Where even texts have it that were edited many times. */
  readonly severity?: Severity;
}

const HARM = '(?:发生|出现|反弹|重演)';

/** How the clause ends. */
const END = '(?=[，。；！？,;!?]|$)';

const BLENDS: readonly Blend[] = [
  { pattern: /目的(?:就)?是为了/g, drop: /为了$/, severity: 'hint' },
  { pattern: /旨在为了/g, drop: /为了$/ },
  { pattern: /是为了[^，。；：]{2,16}为目的/g },
  { pattern: /其?原因(?:主要|就|也|都|则|正)?是(?:因为|由于)/g, drop: /(?:因为|由于)$/ },
  { pattern: /之所以[^。！？；：]{2,40}的(?:主要|根本|重要|直接)?原因/g },
  // 由下列主要原因造成的 says by what; 多方面的原因造成的 needs no name for them.
  {
    pattern: new RegExp(
      `(?<=是[^，。；由]{2,24}的)(?:重要|主要|根本|直接|关键)原因(?:所致|(?:造成|导致|引起)的${END})`,
      'g',
    ),
  },
  {
    pattern:
      /关键(?:就)?(?:在于|是)[^，。；：]{2,20}(?:是关键|起(?:着|了)?(?:决定|关键)性?的?作用|(?:最|很|十分|非常|至关)重要)/g,
  },
  // 要具备的能力是必备的 has 的 after the verb; 要有成绩，努力是必须的 a comma.
  {
    pattern: new RegExp(
      `(?:需要|应该|应当|必须|应|要|须|需)(?:有|具有|具备|拥有)(?!的)[^，。；：、]{2,14}是(?:必备|必要|必须|必需|必不可少|不可或缺|不可缺少)的${END}`,
      'g',
    ),
  },
  { pattern: /围绕以[^，。；\n]{2,12}为(?:中心|重点|主题|主线|目标)(?!的)/g },
  { pattern: /本着以[^，。；\n]{2,14}为(?:原则|宗旨|目的|目标|前提)(?!的)/g },
  {
    pattern:
      /(?:深受|备受|受到|得到)(?:了)?(?!各种|其)[^，。；：]{1,12}所(?:欢迎|喜爱|好评|爱戴|赞扬|称赞|赞誉|信赖|关注|拥护|重视)/g,
  },
  {
    pattern: /(?<=^|[。！？；，\u3000])(?:根据|据)[^，。；：的]{2,14}(?:显示|表明|证明)(?=[，：])/g,
    drop: /^(?:根据|据)/,
  },
  { pattern: new RegExp(`(?:奉献|贡献|献)给[^，。；：]{2,20}(?:中去|之中|当中)${END}`, 'g') },
  { pattern: /(?:投入|投身|融入|运用|应用|落实|奉献|贡献)(?:到给|给到|到于(?!田|都|洪)|于到)/g },
  {
    pattern: /(?:当?中去|之中|当中)(?:之中|当中|中去)/g,
    drop: /(?:之中|当中|中去)$/,
  },
  {
    pattern: new RegExp(
      `(?:与|同|跟)(?!志|时|步|样)[^，。；：]{2,24}(?:领导|支持|帮助|努力|配合|指导|付出|关心|关怀|重视|奋斗|投入|协作|奉献|理解|合作)是?离不开的?${END}|离不开[^，。；：]{2,24}分不开的?${END}`,
      'g',
    ),
  },
  {
    pattern: new RegExp(
      `(?<!由[^，。；]{0,20})包括(?![^，。；]{0,40}在内)[^，。；：]{2,40}(?:组成|构成)${END}`,
      'g',
    ),
  },
  {
    pattern: new RegExp(
      `(?:缺乏|缺少|欠缺)(?!对|正视|弥补|改进|克服|查找)[\\u4e00-\\u9fff]{2,8}(?:不足|不够|不强)${END}`,
      'g',
    ),
  },
  { pattern: /以来(?:到|一?直到)至今/g, drop: /(?:到|一?直到)至今$/ },
  { pattern: /进行了?(?:加以|予以)|(?:加以|予以)进行(?!到底|下去|中)/g },
  {
    pattern: /(?:切忌|切勿)(?:不要|不可|别)|(?:严禁|禁止)(?:不要|不得|不准|不许)/g,
    drop: /(?:不.|别)$/,
  },
  { pattern: /避免不(?!必要|了|良|当|利|同)/g },
  {
    pattern: new RegExp(`(?:防止|避免|杜绝)[^，。；\\n]{2,14}(?:不再|不会|不)(?=再?${HARM})`, 'g'),
  },
];

export default defineRule({
  id: 'mixed-structure',
  topic: 'sentences',
  scope: 'paragraph',
  trigger: [
    ...[
      '目的',
      '旨在',
      '原因',
      '关键',
      '是必',
      '是不可',
      '围绕以',
      '本着以',
      '深受',
      '备受',
      '受到',
      '得到',
      '显示',
    ],
    ...['表明', '证明', '中去', '之中', '当中', '离不开', '组成', '构成', '不足', '不够', '不强'],
    ...[
      '以来',
      '到给',
      '给到',
      '到于',
      '于到',
      '加以',
      '予以',
      '切忌',
      '切勿',
      '严禁',
      '禁止',
      '避免',
      '防止',
      '杜绝',
    ],
  ],
  severity: 'warning',
  title: { zh: '句式杂糅', en: 'Two constructions in one' },
  explain: {
    zh: '把两种说法拼在一起，意思重复或相反，如“原因是因为”“防止……不再”“切忌不要”“奉献给……中去”。只留一种说法。',
    en: 'Two ways of saying it run together, so that it says it twice or says the opposite. Keep one.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    const isQuoted = quotedIn(prose);
    for (const { pattern, drop, severity } of BLENDS) {
      for (const match of prose.matchAll(pattern)) {
        const span = spanOf(match);
        if (isQuoted(span)) continue;
        report({
          span,
          ...(severity !== undefined && { severity }),
          message: {
            zh: `“${match[0]}”把两种说法拼在了一起，意思重复或说反了。请只留一种。`,
            en: `“${match[0]}” runs two constructions together. Keep one.`,
          },
          ...(drop !== undefined && {
            fixes: [changeTo(match[0].replace(drop, ''), span, false)],
          }),
        });
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '读者少⟦原因是由于⟧天气冷。', fixed: '读者少原因是天气冷。' },
    { bad: '\uFEFF　𠮷县要⟦防止类似问题不再⟧发生，⟦防止隐患不⟧出现。\r\n' },
    { bad: '馆员⟦要有责任心是必备的⟧，办好服务⟦关键在于用心是关键⟧。' },
    { bad: '图书受潮，是管理不到位的⟦重要原因所致⟧。' },
    { bad: '⟦之所以能按期开馆的原因⟧，在于大家齐心。' },
    { bad: '⟦围绕以读者为中心⟧，⟦本着以服务为宗旨⟧开展工作。' },
    { bad: '流动书车⟦深受村民所欢迎⟧。' },
    { bad: '把热情⟦奉献给基层文化事业中去⟧，把精力⟦投入到给⟧读者服务。' },
    { bad: '成绩的取得⟦与各科室的配合是离不开的⟧。' },
    { bad: '宣讲队⟦包括馆员、教师和志愿者组成⟧，仍然⟦缺乏经验不足⟧。' },
    { bad: '对书架⟦进行加以⟧检修。' },
    { bad: '自开馆⟦以来到至今⟧，从未闭馆。', fixed: '自开馆以来，从未闭馆。' },
    { bad: '投身到服务⟦当中去之中⟧。', fixed: '投身到服务当中去。' },
  ],
  good: [
    '目的是消除隐患',
    '防止类似问题再次发生',
    '切忌流于形式',
    '防止问题发生，不再出现',
    '主要原因是人手不足。',
    '这是由下面的主要原因造成的。',
    '图书受潮是多方面原因造成的。',
    '之所以能按期开馆，是因为大家齐心。',
    '馆员要具备的能力是必不可少的。',
    '要有好成绩，努力是必须的。',
    '围绕以读者为中心的理念，本着以服务为宗旨的要求。',
    '受到其他各种所有制企业欢迎。',
    '根据借阅数据显示的结果，调整书目。',
    '据统计，到馆人数上升。',
    '奉献给热爱的图书事业，给到馆读者倒水。',
    '成绩的取得与各科室的配合是分不开的，也离不开读者的支持。',
    '书屋与村民离不开。',
    '由包括馆长在内的五人组成。',
    '宣讲队由馆员、教师等组成。',
    '缺乏对自身不足的认识。',
    '把检修进行到底，予以表扬。',
    '自开馆以来，到现在已办展三次。',
    '严禁烟火，不得入内。',
    '病句“原因是因为”应当避免。',
  ],
};
