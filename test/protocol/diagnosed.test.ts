/** What is said of a document, whatever was done to it before, is what is said of its text when it is opened. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openWindow, turnedOnAndOff, type Window } from '../helpers/diagnosed.js';
import { SUMMARIES } from '../helpers/fixtures.js';
import { anyText, EVERYTHING, edits } from '../helpers/texts.js';

/** Mistakes in several lines, and blanks: with the final check there are more findings than without it. */
const SAMPLE = [
  '\uFEFF北湾镇文化站2024年工作总结',
  '　　全年举办讲座XX场次，读者反映较好。',
  '一、主要做法',
  '　　我们认真布署𠮷日书屋的各项工作。',
  '二、存在不足',
  '　　人手不足,服务不够细。',
  '　　明年继续布署落实。',
].join('\r\n');

/** One thing that a writer does between two looks at the problems. */
type Step =
  | { readonly edits: readonly (readonly [number, number, string])[] }
  | { readonly text: string }
  | { readonly final: boolean }
  | { readonly rules: object };

const RULES_SET = [
  {},
  { 'wrong-word': 'off', 'half-width-mark': 'hint' },
  { 'long-sentence': { level: 'warning', soft: 20, hard: 40 }, 'repeated-character': 'error' },
];

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ edits: edits(2) }) },
  { weight: 3, arbitrary: fc.record({ final: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ rules: fc.constantFrom(...RULES_SET) }) },
  {
    weight: 1,
    arbitrary: fc.record({ text: fc.oneof(anyText, fc.constant(SAMPLE), fc.constant(EVERYTHING)) }),
  },
);

describe('diagnostics', () => {
  const windows: Window[] = [];
  const newWindow = async () => {
    const window = await openWindow();
    windows.push(window);
    return window;
  };
  afterEach(async () => {
    await Promise.all(windows.splice(0).map((window) => window.stop()));
  });

  it('stand where they stood once the final check is over', async () => {
    const { before, during, after } = await turnedOnAndOff(SAMPLE);
    assert.ok(before.length > 0);
    assert.ok(during.length > before.length);
    assert.deepEqual(after, before);
  });

  for (const { name, text, syntax } of SUMMARIES) {
    it(`of ${name} do too`, async () => {
      const { before, after } = await turnedOnAndOff(text, syntax);
      assert.deepEqual(after, before);
    });
  }

  // One server keeps the document and another opens each of its texts anew: in one, what is remembered
  // of the one document would hide the other.
  for (const language of ['work-summary', 'markdown']) {
    it(`of ${language} are as fresh after edits, final checks and other settings`, async () => {
      const follow = async (steps: readonly Step[]) => {
        const [window, other] = await Promise.all([newWindow(), newWindow()]);
        const document = window.open(EVERYTHING, language);
        await document.problems();
        let final = false;
        for (const each of steps) {
          if ('final' in each) {
            final = each.final;
            await document.finalCheck(final);
          } else if ('rules' in each) {
            await Promise.all([window, other].map((one) => one.configure(each.rules)));
          } else if ('text' in each) await document.replace(each.text);
          else {
            for (const [place, length, newText] of each.edits) {
              const start = Math.round(place * document.text.length);
              await document.edit(start, start + length, newText);
            }
          }
          const anew = other.open(document.text, language);
          await anew.finalCheck(final);
          const [known, fresh] = await Promise.all([document.problems(), anew.problems()]);
          assert.deepEqual(known, fresh);
        }
      };
      // Each look waits for the writer to pause, so several writers are at it at a time.
      const writers = fc.array(fc.array(step, { minLength: 4, maxLength: 6 }), {
        minLength: 6,
        maxLength: 6,
      });
      await fc.assert(
        fc.asyncProperty(writers, async (all) => {
          await Promise.all(all.map(follow));
          await Promise.all(windows.splice(0).map((window) => window.stop()));
        }),
        { numRuns: 3 },
      );
    });
  }
});
