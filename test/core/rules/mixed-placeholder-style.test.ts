import assert from 'node:assert/strict';
import mixedPlaceholderStyle from '../../../server/src/core/lint/rules/mixed-placeholder-style.js';
import { marked } from '../../helpers/marked.js';
import { finds } from '../../helpers/rule-cases.js';
import { findings, fixOneByOne } from '../../helpers/rule-examples.js';

describe('mixed-placeholder-style', () => {
  const fixed = (text: string) => fixOneByOne(text, mixedPlaceholderStyle);

  it('tells all other ways to write them, and how many there are of each sort', () => {
    finds(
      mixedPlaceholderStyle,
      '走访××户，慰问××户，接待××人，培训⟦xx⟧人次，办班XX期。',
      /有3处写“×”，另有2处写“x”“X”，.*请统一为“×”/,
    );
  });
  it('puts all of them right, on whatever line', () => {
    assert.equal(
      fixed('一、回顾\r\n　　走访××户，慰问××户。\r\n　　𠮷日办班XX期。\r\n　　培训XX人次。'),
      '一、回顾\r\n　　走访××户，慰问××户。\r\n　　𠮷日办班××期。\r\n　　培训××人次。',
    );
  });
  it('changes none that would be a sign of multiplication then', () => {
    const text = '走访××户，慰问××户，王⟦X⟧同志负责。';
    finds(mixedPlaceholderStyle, text);
    const [alone] = findings(marked(text).text, [mixedPlaceholderStyle]);
    assert.deepEqual(alone!.fixes, []);
    const both = '走访××户，慰问××户。\n王X同志负责，办班XX期。';
    const [found] = findings(both, [mixedPlaceholderStyle]);
    assert.equal(found!.fixes[0]!.title.zh, '全文统一为“×”（1处）');
    assert.equal(fixed(both), '走访××户，慰问××户。\n王X同志负责，办班××期。');
  });
  it('leaves a single one alone', () => finds(mixedPlaceholderStyle, '走访××户。'));
});
