import assert from 'node:assert/strict';
import { parseSummary } from '../../../server/src/core/document/parse.js';
import { lint } from '../../../server/src/core/lint/linter.js';
import repeatedPhrase from '../../../server/src/core/lint/rules/repeated-phrase.js';
import { DEFAULT_CONFIG } from '../../../server/src/core/settings/lint-config.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';

const PHRASE = '把流动书屋开到居民小区门口';

describe('repeated-phrase', () => {
  findsEach(repeatedPhrase, [
    [
      `${PHRASE}，办证。${PHRASE}，借书。一是⟦${PHRASE}⟧，还书。`,
      /“把流动书屋开到居民小区门口”在本文已经出现三次/,
    ],
    // Told once, however often it comes.
    [
      `　　𠮷县，${PHRASE}。\r\n　　${PHRASE}。\r\n　　⟦${PHRASE}⟧。\r\n　　${PHRASE}。\r\n`,
      /已经出现三次/,
    ],
    // A wrong word at its beginning makes no term of it.
    [
      '帐目清楚流动书屋开到小区门口。帐目清楚流动书屋开到小区门口。⟦帐目清楚流动书屋开到小区门口⟧。',
      /出现三次/,
    ],
    // Words in front of it go, those inside of it stay.
    [
      '书屋再次开到居民小区门口旁。书屋再次开到居民小区门口旁。⟦书屋再次开到居民小区门口旁⟧。',
      /“书屋再次开到居民小区门口旁”/,
    ],
  ]);
  leavesAlone(repeatedPhrase, [
    `${PHRASE}，办证。${PHRASE}，借书。`,
    // Eleven characters, and a dozen only with what stands in front.
    '把流动书屋开到小区门口。把流动书屋开到小区门口。把流动书屋开到小区门口。',
    '一是流动书屋开到居民小区。一是流动书屋开到居民小区。一是流动书屋开到居民小区。',
    // A fixed name in front: such a phrase is a term.
    '习近平新时代中国特色社会主义思想。习近平新时代中国特色社会主义思想。习近平新时代中国特色社会主义思想。',
    '一是习近平新时代中国特色社会主义思想。二是习近平新时代中国特色社会主义思想。三是习近平新时代中国特色社会主义思想。',
  ]);

  it('is off by default', () => {
    const summary = parseSummary(`${PHRASE}。${PHRASE}。${PHRASE}。`, 'plain');
    assert.deepEqual(lint(summary, { rules: [repeatedPhrase], config: DEFAULT_CONFIG }), []);
  });
});
