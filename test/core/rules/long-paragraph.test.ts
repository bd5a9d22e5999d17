import assert from 'node:assert/strict';
import longParagraph from '../../../server/src/core/lint/rules/long-paragraph.js';
import spaceInSentence from '../../../server/src/core/lint/rules/space-in-sentence.js';
import { finds, severities, wordsWith } from '../../helpers/rule-cases.js';
import { findings } from '../../helpers/rule-examples.js';

describe('long-paragraph', () => {
  const sentence = '各科室整理馆藏资料。';
  it('counts characters, neither blanks nor what is not prose', () => {
    finds(longParagraph, sentence.repeat(40));
    finds(longParagraph, `　　⟦多各科室整理馆藏资料⟧。${sentence.repeat(39)}`, /这一段有401字/);
    finds(longParagraph, `${sentence.repeat(20)}　 ${sentence.repeat(20)}\r\n　${sentence}`);
    finds(
      longParagraph,
      `　馆　务　会　议　小　结。\r\n${sentence}\r\n　⟦𠮷县⟧，${sentence.repeat(40)}　 \r\n`,
      /这一段有403字/,
    );
    const link = `：https://example.org/${'a'.repeat(60)}。`;
    finds(longParagraph, `网上报名${link}${sentence.repeat(39)}`);
    finds(longParagraph, `⟦网上报名⟧${link}${sentence.repeat(40)}`, /这一段有406字/);
  });
  it('is worth a look, however long', () => {
    assert.deepEqual(severities(longParagraph, sentence.repeat(90)), ['hint']);
  });
  it('is not told of titles and headings', () => {
    const text =
      '𠮷县图书馆本年度读者服务工作总结\n一、坚持开门办馆做好读者服务工作\n　　全馆，每周开放七天接待读者。';
    assert.deepEqual(wordsWith(longParagraph, { hint: 13 }, text), ['全馆']);
    assert.deepEqual(wordsWith(longParagraph, { hint: 14 }, text), []);
  });
  it('does not tell of what is in parts, and of items', () => {
    finds(longParagraph, `一是抓借阅。${sentence.repeat(30)}二是抓讲座。${sentence.repeat(30)}`);
    finds(longParagraph, `首先，${sentence.repeat(30)}其次，${sentence.repeat(30)}`);
    finds(longParagraph, `1.${'各科室整理馆藏资料，'.repeat(60)}`);
    finds(longParagraph, `全馆：${'整理各类馆藏资料并且接待读者；'.repeat(40)}`);
  });
  it('does not hide what is found in its opening words', () => {
    const text = `全馆坚持 开放，${sentence.repeat(40)}`;
    assert.deepEqual(
      findings(text, [longParagraph, spaceInSentence]).map(({ rule }) => rule),
      ['long-paragraph', 'space-in-sentence'],
    );
  });
});
