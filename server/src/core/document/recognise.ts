import { detectMojibake, hasCommonCharacters } from '../base/mojibake.js';
import { isHan, splitLines, visible } from '../base/text.js';
import { readLabel } from './label.js';

export interface Recognition {
  readonly isSummary: boolean;
  /** What decided: the file's name, its content, or nothing. */
  readonly reason: 'name' | 'content' | 'none';
}

/** How much of a text is looked at, in UTF-16 units: a summary shows itself on its first page. */
const LOOK = 8000;
/** Points from which a text counts as a summary; see {@link contentScore}. */
const ENOUGH = 5;
/** Points for a title that names such a text, and for one that is nothing else. */
const TITLED = 2;
const TITLED_PLAINLY = 4;
/** Points that the text itself must have below a name that other texts bear too; a title is no more than the name. */
const ENOUGH_NAMED = 2;

const NAME =
  /总结|小结|述职|述廉|工作汇报|情况汇报|工作要点|工作计划|工作报告|情况报告|汇报材料|心得体会|转正|试用期|工作日报/;
/** A 周报 may be of a market, a 复盘 of a game: the text must say something of work. */
const SHARED_NAME = /周报|月报|季报|复盘|实习|会议纪要|调研报告|(?:^|[^a-z])okr(?![a-z])/i;
const OTHER_NAME =
  /小说|歌词|日志|读书笔记|实验|习题|试卷|复习|知识点|考点|教程|剧情|数学|英语|怎[样么]写|如何写|围棋|象棋|股市|基金/;

const TITLE =
  /总结|小结|述职|述廉|汇报|工作报告|工作要点|工作计划|情况报告|周报|月报|季报|复盘|会议纪要|调研报告|(?:^|[^a-z])okr(?![a-z])/i;

const PLAIN_TITLE =
  /(?:工作(?:总结|小结|汇报|报告)|述职(?:述廉)?报告|述廉报告|转正总结|实习总结)(?:[（(][^（）()]{1,12}[）)])?\s*$/;

/** Words that a summary uses about itself. Each counts once. */
const SELF = [
  /现将.{0,30}(?:总结|汇报|报告|述职|纪要)如下/,
  /(?:主要|重点)(?:工作|做法|成效)|工作(?:开展|完成)?情况|履职情况|工作回顾|工作成效|(?:上|本)(?:周|月|季度|学期|学年|迭代)(?:重点|主要)?(?:工作|任务|进展|完成|产出|业绩|成果)|今日(?:工作|完成)/,
  /存在(?:的)?(?:主要)?(?:问题|不足|短板|差距)|不足之处|(?:问题|风险)(?:与|和|及)(?:风险|问题|困难|不足)/,
  /(?:下一步|下步|今后|明年|下半年|来年|下(?:周|月|季度|学期|学年|阶段|迭代)|明日|转正后)(?:的)?(?:工作)?(?:打算|计划|安排|思路|重点|工作|措施|目标)|努力方向/,
  /(?:一年来|今年以来|上半年|本年度|20\d\d年|20[X×x]{2}年)[^。\n]{0,60}(?:工作|任务|围绕|落实|推进)/,
  /(?:认真|深入|扎实|全面|持续|切实|大力|积极)(?:贯彻|落实|推进|开展|履行|做好|加强|组织|学习)/,
  /(?:领导|指导|帮助|支持)下[，,]/,
  /(?:党建|廉政|党风|统战|统一战线|民生|服务群众|督查|整改|考核)/,
  /根因|根本原因|直接原因|结果评估|目标回顾/,
  /改进(?:措施|行动|事项)|经验教训/,
  /(?:^|[^a-z])KR ?\d|关键结果/i,
  /(?:^|[^a-z])KR ?2/i,
  /试用期(?:内|转正|总结|目标|任务|满)|转正/,
  /会议(?:议定|审议|听取|决定|要求|确定)|议定事项/,
];

/** What the headings of a summary announce: work that was done, what was wrong, why, what comes next. Each counts once. */
const HEADINGS = [
  /本(?:周|月|季度|迭代)(?:重点|主要)?(?:工作|任务|进展|完成|产出)|(?:工作|任务|目标)(?:完成|回顾|进展)|完成情况|主要工作|结果评估/,
  /问题|不足|风险|困难/,
  /下(?:周|月|季度|迭代|一步|阶段)(?:重点|主要)?(?:工作|任务)?(?:计划|安排|目标|打算|重点|工作)|今后打算|努力方向|改进(?:措施|行动|事项)?$/,
  /根因|原因分析|经过|目标回顾/,
  /^O\d?[：: ]|^目标\d?[：:]/,
];
/** The longest line that is a heading without marks of one, in UTF-16 units. */
const LONGEST_HEADING = 24;

