/** More of what single rules find and leave alone than their pages need as examples. */
import assert from 'node:assert/strict';
import { DEFAULT_CONFIG } from '../../server/src/core/config.js';
import { WRONG_WORDS } from '../../server/src/core/lexicon/data.js';
import { Linter, lint } from '../../server/src/core/linter.js';
import { parseSummary } from '../../server/src/core/parse.js';
import type { DocumentContext, DocumentRule, Rule } from '../../server/src/core/rule.js';
import attachmentNotice from '../../server/src/core/rules/attachment-notice.js';
import confusableWord from '../../server/src/core/rules/confusable-word.js';
import enumerationGap from '../../server/src/core/rules/enumeration-gap.js';
import longParagraph from '../../server/src/core/rules/long-paragraph.js';
import longSentence from '../../server/src/core/rules/long-sentence.js';
import measureWord from '../../server/src/core/rules/measure-word.js';
import missingDocumentPart from '../../server/src/core/rules/missing-document-part.js';
import missingSection from '../../server/src/core/rules/missing-section.js';
import mixedDate from '../../server/src/core/rules/mixed-date.js';
import mixedPlaceholderStyle from '../../server/src/core/rules/mixed-placeholder-style.js';
import nearMissTerm from '../../server/src/core/rules/near-miss-term.js';
import pairedMarks from '../../server/src/core/rules/paired-marks.js';
import quotedAbbreviationMixed from '../../server/src/core/rules/quoted-abbreviation-mixed.js';
import repeatedSentence from '../../server/src/core/rules/repeated-sentence.js';
import semicolonBetweenSentences from '../../server/src/core/rules/semicolon-between-sentences.js';
import setPhrase from '../../server/src/core/rules/set-phrase.js';
import similarParagraph from '../../server/src/core/rules/similar-paragraph.js';
import spaceInSentence from '../../server/src/core/rules/space-in-sentence.js';
import statedCount from '../../server/src/core/rules/stated-count.js';
import sumOfParts from '../../server/src/core/rules/sum-of-parts.js';
import termOrder from '../../server/src/core/rules/term-order.js';
import twoColons from '../../server/src/core/rules/two-colons.js';
import twoDigitYear from '../../server/src/core/rules/two-digit-year.js';
import unexplainedAbbreviation from '../../server/src/core/rules/unexplained-abbreviation.js';
import wrongWeekday from '../../server/src/core/rules/wrong-weekday.js';
import zeroPaddedDate from '../../server/src/core/rules/zero-padded-date.js';
import { applyEdits } from '../../server/src/core/text.js';
import { assertSpans, marked } from '../helpers/marked.js';
import { findings, fixOneByOne } from '../helpers/rule-examples.js';

/** The marked words are found, all of them; `told` is in the message of the first. */
function finds(rule: Rule, source: string, told?: RegExp): void {
  const expected = marked(source);
  const found = findings(expected.text, [rule]);
  assertSpans(
    found.map(({ span }) => span),
    expected,
  );
  if (told !== undefined) assert.match(found[0]!.message.zh, told);
}

/** The words found with other options than the usual ones. */
const wordsWith = (rule: Rule, options: Record<string, number>, text: string) =>
  lint(parseSummary(text, 'plain'), {
    rules: [rule],
    config: { ...DEFAULT_CONFIG, rules: { [rule.id]: { options } } },
  }).map(({ span }) => text.slice(span.start, span.end));

/** Where the wording of a finding is from, and whether its fix keeps the meaning for certain. */
const backing = (rule: Rule, text: string) =>
  findings(text, [rule]).map(({ source, fixes }) => [source, ...fixes.map(({ safe }) => safe)]);

const severities = (rule: Rule, text: string) =>
  findings(text, [rule]).map((each) => each.severity);

