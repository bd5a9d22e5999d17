import { openingWords } from '../../analysis/document-scope.js';
import { detectMojibake, LOOK } from '../../base/mojibake.js';
import { defineRule, type RuleExamples } from '../rule.js';

/** 县图书馆工作 in GBK read as UTF-8, and 县内工作， the other way round. */
const LOST = '\ufffd\ufffd\u037c\ufffd\ufffd\u0779\ufffd\ufffd\ufffd';
const WRONG = '鍘垮唴宸ヤ綔锛';

export default defineRule({
  id: 'mojibake',
  topic: 'document',
  scope: 'document',
  severity: 'error',
  immediate: true,
  forGarbledText: true,
  title: { zh: '乱码：文件的编码认错了', en: 'Garbled: read in the wrong encoding' },
  explain: {
    zh: '较早的 Windows 程序存的 `.txt` 多为 GBK（GB 18030）编码，当作 UTF-8 打开就成了乱码，反过来也一样。文件一般没有坏，按正确的编码重新打开即可；不要在乱码上修改、保存。乱码时不报其他问题。',
    en: 'Older Windows programs save `.txt` as GBK (GB 18030), which is garbled when read as UTF-8, and the other way round. The file itself is most likely intact: reopen it in the right encoding, and do not edit or save it as it is. Nothing else is reported meanwhile.',
  },
  source: null,
  mechanical: false,
  check({ summary, report }) {
    const encoding = detectMojibake(summary.slice(0, LOOK));
    const span = openingWords(summary);
    if (encoding === null || span === null) return;
    const [name, other] = encoding === 'utf-8' ? ['UTF-8', 'GBK'] : ['GBK（GB 18030）', 'UTF-8'];
    report({
      span,
      message: {
        zh: `这是乱码：文件多半是 ${name} 编码，却当作 ${other} 打开了。请按 ${name} 重新打开，先不要修改、保存。`,
        en: `Garbled: the file is most likely ${name}, but was read as ${other}. Reopen it as ${name}; do not edit or save it before.`,
      },
    });
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: `⟦${LOST}⟧\n${LOST}XX${LOST}\n` },
    { bad: `\uFEFF　⟦${LOST}𠮷⟧，${LOST.repeat(2)}\r\n` },
    { bad: `⟦${WRONG.repeat(3)}⟧\r\n${WRONG.repeat(9)}\r\n` },
  ],
  good: [
    '“锟斤拷”和“\ufffd\ufffd\ufffd”是常见的乱码，𠮷日馆里的老电脑上见过。',
    '读者留言里有一个字认不出来：\ufffd，已请他另写。',
    `caf\ufffd, d\ufffdj\ufffd, \ufffdt\ufffd, pr\ufffds, cl\ufffd, f\ufffdte, for\ufffdt, h\ufffdtel`,
  ],
};
