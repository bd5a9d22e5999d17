import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findPlaceholders } from '../../server/src/core/analysis/placeholders/placeholders.js';
import { applyEdits } from '../../server/src/core/base/text.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { type CoreCompletion, plainText } from '../../server/src/core/features/completion-item.js';
import { hoverAt } from '../../server/src/core/features/hover.js';
import {
  type PhraseContext,
  phraseCompletions,
} from '../../server/src/core/features/phrase-completion.js';
import { rewritingsAt, termCompletions } from '../../server/src/core/features/term-completion.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { DEFAULT_CONFIG } from '../../server/src/core/settings/lint-config.js';
import { marked } from '../helpers/marked.js';

function propose(
  source: string,
  more: Partial<PhraseContext> & { markdown?: boolean } = {},
): { text: string; cursor: number; items: CoreCompletion[] } {
  const { text, cursor } = marked(source);
  const summary = parseSummary(text, more.markdown ? 'markdown' : 'plain');
  const placeholders = findPlaceholders(text, summary.lines, {
    markdown: more.markdown === true,
    exempt: summary.exempt,
  });
  const today = { year: 2026, month: 7, day: 5 };
  const items = [
    ...phraseCompletions(summary, cursor, { placeholders, today, own: [], chosen: {}, ...more }),
    ...termCompletions(summary, cursor, DEFAULT_CONFIG),
  ];
  for (const { span, label } of items) {
    assert.ok(span.start <= cursor && cursor <= span.end, `${label} lies at the caret`);
    assert.doesNotMatch(text.slice(span.start, span.end), /[\r\n]/, label);
  }
  return { text, cursor, items };
}

const inserted = (text: string, { span, newText, snippet }: CoreCompletion) =>
  applyEdits(text, [{ span, newText: snippet ? plainText(newText) : newText }]);

const TITLE = '区图书馆2026年上半年工作总结\n\n';
const OPENED = `${TITLE}　　现将工作情况总结如下：\n`;
const RESULTS = `${OPENED}一、上半年工作完成情况\n`;
const PROBLEMS = `${RESULTS}　　（一）抓好讲座。办班数期。\n二、存在的问题\n`;
const NEXT = `${PROBLEMS}　　人手不足。\n三、下半年工作安排\n`;
const PARTY = '中共𠮷县支部2026年党建工作总结\n\n';
const DUTY = '2026年度述职报告\n\n';
const PERSONAL = '2026年个人工作总结\n\n';
const PROJECT = '水库加固项目工作总结\n\n';
const SPECIAL = '区图书馆关于消防整改情况的报告\n\n';

const STAFF = '人员力量不足，【岗位】缺编XX人，XX人身兼多岗，业务培训跟不上工作需要。';
const ACTIVITY = '组织开展【活动】XX场次，XX人次参加，发放宣传资料XX份。';

// What the sections and openings read when they are taken, whole.
const PROBLEMS_BODY =
  '存在的问题\n　　一是受【影响因素】影响，【任务】比原计划推迟XX个月。二是部分制度还不健全，【工作环节】衔接不顺，【具体表现】等情况仍有发生。';
const NEXT_BODY =
  '下半年工作安排\n　　（一）推进【工作】，实现【目标】。对照【问题清单】逐项整改，X月XX日前全部完成，整改一项、销号一项。\n　　（二）补齐【短板】，提高【水平】。力争【指标】达到XX%，比上年提高XX个百分点。';
const RESULTS_BODY =
  '上半年工作完成情况\n　　（一）抓好【工作】，推动【目标】。截至X月底，【任务】已完成XX项，占全年任务的XX%；其余XX项正按计划推进。\n　　（二）加强【工作】，提升【能力】。组织开展【活动】XX场次，XX人次参加，发放宣传资料XX份。';
const openingOf = (unit: string) =>
  `　　今年上半年，${unit}对照【年度工作要点】抓进度、抓落实，重点推进了【工作一】、【工作二】和【工作三】。现将上半年工作情况总结如下：`;
const OPENING = openingOf('区图书馆');
const DUTY_OPENING =
  '　　本人自【任职时间】起担任【职务】，分管【分工】。现就【时段】的履职情况述职如下，请予评议。';
