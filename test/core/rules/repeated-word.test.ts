import assert from 'node:assert/strict';
import repeatedWord from '../../../server/src/core/lint/rules/repeated-word.js';
import { backing, finds, findsEach, leavesAlone, severities } from '../../helpers/rule-cases.js';

describe('repeated-word', () => {
  findsEach(repeatedWord, [
    ['由⟦他们他们⟧负责。', /^“他们”连着写了两遍，疑似多打/],
    ['⟦因此因此因此⟧要抓紧。', /^“因此”连着写了几遍/],
    '馆员们⟦我们我们⟧都在岗。',
    '⟦进一步进一步⟧压实责任。',
    '县里⟦已经已经⟧批复，\r\n⟦同时同时⟧下达。',
    ['要求⟦补齐馆藏短板补齐馆藏短板⟧。', /^“补齐馆藏短板”连着写了两遍/],
  ]);
  it('only hints at phrases, and changes nothing without asking', () => {
    assert.deepEqual(severities(repeatedWord, '要求补齐短板补齐短板，我们我们照办。'), [
      'hint',
      'warning',
    ]);
    for (const [, safe] of backing(repeatedWord, '我们我们照办。')) assert.equal(safe, false);
  });
  leavesAlone(repeatedWord, [
    '商量商量、考虑考虑、了解了解再定，整理整理书架',
    '妹妹妹妹地叫，哈哈哈哈哈哈哈哈，叮当叮当叮当叮当',
    '一批一批一批一批地运，很多很多，好多好多，非常非常好',
    '通过通过性试验，进行进行曲排练，说到做到做到位',
    '满足群众需要需要下功夫，有作为作为标准',
    '我们，我们都到了。\n我们我，们我们',
  ]);
});

it('finds the words of two paragraphs apart', () => finds(repeatedWord, '交给我们\n我们负责。'));
