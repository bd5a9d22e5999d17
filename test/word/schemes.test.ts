/** Every numbering scheme goes to Word and comes back. */
import assert from 'node:assert/strict';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { firstLabels, SCHEMES } from '../../server/src/core/document/schemes.js';
import { convertNumbering } from '../../server/src/core/edits/move-sections/convert.js';
import { readBlocks } from '../../server/src/core/print/read-blocks.js';
import { DEFAULT_FORMAT } from '../../server/src/core/settings/print-format.js';
import { importDocx } from '../../server/src/word/read/index.js';
import { exportDocx } from '../helpers/valid-word-files.js';

const TEXT = [
  '吉水县图书馆',
  '2024年工作总结',
  '',
  '一、回顾𠮷年',
  '　　（一）借阅',
  '　　全年借书三万册，另见二（一）。',
  '　　（二）讲座',
  '　　1.少儿讲座',
  '　　全年二十场。',
  '　　2.成人讲座',
  '　　全年十场。',
  '二、打算',
  '　　（一）延时开放',
  '　　每晚开到九点。',
  '　　（二）送书下乡',
  '　　每月一次。',
  '',
].join('\r\n');

describe('numbering on paper', () => {
  for (const scheme of SCHEMES) {
    it(`is ${firstLabels(scheme).join(' ')} in Word and back, each level a heading of its own`, async () => {
      const converted = convertNumbering(parseSummary(TEXT, 'plain'), scheme);
      assert.ok('text' in converted, 'refusal' in converted ? converted.refusal.zh : '');
      const { text } = converted;
      const summary = parseSummary(text, 'plain');
      const headings = readBlocks(summary).blocks.flatMap(({ block }) =>
        // 第一条 is followed by its text.
        block.type === 'paragraph' && /^(?:heading|item)$/.test(block.kind) ? [block.level] : [],
      );
      const levels = [...new Set(headings)].sort((a, b) => a - b);
      assert.equal(headings.length, 8);
      assert.equal(levels.length, 3);
      const bytes = await exportDocx(summary, DEFAULT_FORMAT);
      const { text: back } = await importDocx(bytes, { syntax: 'plain' });
      assert.equal(back, text);
    });
  }
});
