import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Summary } from '../../server/src/core/document/document.js';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { DOCUMENTED_RULES } from '../../server/src/core/lint/documented-rules.generated.js';
import { Linter, lint, MAX_FINDINGS_PER_RULE } from '../../server/src/core/lint/linter.js';
import type { Rule } from '../../server/src/core/lint/rule.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { assertTriggersHideNothing, CONFIG, OPTIONS, unasked } from '../helpers/every-rule.js';
import { SUMMARIES } from '../helpers/fixtures.js';
import { marked } from '../helpers/marked.js';

/** A long summary in which every rule has something to find: the examples of all of them. */
const TEXT = [
  '\uFEFF区图书馆2024年工作总结',
  '　　2024年，𠮷日书屋围绕读者服务，完成了各项任务。现将情况总结如下：',
  ...DOCUMENTED_RULES.flatMap(({ examples }) =>
    examples.bad.slice(0, 2).map(({ bad }) => marked(bad).text),
  ),
  '区图书馆',
  '2024年12月5日',
].join('\r\n');

const piece = fc.oneof(
  fc.constantFrom('', '一', '的', '。', '，', '、', '“', '”', '工作', '1.', '（二）', '二是', '约'),
  fc.constantFrom(
    '\n',
    '\r\n',
    '　',
    ' ',
    '𠮷',
    '2025年',
    '三个方面：',
    '见第三部分',
    '附件：1.名单',
  ),
  fc.constantFrom(
    '5%',
    '3万5千',
    '（',
    '）',
    '《',
    '》',
    '同步开展工作。',
    '“五进”',
    'XX',
    '同上同上',
  ),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);
const edits = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 5 }), piece),
  { minLength: 1, maxLength: 8 },
);

/** After each edit, which is told by a fraction of the text, a length and a new text, it finds what a new one finds. */
function checkEdits(
  text: string,
  syntax: Syntax,
  sequence: readonly (readonly [number, number, string])[],
): void {
  const linter = new Linter(OPTIONS);
  let summary = parseSummary(text, syntax);
  linter.lint(summary);
  for (const [at, length, newText] of sequence) {
    const start = Math.round(at * summary.length);
    summary = summary.edit({ start, end: start + length }, newText);
    const fresh = parseSummary(summary.text, syntax);
    assert.deepEqual(linter.lint(summary), lint(fresh, OPTIONS));
  }
}

