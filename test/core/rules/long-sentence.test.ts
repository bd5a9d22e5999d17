import assert from 'node:assert/strict';
import longSentence from '../../../server/src/core/lint/rules/long-sentence.js';
import spaceInSentence from '../../../server/src/core/lint/rules/space-in-sentence.js';
import { finds, severities, wordsWith } from '../../helpers/rule-cases.js';
import { findings } from '../../helpers/rule-examples.js';

describe('long-sentence', () => {
  const words = (length: number) => `全馆，${'做'.repeat(length - 3)}`;
  it('counts characters, neither blanks nor the end mark', () => {
    finds(longSentence, `${words(120)}。`);
    finds(longSentence, `⟦全馆⟧，${'做'.repeat(118)}。`, /这句话有121字/);
    finds(longSentence, `${words(60)}　 ${'做'.repeat(60)}！”`);
    finds(longSentence, `⟦全馆⟧，${'做'.repeat(118)}`, /这句话有121字/);
    finds(longSentence, `${words(100)}。${words(100)}？${words(100)}！`);
    finds(longSentence, `${words(30)}。　⟦全馆⟧，${'做'.repeat(118)}。”${words(30)}。`, /有121字/);
  });
  it('is worth a look, however long', () => {
    assert.deepEqual(severities(longSentence, `${words(400)}。`), ['hint']);
  });
  it('ends with the marks that close after its end mark', () => {
    for (const close of '”’）》') {
      finds(longSentence, `${words(100)}。${close}${words(120)}！${close}${words(120)}。`);
      finds(longSentence, `${words(100)}。${close}⟦全馆⟧，${'做'.repeat(118)}。`, /有121字/);
      finds(longSentence, `⟦全馆⟧，${'做'.repeat(118)}。${close}${words(120)}。`, /有121字/);
    }
    finds(longSentence, `${words(120)}。”’）》`);
  });
  it('counts a rare character as one', () => {
    finds(longSentence, `𠮷日开馆，${'做'.repeat(115)}。`);
    finds(longSentence, `⟦𠮷日开馆⟧，${'做'.repeat(116)}。`, /有121字/);
  });
  it('begins after all marks where several stand in a row', () => {
    finds(longSentence, `读者留言：“太方便了！！”${words(120)}。`);
    finds(longSentence, `读者留言：“太方便了！？”⟦全馆⟧，${'做'.repeat(118)}。`, /有121字/);
    finds(longSentence, `（“书真多。”！）⟦全馆⟧，${'做'.repeat(118)}。`, /有121字/);
    finds(
      longSentence,
      `⟦全馆⟧，${'做'.repeat(118)}。。”\r\n　　！”⟦全馆⟧，${'做'.repeat(118)}！！`,
      /有121字/,
    );
  });
  it('is not told of titles and headings', () => {
    const options = { hint: 10 };
    const text =
      '𠮷县图书馆本年度读者服务工作总结\n一、坚持开门办馆做好读者服务工作\n　　全馆，每周开放七天接待读者。';
    assert.deepEqual(wordsWith(longSentence, options, text), ['全馆']);
    assert.deepEqual(wordsWith(longSentence, { ...options, hint: 13 }, text), []);
  });
  it('does not tell of lists, items, rows and addresses', () => {
    const half = '做'.repeat(70);
    finds(longSentence, `全馆，${half}；${half}。`);
    finds(longSentence, `1.全馆，${words(200)}。`);
    finds(longSentence, `（一）${words(30)}。${words(30)}，一是${half}，二是${half}。`);
    finds(longSentence, `全馆购置${'图书期刊报纸资料等、'.repeat(20)}书架。`);
    finds(longSentence, `序号\t${half}\t${half}\t备注`);
    finds(longSentence, `网址，${half}见 https://example.org/a?b=c ，${half}。`);
    finds(longSentence, `（一）${'坚持开门办馆，'.repeat(8)}做好服务。𠮷县借阅平稳。`);
  });
  it('does not hide what is found in its opening words', () => {
    const text = `全馆坚持 开放，${'做'.repeat(120)}。`;
    assert.deepEqual(
      findings(text, [longSentence, spaceInSentence]).map(({ rule }) => rule),
      ['long-sentence', 'space-in-sentence'],
    );
  });
});
