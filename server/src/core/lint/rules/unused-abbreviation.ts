import { type DocumentContext, defineRule, type RuleExamples, spanOf } from '../rule.js';

/** Where each of the names, which are short, is last written. One pass for each of their lengths, however many there are. */
function lastPlaces(
  names: ReadonlySet<string>,
  { summary, paragraphs }: DocumentContext,
): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  const beginnings = new Set([...names].map((name) => name.charCodeAt(0)));
  const lengths = new Set([...names].map((name) => name.length));
  for (const [index, { prose }] of paragraphs.entries()) {
    const start = summary.paragraphStart(index);
    for (let at = 0; at < prose.length; at++) {
      if (!beginnings.has(prose.charCodeAt(at))) continue;
      for (const length of lengths) {
        const word = prose.slice(at, at + length);
        if (names.has(word)) last.set(word, start + at);
      }
    }
  }
  return last;
}

export default defineRule<Record<never, never>, string>({
  id: 'unused-abbreviation',
  topic: 'sentences',
  scope: 'document',
  trigger: '简',
  severity: 'hint',
  title: { zh: '声明的简称没有使用', en: 'Declared short form not used' },
  explain: {
    zh: '写了“以下简称”，后文却没有用，或仍用全称，就是多余的声明。',
    en: 'A short form is declared (以下简称) and then not used.',
  },
  source: null,
  mechanical: false,
  gather({ prose }, add) {
    for (const match of prose.matchAll(/以下(?:统一)?简称[为：]?[“《]([^“”《》\n]{1,16})[”》]/g)) {
      add(spanOf(match), match[1]!);
    }
  },
  check(document) {
    const { facts, report } = document;
    if (facts.length === 0) return;
    const last = lastPlaces(new Set(facts.map(({ data }) => data)), document);
    for (const { span, data: name } of facts) {
      if (last.get(name)! >= span.end) continue;
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

export const examples: RuleExamples = {
  bad: [
    { bad: '青禾社区书屋（⟦以下简称“书屋”⟧）坚持开放，服务读者。' },
    { bad: '\uFEFF　𠮷县图书馆（⟦以下简称“县图”⟧）开馆。\r\n' },
  ],
  good: [
    '青禾社区书屋（以下简称“书屋”）坚持开放。书屋全年办展。',
    '《管理办法》（以下简称《办法》）印发后，按《办法》执行。',
  ],
};