const INTEGRITY =
  '　　遵守廉洁纪律和中央八项规定精神，按规定报告个人有关事项，接受组织和群众监督。';
const SHORTCOMINGS = '　　在总结成绩的同时，对照【工作要求】，工作中还存在以下问题：';
const CLOSING = '　　以上总结，不妥之处请批评指正。';

const HALF_YEAR = [
  '【单位名称】20XX年工作总结\n',
  openingOf('【本单位】'),
  `一、${RESULTS_BODY}`,
  `二、${PROBLEMS_BODY}`,
  `三、${NEXT_BODY}`,
  `${CLOSING}\n`,
  '【单位名称】',
  '2026年7月5日\n',
].join('\n');

const DUTY_REPORT = [
  '20XX年述职报告\n',
  DUTY_OPENING,
  '一、任职概况',
  '　　任现职以来，本人主要负责【分工】，分管【部门或业务】，联系【基层单位】。今年以来共承担重点任务XX项，其中【牵头任务】XX项、【配合任务】XX项，已完成XX项。',
  '二、履职情况',
  '　　（一）抓好【工作】，推动【目标】。围绕【分管工作】，牵头制定【工作方案】，推动【重点事项】落地，完成年度任务XX项。',
  '　　（二）加强【工作】，提升【能力】。到【基层单位】调研XX次，形成调研报告XX篇，提出建议XX条，被采纳XX条。',
  '三、廉洁自律情况',
  `${INTEGRITY}履行“一岗双责”，与分管部门负责人谈心谈话XX人次，提醒问题XX个。`,
  '四、存在的问题',
  '　　一是对【业务】学习得不够系统，处理【复杂问题】的经验还不足。二是深入基层的时间不够多，全年到【基层单位】调研XX次，对一线情况掌握得不够细。',
  '五、努力方向',
  '　　今后将加强对【业务】的学习，每月到基层调研一次，推动【重点工作】落实。完善廉政风险防控清单，每季度开展一次监督检查，发现问题及时处理。',
  '　　以上是本人的述职报告，请予评议。\n',
  '【姓名】',
  '2026年7月5日\n',
].join('\n');

/**
 * Where, and what was typed (with `‸` after it); the document that the wanted item gives. Letters
 * are what is typed with the input method off, Han characters what it leaves when it is on.
 */
