import type { Localized } from '../../base/localized.js';
import { type Label, standardMarker } from '../../document/label.js';
import { changeTo, defineRule, type RuleExamples } from '../rule.js';

const WHY: Record<number, Localized> = {
  1: { zh: '汉字序号后用顿号', en: 'a Han numeral takes an enumeration comma' },
  2: { zh: '带括号的序号后不加标点', en: 'a bracketed label takes no mark' },
  3: { zh: '阿拉伯数字序号后用下脚点', en: 'a Western digit takes a full stop' },
  4: { zh: '带括号的序号后不加标点', en: 'a bracketed label takes no mark' },
  5: { zh: '带圈的序号后不加标点', en: 'a circled label takes no mark' },
};

export default defineRule({
  id: 'label-form',
  topic: 'labels',
  scope: 'document',
  severity: 'warning',
  ofForm: true,
  title: { zh: '序号后的标点不合规范', en: 'Wrong mark after an outline label' },
  explain: {
    zh: '四级序号依次为“一、”“（一）”“1.”“（1）”：汉字数字后用顿号，带括号的序号后不加标点，阿拉伯数字后用下脚点。写法统一，Word 和读者才认得层次。',
    en: 'The four levels are 一、 （一） 1. （1）: a mark after the numeral depends on its kind.',
  },
  source: 'GB/T 15834—2011 B.3.2、B.3.3、B.3.4',
  mechanical: true,
  yields: true,
  check({ sections, report }) {
    /** Levels of which some label is right. */
    const known = new Set<number>();
    for (const { label } of sections) if (label !== null && isRight(label)) known.add(label.level);
    for (const { label, labelSpan, title } of sections) {
      if (label === null || isRight(label)) continue;
      const { level } = label;
      const mark = markOf(label);
      // Only the mark is this rule's business: half-width brackets stay as typed.
      const brackets = isBracketed(label) ? label.marker.slice(0, -mark.length) : null;
      // 1.3个项目 would be a figure.
      const isBeforeDigit = level === 3 && /^\d/.test(title);
      const newText =
        brackets ?? (isBeforeDigit ? `${label.number}．` : standardMarker(level, label.number));
      report({
        span: labelSpan,
        message: {
          zh: `“${label.marker}”应写作“${newText}”：${WHY[level]!.zh}。`,
          en: `Write “${newText}”, not “${label.marker}”: ${WHY[level]!.en}.`,
        },
        fixes: [changeTo(newText, labelSpan, true)],
        ...(!known.has(level) && { throughout: true }),
      });
    }
  },
});

const isBracketed = ({ level }: Label) => level === 2 || level === 4;

/** What stands behind the numeral, its brackets left out. */
const markOf = (label: Label) => (isBracketed(label) ? label.suffix.slice(1) : label.suffix);

function isRight(label: Label): boolean {
  const mark = markOf(label);
  switch (label.level) {
    case 1:
      return mark === '、';
    case 3:
      return mark === '.' || mark === '．';
    default:
      return mark === '';
  }
}

export const examples: RuleExamples = {
  bad: [
    { bad: '一、回顾\n⟦1、⟧学习\n⟦2、⟧服务', fixed: '一、回顾\n1.学习\n2.服务' },
    { bad: '\uFEFF　⟦（一）、⟧𠮷日开馆\r\n', fixed: '\uFEFF　（一）𠮷日开馆\r\n' },
    { bad: '⟦①、⟧甲\n⟦②、⟧乙', fixed: '①甲\n②乙' },
    { bad: '⟦一.⟧回顾\n⟦二．⟧打算', fixed: '一、回顾\n二、打算' },
    { bad: '一、回顾\n⟦二，⟧打算', fixed: '一、回顾\n二、打算' },
  ],
  good: [
    '一、回顾\n（一）学习\n1.自学\n2．集体学\n（1）早\n①晚',
    '(一)学习\n(二)服务',
    '1、2月开展培训。',
  ],
};
