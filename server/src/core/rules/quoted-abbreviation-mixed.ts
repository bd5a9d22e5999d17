import { defineRule } from '../rule.js';

export default defineRule({
  id: 'quoted-abbreviation-mixed',
  domainId: 'P31',
  scope: 'document',
  severity: 'hint',
  title: { zh: '同一简称有时加引号有时不加', en: 'Abbreviation quoted here and not there' },
  explain: {
    zh: '带数字的简称和有特定含义的词语要么都加引号，要么都不加，全文一致。',
    en: 'A numeric abbreviation is quoted throughout or not at all.',
  },
  source: null,
  automatic: false,
  examples: {
    bad: [
      { bad: '落实“三会一课”制度。严格⟦三会一课⟧记录。' },
      { bad: '\uFEFF　𠮷县构建“亲”“清”邻里关系。\r\n形成⟦亲清邻里关系⟧。' },
    ],
    good: ['落实“三会一课”制度，坚持“三会一课”。', '补齐“短板”，短板明显', '三会一课'],
  },
  check({ prose, report }) {
    const done = new Set<string>();
    for (const { 0: quoted } of prose.matchAll(
      /(?:“[^“”\n]{1,8}”){1,3}[\u4e00-\u9fff\ud840-\ud8bf\udc00-\udfff]{0,8}/g,
    )) {
      if (!/^“[一二三四五六七八九十两双\d]/.test(quoted) && !quoted.includes('”“')) continue;
      const runs = quoted.match(/“[^“”]*”/g)!;
      const bare = runs.join('').replace(/[“”]/g, '');
      const single = runs.length > 1 && runs.every((run) => [...run].length === 3);
      const numeric =
        runs.length === 1 && /^[一二三四五六七八九十两双\d]/.test(bare) && bare.length >= 3;
      if (!single && !numeric) continue;
      // 亲清 alone is too little to be sure of: the noun behind must be the same.
      const tail = single ? quoted.slice(runs.join('').length).slice(0, 4) : '';
      const wanted = bare + tail;
      if (wanted.length < 3 || done.has(wanted)) continue;
      done.add(wanted);
      for (let at = prose.indexOf(wanted); at >= 0; at = prose.indexOf(wanted, at + 1)) {
        const before = prose.slice(Math.max(0, at - 1), at);
        const after = prose[at + wanted.length] ?? '';
        if (/[“‘《〈一二三四五六七八九十\d]/.test(before) || /[”’》〉]/.test(after)) continue;
        report({
          span: { start: at, end: at + wanted.length },
          message: {
            zh: `“${wanted}”在别处写作${single ? runs.join('') + tail : `“${bare}”（加引号）`}，这里没有加引号。请统一。`,
            en: `“${wanted}” is quoted elsewhere in this text and not here. Use one form.`,
          },
        });
      }
    }
  },
});
