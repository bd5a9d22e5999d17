import { type Enumerator, findEnumerators } from '../../analysis/enumeration.js';
import { changeTo, defineRule, type RuleExamples } from '../rule.js';

/** Cuts the enumerators of a paragraph into lists numbered consecutively from 一是; one of a single item, or of none, has nothing between its items. */
function* lists(items: readonly Enumerator[]): Generator<Enumerator[]> {
  let list: Enumerator[] = [];
  for (const item of items) {
    if (item.number === list.length + 1) list.push(item);
    else {
      yield list;
      list = item.number === 1 ? [item] : [];
    }
  }
  yield list;
}

export default defineRule({
  id: 'semicolon-between-sentences',
  topic: 'labels',
  scope: 'paragraph',
  trigger: '；',
  severity: 'hint',
  title: {
    zh: '分项里有句号，分项之间却用分号',
    en: 'Semicolon between items that hold full stops',
  },
  explain: {
    zh: '句号的停顿比分号大：只要有一项里用了句号，各项之间就都用句号。',
    en: 'A full stop is the stronger mark: once an item holds one, the items are parted by full stops too.',
  },
  source: 'GB/T 15834—2011 A.5',
  mechanical: false,
  check({ prose, report }) {
    for (const list of lists(findEnumerators(prose))) {
      // The last item is left out: what follows its full stop may be no part of the list.
      const inner = list.slice(0, -1).map(({ span }, index) => ({
        start: span.end,
        end: list[index + 1]!.span.start - 1,
      }));
      const holdsStop = inner.some(({ start, end }) => /。(?!”)/.test(unquoted(prose, start, end)));
      if (!holdsStop) continue;
      for (const { end } of inner) {
        if (prose[end] !== '；') continue;
        const span = { start: end, end: end + 1 };
        report({
          span,
          message: {
            zh: '这几项里有句号，各项之间也要用句号，不用分号。请改为“。”。',
            en: 'Some of these items hold full stops, so full stops must part them. Make it “。”.',
          },
          fixes: [changeTo('。', span, false)],
        });
      }
    }
  },
});

/** The text without what is quoted: its marks are somebody else's. */
function unquoted(prose: string, start: number, end: number): string {
  return prose.slice(start, end).replace(/“[^”]*”|（[^）]*）/g, '');
}

export const examples: RuleExamples = {
  bad: [
    {
      bad: '一是抓学习。每月一课⟦；⟧二是抓服务⟦；⟧三是抓作风。',
      fixed: '一是抓学习。每月一课。二是抓服务。三是抓作风。',
    },
    {
      bad: '\uFEFF　一是办𠮷日活动⟦；⟧二是抓服务。每周一会。三是抓作风。\r\n',
      fixed: '\uFEFF　一是办𠮷日活动。二是抓服务。每周一会。三是抓作风。\r\n',
    },
  ],
  good: [
    '一是抓学习；二是抓服务；三是抓作风。全年如此。',
    '一是抓学习。每月一课。二是抓服务。每周一会。',
    '一是抓学习。二是抓服务：一是借书；二是还书。',
    '一是抓学习；二是开展“读好书。写好字。”活动；三是抓作风。',
  ],
};
