import { isWorkSummary, openingWords } from '../../analysis/document-scope.js';
import type { Localized } from '../../base/localized.js';
import type { ParsedSummary } from '../../document/model.js';
import { skeletonEdits } from '../../edits/missing-sections.js';
import { defineRule, type Fix, type RuleExamples } from '../rule.js';

interface Expected {
  readonly name: Localized;
  /** In a heading. */
  readonly heading: RegExp;
  /** In the opening sentence of a paragraph, where the part has no heading of its own. */
  readonly opening: RegExp;
}

const EXPECTED: readonly Expected[] = [
  {
    name: { zh: '存在的问题', en: 'problems' },
    heading:
      /问题|不足|短板|弱项|困难|难点|难题|差距|挑战|薄弱|缺点|缺陷|欠缺|教训|反思|剖析|困惑|瓶颈|遗憾|待(?:改进|提高|加强|完善)|需(?:要)?(?:改进|提高|加强)|改进/,
    opening:
      /(?:存在|面临|看到|正视|仍有|还有|尚有|不少|一些|主要).{0,20}(?:问题|不足|短板|困难|差距|挑战|薄弱|缺点|缺陷|欠缺)|(?:问题|不足|短板|差距|缺点)(?:是|有|在于|主要)|不足之处|有待|不够|[还仍尚]需/,
  },
  {
    name: { zh: '下一步打算', en: 'next steps' },
    heading:
      /下一步|下步|下一阶段|下一?(?:年度?|季度|学[年期]|月|周|个)|打算|计划|安排|部署|思路|明年|来年|新的一年|今后|未来|后续|下半年|方向|展望|设想|构想|举措|措施|对策|整改|改进|规划|愿景|建议|重点(?:工作|任务)|目标(?!.{0,4}(?:完成|达成|考核|落实))/,
    opening:
      /下一步|下步|下一阶段|下一?(?:年度|季度|学[年期]|月|周|个)|下半年|明年|来年|新的一年|今后|后续|接下来|(?:工作|初步)(?:打算|计划|安排|思路|设想)|努力方向|将(?:继续|进一步|以|针对|从|不断|努力|着力|重点)/,
  },
];

/** A heading may say it in a noun, or as a sentence would: 服务水平有待提高. */
const isAbout = (title: string, { heading, opening }: Expected) =>
  heading.test(title) || opening.test(title);

/** How much of a paragraph's start tells what it is about, and how much of each sentence after. UTF-16 units. */
const OPENING = 60;
const SENTENCE_OPENING = 24;

/** The openings of the sentences of a paragraph, the first one longer. */
function openingsOf(text: string): string[] {
  return text
    .split(/[。！？\n]/)
    .map((sentence, index) => sentence.slice(0, index === 0 ? OPENING : SENTENCE_OPENING));
}

/** Sections to be written: problems stand before the next steps, which come last. */
function skeletons(summary: ParsedSummary, missing: readonly Expected[]): Fix[] {
  const [, plans] = EXPECTED as readonly [Expected, Expected];
  // Where the next steps are missing themselves, no section has such a title.
  const before = summary.sections.find(({ title }) => isAbout(title, plans)) ?? null;
  const names = missing.map(({ name }) => name);
  const edits = skeletonEdits(
    summary,
    names.map(({ zh }) => zh),
    before,
  );
  if (edits.length === 0) return [];
  const title = {
    zh: `补上${names.map(({ zh }) => `“${zh}”`).join('和')}（插入待写的部分）`,
    en: `Insert ${names.map(({ en }) => en).join(' and ')} as sections to be written`,
  };
  return [{ title, safe: false, edits }];
}

const BODY = '全馆坚持服务工作为先，做好借阅工作，抓好讲座工作，每月检查一次。';
const LONG = `一、服务工作\n${BODY.repeat(10)}\n二、学习工作\n${BODY.repeat(10)}`;

