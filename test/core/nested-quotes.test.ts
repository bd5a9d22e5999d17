import assert from 'node:assert/strict';
import { DOCUMENTED_RULES } from '../../server/src/core/lint/documented-rules.generated.js';
import { nestQuotes } from '../../server/src/core/lint/nested-quotes.js';
import { marked } from '../helpers/marked.js';
import { findings } from '../helpers/rule-examples.js';

describe('quotation marks in a message', () => {
  for (const [message, shown] of [
    ['““一岗双责”责任”应为““一岗双责””。', '“‘一岗双责’责任”应为“‘一岗双责’”。'],
    ['“𠮷日”与“吉日”写法不一。', '“𠮷日”与“吉日”写法不一。'],
    ['““甲”与“乙””重复。', '“‘甲’与‘乙’”重复。'],
    // Half a quotation, or marks in three layers: nobody knows which belong together.
    ['“稳中求进”工作基调”应为“稳中求进”。', '“稳中求进”工作基调”应为“稳中求进”。'],
    ['“““甲”””，“乙”。', '“““甲”””，“乙”。'],
    ['没有引号。', '没有引号。'],
  ] as const) {
    it(`are right in ${shown}`, () => assert.equal(nestQuotes(message), shown));
  }
});

describe('the messages of all rules', () => {
  for (const rule of DOCUMENTED_RULES.filter(({ topic }) => topic !== 'marks')) {
    it(`have whole quotations, and single marks inside others: ${rule.id}`, () => {
      for (const { bad } of rule.examples.bad) {
        for (const { message } of findings(marked(bad).text, [rule])) {
          let depth = '';
          for (const [mark] of message.zh.matchAll(/[“”‘’]/g)) {
            const inside = depth.at(-1);
            if (mark === '“' || mark === '‘') {
              assert.equal(inside, mark === '“' ? undefined : '“', message.zh);
              depth += mark;
            } else {
              assert.equal(inside, mark === '”' ? '“' : '‘', message.zh);
              depth = depth.slice(0, -1);
            }
          }
          assert.equal(depth, '', message.zh);
        }
      }
    });
  }
});