/** Words of texts that are numbered the same way and are something else. */
const OTHER = [
  /第[一二三四五六七八九十百\d]{1,5}[章回节卷集][ \u3000\n]/,
  /第[一二三四五六七八九十百]{1,5}条[ \u3000]/,
  /甲方|乙方|违约责任|本合同/,
  /选择题|填空题|判断题|简答题|参考答案|分值|本题/,
  /著作权|版权所有|许可协议|免责声明|WARRANTY/,
  /^(?:import|#include|function|class|def|SELECT|public) /m,
  /npm install|安装步骤|使用方法|快速开始|命令行|^#+ *(?:安装|使用|用法|许可证|常见问题|更新日志)\s*$/m,
  /他说|她说|他问|她问|道：“|说道|笑道|，说：“/,
  /食材|配料|用料|克盐|适量/,
  /^#* *(?:摘要|关键词|参考文献|引言)(?:[：:]|\s*$)/m,
  /^[-*· ]*(?:参会|出席|与会|缺席|记录|主持)(?:人员|人)?[：:]/m,
  /任职要求|薪资面议/,
];

/** What weeks, months and what went wrong are told of beside work: markets and sport. */
const PASTIME = /行情|涨停|股价|铜价|大盘|不及预期|跑步|健身|减脂|配速/;

/** Code within a line, addresses and marks of HTML. */
const APART =
  /`[^`\n]{1,200}`|(?<=\])\([^()\n]{1,300}\)|https?:\/\/[\w./?=&%#:~+-]{1,300}|<[a-z/!][^<>\n]{0,200}>/g;

/** The text without blocks of code and rows of tables, which do not tell what kind of text it is. */
function withoutCode(text: string): string {
  let fence: string | null = null;
  const lines = text.split('\n').filter((line) => {
    const mark = /^[ \t]{0,12}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      return false;
    }
    if (mark !== undefined) fence = mark;
    return mark === undefined && !/^[ \t]{0,12}\|/.test(line);
  });
  return lines.join('\n').replace(APART, ' ');
}

/**
 * Tells whether a text is a Chinese work summary. `fileName` is the last part of its path, empty for
 * an unnamed document. A telling name is enough for a text that is empty or in Chinese; without one
 * the content must say so more than once. What was read in another encoding than it was written in
 * never is one. Never throws; looks at the first {@link LOOK} units only.
 */
export function recognise(fileName: string, text: string): Recognition {
  const seen = visible(text.slice(0, LOOK));
  const head = withoutCode(seen);
  const isOther = OTHER_NAME.test(fileName);
  const named = NAME.test(fileName) && !isOther;
  const shared = SHARED_NAME.test(fileName) && !isOther;
  if (seen.trim() === '') {
    return named || shared
      ? { isSummary: true, reason: 'name' }
      : { isSummary: false, reason: 'none' };
  }
  const score = isChinese(head) && detectMojibake(text) === null ? contentScore(head) : -10;
  const isPastime = PASTIME.test(head);
  if (
    (named && score > -2) ||
    (shared && !isPastime && score - titlePoints(head) >= ENOUGH_NAMED)
  ) {
    return { isSummary: true, reason: 'name' };
  }
  return score >= ENOUGH
    ? { isSummary: true, reason: 'content' }
    : { isSummary: false, reason: 'none' };
}

/** Fewer characters than this may all be rare ones: a title. */
const FEWEST_HAN = 12;
/** Of what is no mark: characters of Chinese, words of other scripts and figures. */
const HAN_SHARE = 0.5;
/** What an English word counts beside a Chinese character: who writes of software is full of them. */
const ENGLISH_WORD = 0.5;

/** True for a text that is mostly Chinese and was read as what it is. */
function isChinese(text: string): boolean {
  let han = 0;
  let others = 0;
  let word = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isWord = /[\p{L}\p{N}\ufffd\ue000-\uf8ff]/u.test(text[i]!);
    if (isHan(code)) han++;
    else if (isWord && (!word || code > 0x7f))
      others += /[A-Za-z]/.test(text[i]!) ? ENGLISH_WORD : 1;
    word = isWord && !isHan(code);
  }
  const readable = han < FEWEST_HAN || hasCommonCharacters(text);
  return han > 0 && han >= (han + others) * HAN_SHARE && readable;
}

/**
 * One point per word of its own and per heading that only a summary has, two for a title and for
 * consecutive outline labels; minus three per sign of another kind.
 */
function contentScore(text: string): number {
  const lines = linesOf(text);
  const first = firstOf(lines);
  let score = titlePoints(text);
  if (hasConsecutiveLabels(lines)) score += 2;
  for (const word of SELF) if (word.test(text)) score++;
  score += headingScore(lines.filter((line) => line !== first));
  for (const word of OTHER) if (word.test(text)) score -= 3;
  return score;
}

/** The beginnings of the lines, without marks of Markdown. */
const linesOf = (text: string) =>
  splitLines(text).map(({ start, end }) =>
    text.slice(start, Math.min(end, start + 80)).replace(/^[\s\u3000\uFEFF#*]+/, ''),
  );

const firstOf = (lines: readonly string[]) => lines.find((line) => line !== '') ?? '';

function titlePoints(text: string): number {
  const first = firstOf(linesOf(text));
  if (SHARED_NAME.test(first) && PASTIME.test(text)) return 0;
  const isTitle = first.length <= 50 && !/[。：；]|怎[样么]|如何|教程|指南/.test(first);
  if (!isTitle || !TITLE.test(first)) return 0;
  return PLAIN_TITLE.test(first) ? TITLED_PLAINLY : TITLED;
}

/** How many of the usual headings there are, without their labels and marks. */
function headingScore(lines: readonly string[]): number {
  const headings = lines
    .filter((line) => line.length <= LONGEST_HEADING && !/[。；，]/.test(line))
    .map((line) => line.replace(/(?<![：:*\s])[：:*\s]+$/, ''));
  return HEADINGS.filter((word) => headings.some((line) => word.test(line))).length;
}

/** True when 一、 is followed by 二、, or （一） by （二）, at the start of lines. */
function hasConsecutiveLabels(lines: readonly string[]): boolean {
  const last = [0, 0, 0];
  for (const line of lines) {
    const label = readLabel(line);
    if (label?.form !== 'han' && label?.form !== 'bracketed-han') continue;
    if (label.number === 2 && last[label.level] === 1) return true;
    last[label.level] = label.number;
  }
  return false;
}