const SITUATIONS: readonly (readonly [place: string, before: string, wanted: string])[] = [
  // A section that is to begin: by its name, initials, full pinyin, a mixture.
  [
    'problems, Han',
    `${RESULTS}　　（一）办班。\n存在‸`,
    `${RESULTS}　　（一）办班。\n二、${PROBLEMS_BODY}`,
  ],
  [
    'problems, initials',
    `${RESULTS}　　办班。\nczdwt‸`,
    `${RESULTS}　　办班。\n二、${PROBLEMS_BODY}`,
  ],
  [
    'problems, initials without 的',
    `${RESULTS}　　办班。\nczwt‸`,
    `${RESULTS}　　办班。\n二、${PROBLEMS_BODY}`,
  ],
  [
    'problems, full pinyin',
    `${RESULTS}　　办班。\ncunzaidewenti‸`,
    `${RESULTS}　　办班。\n二、${PROBLEMS_BODY}`,
  ],
  [
    'problems, half of the pinyin',
    `${RESULTS}　　办班。\ncunzai‸`,
    `${RESULTS}　　办班。\n二、${PROBLEMS_BODY}`,
  ],
  ['problems, mixed', `${RESULTS}　　办班。\n存zai‸`, `${RESULTS}　　办班。\n二、${PROBLEMS_BODY}`],
  [
    'next, Han',
    `${PROBLEMS}　　人手不足。\n下半年‸`,
    `${PROBLEMS}　　人手不足。\n三、${NEXT_BODY}`,
  ],
  [
    'next, initials',
    `${PROBLEMS}　　人手不足。\nxbngzap‸`,
    `${PROBLEMS}　　人手不足。\n三、${NEXT_BODY}`,
  ],
  ['results, Han', `${OPENED}上半年‸`, `${OPENED}一、${RESULTS_BODY}`],
  ['results, initials', `${OPENED}sbngz‸`, `${OPENED}一、${RESULTS_BODY}`],
  [
    'indent typed before a section',
    `${RESULTS}　　办班。\n　　czdwt‸`,
    `${RESULTS}　　办班。\n二、${PROBLEMS_BODY}`,
  ],
  // A heading whose label is typed.
  [
    'label and nothing',
    `${RESULTS}　　办班。\n二、‸`,
    `${RESULTS}　　办班。\n二、${PROBLEMS_BODY}`,
  ],
  [
    'label and Han',
    `${PROBLEMS}　　人手不足。\n三、下半‸`,
    `${PROBLEMS}　　人手不足。\n三、${NEXT_BODY}`,
  ],
  [
    'label and initials',
    `${PROBLEMS}　　人手不足。\n三、xbn‸`,
    `${PROBLEMS}　　人手不足。\n三、${NEXT_BODY}`,
  ],
  [
    'second level, Han',
    `${RESULTS}　　（一）加强‸`,
    `${RESULTS}　　（一）加强【工作】，提升【能力】`,
  ],
  [
    'second level, pinyin',
    `${RESULTS}　　（一）wanshan‸`,
    `${RESULTS}　　（一）完善【制度】，规范【流程】`,
  ],
  // The opening.
  ['opening, nothing typed', `${TITLE}‸`, `${TITLE}${OPENING}`],
  ['opening, by part, Han', `${TITLE}　　开头‸`, `${TITLE}${OPENING}`],
  ['opening, by part, initials', `${TITLE}kt‸`, `${TITLE}${OPENING}`],
  ['opening, by phrase, Han', `${TITLE}　　今年上半年‸`, `${TITLE}${OPENING}`],
  ['opening, by phrase, initials', `${TITLE}　　jnsbn‸`, `${TITLE}${OPENING}`],
  [
    'opening of a party summary',
    `${PARTY}　　‸`,
    `${PARTY}　　2026年，中共𠮷县支部按照【上级党组织】的部署，以【年度主线】为重点，推进党的建设各项任务。现将有关情况总结如下：`,
  ],
  ['opening of a duty report', `${DUTY}　　‸`, `${DUTY}${DUTY_OPENING}`],
  ['opening of a duty report, Han', `${DUTY}　　本人‸`, `${DUTY}${DUTY_OPENING}`],
  [
    'opening of a personal summary',
    `${PERSONAL}　　‸`,
    `${PERSONAL}　　一年来，在领导和同事的帮助下，本人立足【岗位】，按要求完成了【任务】。现将个人工作情况总结如下：`,
  ],
  [
    'opening of a project summary',
    `${PROJECT}　　‸`,
    `${PROJECT}　　为实现【建设目标】，【项目名称】于20XX年X月启动，20XX年X月完成，总投入XX万元。现将项目实施情况总结如下：`,
  ],
  [
    'opening of a report, Han',
    `${SPECIAL}　　收到‸`,
    `${SPECIAL}　　收到【检查单位】的反馈意见后，区图书馆召开专题会议研究，列出【问题清单】，明确责任和时限。现将整改情况报告如下：`,
  ],
  // Sentences of a part: the part itself, the phrase, a word of it.
  ['results, Han', `${RESULTS}　　组织开展‸`, `${RESULTS}　　${ACTIVITY}`],
  ['results, initials', `${RESULTS}　　zzkz‸`, `${RESULTS}　　${ACTIVITY}`],
  ['results, by keyword, Han', `${RESULTS}　　活动‸`, `${RESULTS}　　${ACTIVITY}`],
  ['results, by keyword, pinyin', `${RESULTS}　　huodong‸`, `${RESULTS}　　${ACTIVITY}`],
  [
    'results, after a sentence',
    `${RESULTS}　　（一）抓好讲座。组织开‸`,
    `${RESULTS}　　（一）抓好讲座。${ACTIVITY}`,
  ],
  [
    'results, after a sentence, initials',
    `${RESULTS}　　（一）抓好讲座。zzkz‸`,
    `${RESULTS}　　（一）抓好讲座。${ACTIVITY}`,
  ],
  [
    'training, Han',
    `${RESULTS}　　培训‸`,
    `${RESULTS}　　举办【培训班】XX期，培训XX人次，考核合格率为XX%。`,
  ],
  [
    'visits, initials',
    `${RESULTS}　　zfdy‸`,
    `${RESULTS}　　走访【走访对象】XX家，收集意见建议XX条，协调解决XX件，办结率为XX%。`,
  ],
  [
    'funds, Han',
    `${RESULTS}　　向上争取‸`,
    `${RESULTS}　　向上争取资金XX万元，实施项目XX个，其中完工XX个，完成投资XX万元，占年度计划的XX%。`,
  ],
  [
    'safety, pinyin',
    `${RESULTS}　　anquan‸`,
    `${RESULTS}　　检查【单位或场所】XX家次，发现隐患XX处，已整改XX处，其余隐患已明确责任人和整改时限。`,
  ],
  ['problems, nothing typed', `${PROBLEMS}　　‸`, `${PROBLEMS}${SHORTCOMINGS}`],
  ['problems, Han', `${PROBLEMS}　　人手‸`, `${PROBLEMS}　　${STAFF}`],
  ['problems, initials', `${PROBLEMS}　　rsbz‸`, `${PROBLEMS}　　${STAFF}`],
  ['problems, pinyin', `${PROBLEMS}　　renyuan‸`, `${PROBLEMS}　　${STAFF}`],
  [
    'problems, a Chinese word before',
    `${PROBLEMS}　　主要是人员力量‸`,
    `${PROBLEMS}　　主要是${STAFF}`,
  ],
  ['problems, by its name', `${PROBLEMS}　　问题‸`, `${PROBLEMS}${SHORTCOMINGS}`],
  ['problems, counted', `${PROBLEMS}　　一是人手‸`, `${PROBLEMS}　　一是${STAFF}`],
  [
    'problems, the next number',
    `${PROBLEMS}　　一是人手不足；‸`,
    `${PROBLEMS}　　一是人手不足；二是`,
  ],
  [
    'problems, the next number, initials',
    `${PROBLEMS}　　一是人手不足；二是经费不足；ss‸`,
    `${PROBLEMS}　　一是人手不足；二是经费不足；三是`,
  ],
  [
    'next, nothing typed',
    `${NEXT}　　‸`,
    `${NEXT}　　下半年，区图书馆将对照【年度任务】查漏补缺，重点抓好以下工作：`,
  ],
  [
    'next, Han',
    `${NEXT}　　下一步‸`,
    `${NEXT}　　下一步，区图书馆将针对上述问题，重点抓好以下工作：`,
  ],
  [
    'next, initials',
    `${NEXT}　　xyb‸`,
    `${NEXT}　　下一步，区图书馆将针对上述问题，重点抓好以下工作：`,
  ],
  ['next, target', `${NEXT}　　力争‸`, `${NEXT}　　力争【指标】达到XX%，比上年提高XX个百分点。`],
  // Closing and sign-off.
  ['closing, Han', `${NEXT}　　办班。\n　　以上总结‸`, `${NEXT}　　办班。\n${CLOSING}`],
  ['closing, initials', `${NEXT}　　办班。\njw‸`, `${NEXT}　　办班。\n${CLOSING}`],
  [
    'closing of a duty report',
    `${DUTY}一、履职情况\n　　办班。\n二、努力方向\n　　读书。\n　　jiewei‸`,
    `${DUTY}一、履职情况\n　　办班。\n二、努力方向\n　　读书。\n　　以上是本人的述职报告，请予评议。`,
  ],
  ['sign-off, Han', `${NEXT}　　办班。\n落款‸`, `${NEXT}　　办班。\n区图书馆\n2026年7月5日`],
  ['sign-off, initials', `${NEXT}　　办班。\nlk‸`, `${NEXT}　　办班。\n区图书馆\n2026年7月5日`],
  [
    'attachment, Han',
    `${NEXT}　　办班。\n　　附件‸`,
    `${NEXT}　　办班。\n　　附件：1.【附件名称】\n　　　　　2.【附件名称】`,
  ],
  // Terms and connectors.
  ['set term, two characters', `${RESULTS}　　增强四个‸`, `${RESULTS}　　增强“四个意识”`],
  ['set term after a mark', `${RESULTS}　　增强“四个‸”`, `${RESULTS}　　增强“四个意识”`],
  [
    'set term, two characters of a long one',
    `${RESULTS}　　坚持铸牢‸`,
    `${RESULTS}　　坚持铸牢中华民族共同体意识`,
  ],
  ['set term, initials', `${RESULTS}　　坚持zlzh‸`, `${RESULTS}　　坚持铸牢中华民族共同体意识`],
  ['set term, pinyin', `${RESULTS}　　推动gaozhil‸`, `${RESULTS}　　推动高质量发展`],
  ['connector, Han', `${RESULTS}　　办班数期。在此‸`, `${RESULTS}　　办班数期。在此基础上，`],
  ['connector, initials', `${RESULTS}　　办班数期。ycts‸`, `${RESULTS}　　办班数期。与此同时，`],
  // Whole documents and titles.
  ['a document, Han', '半年工作‸', HALF_YEAR],
  ['a document, initials', 'bngzzj‸', HALF_YEAR],
  ['a document, pinyin', 'shuzhibaogao‸', DUTY_REPORT],
  [
    'party, organization',
    `${PARTY}一、组织建设\n　　三会‸`,
    `${PARTY}一、组织建设\n　　召开支部党员大会XX次、支部委员会会议XX次、党小组会XX次，讲党课XX次。`,
  ],
  [
    'party, organization, initials',
    `${PARTY}一、组织建设\n　　fzdy‸`,
    `${PARTY}一、组织建设\n　　培养入党积极分子XX名，发展党员XX名，转接组织关系XX人，收缴党费XX元。`,
  ],
  ['duty, integrity', `${DUTY}一、廉洁自律情况\n　　‸`, `${DUTY}一、廉洁自律情况\n${INTEGRITY}`],
  [
    'CRLF, BOM, a rare character',
    `\uFEFF𠮷县图书馆2026年工作总结\r\n\r\n一、存在的问题\r\n　　rsbz‸\r\n`,
    `\uFEFF𠮷县图书馆2026年工作总结\r\n\r\n一、存在的问题\r\n　　${STAFF}\r\n`,
  ],
];

