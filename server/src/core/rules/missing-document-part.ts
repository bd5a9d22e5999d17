import type { Localized } from '../localized.js';
import { type ParagraphRecord, paragraphText } from '../paragraph-record.js';
import { BACK, FRONT } from '../parts.js';
import { defineRule } from '../rule.js';
import type { Summary } from '../summary.js';
import { isSpeech, isWorkSummary, openingWords } from '../summary-kind.js';

/** A first line that is no sentence is a title, whatever its words; so is a Markdown heading. */
function hasTitle({ structure }: Summary): boolean {
  const first = structure.paragraphs.at(0)!;
  if (structure.title !== null || structure.sections.some(({ hashes }) => hashes === 1))
    return true;
  return (
    first.kind !== 'heading' && first.length <= 50 && !/[，。；：:]/.test(paragraphText(first))
  );
}

/** What stands below the title or at the end, where a name and a date are written. */
function edges({ structure }: Summary): readonly ParagraphRecord[] {
  const { paragraphs, properEnd } = structure;
  const front = paragraphs.slice(0, FRONT).filter(({ kind }) => kind === 'subtitle');
  const last = paragraphs
    .slice(Math.max(0, properEnd - 3), properEnd)
    .filter(({ kind, length }) => kind === 'body' && length <= 30);
  return [...front, ...last];
}

function missingParts(summary: Summary): Localized[] {
  const { paragraphs, properEnd } = summary.structure;
  const lines = edges(summary)
    .map(paragraphText)
    .filter((line) => !/[，。；：:！]/.test(line));
  const dated = (line: string) => /年.{1,4}月|\d{4}[.\-/]\d/.test(line);
  const back = paragraphs.slice(Math.max(0, properEnd - BACK), properEnd);
  const missing: Localized[] = [];
  if (!hasTitle(summary)) missing.push({ zh: '标题', en: 'title' });
  const signed = back.some(({ kind }) => kind === 'signature');
  if (!signed && !lines.some((line) => !dated(line))) missing.push({ zh: '署名', en: 'sign-off' });
  const date = back.some(({ kind }) => kind === 'date');
  if (!date && !lines.some(dated)) missing.push({ zh: '成文日期', en: 'date' });
  return missing;
}

const BODY = '全馆坚持服务工作为先，做好借阅工作，抓好讲座工作，每月检查一次。';
const LONG = `一、服务工作\n${BODY.repeat(10)}\n二、学习工作\n${BODY.repeat(10)}`;

export default defineRule({
  id: 'missing-document-part',
  domainId: '1.3',
  scope: 'document',
  severity: 'hint',
  wide: true,
  title: { zh: '缺少标题、署名或成文日期', en: 'No title, sign-off or date' },
  explain: {
    zh: '完整的总结有标题、署名和成文日期。只贴了正文可以不管；要报送、归档的请补齐。',
    en: 'A complete summary has a title, a sign-off and a date. Add them before it is sent or filed.',
  },
  source: 'GB/T 9704—2012 7.3.1、7.3.5',
  automatic: false,
  examples: {
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
    ],
  },
  check({ summary, report }) {
    if (!isWorkSummary(summary) || isSpeech(summary)) return;
    const span = openingWords(summary);
    const missing = missingParts(summary);
    if (span === null || missing.length === 0) return;
    report({
      span,
      message: {
        zh: `没有${missing.map(({ zh }) => zh).join('、')}。要报送或归档的请补齐；只是正文可以忽略。`,
        en: `No ${missing.map(({ en }) => en).join(', ')}. Add before sending or filing; ignore this for a bare text.`,
      },
    });
  },
});
