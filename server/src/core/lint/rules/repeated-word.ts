import { PatternScanner } from '../../base/pattern-scanner.js';
import type { Span } from '../../base/text.js';
import { changeTo, defineRule, type RuleExamples } from '../rule.js';

/**
 * Words that are never doubled on purpose: pronouns, conjunctions, prepositions, some adverbs and
 * verbs. Verbs of action are (研究研究), and a noun may meet its like (管理管理人员).
 */
const NEVER_DOUBLED = new Set([
  ...['我们', '你们', '他们', '她们', '它们', '咱们', '这些', '那些', '这样', '其中'],
  ...['我国', '我省', '我市', '我县', '我区', '我镇', '我乡', '我村', '我校', '我院', '我局'],
  ...['并且', '而且', '以及', '因此', '因为', '所以', '但是', '然而', '不仅', '不但', '如果'],
  ...['虽然', '由于', '从而', '进而', '或者', '尤其', '甚至', '此外', '另外', '同时', '以便'],
  ...['关于', '对于', '按照', '通过', '围绕', '为了', '随着', '针对'],
  ...['已经', '正在', '不断', '更加', '始终', '仍然', '依然', '曾经', '必须', '务必', '逐步'],
  ...['逐渐', '能够', '应当', '应该', '将会', '即将', '着力', '进一步'],
  ...['进行', '得到', '具有', '成为', '属于', '位于', '处于', '给予', '予以', '加以', '作出'],
  ...['取得', '使得', '来自'],
]);

/** 通过率, 进行曲: the second one begins a longer word. */
const LONGER = /^(?:通过[率性]|进行[曲时]|[得取]得者)/;

/** A phrase of at least so many characters is doubled by pasting, whatever its words. */
const PHRASE = 4;

/** Longer ones are not looked for. */
const LONGEST = 12;

/** What stands twice or more in a row, once, and where it begins. */
interface Candidate {
  readonly start: number;
  readonly single: string;
}

interface Doubled extends Span {
  readonly single: string;
}

const WORDS = [...NEVER_DOUBLED];
const TWICE = new PatternScanner(WORDS.map((word) => word + word));

/** In order, and apart. */
function allDoubled(prose: string): Doubled[] {
  const all = [...doubledWords(prose), ...doubledPhrases(prose)].sort((a, b) => a.start - b.start);
  const apart: Doubled[] = [];
  for (const { start, single } of all) {
    if (start < (apart.at(-1)?.end ?? 0)) continue;
    apart.push({ start, end: endOfRepeats(prose, start, single), single });
  }
  return apart;
}

function doubledWords(prose: string): Candidate[] {
  const found: Candidate[] = [];
  TWICE.scan(prose, (index, start) => {
    found.push({ start, single: WORDS[index]! });
  });
  return found;
}

/** What is doubled has at least so many characters in its second half, one of them at such a place. */
const STEP = PHRASE;

function doubledPhrases(prose: string): Candidate[] {
  const found: Candidate[] = [];
  for (let at = STEP; at < prose.length; at += STEP) {
    const unit = prose.charCodeAt(at);
    if (!isHan(unit)) continue;
    for (let length = PHRASE; length <= Math.min(LONGEST, at); length++) {
      if (prose.charCodeAt(at - length) !== unit) continue;
      const start = startOfDoubled(prose, at, length);
      if (start === null) continue;
      const single = prose.slice(start, start + length);
      if (!isRepetition(single)) found.push({ start, single });
    }
  }
  return found;
}

/** Where a phrase of a length begins that is doubled, with this place in its second half; null where there is none. */
function startOfDoubled(prose: string, at: number, length: number): number | null {
  const matches = (offset: number) => {
    const unit = prose.charCodeAt(offset);
    return isHan(unit) && unit === prose.charCodeAt(offset - length);
  };
  let first = at;
  while (at - first < length && first > length && matches(first - 1)) first--;
  let end = at + 1;
  while (end - first < length && matches(end)) end++;
  return end - first < length ? null : first - length;
}

function endOfRepeats(prose: string, start: number, single: string): number {
  let end = start + 2 * single.length;
  while (prose.startsWith(single, end)) end += single.length;
  return end;
}

const isHan = (unit: number) => unit > 0x4dff && unit < 0xa000;

/** 一步一步, 哈哈哈哈: what repeats within itself is meant to. */
function isRepetition(phrase: string): boolean {
  for (let length = 1; length * 2 <= phrase.length; length++) {
    if (phrase.length % length !== 0) continue;
    if (phrase === phrase.slice(0, length).repeat(phrase.length / length)) return true;
  }
  return false;
}

export default defineRule({
  id: 'repeated-word',
  topic: 'words',
  scope: 'paragraph',
  severity: 'warning',
  title: { zh: '重复的词', en: 'Doubled word' },
  explain: {
    zh: '“我们”“并且”“进行”这类词连写两遍，多半是改稿、粘贴时留下的，删去一个即可；四个字以上的短语连写两遍，只作提示。“研究研究”“一步一步”这类叠用不在此列。',
    en: 'A pronoun, conjunction or the like typed twice is left over from editing; a longer phrase is pointed out only. Doubled verbs are left alone.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    for (const { start, end, single } of allDoubled(prose)) {
      const isWord = single.length < PHRASE;
      if (isWord && LONGER.test(prose.slice(end - single.length))) continue;
      const span = { start, end };
      report({
        span,
        ...(!isWord && { severity: 'hint' as const }),
        message: {
          zh: `“${single}”连着写了${end - start === 2 * single.length ? '两' : '几'}遍，疑似多打。请删去多余的；确需重复可不改。`,
          en: `“${single}” is typed more than once. Delete what is too much, unless it is meant.`,
        },
        fixes: [changeTo(single, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '下一步⟦我们我们⟧继续整理馆藏，⟦并且并且⟧登记。',
      fixed: '下一步我们继续整理馆藏，并且登记。',
    },
    { bad: '\uFEFF𠮷　对书架⟦进行进行⟧检修。\r\n', fixed: '\uFEFF𠮷　对书架进行检修。\r\n' },
  ],
  good: [
    '再研究研究、讨论讨论，一步一步来，一件一件办，很多很多',
    '管理管理人员，学习学习方法，服务服务对象',
    '一次性通过通过率考核，一步一步一步一步往前走',
  ],
};
