import assert from 'node:assert/strict';
import { nameByTitle } from '../../server/src/core/base/file-names.js';

describe('the name of a file that has none yet', () => {
  for (const [text, name] of [
    ['\uFEFF\r\n　　𠮷县图书馆2024年工作总结\r\n一、主要工作\r\n', '𠮷县图书馆2024年工作总结'],
    ['## 周报：7/3\n\n# 一\n', '周报：7_3'],
    ['../总结', '_总结'],
    ['　\r\n', ''],
    ['', ''],
  ] as const) {
    it(`is its title: ${name || 'none'}`, () => assert.equal(nameByTitle(text), name));
  }

  it('is no longer than a file system takes', () => {
    const name = nameByTitle(`${'总结'.repeat(39)}总𠮷结`);
    assert.ok(name.length <= 80 && new TextEncoder().encode(`${name}.docx`).length <= 255);
    assert.doesNotMatch(name, /\p{Cs}/u);
  });
});
