import assert from 'node:assert/strict';
import semicolonBetweenSentences from '../../../server/src/core/lint/rules/semicolon-between-sentences.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';
import { findings } from '../../helpers/rule-examples.js';

describe('semicolon-between-sentences', () => {
  findsEach(
    semicolonBetweenSentences,
    [
      // A list after another one, in the same paragraph.
      '一是抓学习，二是抓服务。窗口有两条，一是延时。每天两小时⟦；⟧二是上门。',
      '　　一是办𠮷日展。展期一月⟦；⟧二是送书。下半年再做两件，一是修馆，二是添书。\r\n',
      // A number that is not the next one ends a list.
      '一是抓学习。每月一课⟦；⟧二是抓服务；四是抓安全。',
    ],
    /请改为“。”/,
  );
  leavesAlone(semicolonBetweenSentences, [
    '一是抓学习。\n二是抓服务。每周一会；三是抓作风。',
    '一是抓学习。三是抓作风。每月一查；二是抓服务。',
    '一是抓学习（每月一课。逢五开讲。）；二是抓服务；三是抓作风。',
    '一是抓学习；二是抓服务。一是延时；二是上门。',
  ]);

  it('leaves it to the writer to change the mark', () => {
    const [finding] = findings('一是抓学习。每月一课；二是抓服务。', [semicolonBetweenSentences]);
    assert.equal(finding!.severity, 'hint');
    assert.deepEqual(finding!.fixes, [
      {
        title: { zh: '改为“。”', en: 'Change to “。”' },
        safe: false,
        edits: [{ span: { start: 10, end: 11 }, newText: '。' }],
      },
    ]);
  });
});