describe('paired-marks', () => {
  const far = '很'.repeat(61);
  for (const [source, told] of [
    ['⟦（⟧\n三）抓好服务。', /换行断成了两截/],
    ['⟦（⟧\n　　12）抓好服务。', /换行断成了两截/],
    ['⟦（⟧\n抓好服务。', /后面缺与它配对的「）」/],
    ['甲⟦（⟧\n三）抓好服务。', /后面缺/],
    ['印发⟦(试行）⟧办法。', /“\(”应为“（”/],
    ['印发（试行）、⟦(草案）⟧和⟦（讨论稿)⟧。', /一半全角、一半半角/],
    ['印发⟦（⟧试行。见附件)。', /后面缺/],
    ['印发(试行。见附件⟦）⟧。', /前面缺与它配对的「（」/],
    [`印发⟦（⟧${far})。`, /后面缺/],
    [`印发(${far}⟦）⟧。`, /前面缺/],
    ['印发⟦《⟧办法)。', /后面缺/],
    ['围绕⟦”提质”⟧展开。', /前面应是「“」/],
    [`围绕⟦”⟧${far}⟦“⟧展开。`, /前面缺/],
    [`学习⟦“⟧${far}⟦》⟧。`, /后面缺/],
    ['学习⟦》⟧办法⟦“⟧。', /前面缺/],
    ['学习⟦《办法”⟧和⟦‘⟧细则。', /不是一对/],
    // With the pairs that touch it, in the same clause.
    ['开展⟦““十讲”⟧比赛。', /后面缺/],
    ['开展“五学”，活动⟦”⟧比赛。', /前面缺/],
    [`开展“五学”${far}⟦”⟧比赛。`, /前面缺/],
    // Quotations of several paragraphs have an end, and hold no other lone mark.
    ['他写道：\n⟦“⟧第一段说服务。\n第二段说落实。', /后面缺/],
    ['他写道：\n“第一段说服务。\n“第二段说⟦《⟧落实。”', /后面缺/],
    ['他写道：\n⟦“⟧第一段说服务。\n第二段⟦”说“⟧落实。', /后面缺/],
    [`他写道：\n⟦“⟧第一段说服务。\n${'中间一段。\n'.repeat(60)}最后一段⟦”⟧。`, /后面缺/],
  ] as const) {
    it(`finds ${source.replaceAll(far, '…').slice(0, 40)}`, () => finds(pairedMarks, source, told));
  }

  for (const text of [
    '他写道：\n“第一段说服务。\n中间一段。\n“第三段说落实。”\n以上。',
    `他写道：\n“第一段说服务。\n${'中间一段。\n'.repeat(50)}最后一段。”`,
    '他写道：\n“第一段。\n“第二段“五学”。\n“第三段。”',
    'It’s fine，‘98年，1）提质；a）增效。',
  ]) {
    it(`leaves alone ${text.slice(0, 30)}`, () => finds(pairedMarks, text));
  }

  it('asks which one is wrong, and turns only what faces the wrong way', () => {
    const fixes = (text: string) => findings(text, [pairedMarks])[0]!.fixes;
    assert.deepEqual(
      fixes('学习“办法》。').map(({ edits }) => edits.map(({ newText }) => newText)),
      [['《'], ['”']],
    );
    assert.deepEqual(
      fixes('围绕”提质”展开。').map(({ edits }) => edits.map(({ newText }) => newText)),
      [['“']],
    );
    assert.equal(fixOneByOne('印发(试行）办法。', pairedMarks), '印发（试行）办法。');
    assert.deepEqual(severities(pairedMarks, '（\n三）抓好服务。'), ['warning']);
  });
});

describe('repeated-sentence', () => {
  const one = '馆内全年组织读书分享会和讲座三十场次';
  const two = '书屋每月盘点一次旧刊并且捐赠图书三百册';
  for (const source of [
    `${one}！\n⟦${one}⟧？`,
    `${one}。\n　　⟦${one}⟧ 。\n${two}。⟦${one}⟧。`,
    `${one}。${two}。\n⟦${one}。${two}⟧。`,
    `（一）抓服务。${one}。\n（二）抓学习。⟦${one}⟧。`,
    `${one}。\n\uFEFF⟦${one}⟧。`,
  ]) {
    it(`finds ${source.slice(0, 50)}`, () => finds(repeatedSentence, source));
  }
  for (const text of [
    `${one}。\n${one}`,
    `${one}\n${one}`,
    `他说“${one}。”\n他说“${one}。”`,
    `${one}；\n${one}；次要的。\n${one}；次要的。`,
    `${one.slice(0, 9)} ${one.slice(9)}。\n${one}。`,
    `${one}。\n${two}。`,
    `${one.slice(0, 17)}。${one.slice(0, 17)}。`,
  ]) {
    it(`leaves alone ${text.slice(0, 50)}`, () => finds(repeatedSentence, text));
  }
});

describe('mixed-placeholder-style', () => {
  const fixed = (text: string) => fixOneByOne(text, mixedPlaceholderStyle);

  it('tells all other ways to write them, and how many there are of each sort', () => {
    finds(
      mixedPlaceholderStyle,
      '走访××户，慰问××户，接待××人，培训⟦xx⟧人次，办班XX期。',
      /有3处写“×”，另有2处写“x”“X”，.*请统一为“×”/,
    );
  });
  it('puts all of them right, on whatever line', () => {
    assert.equal(
      fixed('一、回顾\r\n　　走访××户，慰问××户。\r\n　　𠮷日办班XX期。\r\n　　培训XX人次。'),
      '一、回顾\r\n　　走访××户，慰问××户。\r\n　　𠮷日办班××期。\r\n　　培训××人次。',
    );
  });
  it('changes none that would be a sign of multiplication then', () => {
    const text = '走访××户，慰问××户，王⟦X⟧同志负责。';
    finds(mixedPlaceholderStyle, text);
    const [alone] = findings(marked(text).text, [mixedPlaceholderStyle]);
    assert.deepEqual(alone!.fixes, []);
    const both = '走访××户，慰问××户。\n王X同志负责，办班XX期。';
    const [found] = findings(both, [mixedPlaceholderStyle]);
    assert.equal(found!.fixes[0]!.title.zh, '全文统一为“×”（1处）');
    assert.equal(fixed(both), '走访××户，慰问××户。\n王X同志负责，办班××期。');
  });
  it('leaves a single one alone', () => finds(mixedPlaceholderStyle, '走访××户。'));
});

describe('quoted-abbreviation-mixed', () => {
  for (const [source, told] of [
    ['落实“三会一课”制度。\r\n𠮷日严格⟦三会一课⟧记录。', /写作“三会一课”（加引号）/],
    ['落实“三会一课”、“四议两公开”。推行⟦三会一课⟧和⟦四议两公开⟧。', /“三会一课”在别处/],
    ['开展“五个一”活动。⟦五个一⟧活动有成效。', /写作“五个一”/],
    ['公布“4张清单”。对照⟦4张清单⟧检查。', /写作“4张清单”/],
    ['构建“亲”“清”邻里关系建设机制。形成⟦亲清邻里关系⟧格局。', /写作“亲”“清”邻里关系，/],
    ['推动“产”“学”“研”，深化⟦产学研⟧合作。', /写作“产”“学”“研”，/],
  ] as const) {
    it(`finds ${source}`, () => finds(quotedAbbreviationMixed, source, told));
  }
  for (const text of [
    '压减“三公”经费。三公经费下降。',
    '修建“一”字形长廊。一字形长廊受欢迎。',
    '补齐“短板”“弱项”。短板弱项明显。',
    '区分“红”“绿灯”。红绿灯并行。',
    '落实“三会”“一课”。三会一课有记录。',
    '构建“亲”“清”，亲清有别。',
    '讲好“馆史三问”。馆史三问有回应。',
    // Quoted with more than the abbreviation, on one side or the other.
    '落实“三会一课”制度。学习“三会一课制度”。',
    '落实“三会一课”制度。强调“严格三会一课”。',
    // A part of another one.
    '落实“三会一课”制度。做到十三会一课。',
  ]) {
    it(`leaves alone ${text}`, () => finds(quotedAbbreviationMixed, text));
  }

  it('looks for a hundred of them and no more', () => {
    const names = Array.from({ length: 101 }, (_, i) => `${100 + i}号行动`);
    const text = `${names.map((name) => `开展“${name}”。`).join('')}总结`;
    assert.equal(findings(`${text}${names[99]}。`, [quotedAbbreviationMixed]).length, 1);
    assert.equal(findings(`${text}${names[100]}。`, [quotedAbbreviationMixed]).length, 0);
  });
});

describe('similar-paragraph', () => {
  const tail = '组织读书分享会三十场，接待读者三千人次，整理馆藏资料两千册，受到读者好评。';
  for (const source of [
    `馆内坚持每周开放七天，${tail}\n⟦馆内坚持每周开放六天⟧，${tail}`,
    `（一）抓服务。馆内坚持每周开放七天，${tail}\n⟦（一）抓服务⟧。馆内坚持每周开放六天，${tail}`,
    `馆内坚持每周开放七天，${tail}\n另一段话说的是别的事情，没有什么相同。\n⟦馆内坚持每周开放六天⟧，${tail}`,
  ]) {
    it(`finds ${source.slice(0, 40)}`, () => finds(similarParagraph, source));
  }
  for (const text of [
    `馆内坚持每周开放七天，${tail}\n馆内坚持每周开放七天，${tail}`,
    `馆内每周开放，${tail.slice(0, 20)}\n馆内每周开门，${tail.slice(0, 20)}`,
    `${tail}\n${tail}书屋坚持每月盘点一次，组织志愿服务二十场，捐赠图书三百册，整理旧刊，走访村组。`,
    `${tail}书屋坚持每月盘点一次，组织志愿服务二十场，捐赠图书三百册，整理旧刊，走访村组。\n${tail}`,
  ]) {
    it(`leaves alone ${text.slice(0, 40)}`, () => finds(similarParagraph, text));
  }

  /** `length` characters, hardly one of them twice, and others for every `seed`. */
  const characters = (seed: number, length: number) => {
    let state = seed;
    return String.fromCharCode(
      ...Array.from({ length }, () => {
        state = (Math.imul(state, 1664525) + 1013904223) | 0;
        return 0x4e00 + ((state >>> 8) % 20_000);
      }),
    );
  };
  /** In how many of a hundred texts the second paragraph is found. Which pieces stand for one is left to chance. */
  const foundOf100 = (pair: (seed: number) => readonly [string, string]) =>
    Array.from({ length: 100 }, (_, i) => pair(i)).filter(
      ([one, other]) => findings(`${one}。\n${other}。`, [similarParagraph]).length > 0,
    ).length;
  const other = (length: number) => characters(1000, length);

  it('finds nearly all that differ in one character, wherever it stands', () => {
    for (const at of [0, 20, 40, 79]) {
      const found = foundOf100((seed) => {
        const one = characters(seed, 80);
        return [one, `${one.slice(0, at)}改${one.slice(at + 1)}`];
      });
      assert.ok(found >= 97, `${found} at ${at}`);
    }
  });

  it('finds what shares seven of ten pieces, the full stop counted, and nothing that shares fewer', () => {
    // Of 50 pieces 35 and 34 are shared: those of the first 38 and 37 characters.
    const sharing = (length: number) =>
      foundOf100((seed) => {
        const one = characters(seed, 52);
        return [one, one.slice(0, length) + other(52 - length)];
      });
    assert.ok(sharing(38) >= 50);
    assert.equal(sharing(37), 0);
  });

  it('compares with all of the longer one, whichever comes first', () => {
    // 69 pieces, the last with the full stop; of 98 that is more than seven of ten, of 99 less.
    for (const [more, isFound] of [
      [28, true],
      [30, false],
    ] as const) {
      const short = (seed: number) => characters(seed, 71);
      const long = (seed: number) => short(seed) + other(more);
      const found = [
        foundOf100((seed) => [short(seed), long(seed)]),
        foundOf100((seed) => [long(seed), short(seed)]),
      ];
      for (const count of found)
        assert.ok(isFound ? count >= 50 : count === 0, `${more}: ${found}`);
    }
  });

  it('leaves the names of attachments alone, and finds items of a list', () => {
    const table = '区图书馆二〇二四年度馆际互借和流动图书车进村入户开展借阅服务情况统计汇总表';
    finds(
      similarParagraph,
      `办好讲座。\n\n附件：1．${table}（上半年）\n　　　2．${table}（下半年）\n`,
    );
    finds(similarParagraph, `1．馆内坚持每周开放七天，${tail}\n⟦2．馆内坚持每周开放六天⟧，${tail}`);
  });

  it('takes no picture for what was written', () => {
    const picture = `![](图片/${'二〇二四年度馆内活动照片'.repeat(4)}.png)`;
    const text = `本馆坚持每周开放七天接待读者三千人次${picture}。\n\n分馆坚持每周开放七天接待读者三千人次${picture}。\n`;
    assert.deepEqual(lint(parseSummary(text, 'markdown'), { rules: [similarParagraph] }), []);
  });
});

describe('term-order', () => {
  const later = '各科室按季对照检查，把落实情况写进台账。'.repeat(4);
  for (const [source, told] of [
    [
      '增强⟦大局意识、政治意识、核心意识、看齐意识⟧。',
      /应为“政治意识、大局意识、核心意识、看齐意识”/,
    ],
    [`增强⟦大局意识、政治意识、核心意识、看齐意识⟧。${later}`, /与固定提法不同/],
    [`${later}增强⟦大局意识、政治意识、核心意识、看齐意识⟧。`, /与固定提法不同/],
    [
      '增强⟦大局意识、政治意识、核心意识、看齐意识⟧教育。\r\n𠮷日推进⟦严格执法、科学立法、公正司法、全民守法⟧。',
      /次序/,
    ],
    // Set terms that stand in it are no reason to be silent, nor is a slip beside it.
    [
      '推进⟦全面深化改革、全面建设社会主义现代化国家、全面依法治国、全面从严治党⟧。',
      /与固定提法不同/,
    ],
    ['“四种意识”⟦大局意识、政治意识、核心意识、看齐意识⟧。', /与固定提法不同/],
    ['增强⟦大局意识、政治意识、核心意识、看齐意识⟧“四种意识”。', /与固定提法不同/],
  ] as const) {
    it(`finds ${source.slice(0, 40)}`, () => finds(termOrder, source, told));
  }

  for (const text of [
    // Another rule tells of an order that is listed as a slip.
    '增强政治意识、核心意识、大局意识、看齐意识。',
    '增强政治意识、看齐意识、服务意识、大局意识。',
    '增强政治意识、大局意识、大局意识、看齐意识。',
    '增强看齐意识、大局意识、政治意识。',
    '增强“大局意识”、“政治意识”、“核心意识”、“看齐意识”。',
    // Lists that only describe.
    '落实谈心谈话、组织生活会、民主生活会、民主评议党员等制度。',
    '引导党员听党话、感党恩、跟党走。',
    '整治不作为、乱作为、慢作为。',
    '关注农民、农村、农业发展。',
    '压减公务接待费、公务用车购置及运行费、因公出国（境）经费。',
    '落实包秩序、包卫生、包绿化责任。',
    // Lists of which some orders are tolerated.
    '践行个人品德、家庭美德、社会公德、职业道德。',
    '打造国际化、市场化、法治化营商环境。',
  ]) {
    it(`leaves alone ${text}`, () => finds(termOrder, text));
  }

  it('names the document the order is from, where there is one', () => {
    const source = (text: string) => findings(text, [termOrder])[0]!.source;
    assert.match(source('增强大局意识、政治意识、核心意识、看齐意识。')!, /中国共产党章程/);
    assert.equal(source('严守组织纪律、政治纪律、廉洁纪律、群众纪律、工作纪律、生活纪律。'), null);
  });

  it('offers the order, but never in bulk', () => {
    const text = '增强大局意识、政治意识、核心意识、看齐意识。';
    const [found] = findings(text, [termOrder]);
    assert.equal(found!.fixes[0]!.safe, false);
    assert.equal(fixOneByOne(text, termOrder), '增强政治意识、大局意识、核心意识、看齐意识。');
  });
});

describe('wrong-weekday', () => {
  // Days and weekdays as calendars have them.
  for (const source of [
    '2024年2月29日⟦星期五⟧，2000年2月29日⟦（周一）⟧，1900年3月1日⟦周五⟧',
    '2023年1月1日⟦(星期六)⟧，2024年12月31日⟦星期天⟧，2024年10月10日⟦周三⟧',
    '2024年3月1日⟦周四⟧，2024年1月31日⟦周四⟧，2023年2月28日⟦周三⟧',
  ]) {
    it(`finds ${source}`, () => finds(wrongWeekday, source, /请核对日期和星期/));
  }
  for (const text of [
    '2024年2月29日星期四，2000年2月29日（周二），1900年3月1日周四',
    '2023年1月1日（星期日），2023年1月1日周天，2024年12月31日周二，2024年10月10日周四',
    '2024年3月1日周五，2024年1月31日周三，2023年2月28日周二',
    '2023年2月29日周三，1900年2月29日周三，2024年4月31日周三，2024年13月1日周一，2024年0月1日周一，2024年1月0日周一，2024年1月32日周一',
  ]) {
    it(`leaves alone ${text}`, () => finds(wrongWeekday, text));
  }
});

describe('enumeration-gap', () => {
  for (const [source, told] of [
    ['一是甲；二是乙；⟦四是⟧丙。', /没有“三是”/],
    ['一是甲；二是乙；⟦二是⟧丙。', /“二是”重复.*请改为“三是”/],
    ['一是甲；二是乙；三是丙；⟦二是⟧丁。', /次序不对，前一项已是“三是”/],
    ['主要是：⟦二是⟧乙；三是丙。', /没有“一是”/],
    ['一方面抓学习，一是甲；二是乙；⟦四是⟧丙。', /没有“三是”/],
    ['一、回顾\n一是甲；二是乙。\n三、打算\n⟦三是⟧丙。', /没有“二是”/],
    ['一、回顾\n一方面抓学习。\n二、打算\n⟦二是⟧乙。', /没有“一是”/],
  ] as const) {
    it(`finds ${source}`, () => finds(enumerationGap, source, told));
  }
  for (const text of [
    '一方面抓学习，二是抓服务，三是抓安全。',
    '其一，抓学习；二是抓服务；三是抓安全。',
    '做到二是二、一是一。要求：一是甲；二是乙。',
    '一是甲；三是丙。',
    '第一，抓学习；第二，抓服务；三是抓作风；一是甲；二是乙。',
  ]) {
    it(`leaves alone ${text}`, () => finds(enumerationGap, text));
  }
});

describe('long-paragraph', () => {
  const sentence = '各科室整理馆藏资料。';
  it('counts characters, neither blanks nor what is not prose', () => {
    finds(longParagraph, sentence.repeat(40));
    finds(longParagraph, `　　⟦多各科室整理馆藏资料⟧。${sentence.repeat(39)}`, /这一段有401字/);
    finds(longParagraph, `${sentence.repeat(20)}　 ${sentence.repeat(20)}\r\n　${sentence}`);
    finds(
      longParagraph,
      `　馆　务　会　议　小　结。\r\n${sentence}\r\n　⟦𠮷县⟧，${sentence.repeat(40)}　 \r\n`,
      /这一段有403字/,
    );
    const link = `：https://example.org/${'a'.repeat(60)}。`;
    finds(longParagraph, `网上报名${link}${sentence.repeat(39)}`);
    finds(longParagraph, `⟦网上报名⟧${link}${sentence.repeat(40)}`, /这一段有406字/);
  });
  it('is doubted only when it is very long', () => {
    assert.deepEqual(severities(longParagraph, sentence.repeat(60)), ['hint']);
    assert.deepEqual(severities(longParagraph, `多${sentence.repeat(60)}`), ['warning']);
  });
  it('is not told of titles and headings', () => {
    const text =
      '𠮷县图书馆本年度读者服务工作总结\n一、坚持开门办馆做好读者服务工作\n　　全馆，每周开放七天接待读者。';
    assert.deepEqual(wordsWith(longParagraph, { hint: 13 }, text), ['全馆']);
    assert.deepEqual(wordsWith(longParagraph, { hint: 14 }, text), []);
  });
  it('does not hide what is found in its opening words', () => {
    const text = `全馆坚持 开放，${sentence.repeat(40)}`;
    assert.deepEqual(
      findings(text, [longParagraph, spaceInSentence]).map(({ rule }) => rule),
      ['long-paragraph', 'space-in-sentence'],
    );
  });
});

describe('space-in-sentence', () => {
  for (const source of [
    // Fifteen characters are a sentence.
    '读者反映阅览室⟦ ⟧照明不足问题。',
    '全年组织读书活动⟦　 ⟧三十场，⟦　　⟧参加读者踊跃⟦ ⟧。\r\n',
    '（一）抓服务 促提升。全年组织读书活动⟦ ⟧三十场，𠮷县读者踊跃参加。',
    '1. 各村农家书屋更新图书三百册，全年组织读书活动⟦ ⟧三十场，接待读者三千人次，受到村民普遍好评。',
    '开馆⟦ ⟧借书⟦ ⟧还书⟦ ⟧办证⟦ ⟧讲座⟦ ⟧展览，各项服务照常。',
    // An article's number opens the article; elsewhere, and in other words, it does not.
    '按照管理办法第十二条⟦ ⟧由馆务会负责解释。',
    '第十二条　本办法自印发之日起⟦ ⟧施行，由馆务会解释。',
    '第三届读书节⟦ ⟧于四月在各分馆同时开幕。',
  ]) {
    it(`finds ${source.slice(0, 40)}`, () =>
      finds(spaceInSentence, source, /句中有多余空格.*删去/));
  }
  for (const text of [
    '读者反映阅览室 照明仍不足。',
    '一、坚持开门办馆 全年组织读书活动三十场',
    '全县公共图书馆读者服务和阅读推广 年度工作总结',
    '正文。\n附件：全年读书活动统计表　读者名单一览表',
    '年度总结\n正文。\n　𠮷县公共图书馆　阅览服务部和采编部\n2024年12月5日',
    '到会人员：王 某某、李 某某，共计三十余人。',
    '展区分为主题展 甲、主题展 乙、主题展 丙，展出图书。',
    '第十二条　本办法自印发之日起施行，由馆务会解释。',
    '开馆 借书 还书 办证 讲座 展览 咨询，各项服务照常。',
  ]) {
    it(`leaves alone ${text.slice(0, 40)}`, () => finds(spaceInSentence, text));
  }
  it('leaves it to the writer to delete it', () => {
    const text = '全年组织读书活动　三十场，参加读者踊跃。';
    assert.deepEqual(backing(spaceInSentence, text), [[null, false]]);
  });
});

describe('missing-section', () => {
  const body = '全馆坚持服务工作为先，做好借阅工作，抓好讲座工作，每月检查一次。';
  const sections = `一、服务工作\n${body.repeat(10)}\n二、学习工作\n${body.repeat(10)}`;
  const problems = `三、存在的问题\n${body}`;
  const plans = `三、下一步打算\n${body}`;
  const told = (text: string) =>
    findings(text, [missingSection])[0]?.message.zh.replace(/。总结一般要写.*/, '');
  const neither = '全文没有写“存在的问题”和“下一步打算”';
  const noPlans = '全文没有写“下一步打算”';
  const noProblems = '全文没有写“存在的问题”';
  for (const [text, expected] of [
    // The next steps, told in a paragraph of its own.
    [`年度工作总结\n${sections}\n${problems}\n来年增加夜间开放场次。`, undefined],
    [`年度工作总结\n${sections}\n${problems}\n全馆将以读者为先，把服务做实。`, undefined],
    [`年度工作总结\n${sections}\n${problems}\n（一）抓开放。来年增加夜间场次。`, undefined],
    [`年度工作总结\n${sections}\n${problems}\n1. 全馆将继续增加夜间开放，${body}`, undefined],
    // The problems.
    [`年度工作总结\n${sections}\n${plans}\n服务的精细程度还不够，馆藏有待更新。`, undefined],
    [`年度工作总结\r\n${sections}\r\n${plans}\r\n　　（一）看管理。仍有一些困难。`, undefined],
    [`年度工作总结\n${sections}\n${plans}`, noProblems],
    // In a heading that is a sentence.
    [
      `年度工作总结\n${sections}\n三、服务水平有待提高\n${body}\n四、下一步打算\n${body}`,
      undefined,
    ],
    [`年度工作总结\n${sections}\n${problems}\n四、将继续抓好开放服务\n${body}`, undefined],
    // Only at the start of a paragraph, and not in a title.
    [`年度工作总结\n${sections}\n${problems}\n${body}${body}来年增加夜间开放场次。`, noPlans],
    [`年度工作总结和来年工作打算\n${sections}\n${problems}`, noPlans],
    // A word that may be about something else.
    [`年度工作总结\n${sections}\n新书安排在二楼，按问题分架。`, neither],
    [`今年以来，${body}\n${sections}\n𠮷县读者人数不足百人。`, neither],
  ] as const) {
    const end = text.slice(-20).replaceAll(/\s/g, ' ');
    it(`${text.slice(0, 14)}…${end}: ${expected}`.replaceAll('\n', ' '), () =>
      assert.equal(told(text), expected),
    );
  }

  it('offers the missing parts, for the writer to write', () => {
    const [found] = findings(`年度工作总结\n${sections}`, [missingSection]);
    assert.equal(
      found!.message.en,
      'Nothing is said about problems or next steps, which a summary usually has. Consider adding it.',
    );
    const [fix] = found!.fixes;
    assert.deepEqual(fix!.title, {
      zh: '补上“存在的问题”和“下一步打算”（插入待写的部分）',
      en: 'Insert problems and next steps as sections to be written',
    });
    assert.equal(fix!.safe, false);
  });

  it('offers nothing where the text proper has no sections to follow', () => {
    const text = `年度工作总结\n附件1\n${sections}`;
    assert.equal(told(text), neither);
    assert.deepEqual(findings(text, [missingSection])[0]!.fixes, []);
  });

  it('says so when the paragraph that told it is deleted', () => {
    const plan = '来年增加夜间开放场次。';
    const summary = parseSummary(
      `年度工作总结\n新书安排在二楼。\n${sections}\n${problems}\n${plan}`,
      'plain',
    );
    const linter = new Linter({ rules: [missingSection] });
    assert.deepEqual(linter.lint(summary), []);
    const { length } = summary;
    const [found] = linter.lint(summary.edit({ start: length - plan.length, end: length }, ''));
    assert.match(found!.message.zh, /没有写“下一步打算”/);
  });

  it('does not hide what is found in its opening words', () => {
    assert.deepEqual(
      findings(`今年以来 全馆坚持开放，${body}\n${sections}`, [
        missingSection,
        spaceInSentence,
      ]).map(({ rule }) => rule),
      ['missing-section', 'space-in-sentence'],
    );
  });
});

describe('attachment-notice', () => {
  const title = '书香𠮷县全民阅读活动安排与读者服务统计';
  for (const [source, told] of [
    // Every line of the notice, and no line that is none.
    [
      `附件：1⟦、⟧活动统计表\r\n　　　2、图书目录⟦；⟧\r\n　　　3．读者名单⟦，⟧\r\n　　　4.分馆名录⟦、⟧\r\n`,
      null,
    ],
    // Indented by wide blanks of a web page.
    ['附件：1.活动统计表\n\u2003\u20032⟦、⟧图书目录⟦。⟧', /顿号|不加标点/],
    ['附件：1.活动统计表\n详见第2、3期简报。', null],
    ['附件： 　1⟦、⟧活动统计表', /顿号.*请改为“\.”/],
    ['附件：1.读者、馆员名单', null],
    ['附件：1.读者名单⟦；⟧', /附件名称后不加标点。请删去“；”/],
    ['附件：表1、表2及说明', null],
    [`${title.repeat(10)}。\n附件：${'表'.repeat(196)}⟦。⟧`, /请删去“。”/],
    [`附件：${'表'.repeat(197)}。`, null],
    // The number in front of the colon.
    ['活动结束。\n⟦附件12：⟧图书目录', /附件说明写作“附件：1.××”.*附件页上的“附件12”单独一行/],
    ['活动结束。\n⟦附件1：⟧', /附件页的“附件1”后不加冒号。请删去。/],
    ['活动结束。\n附件材料另见附件1：活动统计表', null],
    [`活动结束。\n⟦附件1：⟧${title.repeat(3).slice(0, 56)}`, /附件说明写作/],
    [`活动结束。\n附件1：${title.repeat(3).slice(0, 57)}`, null],
    // A wrapped line may be a sentence.
    ['活动结束。\n附件1：本年度全馆读书活动场次与读者人次的统计\n和分析', null],
  ] as const) {
    it(`${source.slice(0, 30).replaceAll(/\s+/g, ' ')}… ${told}`, () =>
      finds(attachmentNotice, source, told ?? undefined));
  }

  it('reads thirty lines of a notice', () => {
    const lines = Array.from({ length: 33 }, (_, index) => `${index + 2}.分馆名录。`);
    assert.equal(findings(`附件：1.名录。\n${lines.join('\n')}`, [attachmentNotice]).length, 30);
  });

  it('mends the numbers of all lines at once', () => {
    const notice = (mark: string) =>
      Array.from({ length: 11 }, (_, index) => `${index + 1}${mark}分馆名录`).join('\r\n　　　');
    const [found, ...others] = findings(`附件：${notice('、')}`, [attachmentNotice]);
    assert.deepEqual(others, []);
    assert.equal(found!.fixes[0]!.title.zh, '附件顺序号改用“.”');
    assert.equal(
      applyEdits(`附件：${notice('、')}`, found!.fixes[0]!.edits),
      `附件：${notice('.')}`,
    );
  });

  it('is a hint on the page of the attachment', () => {
    assert.deepEqual(severities(attachmentNotice, '附件1：统计表\n下列数字为全年合计。'), ['hint']);
    assert.deepEqual(severities(attachmentNotice, '附件1：统计表'), ['warning']);
    assert.deepEqual(severities(attachmentNotice, '附件1：统计表\n附件2：图书目录'), [
      'warning',
      'warning',
    ]);
  });

  it('mends marks for certain, numbers only when asked', () => {
    const source = 'GB/T 9704—2012 7.3.4、7.3.7';
    assert.deepEqual(backing(attachmentNotice, '附件:1、统计表。'), [
      [source, true],
      [source, false],
      [source, true],
    ]);
    assert.deepEqual(backing(attachmentNotice, '附件1：统计表\n附件2：图书目录\n附件3：'), [
      [source, false],
      [source],
      [source, false],
    ]);
    assert.equal(
      fixOneByOne('活动结束。\n附件1：统计表\n附件2：目录\n附件3：', attachmentNotice),
      '活动结束。\n附件：1.统计表\n附件2：目录\n附件3',
    );
  });
});

describe('long-sentence', () => {
  const words = (length: number) => `全馆，${'做'.repeat(length - 3)}`;
  it('counts characters, neither blanks nor the end mark', () => {
    finds(longSentence, `${words(120)}。`);
    finds(longSentence, `⟦全馆⟧，${'做'.repeat(118)}。`, /这句话有121字/);
    finds(longSentence, `${words(60)}　 ${'做'.repeat(60)}！”`);
    finds(longSentence, `⟦全馆⟧，${'做'.repeat(118)}`, /这句话有121字/);
    finds(longSentence, `${words(100)}。${words(100)}？${words(100)}！`);
    finds(longSentence, `${words(30)}。　⟦全馆⟧，${'做'.repeat(118)}。”${words(30)}。`, /有121字/);
  });
  it('is doubted only when it is very long', () => {
    assert.deepEqual(severities(longSentence, `${words(180)}。`), ['hint']);
    assert.deepEqual(severities(longSentence, `${words(181)}。`), ['warning']);
  });
  it('ends with the marks that close behind its end mark', () => {
    for (const close of '”’）》') {
      finds(longSentence, `${words(100)}。${close}${words(120)}！${close}${words(120)}。`);
      finds(longSentence, `${words(100)}。${close}⟦全馆⟧，${'做'.repeat(118)}。`, /有121字/);
      finds(longSentence, `⟦全馆⟧，${'做'.repeat(118)}。${close}${words(120)}。`, /有121字/);
    }
    finds(longSentence, `${words(120)}。”’）》`);
  });
  it('counts a rare character as one', () => {
    finds(longSentence, `𠮷日开馆，${'做'.repeat(115)}。`);
    finds(longSentence, `⟦𠮷日开馆⟧，${'做'.repeat(116)}。`, /有121字/);
  });
  it('begins behind all marks where several stand in a row', () => {
    finds(longSentence, `读者留言：“太方便了！！”${words(120)}。`);
    finds(longSentence, `读者留言：“太方便了！？”⟦全馆⟧，${'做'.repeat(118)}。`, /有121字/);
    finds(longSentence, `（“书真多。”！）⟦全馆⟧，${'做'.repeat(118)}。`, /有121字/);
    finds(
      longSentence,
      `⟦全馆⟧，${'做'.repeat(118)}。。”\r\n　　！”⟦全馆⟧，${'做'.repeat(118)}！！`,
      /有121字/,
    );
  });
  it('is not told of titles and headings', () => {
    const options = { hint: 10, warning: 30 };
    const text =
      '𠮷县图书馆本年度读者服务工作总结\n一、坚持开门办馆做好读者服务工作\n　　全馆，每周开放七天接待读者。';
    assert.deepEqual(wordsWith(longSentence, options, text), ['全馆']);
    assert.deepEqual(wordsWith(longSentence, { ...options, hint: 13 }, text), []);
  });
  it('does not hide what is found in its opening words', () => {
    const text = `全馆坚持 开放，${'做'.repeat(120)}。`;
    assert.deepEqual(
      findings(text, [longSentence, spaceInSentence]).map(({ rule }) => rule),
      ['long-sentence', 'space-in-sentence'],
    );
  });
});

describe('zero-padded-date', () => {
  for (const source of [
    '2021年⟦01月⟧，5月⟦05日⟧，12月⟦05日⟧，⟦03月12日⟧，⟦03月04日⟧',
    '一段。\n定于⟦09月⟧开馆。',
  ]) {
    it(`finds ${source}`, () => finds(zeroPaddedDate, source));
  }
  for (const text of ['05日，第05日，2021-01月，101月，10月20日，2021-05日', '编号0月']) {
    it(`leaves alone ${text}`, () => finds(zeroPaddedDate, text));
  }
  it('is doubted in the date of signing only', () => {
    const text = '年度工作总结\n　　于01月开馆。\n县图书馆\n2024年12月05日\n';
    assert.deepEqual(severities(zeroPaddedDate, text), ['hint', 'warning']);
    assert.equal(fixOneByOne('于01月05日和10月05日。', zeroPaddedDate), '于1月5日和10月5日。');
  });
});

describe('missing-document-part', () => {
  const body = '全馆坚持服务工作为先，做好借阅工作，抓好讲座工作，每月检查一次。'.repeat(10);
  const sections = `一、服务工作\n${body}\n二、学习工作\n${body}`;
  const told = (text: string) =>
    findings(text, [missingDocumentPart]).map(({ message }) => message);
  for (const [text, missing] of [
    [`今年以来，做好工作总结，抓好服务。\n${sections}`, '标题、署名、成文日期'],
    [`年度工作总结\n${sections}`, '署名、成文日期'],
    [`年度工作总结\n${sections}\n县图书馆`, '成文日期'],
    [`年度工作总结\n${sections}\n2024年12月5日`, '署名'],
    [`年度工作总结\n县图书馆\n${sections}`, '成文日期'],
    [`年度工作总结\n（2024-12-5）\n${sections}`, '署名'],
    [`年度工作总结\n${sections}\n县图书馆\n2024年12月5日`, null],
  ] as const) {
    it(`${text.slice(0, 12)}…${text.slice(-12)}: ${missing}`.replaceAll('\n', ' '), () => {
      const [message] = told(text);
      if (missing === null) return assert.equal(message, undefined);
      assert.ok(message!.zh.startsWith(`没有${missing}。`), message!.zh);
      return assert.match(message!.en, /^No (?:title|sign-off|date)/);
    });
  }
});

describe('set-phrase', () => {
  it('says what it is sure of, and how sure it is', () => {
    finds(
      setPhrase,
      '铸牢⟦中华民族共同意识⟧。',
      /^“中华民族共同意识”与规范提法不符，应为“中华民族共同体意识”。/,
    );
    finds(
      setPhrase,
      '坚持⟦以人民为中心的发展理念⟧。',
      /^“以人民为中心的发展理念”的通行提法是“以人民为中心的发展思想”。/,
    );
    finds(
      setPhrase,
      '要⟦贯彻新发展格局⟧。',
      /^“贯彻新发展格局”与规范提法“新发展阶段、新发展理念、新发展格局”不一致。/,
    );
    assert.deepEqual(severities(setPhrase, '坚持以人民为中心的发展理念。'), ['hint']);
  });
  it('names the document that the wording is from, and puts right without asking what is no mere hint', () => {
    assert.deepEqual(backing(setPhrase, '学习习近平新时代特色社会主义思想。'), [
      ['政府工作报告（2025、2024）', true],
    ]);
    assert.deepEqual(backing(setPhrase, '落实“一岗双责”责任。'), [[null, true]]);
    assert.equal(backing(setPhrase, '坚持以人民为中心的发展理念。')[0]![1], false);
    assert.equal(backing(setPhrase, '要贯彻新发展格局。')[0]!.length, 1);
  });
  it('expects a newer wording from its first year on, and in a text that names no year', () => {
    for (const heading of ['2018年工作总结\n', '2020年工作总结\n', '']) {
      finds(setPhrase, `${heading}开展⟦打黑除恶专项斗争⟧。`);
    }
    finds(setPhrase, '2017年工作总结\n开展打黑除恶专项斗争。');
    finds(setPhrase, '2017年工作总结\n铸牢⟦中华民族共同意识⟧。');
  });
  it('leaves words that are merely wrong, and set terms, to others', () => {
    finds(setPhrase, '认真布署工作，落实“四个意识”。');
  });
});

describe('near-miss-term', () => {
  it('says what it takes for a slip, and names the document of the term', () => {
    finds(nearMissTerm, '推动⟦全面丛严治党⟧。', /^“全面丛严治党”与固定提法“全面从严治党”只差一处/);
    const [[source, safe]] = backing(nearMissTerm, '推动全面丛严治党。') as [[string, boolean]];
    assert.match(source, /章程/);
    assert.equal(safe, false);
  });
  it("looks for the writer's own terms, of which no document is known", () => {
    const found = lint(parseSummary('推进城市书房星罗工程。', 'plain'), {
      rules: [nearMissTerm],
      config: { ...DEFAULT_CONFIG, terms: [{ term: '城市书房星箩工程', variants: [] }] },
      onRuleError: (rule, error) => assert.fail(`${rule} threw: ${error}`),
    });
    assert.deepEqual(
      found.map(({ span, source }) => [span.start, span.end, source]),
      [[2, 10, null]],
    );
  });
});

describe('confusable-word', () => {
  it('says why the other word is meant, for every pair', () => {
    finds(confusableWord, '及时⟦反应⟧情况。', /^“反应”在这里疑应为“反映”：把情况告诉上级是“反映”/);
    const pairs = WRONG_WORDS.filter(({ kind }) => kind === 'confusable');
    assert.deepEqual(
      pairs.filter(({ why }) => why === undefined),
      [],
    );
  });
  it('only hints where both are in use', () => {
    assert.equal(backing(confusableWord, '及时反应情况。')[0]![1], false);
    assert.deepEqual(severities(confusableWord, '树立法制思维，及时反应情况。'), [
      'hint',
      'warning',
    ]);
  });
  it('leaves words that are never right to others', () => finds(confusableWord, '认真布署工作。'));
});

describe('measure-word', () => {
  for (const [source, told] of [
    ['接待⟦2000个人次⟧。', /^“2000个人次”量词搭配不当/],
    ['走访⟦XX名单位⟧、⟦二十名企业⟧。', /搭配不当/],
    ['服务⟦3000次人⟧，⟦二十次人⟧。', /搭配不当/],
    ['走访⟦30次2000人⟧。', /^“30次2000人”把次数和人数连在一起/],
    ['走访⟦XX次XXX人⟧。', /连在一起/],
  ] as const) {
    it(`finds ${source}`, () => finds(measureWord, source, told));
  }
  for (const text of [
    // No number before it, or none that belongs to it.
    '3月起按个人次数统计，单位2家',
    '第二次3人参加，首次200人',
    '走访30次2000人次，两次人员培训，5次人均20元',
  ]) {
    it(`leaves alone ${text}`, () => finds(measureWord, text));
  }
});

describe('two-digit-year', () => {
  for (const source of [
    '⟦05年⟧度、⟦98年⟧初、⟦14年⟧12月、⟦21年⟧末',
    '⟦13年⟧1月、⟦13年⟧10月',
    '服务窗口于⟦21年⟧底开放',
  ]) {
    it(`finds ${source}`, () => finds(twoDigitYear, source));
  }
  for (const text of [
    '苦干10年度过难关，攒下20年度假开支',
    '筹备12年初步建成，21年初心不改，办好21年初中教育',
    '在馆服务21年底气更足，有期徒刑15年初定',
    '2014—21年度，14至21年底',
    '14年13月，21年2月以来，21年3月的',
  ]) {
    it(`leaves alone ${text}`, () => finds(twoDigitYear, text));
  }
});

describe('mixed-date', () => {
  for (const [source, told] of [
    ['新馆于⟦2021年十月⟧动工，⟦2022年三月⟧封顶。', /“2021年十月”里汉字与阿拉伯数字混用/],
    ['本馆⟦五月5日⟧起延时开放。', /“五月5日”里/],
    ['县馆⟦十月1日⟧、⟦十二月15日⟧举办𠮷日诵读。', /“十月1日”里/],
    ['从五月到⟦六月15日⟧，走访各村书屋。', /“六月15日”里/],
    ['　　⟦二〇21年⟧建馆，⟦2〇二一年⟧、⟦20二一年⟧两次扩建。\r\n', /“二〇21年”里/],
  ] as const) {
    it(`finds ${source}`, () => finds(mixedDate, source, told));
  }
  for (const text of [
    '开馆21年十月未停，服务1年三月',
    '2021年十二月份、2021年三月底、2021年六月上旬',
    '二〇二一年十二月5日',
    '文号120二一年、5二〇21年',
  ]) {
    it(`leaves alone ${text}`, () => finds(mixedDate, text));
  }
});

describe('two-colons', () => {
  for (const source of [
    // Run-in headings are sentences too.
    '（一）抓服务。会议提出：要做到以下两点⟦：⟧学习和服务。',
    '本月开馆。　会议提出：要做到以下两点⟦：⟧学习，服务。\r\n',
    '读者普遍认为：有两点⟦：⟧开放时间短和𠮷日活动少。',
    // As short as such a sentence may be.
    '会议认为：缺两样⟦：⟧人手和书架。',
  ]) {
    it(`finds ${source.trim()}`, () => finds(twoColons, source, /一句话里有两个冒号/));
  }
  for (const text of [
    '一、会议提出：要做到以下两点：学习和服务',
    '馆长在会上说：“今年要抓的重点是：开馆和服务。”',
    '联系人：办公室值班员，电话：见文末通讯录',
    '报名地点：县里：文化馆二楼报告厅南侧。',
    '会议认为：缺两样：人和书。',
    '会议认为：缺两样：人手：书架：经费和场地。',
  ]) {
    it(`leaves alone ${text}`, () => finds(twoColons, text));
  }
});

describe('semicolon-between-sentences', () => {
  for (const source of [
    // A list behind another one, in the same paragraph.
    '一是抓学习，二是抓服务。窗口有两条，一是延时。每天两小时⟦；⟧二是上门。',
    '　　一是办𠮷日展。展期一月⟦；⟧二是送书。下半年再做两件，一是修馆，二是添书。\r\n',
    // What does not count on ends a list.
    '一是抓学习。每月一课⟦；⟧二是抓服务；四是抓安全。',
  ]) {
    it(`finds ${source.trim()}`, () => finds(semicolonBetweenSentences, source, /请改为“。”/));
  }
  for (const text of [
    '一是抓学习。\n二是抓服务。每周一会；三是抓作风。',
    '一是抓学习。三是抓作风。每月一查；二是抓服务。',
    '一是抓学习（每月一课。逢五开讲。）；二是抓服务；三是抓作风。',
    '一是抓学习；二是抓服务。一是延时；二是上门。',
  ]) {
    it(`leaves alone ${text}`, () => finds(semicolonBetweenSentences, text));
  }

  it('leaves it to the writer to change the mark', () => {
    const [finding] = findings('一是抓学习。每月一课；二是抓服务。', [semicolonBetweenSentences]);
    assert.equal(finding!.severity, 'hint');
    assert.deepEqual(finding!.fixes, [
      {
        title: { zh: '改为“。”', en: 'Change to “。”' },
        safe: false,
        edits: [{ span: { start: 10, end: 11 }, newText: '。' }],
      },
    ]);
  });
});

describe('sum-of-parts', () => {
  for (const [source, told] of [
    ['全年⟦共接待来访100件⟧，其中来信40件、来电30件。', /分项相加是70件，与总数100件不符/],
    ['⟦合计投入12.75万元⟧，其中购书6.25万元和修书5万元；', /相加是11.25万元，与总数12.75万元/],
    ['　　𠮷县⟦共12人⟧，其中：女6人、男5人\r\n\r\n　　后文另述。', /相加是11人/],
    ['　　𠮷县⟦共12人⟧，其中女6人、男5人\r\n都在一线。', /相加是11人/],
    ['⟦总计有教师100名⟧，其中男教师40名、女教师50名。', /相加是90名/],
    ['⟦共1200册⟧，其中赠书1000册、购书100册、换书50册。', /相加是1150册/],
  ] as const) {
    it(`finds ${source.trim()}`, () => finds(sumOfParts, source, told));
  }
  for (const text of [
    '共办理100件，其中群众来信40件。',
    '共办理100件，其中来信40件、来访30人。',
    '共办理100件，其中来信40件、来访若干。',
    '共办理100件，其中来信40件、来访30件左右。',
    '共办理100件，其中来信40件、来访30件，余下的正在登记。',
    '共100人，其中职工40人、退休职工30人。',
    '共100人，其中职工40人、党员30人。',
    '共投入0.3万元，其中购书0.1万元、修书0.2万元。',
    '共办理100件，其中各乡镇街道服务站来信40件、各乡镇街道服务站来访30件。',
    '全县有公共文化场所12个，其中图书馆5个、文化馆3个。',
    // Lines of one paragraph.
    '　　共办理100件，其中来信40件、来电30件\n和来访30件。',
    '　　共办理100件，其中来信40件、来电30件\r\n、来访30件。',
  ]) {
    it(`leaves alone ${text}`, () => finds(sumOfParts, text));
  }
});

describe('unexplained-abbreviation', () => {
  const eight = ['一查', '二访', '三问', '四帮', '五送', '六评', '七议', '八看'];
  const inFull = (terms: readonly string[]) =>
    `推行${terms.map((term) => `⟦“${term}”⟧`).join('，')}工作法。`;
  for (const [source, told] of [
    ['推广⟦DGX⟧平台和⟦XTQ⟧系统。', /DGX第一次出现没有说明所指/],
    ['推行⟦“六抓”⟧工作法。会议提出：要抓好落实。', /“六抓”第一次出现/],
    ['推行⟦“六抓”⟧工作法。“六抓”见效快，即办即结。', /“六抓”第一次出现/],
    ['采取座谈、走访等方式征求意见之后推行⟦“五有五到”⟧工作法。', /“五有五到”/],
    ['整理、登记的资料较多，随后推行⟦“五有五到”⟧工作法。', /“五有五到”/],
    ['　　𠮷县建立⟦“双承诺”⟧制度。\r\n', /“双承诺”/],
    [inFull(eight), /“一查”/],
  ] as const) {
    it(`finds ${source.trim()}`, () => finds(unexplainedAbbreviation, source, told));
  }
  for (const text of [
    '走访XXX社区和XXXX学校，成效明显。',
    '“八一”慰问、“六一”诵读、“三八”座谈，“十三五”以来从未间断。',
    '值班做到人员、时间、责任“三落实”，全年没有发生一起安全事故，读者满意度保持在较高水平，各方反映良好。',
    '有岗位也有职责（以下简称“五有五到”）的做法受到好评。',
    '把有岗有责有标准等做法称作“五有五到”工作法。',
    '做到岗位有人员、工作有标准考核有结果的“五有五到”工作法。',
    '推行“六抓”（抓学习等六项）工作法。“六抓”见效快。',
    // Beyond eight it is written for insiders.
    `推行${[...eight, '九评'].map((term) => `“${term}”`).join('，')}工作法。`,
  ]) {
    it(`leaves alone ${text}`, () => finds(unexplainedAbbreviation, text));
  }
});

describe('stated-count', () => {
  for (const [source, told] of [
    ['做好以下⟦10项⟧工作：一是抓学习；二是抓服务。\n全馆运行平稳。', /“10项”，后面列了2项/],
    // The words 以下 tell whose list it is, whatever is counted before.
    ['围绕两个重点做好以下⟦三项⟧工作：一是抓学习；二是抓服务。\n全馆运行平稳。', /“三项”/],
    // Sections within the stated number may be called anything.
    [
      '一、回顾\n做了以下⟦两项⟧工作：\n（一）落实学习计划\n（二）服务\n（三）宣传\n二、打算',
      /“两项”，后面列了3项/,
    ],
    [
      '　　上半年做好以下⟦三点⟧：\r\n　　一是办𠮷日展。\r\n　　二是送书。\r\n　　做好以下两点：\r\n　　一是早。\r\n　　二是快。\r\n',
      /“三点”，后面列了2项/,
    ],
  ] as const) {
    it(`finds ${source.slice(0, 40)}`, () => finds(statedCount, source, told));
  }
  for (const text of [
    '办好以下一件实事：一是修书架；二是添座椅。\n全馆运行平稳。',
    '做好以下三五项工作：一是抓学习；二是抓服务。\n全馆运行平稳。',
    '一、回顾\n做了以下两项工作：\n（一）学习\n（二）服务\n（三）下步安排\n二、打算',
    '全馆运行平稳。\n他提出“以下三点：一是早，二是快”。\n会后落实。',
  ]) {
    it(`leaves alone ${text.slice(0, 40)}`, () => finds(statedCount, text));
  }

  it('only hints where the writer may still be at it or the list may be another one', () => {
    const items = '一是抓学习；二是抓服务；三是抓作风。';
    for (const [text, severity] of [
      [`做好以下四项工作：${items}`, 'hint'],
      [`做好以下四项工作：${items}\n全馆运行平稳。`, 'warning'],
      [`做好以下两项工作：${items}`, 'warning'],
      [`落实两项措施：${items}\n全馆运行平稳。`, 'hint'],
      [`办好两件事：${items}\n全馆运行平稳。`, 'warning'],
      ['突出以下两个重点：\n一、学习\n二、服务\n三、协作', 'hint'],
    ] as const) {
      assert.deepEqual(severities(statedCount, text), [severity], text);
    }
  });

  describe('while the text is being written', () => {
    const text = [
      '一、回顾',
      '　　全年做了以下两项工作：',
      '　　一是办讲座。',
      '　　二是送书下乡。',
      // Longer than what is looked at to see whether a list begins.
      `　　${'各村读者都说方便，'.repeat(10)}盼着再来。`,
      '二、打算',
      '　　明年做好以下三项工作：',
      '　　一是办𠮷日展。',
      '　　二是修馆舍。',
      '　　三是添新书。',
      '　　全馆齐心协力。',
    ].join('\r\n');

    /** Checks version after version, and keeps the text that is read behind the statements. */
    function writing() {
      let summary = parseSummary(text, 'plain');
      let read: string[] = [];
      const check = (context: DocumentContext) => {
        const proseAt = (start: number, end: number) => {
          const prose = context.proseAt(start, end);
          read.push(prose);
          return prose;
        };
        const watched = Object.create(context, { proseAt: { value: proseAt } });
        (statedCount as DocumentRule).check(watched);
      };
      const linter = new Linter({ rules: [{ ...statedCount, check } as Rule] });
      const told = () => linter.lint(summary).map(({ message }) => message.zh.split('。')[0]);
      return {
        told,
        /** Replaces some words; gives what is said then, and what was read anew for it. */
        replace(from: string, to: string) {
          read = [];
          const start = summary.text.indexOf(from);
          summary = summary.edit({ start, end: start + from.length }, to);
          return { told: told(), read: read.join('') };
        },
      };
    }
    const FIRST = '前面说“两项”，后面列了3项';
    const SECOND = '前面说“三项”，后面列了4项';

    it('follows the list that changes, and reads no other', () => {
      const { told, replace } = writing();
      assert.deepEqual(told(), []);
      const second = replace('添新书。', '添新书；四是换旧书。');
      assert.deepEqual(second.told, [SECOND]);
      assert.match(second.read, /修馆舍/);
      assert.doesNotMatch(second.read, /送书下乡/);
      const first = replace('送书下乡。', '送书下乡；三是办展览。');
      assert.deepEqual(first.told, [FIRST, SECOND]);
      assert.match(first.read, /办讲座/);
      assert.doesNotMatch(first.read, /修馆舍/);
      assert.deepEqual(replace('；四是换旧书', '').told, [FIRST]);
      assert.deepEqual(replace('；三是办展览', '').told, []);
    });

    it('follows lists that get or lose a paragraph, and sections', () => {
      const { told, replace } = writing();
      assert.deepEqual(told(), []);
      assert.deepEqual(replace('　　全馆', '　　四是换旧书。\r\n　　全馆').told, [SECOND]);
      assert.deepEqual(replace('二、打算', '　　三是办展览。\r\n二、打算').told, [FIRST, SECOND]);
      assert.deepEqual(replace('　　四是换旧书。\r\n', '').told, [FIRST]);
      assert.deepEqual(replace('　　三是办展览。\r\n', '').told, []);
      assert.deepEqual(replace('　　三是添新书。', '三、保障\r\n　　添新书。').told, [
        '前面说“三项”，后面列了2项',
      ]);
    });
  });
});
