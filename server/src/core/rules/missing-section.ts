import type { Localized } from '../localized.js';
import type { ParsedSummary } from '../model.js';
import { defineRule, type Fix } from '../rule.js';
import { isWorkSummary, openingWords } from '../summary-kind.js';
import { skeletonEdits } from '../writing/skeleton.js';

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
    heading: /问题|不足|短板|困难|差距|挑战|薄弱/,
    opening:
      /(?:存在|面临|看到|正视|仍有|还有|不少|一些|主要).{0,20}(?:问题|不足|短板|困难|差距|挑战|薄弱)|(?:问题|不足|短板|差距)(?:是|在于|主要)|有待|不够/,
  },
  {
    name: { zh: '下一步打算', en: 'next steps' },
    heading:
      /下一步|下步|下一阶段|打算|计划|安排|思路|明年|来年|今后|未来|下半年|努力方向|展望|举措|规划/,
    opening:
      /下一步|下步|下一阶段|下半年|明年|来年|今后|接下来|(?:工作|初步)(?:打算|计划|安排|思路)|将(?:继续|进一步|以|针对)/,
  },
];

/** A heading may say it in a noun, or as a sentence would: 服务水平有待提高. */
const isAbout = (title: string, { heading, opening }: Expected) =>
  heading.test(title) || opening.test(title);

/** How much of a paragraph's start tells what it is about. */
const OPENING = 60;

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
    ...['问题', '不足', '短板', '困难', '差距', '挑战', '薄弱', '有待', '不够', '下一步', '下步'],
    ...['下一阶段', '下半年', '明年', '来年', '今后', '接下来', '打算', '计划', '安排', '思路'],
    ...['将继续', '将进一步', '将以', '将针对'],
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
  examples: {
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
      `采购合同\n${LONG.replaceAll('工作', '')}`,
      '年度工作总结\n一、回顾\n二、服务',
    ],
  },
  gather({ prose, kind }, add) {
    if (kind !== 'body' && kind !== 'item' && kind !== 'run-in') return;
    const opening = prose.slice(0, OPENING);
    const told = EXPECTED.filter((expected) => expected.opening.test(opening));
    if (told.length > 0) add({ start: 0, end: prose.length }, told);
  },
  check(context) {
    const { summary, report } = context;
    const told = new Set(context.facts.flatMap(({ data }) => data));
    if (told.size === EXPECTED.length || !isWorkSummary(summary)) return;
    const { sections } = context;
    const missing = EXPECTED.filter(
      (expected) => !told.has(expected) && !sections.some(({ title }) => isAbout(title, expected)),
    );
    const span = openingWords(summary);
    if (span === null || missing.length === 0) return;
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