describe('phrases at the caret', () => {
  it('are shown for at least sixty situations', () =>
    assert.ok(SITUATIONS.length >= 60, `${SITUATIONS.length}`));

  for (const [place, before, wanted] of SITUATIONS) {
    it(place, () => {
      const { text, items } = propose(before);
      const results = items.slice(0, 3).map((item) => inserted(text, item));
      assert.ok(
        results.includes(wanted),
        `wanted ${JSON.stringify(wanted)}\nin ${JSON.stringify(results, null, 1)}`,
      );
    });
  }
});

describe('what phrases do not do', () => {
  it('offer nothing in the middle of a sentence that asks for nothing', () => {
    for (const source of [
      `${RESULTS}　　今年办好了书展‸`,
      `${RESULTS}　　走访XX‸`,
      `${RESULTS}　　走访xx‸`,
      `${RESULTS}　　办‸`,
      `${RESULTS}　　推进5G‸`,
      `${RESULTS}　　见a‸`,
    ]) {
      assert.deepEqual(
        propose(source).items.map(({ label }) => label),
        [],
        source,
      );
    }
  });

  it('cut a rarer character in two or take a letter of the word before', () => {
    for (const source of [
      `${RESULTS}　　𠮷问题‸`,
      `${RESULTS}　　ABC问题‸`,
      `${RESULTS}　　3czwt‸`,
    ]) {
      const { text, items } = propose(source);
      for (const { span } of items) {
        assert.doesNotMatch(text.slice(span.start, span.end), /^[\udc00-\udfffA-Z\d]/, source);
      }
    }
  });

  it('throw or leave the line, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            ...[
              '一、',
              '（二）',
              '存在的问题',
              'czwt',
              '\n',
              '\r\n',
              '　　',
              '# ',
              '20XX年',
              '，',
              '。',
            ],
            ...[
              '“',
              '四个',
              '𠮷',
              '\ud840',
              '\uFEFF',
              '一是',
              '第一，',
              'xx',
              '述职报告',
              '- ',
              '\t',
            ],
          ),
          { maxLength: 14 },
        ),
        fc.nat(),
        fc.boolean(),
        (pieces, at, markdown) => {
          const text = pieces.join('');
          const cursor = at % (text.length + 1);
          propose(`${text.slice(0, cursor)}‸${text.slice(cursor)}`, { markdown });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the style of the document', () => {
  const wanted = (source: string, markdown = false) => {
    const { text, items } = propose(source, { markdown });
    return inserted(text, items[0]!);
  };

  it('masks everything where the document masks everything', () => {
    const masked = `${OPENED}一、主要工作\n　　走访XX户、XX人，投入XX万元。\n　　`;
    assert.ok(
      wanted(`${masked}人员力量‸`).endsWith(
        '人员力量不足，XX缺编XX人，XX人身兼多岗，业务培训跟不上工作需要。',
      ),
    );
    const lower = `${OPENED}一、主要工作\n　　走访xx户、xx人，投入xx万元。\n　　`;
    assert.ok(
      wanted(`${lower}力争‸`).endsWith('力争xx达到xx%，比上年提高xx个百分点。'),
      wanted(`${lower}力争‸`),
    );
    const bracketed = `${OPENED}一、主要工作\n　　走访【户数】户、【人数】人，投入【金额】万元。\n　　`;
    assert.ok(
      wanted(`${bracketed}力争‸`).endsWith('力争【指标】达到【XX】%，比上年提高【XX】个百分点。'),
    );
  });

  it('keeps an indent of its own, and Markdown has blank lines and # instead', () => {
    const flat = '区图书馆2026年工作总结\n\n全馆抓服务。\n一、主要工作\n办班数期。\n';
    assert.ok(wanted(`${flat}czdwt‸`).includes('\n二、存在的问题\n一是'), wanted(`${flat}czdwt‸`));
    const markdown = '# 区图书馆2026年工作总结\n\n## 一、主要工作\n\n办班数期。\n\n';
    assert.ok(
      wanted(`${markdown}czdwt‸`, true).includes('\n\n## 二、存在的问题\n\n一是'),
      wanted(`${markdown}czdwt‸`, true),
    );
    const bare = '# 区图书馆2026年工作总结\n\n## 主要工作\n\n办班数期。\n\n';
    assert.ok(wanted(`${bare}czdwt‸`, true).includes('\n\n## 存在的问题\n\n一是'));
  });
});

