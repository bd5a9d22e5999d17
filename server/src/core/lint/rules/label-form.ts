import { unreadBetween } from '../../analysis/unread-labels.js';
import type { Localized } from '../../base/localized.js';
import type { Summary } from '../../document/document.js';
import { type Label, withNumber } from '../../document/label.js';
import { type FormId, formOf, WHOLE } from '../../document/label-forms.js';
import type { Section } from '../../document/model.js';
import { changeTo, defineRule, type RuleExamples } from '../rule.js';

const BRACKETED: Localized = {
  zh: '带括号的序号后不加标点',
  en: 'a bracketed label takes no mark',
};
const LETTER: Localized = {
  zh: '拉丁字母、罗马数字序号后用下脚点',
  en: 'a letter or a Roman numeral takes a full stop',
};

/** The forms of which the standard names the mark. */
const WHY: Partial<Record<FormId, Localized>> = {
  han: { zh: '汉字序号后用顿号', en: 'a Han numeral takes an enumeration comma' },
  digit: { zh: '阿拉伯数字序号后用下脚点', en: 'a Western digit takes a full stop' },
  circled: { zh: '带圈的序号后不加标点', en: 'a circled label takes no mark' },
  'bracketed-han': BRACKETED,
  'bracketed-digit': BRACKETED,
  'digit-bracket': BRACKETED,
  upper: LETTER,
  lower: LETTER,
  roman: LETTER,
  'latin-roman': LETTER,
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
  check({ sections, siblings, summary, ownScheme, report }) {
    const unsettled = unsettledLists(summary, siblings);
    const isOwn = ({ form, suffix }: Label) => ownScheme?.styles?.get(form)?.suffix === suffix;
    const isRight = (label: Label) => isStandard(label) || isOwn(label);
    /** Forms of which some label is right. */
    const known = new Set<FormId>();
    for (const { label } of sections) if (label !== null && isRight(label)) known.add(label.form);
    for (const section of sections) {
      const { label, labelSpan, title } = section;
      if (label === null || isRight(label)) continue;
      const mark = markOf(label);
      const { suffix } = formOf(label.form);
      // Only the mark is this rule's business: half-width brackets stay as typed.
      const brackets = isBracketed(label) ? label.suffix.slice(0, -mark.length) : suffix;
      // 1.3个项目 would be a figure.
      const isBeforeDigit = label.form === 'digit' && /^\d/.test(title);
      const right = WHOLE.includes(label.script) ? '' : isBeforeDigit ? '．' : brackets;
      const newText = withNumber({ ...label, suffix: right }, label.number);
      report({
        span: labelSpan,
        message: {
          zh: `“${label.marker}”应写作“${newText}”：${WHY[label.form]!.zh}。`,
          en: `Write “${newText}”, not “${label.marker}”: ${WHY[label.form]!.en}.`,
        },
        // 1.2，3. would look half-done.
        fixes: [changeTo(newText, labelSpan, !unsettled.has(section))],
        ...(!known.has(label.form) && { throughout: true }),
      });
    }
  },
});

/** The sections of lists in which another item has lost its mark: what is done in bulk leaves them to the writer. */
function unsettledLists(
  summary: Summary,
  siblings: readonly (readonly Section[])[],
): ReadonlySet<Section> {
  const isGap = (run: readonly Section[]) =>
    run.some((section, index) => {
      const previous = run[index - 1];
      const isNext = previous === undefined || section.label!.number <= previous.label!.number + 1;
      return !isNext && unreadBetween(summary, previous, section).length > 0;
    });
  return new Set(siblings.filter(isGap).flat());
}

const isBracketed = ({ form, script }: Label) => WHY[form] === BRACKETED && !WHOLE.includes(script);

/** What stands after the numeral, its brackets left out. */
const markOf = (label: Label) => (isBracketed(label) ? label.suffix.slice(1) : label.suffix);

function isStandard(label: Label): boolean {
  if (WHY[label.form] === undefined) return true;
  const mark = markOf(label);
  const { suffix } = formOf(label.form);
  if (suffix !== '.' || WHOLE.includes(label.script)) {
    return mark === (isBracketed(label) || WHOLE.includes(label.script) ? '' : suffix);
  }
  return mark === '.' || mark === '．';
}

export const examples: RuleExamples = {
  bad: [
    { bad: '一、回顾\n⟦1、⟧学习\n⟦2、⟧服务', fixed: '一、回顾\n1.学习\n2.服务' },
    { bad: '\uFEFF　⟦（一）、⟧𠮷日开馆\r\n', fixed: '\uFEFF　（一）𠮷日开馆\r\n' },
    { bad: '⟦①、⟧甲\n⟦②、⟧乙', fixed: '①甲\n②乙' },
    { bad: '⟦一.⟧回顾\n⟦二．⟧打算', fixed: '一、回顾\n二、打算' },
    { bad: '一、回顾\n⟦二，⟧打算', fixed: '一、回顾\n二、打算' },
    { bad: '⟦A、⟧借阅\n⟦B、⟧讲座', fixed: 'A.借阅\nB.讲座' },
    { bad: '1）借阅\n⟦2）、⟧讲座\n3）展览', fixed: '1）借阅\n2）讲座\n3）展览' },
  ],
  good: [
    '一、回顾\n（一）学习\n1.自学\n2．集体学\n（1）早\n①晚',
    '(一)学习\n(二)服务',
    '1、2月开展培训。',
    '第一章 总则\n第二章 附则',
    '⑴借阅\n⑵讲座\n⒈早\n⒉晚',
  ],
};