describe('a linter that remembers', () => {
  for (const syntax of ['plain', 'markdown'] as const) {
    it(`finds in ${syntax} text after edits what a new one finds`, () => {
      fc.assert(
        fc.property(edits, (sequence) => checkEdits(TEXT, syntax, sequence)),
        { numRuns: 200 },
      );
    });
  }

  it('finds it where lines come and go in bodies and in paragraphs that are wrapped', () => {
    const text = [
      '\uFEFF区图书馆2024年工作总结',
      ...[...'一二三四五六七八'].flatMap((number) => [
        `${number}、做好𠮷日服务`,
        '　　全年开放三百天，分三个方面：',
        '',
        '（一）办班。全年举办XX场次，读者都很满意，来的人一年比一年多，并且',
        '　　（二）送书下乡，走访各村各组，把书送到每一位读者手里，大家一致认为',
        '很好。',
        '　　各村都说好，一是还要再来；三是走。',
        '馆里把各村各组的的意见一条一条理清楚，当场能办的就办，办',
        '不了的记下来，，隔天给回话。这样一来，各村都说馆里的人办',
        '事快，全年收到感谢信十二封。',
      ]),
      '区图书馆',
      '2024年12月5日',
    ].join('\r\n');
    const own = fc.constantFrom(
      '\n',
      '\r\n',
      '',
      '好',
      '\n\n',
      '二、',
      '。\n',
      '“\n”',
      '\n附件：1.',
    );
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    const sequence = fc.array(fc.tuple(place, fc.nat({ max: 3 }), own), { maxLength: 12 });
    fc.assert(
      fc.property(sequence, (all) => checkEdits(text, 'plain', all)),
      { numRuns: 150 },
    );
  });

  it('finds it between two edits that have come together, in a paragraph and in a blank line', () => {
    const text =
      '\uFEFF𠮷县图书馆开馆。\r\n\r\n　　服务２４户，，全年的的工作。\r\n\r\n全馆平稳。\r\n';
    for (const [first, second] of [
      [text.indexOf('开馆'), text.indexOf('\r\n全馆')],
      [text.indexOf('全馆'), text.indexOf('\r\n　　服务')],
    ] as const) {
      const linter = new Linter(OPTIONS);
      let summary = parseSummary(text, 'plain');
      linter.lint(summary);
      summary = summary.edit({ start: first, end: first }, '已');
      const at = second + (second > first ? 1 : 0);
      summary = summary.edit({ start: at, end: at }, '　');
      const found = linter.lint(summary);
      assert.deepEqual(found, lint(parseSummary(summary.text, 'plain'), OPTIONS));
      assert.ok(found.some(({ rule }) => rule === 'doubled-mark'));
    }
  });

  it('counts from version to version what it finds too often to give all', () => {
    const text =
      '\uFEFF全年走访了的的村，服务２４户５％。\r\n\r\n一是“甲”“乙”、“丙”共5%。\n'.repeat(130);
    const own = fc.oneof(piece, fc.constantFrom('的的', '５％', '\n\n', '“甲”、“乙”'));
    const sequence = fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), own),
    );
    fc.assert(
      fc.property(sequence, (all) => checkEdits(text, 'plain', all)),
      { numRuns: 20 },
    );
  });

  it('tells how many there are more wherever the list ends, also where paragraphs join or part', () => {
    const text = '\uFEFF𠮷县的的书屋。\r\n'.repeat(MAX_FINDINGS_PER_RULE + 8);
    const lines = parseSummary(text, 'plain').lines;
    for (let index = MAX_FINDINGS_PER_RULE - 4; index < MAX_FINDINGS_PER_RULE + 4; index++) {
      const { start, end } = lines[index]!;
      for (const [from, to, typed] of [
        [end, end + 2, ''],
        [start, end + 2, ''],
        [start + 2, start + 2, '\r\n'],
        [start, start, '的的\r\n'],
        [start - 9, end + 2, '县的的的的的的\r\n'],
      ] as const) {
        const linter = new Linter(OPTIONS);
        const summary = parseSummary(text, 'plain');
        linter.lint(summary);
        const edited = summary.edit({ start: from, end: to }, typed);
        const found = linter.lint(edited);
        assert.deepEqual(found, lint(parseSummary(edited.text, 'plain'), OPTIONS));
        assert.ok(found.some(({ message }) => message.zh.includes('还有')));
      }
    }
  });

  it('makes fixes when they are asked for, for what is listed alone, and shares those that are the same', () => {
    let made = 0;
    const rule: Rule = {
      ...RULES.find(({ id }) => id === 'label-number')!,
      scope: 'document',
      check({ sections, report }) {
        for (const { labelSpan } of sections) {
          const fixes = () => {
            made++;
            return [];
          };
          report({ span: labelSpan, message: { zh: '', en: '' }, fixes });
        }
      },
    };
    const text = '一、𠮷\r\n'.repeat(3 * MAX_FINDINGS_PER_RULE);
    const summary = parseSummary(text, 'plain');
    const listed = lint(summary, { rules: [rule] });
    assert.equal(listed.length, MAX_FINDINGS_PER_RULE + 1);
    assert.equal(made, 0);
    assert.deepEqual(listed.at(-1)!.fixes, []);
    assert.equal(made, MAX_FINDINGS_PER_RULE);
    const found = lint(summary, { rules: RULES.filter(({ id }) => id === 'label-number') });
    assert.equal(found[0]!.fixes[0]!.edits.length, 3 * MAX_FINDINGS_PER_RULE - 1);
    assert.equal(found[1]!.fixes[0], found[0]!.fixes[0]);
  });

  it('offers with the findings of a rule no more edits than anybody can look through', () => {
    const edits = (times: number) =>
      lint(parseSummary('一、𠮷\r\n'.repeat(times), 'plain'), OPTIONS)
        .filter(({ rule }) => rule === 'label-number')
        .map(({ fixes }) => fixes.reduce((sum, fix) => sum + fix.edits.length, 0));
    assert.deepEqual(edits(101).slice(0, 3), [100, 100, 100]);
    assert.equal(edits(1001).filter((count) => count === 1000).length, 10);
    assert.equal(edits(10_001)[0], 10_000);
    assert.ok(edits(10_002).every((count) => count === 0));
  });

  it('finds in a paragraph that is checked alone what it finds among all', () => {
    const examples = DOCUMENTED_RULES.flatMap(({ examples: { bad } }) =>
      bad.map((own) => marked(own.bad).text),
    );
    const text = examples.join('\n');
    const linter = new Linter(OPTIONS);
    let summary = parseSummary(text, 'plain');
    linter.lint(summary);
    for (let index = 0; index < summary.structure.paragraphs.length; index++) {
      const start = summary.paragraphStart(index) + 1;
      summary = summary.edit({ start, end: start }, '字');
      linter.lint(summary);
      summary = summary.edit({ start, end: start + 1 }, '');
      linter.lint(summary);
    }
    assert.equal(summary.text, text);
    assert.deepEqual(linter.lint(summary), lint(parseSummary(text, 'plain'), OPTIONS));
  });

  it('finds the same whatever other linters looked at the same versions', () => {
    const one = new Linter(OPTIONS);
    const other = new Linter({ ...OPTIONS, rules: RULES.slice(0, 40) });
    let summary = parseSummary(TEXT, 'plain');
    one.lint(summary);
    for (const at of [300, 900, 1500]) {
      summary = summary.edit({ start: at, end: at }, '“约');
      other.lint(summary);
      assert.deepEqual(one.lint(summary), lint(parseSummary(summary.text, 'plain'), OPTIONS));
    }
  });
});

