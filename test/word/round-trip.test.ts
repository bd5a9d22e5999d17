import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Syntax } from '../../server/src/core/document/model.js';
import { SUMMARIES, syntaxOf } from '../helpers/fixtures.js';
import { roundTrip, withoutComments } from '../helpers/round-trip.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('to Word and back', () => {
  it('keeps line ends, byte order mark, blanks and rare characters of plain text', async () => {
    const text = [
      '\uFEFF𠮷林图书馆2024年工作总结',
      '',
      '　　2024年，本馆“围绕读者”…… 完成了各项任务。\t现将情况总结如下：',
      '  一、主要工作 ',
      '　　（一）办好讲座。全年举办XX场次，A < B & C > D。',
      '',
      '',
      '1．送书 下乡',
      '这一段是从邮件里粘贴来的，每行到了一定的长度就会断开，接下去的',
      '一行仍然是同一段的内容。',
      '\u3000',
      '某某局',
      '2024年12月5日',
      '',
    ].join('\r\n');
    assert.equal(await roundTrip(text, 'plain'), text);
  });

  it('keeps the marks of Markdown', async () => {
    const text = [
      '# 2024年度述职报告',
      '',
      '本人*负责*__窗口__管理，见[办法](https://example.org/a_b)和`代码`，~~旧~~新。',
      '## 一、履职情况 ##',
      '**（一）学习还不系统。**对新政策掌握不够，2 * 3 = 6，A_B。',
      '* 甲 * 乙',
      '+ 乙',
      '    - 丙',
      '',
      '|名称|数量|',
      '|:--|--:|',
      '| 图书 | **12** |',
      '| 报刊 \\| 杂志 |  |',
      '',
      '> 引用的话，',
      '> 第二行。',
      '',
      '***',
      '1. 第一',
      '2. 第二',
      '',
      '姓名____，电话\\*必填。',
      '',
      '```js',
      'a  b',
      '```',
      '',
      '~~~ c++ ',
      'a  b',
      '~~~',
      '![阅览室](图/阅览室.png)',
      '',
    ].join('\n');
    assert.equal(await roundTrip(text, 'markdown'), text);
  });

  it('leaves comments and front matter of Markdown out', async () => {
    const text = '---\nauthor: 我\n---\n# 总结\n\n<!-- 记得改 -->\n一、工作\n\n内容。\n';
    assert.equal(await roundTrip(text, 'markdown'), '\n# 总结\n\n\n一、工作\n\n内容。\n');
  });

  it('brings back any text of any lines', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        '一、工作',
        '（一）抓学习。办班3期。',
        '1.甲',
        '　　正文，',
        '附件：1.表',
        '2.单',
        '附件1',
        '某某局',
        '2024年1月2日',
        '',
        ' ',
        '- 甲',
        '# 题',
        '**粗**体',
        '|a|b|',
        '|-|-|',
        '> 引',
        '```',
        '***',
        '\\*',
        '20XX年总结',
        '县政府：',
        '（注）',
        '𠮷\u000c',
        '<b>x</b>',
        'x\ty  z',
      ),
      fc.string({
        unit: fc.constantFrom(...'一二、（）*_`|#->[]()! 　\t。“”甲x1\\~'),
        maxLength: 30,
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom<Syntax>('plain', 'markdown'),
        async (lines, end, syntax) => {
          const text = lines.join(end);
          const back = await roundTrip(text, syntax);
          const ink = (value: string) => value.replace(/[\s\p{Cc}]/gu, '');
          if (syntax === 'plain') assert.equal(back, text);
          else {
            // Whatever the marks, no character that is read may be lost, doubled or moved.
            const read = (value: string) =>
              ink(withoutComments(value)).replace(/[*_#|\-:`>+~\\\s]/g, '');
            const shown = text.replace(/^---\r?\n[\s\S]*?\n---/, '');
            assert.equal(read(back), read(shown));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  const samples = ['test/fixtures/sample', 'snippets/samples'].flatMap((name) => {
    const folder = path.join(root, name);
    return readdirSync(folder).map((file) => ({
      name: file,
      text: readFileSync(path.join(folder, file), 'utf8'),
      syntax: syntaxOf(file),
    }));
  });
  for (const { name, text, syntax } of [...samples, ...SUMMARIES]) {
    it(`is exact for ${name}`, async () => {
      assert.equal(await roundTrip(text, syntax), text);
    });
  }
});
