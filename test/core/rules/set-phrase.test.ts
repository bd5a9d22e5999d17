import assert from 'node:assert/strict';
import setPhrase from '../../../server/src/core/lint/rules/set-phrase.js';
import { backing, finds, severities } from '../../helpers/rule-cases.js';

describe('set-phrase', () => {
  it('says what it is sure of, and how sure it is', () => {
    finds(
      setPhrase,
      '铸牢⟦中华民族共同意识⟧。',
      /^“中华民族共同意识”与规范提法不符，应为“中华民族共同体意识”。/,
    );
    finds(
      setPhrase,
      '坚持⟦以人民为中心的发展理念⟧。',
      /^“以人民为中心的发展理念”的通行提法是“以人民为中心的发展思想”。/,
    );
    finds(
      setPhrase,
      '要⟦贯彻新发展格局⟧。',
      /^“贯彻新发展格局”与规范提法“新发展阶段、新发展理念、新发展格局”不一致。/,
    );
    assert.deepEqual(severities(setPhrase, '坚持以人民为中心的发展理念。'), ['hint']);
  });
  it('names the document that the wording is from, and puts right without asking what is no mere hint', () => {
    assert.deepEqual(backing(setPhrase, '学习习近平新时代特色社会主义思想。'), [
      ['政府工作报告（2025、2024）', true],
    ]);
    assert.deepEqual(backing(setPhrase, '落实“一岗双责”责任。'), [[null, true]]);
    assert.equal(backing(setPhrase, '坚持以人民为中心的发展理念。')[0]![1], false);
    assert.equal(backing(setPhrase, '要贯彻新发展格局。')[0]!.length, 1);
  });
  it('expects a newer wording from its first year on, and in a text that names no year', () => {
    for (const heading of ['2018年工作总结\n', '2020年工作总结\n', '']) {
      finds(setPhrase, `${heading}开展⟦打黑除恶专项斗争⟧。`);
    }
    finds(setPhrase, '2017年工作总结\n开展打黑除恶专项斗争。');
    finds(setPhrase, '2017年工作总结\n铸牢⟦中华民族共同意识⟧。');
  });
  it('leaves alone what is said besides', () => {
    finds(setPhrase, '全体党员⟦树立“四个自信”⟧。');
    finds(setPhrase, '全体党员牢固树立“四个自信”。');
    finds(setPhrase, '对照安全生产考核巡查组反馈的问题，逐条整改。');
    finds(setPhrase, '⟦市委巡查⟧整改到位，河湖巡查做到每周一次。');
  });
  it('leaves alone ordinary words that make up what a set term is mistaken for', () => {
    for (const text of [
      '馆员应有四种意识，即服务意识、质量意识、安全意识和时间意识。',
      '文章归纳的“四种意识”值得一读，有两个确定的日子。',
      '管线巡视巡查做到全覆盖，县委巡查堤防两次。',
      '合同写明四方职责，第二个责任区由馆员负责。',
      '住房与城乡建设部门、农村农业部门来人。',
      '甲省省委书记、乙县县委书记到馆调研。',
    ]) {
      finds(setPhrase, text);
    }
    finds(setPhrase, '向⟦市市委书记⟧汇报。');
    finds(setPhrase, '增强⟦“四种意识”⟧、坚定“四个自信”。');
    finds(setPhrase, '迎接⟦巡视巡查⟧，落实⟦巡视巡查⟧整改要求。');
  });
  it('quotes marks of the wording as single ones', () => {
    finds(
      setPhrase,
      '落实⟦“一岗双责”责任⟧。',
      /^“‘一岗双责’责任”与规范提法不符，应为“‘一岗双责’”。/,
    );
  });
  it('leaves words that are merely wrong, and set terms, to others', () => {
    finds(setPhrase, '认真布署工作，落实“四个意识”。');
  });
});
