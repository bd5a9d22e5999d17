/** What the rules, and fix-all, make of every real text. */
import { assertTriggersHideNothing } from '../helpers/every-rule.js';
import { assertFormAlone } from '../helpers/form-alone.js';
import { textsIn } from './texts.js';

describe('the rules', () => {
  it('change nothing but marks and blanks of real texts, nothing in what is to be kept, and all in one go', () => {
    for (const folder of ['corpora/', 'seeds/']) {
      for (const { name, text, syntax } of textsIn(folder)) assertFormAlone(name, text, syntax);
    }
  });

  it('hide nothing in real texts by their triggers', () => {
    for (const folder of ['corpora/clean/', 'corpora/markdown/', 'seeds/']) {
      for (const { name, text, syntax } of textsIn(folder)) {
        assertTriggersHideNothing(name, text, syntax);
      }
    }
  });
});