describe("the writer's own phrases and habits", () => {
  const own = [
    {
      id: 'own:1',
      section: 'results' as const,
      form: 'sentence' as const,
      title: '送书下乡',
      text: '送书下乡【X】次，惠及【村名】等【X】个村。',
      own: true,
    },
  ];

  it('own phrases are offered like the others', () => {
    for (const typed of ['送书', 'ssxx', 'songshu', '']) {
      const { text, items } = propose(`${RESULTS}　　${typed}‸`, { own });
      const first = items.slice(0, 3).map((item) => inserted(text, item));
      assert.ok(first.includes(`${RESULTS}　　送书下乡XX次，惠及【村名】等XX个村。`), typed);
    }
  });

  it('what was chosen often comes first', () => {
    const source = `${PROBLEMS}　　‸`;
    const order = (chosen: Record<string, number>) =>
      propose(source, { chosen }).items.map((item) => item.chosen);
    assert.notEqual(order({})[0], 'problems-funds');
    assert.equal(order({ 'problems-funds': 5 })[0], 'problems-funds');
  });
});

describe('abbreviations', () => {
  const rewrite = (source: string) => {
    const { text, spans } = marked(source);
    return rewritingsAt(parseSummary(text, 'plain'), spans[0]!, DEFAULT_CONFIG).map(({ edit }) =>
      applyEdits(text, [edit]),
    );
  };

  it('are written out in place or explained after', () => {
    assert.deepEqual(rewrite('\uFEFF　𠮷县增强“四⟦⟧个意识”。\r\n'), [
      '\uFEFF　𠮷县增强政治意识、大局意识、核心意识、看齐意识。\r\n',
      '\uFEFF　𠮷县增强“四个意识”（政治意识、大局意识、核心意识、看齐意识）。\r\n',
    ]);
    assert.deepEqual(rewrite('统筹推进“五位⟦⟧一体”总体布局。'), [
      '统筹推进“五位一体”总体布局（经济建设、政治建设、文化建设、社会建设、生态文明建设）。',
    ]);
  });

  it('take the place of what they stand for', () => {
    assert.deepEqual(rewrite('增强政治意识、大⟦⟧局意识、核心意识、看齐意识。'), [
      '增强“四个意识”。',
    ]);
  });

  it('are left alone where there is none', () => {
    assert.deepEqual(rewrite('办⟦⟧班数期。'), []);
  });
});

