import { defineRule, spanOf } from '../rule.js';

export default defineRule<Record<never, never>, string>({
  id: 'unused-abbreviation',
  domainId: 'T11',
  scope: 'document',
  reads: 'notes',
  trigger: '简',
  severity: 'hint',
  title: { zh: '声明的简称没有使用', en: 'Declared short form not used' },
  explain: {
    zh: '写了“以下简称”，后文却没有用，或仍用全称，就是多余的声明。',
    en: 'A short form is declared (以下简称) and then not used.',
  },
  source: null,
  mechanical: false,
  examples: {
    bad: [
      { bad: '青禾社区书屋（⟦以下简称“书屋”⟧）坚持开放，服务读者。' },
      { bad: '\uFEFF　𠮷县图书馆（⟦以下简称“县图”⟧）开馆。\r\n' },
    ],
    good: [
      '青禾社区书屋（以下简称“书屋”）坚持开放。书屋全年办展。',
      '《管理办法》（以下简称《办法》）印发后，按《办法》执行。',
    ],
  },
  note({ prose }, note) {
    for (const match of prose.matchAll(/以下(?:统一)?简称[为：]?[“《]([^“”《》\n]{1,16})[”》]/g)) {
      note(spanOf(match), match[1]!);
    }
  },
  check({ notes, summary, eachPlace, report }) {
    if (notes.length === 0) return;
    const isUsed = new Set<number>();
    const names = notes.map(({ data }) => data);
    eachPlace(names, (index, { start }, paragraph) => {
      const at = summary.paragraphStart(paragraph) + start;
      if (at >= notes[index]!.span.end) isUsed.add(index);
    });
    for (const [index, { span, data: name }] of notes.entries()) {
      if (isUsed.has(index)) continue;
      report({
        span,
        message: {
          zh: `声明了简称“${name}”，后文却没有用到。请在后文使用，或删去这个说明。`,
          en: `The short form “${name}” is declared and never used. Use it, or drop the note.`,
        },
      });
    }
  },
});
