import type { Span } from '../../base/text.js';
import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

const BARE = /”“|》《/g;
/** A 顿号 between two quotations or titles that are items of one list. */
const LISTED: readonly (readonly [string, RegExp])[] = [
  ['”“', /”、(?=“[^“”《》\n]{1,30}”(?:[，。；、：！？）等的“]|$))/gm],
  ['》《', /》、(?=《[^“”《》\n]{1,30}》(?:[，。；、：！？）等的《]|$))/gm],
];

interface Between {
  readonly pair: string;
  /** False for quotations with nothing between them. */
  readonly mark: boolean;
}

export default defineRule<Record<never, never>, Between>({
  id: 'mark-between-quotes',
  topic: 'marks',
  scope: 'document',
  trigger: ['”“', '》《', '”、“', '》、《'],
  severity: 'hint',
  ofForm: true,
  title: {
    zh: '并列的引号、书名号之间用不用顿号不统一',
    en: '顿号 between quotations used and not used',
  },
  explain: {
    zh: '标有引号或书名号的并列成分之间通常不用顿号。全文有的用、有的不用，就显得不统一。',
    en: 'Between adjoining “…” or 《…》 an enumeration comma is usually left out. This text does both.',
  },
  source: 'GB/T 15834—2011 4.5.3.5',
  mechanical: false,
  gather({ prose }, add) {
    for (const match of prose.matchAll(BARE)) add(spanOf(match), { pair: match[0], mark: false });
    for (const [pair, pattern] of LISTED) {
      for (const { index } of prose.matchAll(pattern)) {
        add({ start: index + 1, end: index + 2 }, { pair, mark: true });
      }
    }
  },
  check({ facts, report }) {
    for (const [pair] of LISTED) {
      const listed: Span[] = [];
      let bare = 0;
      for (const { span, data } of facts) {
        if (data.pair !== pair) continue;
        if (data.mark) listed.push(span);
        else bare++;
      }
      // The text's own habit decides; where 顿号 prevails there is nothing to say.
      if (listed.length >= bare) continue;
      const message = {
        zh: `这里用了顿号，而本文别处的${pair}之间不用。标有引号或书名号的并列成分之间通常不用顿号，请统一。`,
        en: 'An enumeration comma here, and none between other such pairs in this text. It is usually left out; use one form.',
      };
      for (const span of listed) {
        report({ span, message, fixes: [changeTo('', span, false)] });
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '落实“一图”“一表”“一册”，推行“甲岗”⟦、⟧“乙岗”。',
      fixed: '落实“一图”“一表”“一册”，推行“甲岗”“乙岗”。',
    },
    {
      bad: '\uFEFF　学习《𠮷县志》《馆史》《年鉴》。\r\n阅读《图志》⟦、⟧《画册》。',
      fixed: '\uFEFF　学习《𠮷县志》《馆史》《年鉴》。\r\n阅读《图志》《画册》。',
    },
  ],
  good: [
    '推行“甲岗”、“乙岗”、“丙岗”。',
    '推行“甲岗”“乙岗”。',
    '“一图”“一表”，做好“甲岗”、“乙岗”活动室建设。',
    '落实“一图”“一表”，“甲”（含子项）、“乙”',
  ],
};
