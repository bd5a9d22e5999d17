import assert from 'node:assert/strict';
import { parseSummary } from '../../../server/src/core/document/parse.js';
import { fixAll, lint } from '../../../server/src/core/lint/linter.js';
import labelForm from '../../../server/src/core/lint/rules/label-form.js';
import { DEFAULT_CONFIG } from '../../../server/src/core/settings/lint-config.js';
import { findsEach } from '../../helpers/rule-cases.js';

describe('label-form', () => {
  // A label with a colon is one; what is wrong is how it is written.
  findsEach(labelForm, [
    ['一、借阅\n全年开放。\n⟦二：⟧讲座\n每周一场。\n三、展览', /应写作“二、”/],
    ['一、借阅\n全年开放。\n二、讲座\n每周一场。\n⟦三：⟧打算\n再接再厉。', /应写作“三、”/],
  ]);

  const inBulk = (text: string) => {
    const summary = parseSummary(text, 'plain');
    return fixAll(summary, lint(summary, { rules: [labelForm] }), [labelForm]);
  };

  it('changes a list in bulk as a whole, or not at all', () => {
    assert.equal(inBulk('1、借阅\n2、讲座\n3、展览\n'), '1.借阅\n2.讲座\n3.展览\n');
    const torn = '1、借阅\n2，讲座\n3、展览\n';
    assert.equal(inBulk(torn), torn);
  });

  it('takes the marks of a unit’s own numbering for right', () => {
    const config = { ...DEFAULT_CONFIG, numbering: ['一、', '1、'] };
    const summary = parseSummary('一、回顾\n1、借阅\n2、讲座\n', 'plain');
    assert.deepEqual(lint(summary, { rules: [labelForm], config }), []);
  });
});
