import { changeTo, defineRule } from '../rule.js';
import type { Span } from '../text.js';

/** Function characters; a doubled 人 or 层 is a word, a doubled 的 hardly ever is. */
const FUNCTION_CHARACTERS = new Set('在的了是把被就也都对于与并向使让和为将从由以及');

/** Organs doubled by a slip of the hand: 市市委. */
const ORGAN = /(?:省省|市市|县县|区区)(?=委|政府|纪委)/y;

/**
 * Words in which a pair is right: 问题存在在 ends one word and begins another. Measured on official
 * reports (1 million characters): with these, what is left is wrong.
 */
const RIGHT =
  '实实在在 存在在 所在在 内在在 现在在 目的的 的的确确 实事求是是 是是非非 是是否 于是是 但是是 首都都 古都都 都都市 认为为 作为为 成为为 行为为 因为为 为为民 为为政 和和美美 和和气气 和和睦睦 和和平 和和谐 温和和 缓和和 共和和 可以以 予以以 得以以 难以以 足以以 以以及 对于于 关于于 由于于 等于于 参与与 合并并 应对对 面对对 针对对 相对对 反对对 一对对 方向向 面向向 向向上 大使使 使使用 使使命 就就业 成就就 及及时 普及及 从从严 从从事 服从从 自由由 即将将 将将要 将将军 了了解 为了了 了了然 被被告 把把关 把把握 把把脉';

/** 体现在在 ends no word: only 现在在 on its own is 现在 and 在. */
const NO_NOW = /[体表展呈显再]/;

/** For each doubled character the right words that hold it, and where in them it stands. */
const wordsWith = new Map<string, { word: string; at: number }[]>();
for (const word of RIGHT.split(' ')) {
  for (let at = 0; at + 1 < word.length; at++) {
    if (word[at] !== word[at + 1]) continue;
    const pair = word.slice(at, at + 2);
    wordsWith.set(pair, [...(wordsWith.get(pair) ?? []), { word, at }]);
  }
}

function isRight(prose: string, { start }: Span): boolean {
  const words = wordsWith.get(prose.slice(start, start + 2));
  return (
    words?.some(({ word, at }) => {
      if (!prose.startsWith(word, start - at)) return false;
      return word !== '现在在' || !NO_NOW.test(prose[start - at - 1] ?? '');
    }) ?? false
  );
}

/** Runs of one function character, and doubled organs. A loop over the units is ten times faster here than a back-reference. */
function doubledCharacters(prose: string): Span[] {
  const spans: Span[] = [];
  let previous = 0;
  for (let i = 0; i < prose.length; i++) {
    const unit = prose.charCodeAt(i);
    if (unit === previous) {
      const start = i - 1;
      if (FUNCTION_CHARACTERS.has(prose[i]!)) {
        while (prose.charCodeAt(i + 1) === unit) i++;
        spans.push({ start, end: i + 1 });
      } else {
        ORGAN.lastIndex = start;
        if (ORGAN.test(prose)) spans.push({ start, end: i + 1 });
      }
    }
    previous = unit;
  }
  return spans;
}

export default defineRule({
  id: 'repeated-character',
  domainId: '5.3',
  scope: 'paragraph',
  severity: 'warning',
  title: { zh: '重复的字', en: 'Doubled character' },
  explain: {
    zh: '虚词连打两遍，多半是输入或改稿时留下的。删去一个即可；叠词不在此列。',
    en: 'A function word typed twice is left over from typing or editing. Delete one.',
  },
  source: null,
  mechanical: false,
  examples: {
    bad: [
      { bad: '整理馆藏⟦的的⟧时候', fixed: '整理馆藏的时候' },
      { bad: '\uFEFF𠮷　成效体现⟦在在⟧服务上。\r\n', fixed: '\uFEFF𠮷　成效体现在服务上。\r\n' },
      { bad: '报⟦市市⟧委审定', fixed: '报市委审定' },
    ],
    good: ['实实在在办事，问题存在在基层，了了解解，现在在岗', '层层落实，紧紧围绕，学习习惯养成'],
  },
  check({ prose, report }) {
    for (const span of doubledCharacters(prose)) {
      if (isRight(prose, span)) continue;
      const doubled = prose.slice(span.start, span.end);
      const single = doubled[0]!;
      report({
        span,
        message: {
          zh: `“${doubled}”疑似多打了一个“${single}”。请删去一个；确需重复可不改。`,
          en: `“${doubled}” looks like one “${single}” too many. Delete one, unless it is meant.`,
        },
        fixes: [changeTo(single, span, true)],
      });
    }
  },
});
