import { isSpeech, isWorkSummary, openingWords } from '../../analysis/document-scope.js';
import type { Localized } from '../../base/localized.js';
import type { Summary } from '../../document/document.js';
import { type ParagraphRecord, paragraphText } from '../../document/paragraph-record.js';
import { BACK, FRONT } from '../../document/paragraph-roles.js';
import { OPENED } from '../../document/paragraphs.js';
import { defineRule, type RuleExamples } from '../rule.js';

/** Digits with 年 and 月, or 2024.12. */
const DATE =
  /(?:[\dXx×〇○零一二三四五六七八九]{2,4}[ \u3000]?)?年.{1,4}月(?:.{1,4}日)?|\d{4}[.\-/]\d{1,2}(?:[.\-/]\d{1,2})?/;
/** What a name or a date is called where it stands in a line of its own: 报送单位：, 总结人：, 日期：. */
const NAME_LABEL =
  /^[^：:，。]{0,6}(?:人|者|员|单位|部门|科室|支部|学校|班级|班组|公司|岗位|姓名|署名|签名|签字|落款|作者|教师|老师|学生|职工)[ \u3000]*[：:]/;
const DATE_LABEL = /^[^：:，。]{0,4}(?:日期|时间|日)[ \u3000]*[：:]/;

/** A line that signs or dates is no longer than this without its blanks, and than that with them. UTF-16 units. */
const LONGEST_LINE = 30;
const LONGEST = 80;

/** The paragraphs above the first heading, as far as they may be title and sub-lines. */
function frontOf({ structure }: Summary): readonly ParagraphRecord[] {
  const front = structure.paragraphs.slice(0, FRONT);
  const heading = front.findIndex(({ kind }) => OPENED.has(kind));
  return heading < 0 ? front : front.slice(0, heading);
}

/** A line in front that is no sentence is a title, whatever its words; so is a Markdown heading. */
function hasTitle({ structure }: Summary, front: readonly ParagraphRecord[]): boolean {
  if (structure.title !== null || structure.sections.some(({ hashes }) => hashes === 1))
    return true;
  return front.some((record) => record.length <= 50 && !/[，。；：:]/.test(paragraphText(record)));
}

/** True for a line that may name who signs, or when: a few words that are no sentence. */
function isSignLike(line: string): boolean {
  if (NAME_LABEL.test(line) || DATE_LABEL.test(line) || /^[（(].*[）)]$/.test(line)) return true;
  return !/[，。；：:！]/.test(line);
}

/** True when a line holds more than a date: a name. */
const named = (line: string) =>
  /[^\s（）()，—]/.test(line.replace(DATE_LABEL, '').replace(DATE, ''));

function missingParts(summary: Summary): Localized[] {
  const { paragraphs, properEnd } = summary.structure;
  const front = frontOf(summary);
  const back = paragraphs.slice(Math.max(0, properEnd - BACK), properEnd);
  const lines = [...front, ...back]
    .filter(({ kind, length }) => kind === 'subtitle' || (kind === 'body' && length <= LONGEST))
    .map(paragraphText)
    .filter((line) => line.replace(/\s/g, '').length <= LONGEST_LINE)
    .filter(isSignLike);
  const missing: Localized[] = [];
  if (!hasTitle(summary, front)) missing.push({ zh: '标题', en: 'title' });
  const signed = back.some(({ kind }) => kind === 'signature');
  if (!signed && !lines.some(named)) missing.push({ zh: '署名', en: 'sign-off' });
  const date = back.some(({ kind }) => kind === 'date');
  if (!date && !lines.some((line) => DATE.test(line))) missing.push({ zh: '成文日期', en: 'date' });
  return missing;
}

const BODY = '全馆坚持服务工作为先，做好借阅工作，抓好讲座工作，每月检查一次。';
const LONG = `一、服务工作\n${BODY.repeat(10)}\n二、学习工作\n${BODY.repeat(10)}`;

export default defineRule({
  id: 'missing-document-part',
  topic: 'document',
  scope: 'document',
  severity: 'hint',
  wide: true,
  title: { zh: '缺少标题、署名或成文日期', en: 'No title, sign-off or date' },
  explain: {
    zh: '完整的总结有标题、署名和成文日期。只贴了正文可以不管；要报送、归档的请补齐。',
    en: 'A complete summary has a title, a sign-off and a date. Add them before it is sent or filed.',
  },
  source: 'GB/T 9704—2012 7.3.1、7.3.5',
  mechanical: false,
  check({ summary, report }) {
    const span = openingWords(summary);
    const missing = missingParts(summary);
    if (span === null || missing.length === 0) return;
    // Asked last: that looks through the text.
    if (!isWorkSummary(summary) || isSpeech(summary)) return;
    report({
      span,
      message: {
        zh: `没有${missing.map(({ zh }) => zh).join('、')}。要报送或归档的请补齐；只是正文可以忽略。`,
        en: `No ${missing.map(({ en }) => en).join(', ')}. Add before sending or filing; ignore this for a bare text.`,
      },
    });
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: `⟦今年以来⟧，${BODY}\n${LONG}` },
    { bad: `⟦年度工作总结⟧\n${LONG}` },
    { bad: `\uFEFF　⟦𠮷县图书馆工作总结⟧\r\n${LONG}\r\n𠮷县图书馆\r\n` },
  ],
  good: [
    `年度工作总结\n${LONG}\n县图书馆\n2024年12月5日`,
    `年度工作总结\n县图书馆\n（2024年12月5日）\n${LONG}`,
    `年度工作报告\n各位代表：\n${LONG}`,
    `年度工作总结\n——在全县图书馆工作会议上的报告\n${LONG}`,
    '年度工作总结\n一、回顾\n二、打算',
    `年度工作总结\n${LONG}\n县图书馆　2024年12月5日`,
    `年度工作总结\n报送单位：县图书馆\n日期：2024年12月5日\n${LONG}`,
    `年度工作总结\n${LONG}\n总结者：李某\n2024.12.20`,
    `年度工作总结\n${LONG}\n汇报人：李某\n2024-12-20`,
  ],
};