describe('paragraphs that are alike', () => {
  const OWN = RULES.filter(({ id }) => id === 'repeated-sentence' || id === 'similar-paragraph');
  const told = [
    '馆内坚持每周开放七天，组织读书分享会三十场，接待读者三千人次，整理馆藏资料两千册，受到好评。',
    '馆内坚持每周开放七天，组织读书分享会四十场，接待读者三千人次，整理馆藏资料两千册，受到好评。',
    '馆内坚持每周开放七天，组织读书分享会四十场，接待读者四千人次，整理馆藏资料两千册，受到好评！',
    '𠮷县书屋全年送书下乡四十次，走访各村各组。𠮷县书屋全年送书下乡四十次，走访各村各组。',
    '　　各村都说好，明年还要再来。𠮷县书屋全年送书下乡四十次，走访各村各组。',
    '短句。',
    '',
  ];
  /** What happens to a paragraph: another one comes before it, something is typed in it, or it goes. */
  interface Change {
    readonly paragraph?: string;
    readonly typed?: string;
  }
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.constantFrom(...told).map((paragraph) => ({ paragraph })),
    fc.constantFrom('字', '。', '\r\n', '“').map((typed) => ({ typed })),
    fc.constant({}),
  );
  const where = fc.double({ min: 0, max: 1, noNaN: true });
  const changes = fc.array(fc.tuple(where, change), { minLength: 1, maxLength: 25 });

  /** `between` looks at each version before it is changed and checked. */
  const checkChanges = (
    text: string,
    sequence: readonly [number, Change][],
    between?: (summary: Summary) => void,
  ) => {
    const linter = new Linter({ ...OPTIONS, rules: OWN });
    let summary = parseSummary(text, 'plain');
    linter.lint(summary);
    for (const [where, change] of sequence) {
      between?.(summary);
      const line = summary.lines[Math.floor(where * (summary.lines.length - 1))]!;
      const next = summary.lines[line.index + 1]?.start ?? summary.length;
      const middle = Math.floor((line.start + line.end) / 2);
      if (change.paragraph !== undefined) {
        const span = { start: line.start, end: line.start };
        summary = summary.edit(span, `${change.paragraph}\r\n`);
      } else if (change.typed !== undefined) {
        summary = summary.edit({ start: middle, end: middle }, change.typed);
      } else summary = summary.edit({ start: line.start, end: next }, '');
      const fresh = lint(parseSummary(summary.text, 'plain'), { ...OPTIONS, rules: OWN });
      assert.deepEqual(linter.lint(summary), fresh);
    }
  };

  it('are told again when one of them comes, goes or changes', () => {
    const text = `\uFEFF${told.join('\r\n')}\r\n`.repeat(3);
    fc.assert(fc.property(changes, (sequence) => checkChanges(text, sequence)));
  });

  it('are told again when another linter looked at some of the versions', () => {
    const text = `\uFEFF${told.join('\r\n')}\r\n`.repeat(3);
    fc.assert(
      fc.property(changes, fc.array(fc.boolean(), { minLength: 25 }), (sequence, looks) => {
        const other = new Linter({ ...OPTIONS, rules: RULES.slice(0, 40) });
        let version = 0;
        checkChanges(text, sequence, (summary) => {
          if (looks[version++]) other.lint(summary);
        });
      }),
    );
  });

  it('are counted where they are too many to tell all', () => {
    const text = `${told[0]}\r\n${told[1]}\r\n${told[3]}\r\n`.repeat(60);
    fc.assert(
      fc.property(changes, (sequence) => checkChanges(text, sequence)),
      { numRuns: 15 },
    );
  });

  it('are told in their order however many are put in at one place', () => {
    const linter = new Linter({ ...OPTIONS, rules: OWN });
    let summary = parseSummary(`${told[0]}\n${told[5]}\n${told[3]}`, 'plain');
    linter.lint(summary);
    const at = told[0]!.length + 1;
    for (let index = 0; index < 130; index++) {
      summary = summary.edit({ start: at, end: at }, `${told[index % 5]}\n`);
      linter.lint(summary);
    }
    const found = linter.lint(summary);
    assert.deepEqual(found, lint(parseSummary(summary.text, 'plain'), { ...OPTIONS, rules: OWN }));
    assert.ok(found.length > 100);
  });
});

