import assert from 'node:assert/strict';
import { counted, inSingular } from '../../server/src/core/base/counted.js';

describe('one of a kind', () => {
  it('is counted in the singular', () => {
    assert.equal(`${counted(1, 'file')}, ${counted(0, 'error')}`, '1 file, 0 errors');
    assert.equal(counted(11, 'tracked change'), '11 tracked changes');
  });

  for (const [message, told] of [
    ['1 files were checked. 1 errors, 21 warnings.', '1 file was checked. 1 error, 21 warnings.'],
    ['1 places remain, 1 of them to be filled in.', '1 place remains, 1 of them to be filled in.'],
    ['1 characters · about 1 pages', '1 character · about 1 page'],
    ['About 1 A4 pages of 22 lines', 'About 1 A4 page of 22 lines'],
    ['0 of 1 documents were exported.', '0 of 1 document was exported.'],
    ['11 pages, 1,001 pages, 2.1 pages', '11 pages, 1,001 pages, 2.1 pages'],
    ['“1 pages𠮷.txt” is garbled.', '“1 pages𠮷.txt” is garbled.'],
    ['检查了 1 个文件。', '检查了 1 个文件。'],
  ] as const) {
    it(`is told so: ${message}`, () => assert.equal(inSingular(message), told));
  }
});
