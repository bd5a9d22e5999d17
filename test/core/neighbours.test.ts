import assert from 'node:assert/strict';
import { isWord, listedWordings, wordList } from '../../server/scripts/gen/neighbours.js';
import { FUNCTION_CHARACTERS } from '../../server/src/core/analysis/lexicon/neighbours.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { fixAll } from '../../server/src/core/lint/apply-config.js';
import { lint } from '../../server/src/core/lint/linter.js';
import type { Finding, Rule } from '../../server/src/core/lint/rule.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { DEFAULT_CONFIG } from '../../server/src/core/settings/lint-config.js';

/** Rules that look for listed words. */
const WORD_RULES = RULES.filter(({ id }) =>
  ['wrong-word', 'set-phrase', 'confusable-word', 'word-variant', 'near-miss-term'].includes(id),
);

const words = wordList();

/** The commonest words that begin or end with a text and are longer, one for each character next to it. */
class Longer {
  private readonly byEnd = new Map<string, string[]>();
  private readonly byBeginning = new Map<string, string[]>();

  constructor() {
    const common = [...words].filter(([text]) => text.length <= 4 && isWord(words, text));
    for (const [text] of common.sort(([, a], [, b]) => b.count - a.count)) {
      for (let at = 1; at < text.length; at++) {
        this.add(this.byEnd, text.slice(at), text);
        this.add(this.byBeginning, text.slice(0, at), text);
      }
    }
  }

  private add(map: Map<string, string[]>, part: string, word: string): void {
    const list = map.get(part);
    if (list === undefined) map.set(part, [word]);
    else if (list.length < 6) list.push(word);
  }

  endingWith = (part: string): readonly string[] => this.byEnd.get(part) ?? [];
  beginningWith = (part: string): readonly string[] => this.byBeginning.get(part) ?? [];
}

/** Sentences in which a listed wording only comes about because two right words meet. */
function sentencesAcross(wording: string, longer: Longer): string[] {
  const sentences: string[] = [];
  for (let at = 1; at < wording.length; at++) {
    const [first, last] = [wording.slice(0, at), wording.slice(at)];
    const itself = (part: string) => (isWord(words, part) ? [part] : []);
    const left = longer.endingWith(first);
    const right = longer.beginningWith(last);
    for (const word of left) {
      for (const next of [...right.slice(0, 3), ...itself(last)])
        sentences.push(`${word}${next}。`);
    }
    for (const word of itself(first)) for (const next of right) sentences.push(`${word}${next}。`);
  }
  return [...new Set(sentences)];
}

function check(text: string, rules: readonly Rule[]): { grave: readonly Finding[]; fixed: string } {
  const summary = parseSummary(text, 'plain');
  const findings = lint(summary, { rules, config: DEFAULT_CONFIG });
  return {
    grave: findings.filter(({ severity }) => severity !== 'hint'),
    fixed: fixAll(summary, findings, rules),
  };
}

/** What a bulk fix and a list of problems would show of a text. */
const quiet = (sentences: readonly string[], rules: readonly Rule[]) =>
  sentences.flatMap((text) => {
    const { grave, fixed } = check(text, rules);
    const told = grave.map(({ rule, message }) => `${rule}: ${message.zh}`);
    return told.length > 0 || fixed !== text ? [`${text} ${told.join(' ')}`] : [];
  });

describe('words that meet', () => {
  const longer = new Longer();

  it('are not taken for a listed wording, whatever the pair', () => {
    const made = listedWordings().map((wording) => sentencesAcross(wording, longer));
    const sentences = [...new Set(made.flat())];
    assert.ok(sentences.length >= 200, `only ${sentences.length} sentences`);
    assert.ok(made.filter(({ length }) => length > 0).length >= 100);
    assert.deepEqual(quiet(sentences, WORD_RULES), []);
  });

  it('are not taken for a doubled character', () => {
    const rules = RULES.filter(({ id }) => id === 'repeated-character');
    const content = [...words].filter(
      ([text, { count, speech }]) =>
        text.length === 2 && count >= 50 && /^(?:n|v)/.test(speech) && !speech.startsWith('nr'),
    );
    const led = FUNCTION_CHARACTERS.flatMap((one) =>
      content.filter(([text]) => text.startsWith(one)).map(([text]) => `今年${one}${text}。`),
    );
    assert.ok(led.length >= 100, `only ${led.length} sentences`);
    assert.deepEqual(quiet(led, rules), []);
  });

  it('are told from one wrong word between its usual neighbours', () => {
    for (const text of [
      '统一⟦按排⟧，',
      '已经⟦按排⟧到位',
      '认真⟦覆行⟧职责',
      '⟦己经⟧完成',
      '深入⟦惯彻⟧落实',
    ]) {
      const { grave } = check(text.replace(/[⟦⟧]/g, ''), WORD_RULES);
      assert.deepEqual(
        grave.map(({ span }) => span.start),
        [text.indexOf('⟦')],
        text,
      );
    }
  });
});