describe('a part that is named', () => {
  const text =
    '𠮷县图书馆2026年上半年工作总结\n\n　　今年上半年，推进了各项工作。现将情况总结如下：\n';
  for (const typed of ['jbqk', '基本情况', 'jibenqingkuang']) {
    it(`comes before each sentence of it, another kind's too: ${typed}`, () => {
      const [first, second] = propose(`${text}${typed}‸`).items;
      assert.deepEqual([first?.kind, first?.label], ['section', '基本情况']);
      assert.notEqual(second, undefined);
    });
  }
});

describe('a section that is taken', () => {
  const BEFORE = `\uFEFF${RESULTS}　　办班。\r\n`;
  const AFTER = '二、下半年工作安排\r\n　　𠮷日开放，见第二部分。\r\n三、保障\r\n';
  const taken = (source: string) => {
    const { text, items } = propose(source);
    const item = items.find(({ kind }) => kind === 'section')!;
    const { span, newText, edits } = item;
    return applyEdits(text, [{ span, newText: plainText(newText) }, ...edits!]);
  };

  it('before others has them numbered on, and what refers to them', () => {
    const text = taken(`${BEFORE}czdwt‸\r\n${AFTER}`);
    assert.ok(text.startsWith(`${BEFORE}二、存在的问题\n`), text);
    const numbered = AFTER.replace('三、', '四、').replace('二、', '三、').replace('第二', '第三');
    assert.ok(text.endsWith(numbered), text);
  });

  it('after a label that was typed does so too; which section was meant is left alone', () => {
    const text = taken(`${BEFORE}二、czdwt‸\r\n${AFTER}`);
    assert.ok(text.endsWith(AFTER.replace('三、', '四、').replace('二、', '三、')), text);
  });

  it('in a gap, or last, leaves the numbers of others alone', () => {
    const gap = AFTER.replace('三、', '四、').replace('二、', '三、');
    assert.ok(taken(`${BEFORE}czdwt‸\r\n${gap}`).endsWith(gap));
    assert.ok(taken(`${BEFORE}${AFTER}czdwt‸`).startsWith(`${BEFORE}${AFTER}四、`));
  });
});

