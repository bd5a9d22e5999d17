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

const NAME =
  /总结|小结|述职|述廉|工作汇报|情况汇报|工作要点|工作计划|工作报告|情况报告|汇报材料|心得体会/;
const OTHER_NAME = /小说|歌词|日志|读书笔记|实验|习题|试卷|复习|知识点|考点|教程|剧情|数学|英语/;

const TITLE = /总结|小结|述职|述廉|汇报|工作报告|工作要点|工作计划|情况报告/;

/** Words that a summary uses about itself. Each counts once. */
const SELF = [
  /现将.{0,30}(?:总结|汇报|报告|述职)如下/,
  /(?:主要|重点)(?:工作|做法|成效)|工作(?:开展|完成)?情况|履职情况|工作回顾|工作成效/,
  /存在(?:的)?(?:主要)?(?:问题|不足|短板|差距)/,
  /(?:下一步|下步|今后|明年|下半年|来年)(?:的)?(?:工作)?(?:打算|计划|安排|思路|重点|工作|措施)|努力方向/,
  /(?:一年来|今年以来|上半年|本年度|20\d\d年|20[X×x]{2}年)[^。\n]{0,60}(?:工作|任务|围绕|落实|推进)/,
  /(?:认真|深入|扎实|全面|持续|切实|大力|积极)(?:贯彻|落实|推进|开展|履行|做好|加强|组织|学习)/,
  /(?:领导|指导|帮助|支持)下[，,]/,
  /(?:党建|廉政|党风|统战|统一战线|民生|服务群众|督查|整改|考核)/,
];

/** Words of texts that are numbered the same way and are something else. */
const OTHER = [
  /第[一二三四五六七八九十百\d]{1,5}[章回节卷集][ \u3000\n]/,
  /第[一二三四五六七八九十百]{1,5}条[ \u3000]/,
  /甲方|乙方|违约责任|本合同/,
  /选择题|填空题|判断题|简答题|参考答案|分值|本题/,
  /著作权|版权所有|许可协议|免责声明|WARRANTY/,
  /^(?:import|#include|function|class|def|SELECT|public) /m,
  /npm install|安装步骤|使用方法|快速开始|命令行/,
  /他说|她说|他问|她问|道：“|说道|笑道/,
  /食材|配料|用料|克盐|适量/,
];

/**
 * Tells whether a text is a Chinese work summary. `fileName` is the last part of its path, empty for
 * an unnamed document. A telling name is enough for a text that is empty or in Chinese; without one
 * the content must say so more than once. Never throws; looks at the first {@link LOOK} units only.
 */
export function recognise(fileName: string, text: string): Recognition {
  const head = visible(text.slice(0, LOOK));
  const named = NAME.test(fileName) && !OTHER_NAME.test(fileName);
  const score = contentScore(head);
  if (named && (head.trim() === '' || (hanShare(head) >= 0.5 && score > -2))) {
    return { isSummary: true, reason: 'name' };
  }
  return score >= ENOUGH
    ? { isSummary: true, reason: 'content' }
    : { isSummary: false, reason: 'none' };
}

/** Share of Han characters among the visible ones. */
function hanShare(text: string): number {
  let han = 0;
  let visible = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 32 || code === 0x3000 || code === 0xfeff) continue;
    visible++;
    if (isHan(code)) han++;
  }
  return visible === 0 ? 0 : han / visible;
}

/** One point per word of its own, two for a title and for consecutive outline labels; minus three per sign of another kind. */
function contentScore(text: string): number {
  if (hanShare(text) < 0.5) return -10;
  const lines = splitLines(text).map(({ start, end }) =>
    text.slice(start, Math.min(end, start + 80)).replace(/^[\s\u3000\uFEFF#*]+/, ''),
  );
  const first = lines.find((line) => line !== '') ?? '';
  let score = first.length <= 50 && !/[。：；]/.test(first) && TITLE.test(first) ? 2 : 0;
  if (hasConsecutiveLabels(lines)) score += 2;
  for (const word of SELF) if (word.test(text)) score++;
  for (const word of OTHER) if (word.test(text)) score -= 3;
  return score;
}

/** True when 一、 is followed by 二、, or （一） by （二）, at the start of lines. */
function hasConsecutiveLabels(lines: readonly string[]): boolean {
  const last = [0, 0, 0];
  for (const line of lines) {
    const label = readLabel(line);
    if (label === null || label.level > 2 || label.needsNeighbours) continue;
    if (label.number === 2 && last[label.level] === 1) return true;
    last[label.level] = label.number;
  }
  return false;
}
