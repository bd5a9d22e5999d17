import { formOf } from '../../document/label-forms.js';
import type { Section } from '../../document/model.js';
import { defineRule, type RuleExamples } from '../rule.js';
import { articlesOfStatute, isStatute } from '../statute.js';

/**
 * A label of the typed outline, with its level in the standard. A Markdown heading is level 0, whatever
 * its label, and so is a part or a chapter: no list goes on after it.
 */
interface Typed {
  readonly section: Section;
  readonly level: number;
  readonly number: number;
}

/** True when the lower list goes on after the higher label, which therefore stands inside it. */
function goesOn(typed: readonly Typed[], index: number, outer: Typed): boolean {
  for (const { level, number } of typed.slice(index + 1, index + 100)) {
    if (level === outer.level) return number === outer.number + 1;
    if (level < typed[index]!.level) return false;
  }
  return false;
}

export default defineRule({
  id: 'climbing-level',
  topic: 'labels',
  scope: 'document',
  trigger: '条',
  severity: 'warning',
  title: { zh: '层次序号倒挂', en: 'Higher label inside a lower one' },
  explain: {
    zh: '层次序号只能由高到低：一、（一）1.（1）。可以跳过中间的一级，但不能在“1.”下面再用“（一）”。',
    en: 'Labels go down the chain 一、（一） 1.（1）. A level may be skipped, but （一） cannot stand inside 1.',
  },
  source: 'GB/T 15834—2011 B.3.8',
  mechanical: false,
  gather: articlesOfStatute,
  check({ summary, sections, facts, report }) {
    if (isStatute(summary, facts.length)) return;
    const typed: Typed[] = [];
    for (const section of sections) {
      const { label, hashes } = section;
      if (hashes > 0) typed.push({ section, level: 0, number: 0 });
      if (hashes > 0 || label === null) continue;
      const { gbLevel, rank } = formOf(label.form);
      if (gbLevel === null && rank > formOf('han').rank) continue;
      typed.push({ section, level: gbLevel ?? 0, number: label.number });
    }
    // Who does it everywhere is told once.
    const told = new Set<string>();
    for (let index = 1; index < typed.length; index++) {
      const { section, level, number } = typed[index]!;
      const outer = typed[index - 1]!;
      if (number !== 1 || level >= outer.level) continue;
      if (level === 0 || !goesOn(typed, index, outer)) continue;
      if (told.has(`${level} ${outer.level}`)) continue;
      told.add(`${level} ${outer.level}`);
      const { marker } = section.label!;
      const above = outer.section.label!.marker;
      report({
        span: section.labelSpan,
        message: {
          zh: `“${marker}”比“${above}”高一层，却排在它下面，层次倒挂。请按“一、（一）1.（1）”由高到低改序号。`,
          en: `“${marker}” ranks above “${above}” but stands inside it. Labels go down the chain 一、（一） 1.（1）.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '一、回顾\n1.服务\n⟦（一）⟧办证。\n（二）借书。\n2.学习\n二、打算' },
    { bad: '\uFEFF　（1）𠮷日\r\n　⟦1.⟧开馆。\r\n　2.闭馆。\r\n　（2）平日\r\n' },
  ],
  good: [
    '一、回顾\n（一）服务\n1.办证。\n2.借书。\n（二）学习\n1.自学。',
    '一、回顾\n1.服务。\n2.学习。\n二、打算\n（一）服务。\n（二）学习。',
    '一、回顾\n（1）服务。\n（2）学习。\n二、打算',
    '一、回顾\n（一）服务\n1.办证。\n2.借书。\n二、打算\n（一）学习\n3.自学。',
  ],
};
