/** Words that fit next to what stands around only by the grammar of it, with the language model and without. */
import assert from 'node:assert/strict';
import { parseSummary } from '../../../server/src/core/document/parse.js';
import { lint } from '../../../server/src/core/lint/linter.js';
import confusableWord from '../../../server/src/core/lint/rules/confusable-word.js';
import { DEFAULT_CONFIG } from '../../../server/src/core/settings/lint-config.js';
import { languageModel } from '../../helpers/language.js';
import { marked } from '../../helpers/marked.js';

const found = (text: string, language = languageModel()) =>
  lint(parseSummary(text, 'plain'), { rules: [confusableWord], config: DEFAULT_CONFIG, language });

describe('confusable-word', () => {
  for (const [sentence, right] of [
    ['\uFEFF\u3000\u3000𠮷县书屋收拾⟦的⟧干干净净。\r\n', '得'],
    ['志愿者忙⟦的⟧团团转，场面热闹。', '得'],
    ['交流会开⟦的⟧很顺利，大家很满意。', '得'],
    ['值班表安排⟦的⟧井井有条。', '得'],
    ['为读者提供便捷、⟦周到地⟧服务。', '周到的'],
    ['全年工作取得了⟦突出地⟧成绩，受到好评。', '突出的'],
    ['面对新任务，我们⟦不在⟧犹豫。', '不再'],
    ['本馆⟦不在⟧收取办证押金。', '不再'],
    ['⟦再⟧今后的工作中，我将加倍努力。', '在'],
    ['安全制度落实⟦不位⟧，责任不清。', '不到位'],
    ['青年馆员刻苦⟦专研⟧。', '钻研'],
  ] as const) {
    it(`finds ${sentence.trim()}`, () => {
      const { text, spans } = marked(sentence);
      const hits = found(text);
      assert.deepEqual(
        hits.map((hit) => [hit.span, hit.fixes[0]?.edits[0]?.newText]),
        [[spans[0], right]],
      );
    });
  }

  for (const sentence of [
    '小说的很多情节取材于本地。',
    '他是部门的骨干的好榜样。',
    '窗口人员热情周到地服务群众。',
    '主动、高效地服务企业发展。',
    '该事项不在受理范围，不在使用期内。',
    '再学习中提高，再实践中检验。',
    '该馆不位于城区。',
    '专研究所与专研班均已设立。',
  ]) {
    it(`leaves alone ${sentence}`, () => assert.deepEqual(found(sentence), []));
  }
});
