import { firstAtLeast } from '../../base/sorted-array.js';
import type { Span } from '../../base/text.js';
import { changeTo, defineRule, type RuleExamples } from '../rule.js';

const HAN = /[\u3400-\u9fff]/;

export default defineRule({
  id: 'straight-quotes',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '"\'',
  severity: 'warning',
  ofForm: true,
  title: { zh: '用了英文直引号', en: 'Straight quotation marks' },
  explain: {
    zh: '中文的引号分前后，写作“ ”。直引号是英文输入状态下打的，看不出方向，印出来也偏小。',
    en: 'Chinese quotation marks have a direction: “ and ”. Straight ones come from the English keyboard.',
  },
  source: 'GB/T 15834—2011 4.8.1',
  mechanical: false,
  check({ prose: text, report }) {
    const backticks = placesOf(text, '`');
    for (const mark of ['"', "'"]) {
      for (const own of pairsOf(text, mark)) {
        const inner = text.slice(own.start + 1, own.end - 1);
        // A command or code between backticks.
        if (firstAtLeast(backticks, own.start) % 2 === 1) continue;
        if (!isQuoted(text, own, inner)) continue;
        // Single ones at the beginning are left over from bold type of a wiki as often as not.
        if (mark === "'" && own.start === 0) continue;
        // Single ones are the outer marks too, unless they stand in a quotation.
        const [open, close] = mark === "'" && isInQuotation(text, own.start) ? '‘’' : '“”';
        const span = { start: own.start, end: own.end };
        report({
          span,
          message: {
            zh: `“${inner}”两边是英文直引号，中文里分前后引号。请改为中文引号。`,
            en: `Straight quotation marks: Chinese text takes ${open}${inner}${close}.`,
          },
          fixes: [changeTo(`${open}${inner}${close}`, span, false)],
        });
      }
    }
  },
});

function placesOf(text: string, mark: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) places.push(at);
  return places;
}

/** How far a quotation may reach. UTF-16 units. */
const LONGEST = 80;

/** The pairs of a mark in a paragraph; none when it is open which marks belong together. */
function pairsOf(text: string, mark: string): Span[] {
  const pairs: Span[] = [];
  let open = -1;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    const before = text[at - 1] ?? '';
    if (open < 0) {
      // Inches and minutes stand after a figure, an apostrophe and an assignment after a letter or =.
      if (!/[\w=]/.test(before) && !/^["']\d{2}[年级届]/.test(text.slice(at, at + 4))) open = at;
    } else {
      if (at - open <= LONGEST) pairs.push({ start: open, end: at + 1 });
      open = -1;
    }
  }
  return open < 0 ? pairs : [];
}

/** True for words in Chinese, and for letters and figures in a Chinese sentence. */
function isQuoted(text: string, { start, end }: Span, inner: string): boolean {
  if (inner.trim() === '' || /[=\n]/.test(inner) || /^\s*=/.test(text.slice(end, end + 4)))
    return false;
  const [before, after] = [text[start - 1] ?? '', text[end] ?? ''];
  if (/[\w([{,]/.test(before + after) && !HAN.test(before + after)) return false;
  return HAN.test(inner) || (HAN.test(before + after) && /^[\w+\-./% ]+$/.test(inner));
}

function isInQuotation(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST), at);
  return before.lastIndexOf('“') > before.lastIndexOf('”');
}

export const examples: RuleExamples = {
  bad: [
    { bad: '开展⟦"五学"⟧活动。', fixed: '开展“五学”活动。' },
    { bad: '实施⟦"5G+"⟧工程，完成⟦\'123\'⟧计划。', fixed: '实施“5G+”工程，完成“123”计划。' },
    { bad: '\uFEFF　𠮷日推行⟦"一图一表"⟧。\r\n', fixed: '\uFEFF　𠮷日推行“一图一表”。\r\n' },
  ],
  good: [
    '身高5\'10"，屏幕32"',
    'name="a"',
    '开展“五学”活动',
    '他说"一半就停了',
    "the team's plan",
    "时长为5'30\"，'24级新生",
    'print("你好")',
    '执行 `save -m "首次提交"` 即可',
  ],
};
