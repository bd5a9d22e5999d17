import { unreadBetween } from '../../analysis/unread-labels.js';
import { isSame, lastOf } from '../../base/lists.js';
import type { Localized } from '../../base/localized.js';
import { withNumber } from '../../document/label.js';
import type { Section } from '../../document/model.js';
import { renumberTo, renumberWithReferences, siblingsOf } from '../../edits/renumber.js';
import { defineRule, type Fix, type RuleExamples } from '../rule.js';

/** Tells a gap, a double and a disorder apart; null where the number is the next one. */
function slip(previous: number, section: Section, next: Section | undefined): Localized | null {
  const { number, marker } = section.label!;
  if (number === previous + 1) return null;
  const wanted = withNumber(section.label!, previous + 1);
  const last = withNumber(section.label!, previous);
  const todo = {
    zh: `请改为“${wanted}”，或用快速修复把同级序号重排。`,
    en: `Make it “${wanted}”, or renumber the siblings with the quick fix.`,
  };
  if (number === previous) {
    return {
      zh: `序号“${marker}”重复：前一项也是“${last}”，读者无法按序号引用。${todo.zh}`,
      en: `Duplicate number “${marker}”: the item before has it too, so it cannot be cited. ${todo.en}`,
    };
  }
  if (number > previous && next?.label?.number !== previous + 2) {
    return {
      zh: `序号不连续：“${last}”之后直接是“${marker}”，中间缺项，读者会以为漏了内容。${todo.zh}`,
      en: `Gap in numbering: “${last}” is followed by “${marker}”, as if something were missing. ${todo.en}`,
    };
  }
  return {
    zh: `序号次序不对：“${last}”之后应是“${wanted}”，现在是“${marker}”。${todo.zh}`,
    en: `Numbers out of order: “${wanted}” should follow “${last}”, not “${marker}”. ${todo.en}`,
  };
}

/** Labels such as 1.2 whose first numbers are not those of the sections around them, and what these are. */
function underOthers(sections: readonly Section[]) {
  const found: { readonly section: Section; readonly outer: readonly number[] }[] = [];
  const walk = (list: readonly Section[], above: readonly number[], isWrong: boolean) => {
    for (const section of list) {
      const { label, children } = section;
      if (label === null) {
        walk(children, above, isWrong);
        continue;
      }
      const count = label.outer.length;
      const outer = lastOf(above, count);
      const isOther = count > 0 && outer.length === count && !isSame(label.outer, outer);
      // Of what stands below a wrong one the same is true.
      if (isOther && !isWrong) found.push({ section, outer });
      if (children.length > 0) walk(children, [...above, label.number], isOther);
    }
  };
  walk(sections, [], false);
  return found;
}

export default defineRule({
  id: 'label-number',
  topic: 'labels',
  scope: 'document',
  severity: 'warning',
  title: { zh: '同级序号缺号、重号或乱序', en: 'Gap, duplicate or disorder in numbering' },
  explain: {
    zh: '同级序号应从头连续。缺号、重号会让人以为漏了内容，也没法按序号引用。可以用快速修复重排同级。',
    en: 'Siblings are numbered consecutively from one; a gap or double looks like missing text and cannot be cited. Renumber them with the quick fix.',
  },
  source: null,
  mechanical: false,
  immediate: true,
  check({ summary, siblings, report }) {
    for (const { section, outer } of underOthers(summary.sections)) {
      const { label, labelSpan } = section;
      const wanted = withNumber(label!, label!.number, outer);
      const above = outer.join('.');
      report({
        span: labelSpan,
        message: {
          zh: `“${label!.marker}”排在“${above}”之下，前面的数字应与上级一致。请改为“${wanted}”，或用快速修复把同级序号重排。`,
          en: `“${label!.marker}” stands below “${above}” and has to begin with it. Make it “${wanted}”, or renumber the siblings.`,
        },
        fixes: () => [
          {
            title: { zh: '重排同级序号', en: 'Renumber siblings' },
            safe: false,
            edits: renumberTo(
              summary,
              new Map(siblingsOf(summary, section).map((own, index) => [own, index + 1])),
            ),
          },
        ],
      });
    }
    for (const run of siblings) {
      let highest = run[0]!.label!.number;
      // Always the same number is no list: questions cited from elsewhere.
      if (highest > 1 && run.every(({ label }) => label!.number === highest)) continue;
      // The same for all of the run.
      let fixes: readonly Fix[] | undefined;
      const renumbering = (): readonly Fix[] => {
        fixes ??= [
          {
            title: { zh: '重排同级序号', en: 'Renumber siblings' },
            safe: false,
            edits: renumberWithReferences(summary, run),
          },
        ];
        return fixes;
      };
      for (let index = 1; index < run.length; index++) {
        const section = run[index]!;
        const message = slip(highest, section, run[index + 1]);
        const { number } = section.label!;
        const before = run[index - 1]!;
        // A list of one item after the text of the list before.
        const beginsAnew = number === 1 && highest > 1 && before.endLine > before.line;
        if (message === null || (beginsAnew && index === run.length - 1)) {
          highest = number;
          continue;
        }
        if (unreadBetween(summary, before, section).length > 0) {
          highest = number;
          continue;
        }
        report({ span: section.labelSpan, message, fixes: renumbering });
        // A single outlier (1. 12. 3.) must not make every later sibling wrong.
        const outlier = run[index + 1]?.label?.number === highest + 2;
        highest = outlier ? highest + 1 : Math.max(highest, number);
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '一、回顾\n⟦三、⟧打算\n四、保障', fixed: '一、回顾\n二、打算\n三、保障' },
    {
      bad: '\uFEFF一、回顾\r\n　（一）抓𠮷祥。\r\n　⟦（一）⟧抓落实。\r\n二、打算',
      fixed: '\uFEFF一、回顾\r\n　（一）抓𠮷祥。\r\n　（二）抓落实。\r\n二、打算',
    },
    { bad: '1.甲\n⟦12.⟧乙\n3.丙', fixed: '1.甲\n2.乙\n3.丙' },
    { bad: '①甲\n②乙\n⟦④⟧丙', fixed: '①甲\n②乙\n③丙' },
    {
      bad: '第一章 总则\n第一节 借阅\n第二节 讲座\n⟦第三章⟧ 附则',
      fixed: '第一章 总则\n第一节 借阅\n第二节 讲座\n第二章 附则',
    },
    {
      bad: '1. 借阅\n1.1 少儿\n1.2 成人\n2. 讲座\n⟦1.3⟧ 场次',
      fixed: '1. 借阅\n1.1 少儿\n1.2 成人\n2. 讲座\n2.1 场次',
    },
  ],
  good: [
    '一、回顾\n（一）学习。\n（二）服务。\n二、打算\n（一）学习。',
    '三、回顾\n四、打算',
    '一、甲\n二、乙\n附件1\n一、丙\n二、丁',
    '20.设立站点。\n21.5+2服务圈。\n22.培训骨干。',
    '1、借阅\n2，讲座\n3、展览',
    '1.借阅\n全年开放。\n2.讲座\n每周一场。\n另有要求：\n1.注意安全。',
    '1、借阅\n2要办讲座\n3、展览',
    '3.借阅\n4.讲座\n1.2024年办展三场\n2.办班',
    '1.1 书库\n1.2 大厅\n2.1 少儿\n2.2 成人',
  ],
};
