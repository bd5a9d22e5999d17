/** Words of the writer's own: learnt from past texts, and no slips from then on. */
import assert from 'node:assert/strict';
import { ownWordsOf } from '../../server/src/core/analysis/own-words.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { lint } from '../../server/src/core/lint/linter.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { DEFAULT_CONFIG, type LearnedWord } from '../../server/src/core/settings/lint-config.js';
import { languageModel } from '../helpers/language.js';

const PAST = [
  '\uFEFF\u3000\u3000𠮷县加强人财队伍建设。\r\n\u3000\u3000各地按排值班，布署防汛。\r\n',
  '各队支导线复测合格，支导线精度达标。\n人财队伍不断壮大，再次布署防汛。',
];
const learn = () => ownWordsOf(PAST, languageModel());
const reported = (learned: readonly LearnedWord[]) =>
  lint(parseSummary('\u3000\u3000𠮷县加强人财队伍建设，认真布署各项工作。\r\n', 'plain'), {
    rules: RULES,
    config: { ...DEFAULT_CONFIG, learned },
    language: languageModel(),
  }).map(({ rule }) => rule);

describe('own words of past texts', () => {
  it('are what the model doubts and the texts repeat, with how often they do', () => {
    assert.ok(learn().some(({ word, count }) => word.startsWith('人财') && count === 2));
    assert.deepEqual(
      ownWordsOf(PAST.slice(0, 1), languageModel()),
      [],
      'what stands once is a slip',
    );
    assert.deepEqual(ownWordsOf([], languageModel()), []);
  });

  it('hold nothing that is listed as wrong', () => {
    assert.ok(learn().every(({ word }) => !/布署|按排/.test(word)));
  });

  it('are not taken for slips once they are learnt; what is listed as wrong still is', () => {
    assert.deepEqual(reported([]), ['likely-typo', 'wrong-word']);
    assert.deepEqual(reported(learn()), ['wrong-word']);
  });
});