describe('one linter for many documents', () => {
  it('finds in each what a new one finds', () => {
    const linter = new Linter(OPTIONS);
    const document = fc.record({
      syntax: fc.constantFrom('plain' as const, 'markdown' as const),
      year: fc.constantFrom('2023', '2024'),
      pieces: fc.array(fc.oneof(piece, fc.constantFrom(...TEXT.split('\r\n'))), { maxLength: 40 }),
    });
    fc.assert(
      fc.property(fc.array(document, { maxLength: 4 }), (documents) => {
        for (const { syntax, year, pieces } of documents) {
          const text = `区图书馆${year}年工作总结\n${pieces.join('\n')}`;
          const expected = lint(parseSummary(text, syntax), OPTIONS);
          assert.deepEqual(linter.lint(parseSummary(text, syntax)), expected);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('triggers', () => {
  it('hide nothing that a rule would find in its own examples', () => {
    for (const rule of DOCUMENTED_RULES) {
      if (rule.trigger === undefined) continue;
      for (const { bad } of rule.examples.bad) {
        const summary = parseSummary(marked(bad).text, 'plain');
        const config = { ...CONFIG, ...rule.examples.config };
        assert.deepEqual(
          lint(summary, { rules: [rule], config }),
          lint(summary, { rules: [unasked(rule)], config }),
          rule.id,
        );
      }
    }
  });

  it('hide nothing in texts put together of what they name and of rules’ examples', () => {
    const all = RULES.map(unasked);
    const named = RULES.flatMap(({ trigger }) => [...(trigger ?? '')]);
    const examples = DOCUMENTED_RULES.flatMap((rule) =>
      rule.examples.bad.flatMap(({ bad }) => marked(bad).text.match(/[^，。；]+[，。；]?/g) ?? []),
    );
    const words = fc.array(
      fc.oneof(fc.constantFrom(...named), fc.constantFrom(...examples), piece),
      { minLength: 5, maxLength: 60 },
    );
    fc.assert(
      fc.property(words, fc.constantFrom('plain', 'markdown'), (parts, syntax) => {
        const text = parts.join('');
        assert.deepEqual(
          lint(parseSummary(text, syntax), OPTIONS),
          lint(parseSummary(text, syntax), { ...OPTIONS, rules: all }),
        );
      }),
      { numRuns: 300 },
    );
  });

  for (const { name, text, syntax } of SUMMARIES) {
    it(`hide nothing in ${name}`, () => assertTriggersHideNothing(name, text, syntax));
  }
});