export default defineRule<Record<never, never>, readonly Expected[]>({
  id: 'missing-section',
  topic: 'document',
  scope: 'document',
  trigger: [
    ...['问题', '不足', '短板', '困难', '差距', '挑战', '薄弱', '缺点', '缺陷', '欠缺', '有待'],
    ...['不够', '还需', '仍需', '尚需', '下一', '下步', '下年', '下季', '下学', '下个', '下月'],
    ...['下周', '下半年', '明年', '来年', '新的一年', '今后', '后续', '接下来', '打算', '计划'],
    ...['安排', '思路', '设想', '努力方向'],
    ...[...'继进以针从不努着重'].map((after) => `将${after}`),
  ],
  severity: 'hint',
  wide: true,
  title: { zh: '没有写问题或下一步打算', en: 'No section on problems or next steps' },
  explain: {
    zh: '总结一般有成绩、有问题、有打算。只写成绩显得不完整，可以补上“存在的问题”和“下一步打算”。',
    en: 'A summary usually tells results, problems and next steps; with results alone it seems incomplete.',
  },
  source: null,
  mechanical: false,
  gather({ prose, kind }, add) {
    if (kind !== 'body' && kind !== 'item' && kind !== 'run-in') return;
    const openings = openingsOf(prose);
    const told = EXPECTED.filter(({ opening }) => openings.some((each) => opening.test(each)));
    if (told.length > 0) add({ start: 0, end: prose.length }, told);
  },
  check(context) {
    const { summary, report } = context;
    const told = new Set(context.facts.flatMap(({ data }) => data));
    if (told.size === EXPECTED.length) return;
    const { sections } = context;
    const missing = EXPECTED.filter(
      (expected) => !told.has(expected) && !sections.some(({ title }) => isAbout(title, expected)),
    );
    const span = openingWords(summary);
    // Whether it is one is asked last: that looks through the text.
    if (span === null || missing.length === 0 || !isWorkSummary(summary)) return;
    const names = missing.map(({ name }) => name);
    const zh = names.map((name) => `“${name.zh}”`).join('和');
    const en = names.map((name) => name.en).join(' or ');
    report({
      span,
      message: {
        zh: `全文没有写${zh}。总结一般要写，可以补上。`,
        en: `Nothing is said about ${en}, which a summary usually has. Consider adding it.`,
      },
      fixes: skeletons(summary, missing),
    });
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: `⟦今年以来⟧，${BODY}\n${LONG}`,
      fixed: `今年以来，${BODY}\n${LONG}\n三、存在的问题\n【待补充】\n四、下一步打算\n【待补充】`,
    },
    {
      bad: `\uFEFF　⟦𠮷县图书馆工作总结⟧\r\n${LONG}\r\n三、存在的问题\r\n${BODY}`,
      fixed: `\uFEFF　𠮷县图书馆工作总结\r\n${LONG}\r\n三、存在的问题\r\n${BODY}\r\n四、下一步打算\r\n【待补充】`,
    },
    {
      bad: `⟦年度工作总结⟧\n${LONG}\n三、明年安排\n${BODY}`,
      fixed: `年度工作总结\n${LONG}\n三、存在的问题\n【待补充】\n四、明年安排\n${BODY}`,
    },
  ],
  good: [
    `年度工作总结\n${LONG}\n三、存在的问题\n${BODY}\n四、下一步打算\n${BODY}`,
    `年度工作总结\n${LONG}\n工作中还存在一些不足：人手偏少。\n下一步，将增加人手。`,
    `年度工作总结\n${LONG}\n三、反思与教训\n${BODY}\n四、工作目标\n${BODY}`,
    `年度工作总结\n${LONG}\n三、不足与努力方向\n${BODY}`,
    `年度工作总结\n${LONG}\n三、整改措施\n${BODY}当然，馆藏更新还不够快。`,
    `采购合同\n${LONG.replaceAll('工作', '')}`,
    '年度工作总结\n一、回顾\n二、服务',
  ],
};