describe('hovering a finding', () => {
  it('says how binding its source is, and leaves naming it to the message', () => {
    const rule = RULES.find(({ id }) => id === 'doubled-mark')!;
    const text = '𠮷日办班，，服务读者。';
    const finding = {
      rule: rule.id,
      severity: rule.severity,
      source: 'GB/T 15834—2011',
      span: { start: 5, end: 7 },
      message: rule.title,
      fixes: [],
    };
    const said = hoverAt(parseSummary(text, 'plain'), [finding], 6, RULES, DEFAULT_CONFIG)!;
    const lines = said.parts[0]!.lines.map(({ zh }) => zh);
    assert.deepEqual(lines, [rule.explain.zh, '效力：推荐性国家标准，各类出版物和文稿普遍遵循']);
  });
});

describe('hovering a comparison', () => {
  it('tells 同比 from 环比', () => {
    const text = '\uFEFF𠮷县办件同比增长，环比下降。';
    const at = (offset: number) =>
      hoverAt(parseSummary(text, 'plain'), [], offset, [], DEFAULT_CONFIG)?.parts[0]?.lines[0]?.zh;
    assert.equal(at(text.indexOf('同比')), '与上年同一时期相比');
    assert.equal(at(text.indexOf('环比') + 1), '与紧挨着的上一个时期相比');
    assert.equal(at(text.indexOf('增长') + 1), undefined);
  });
});
