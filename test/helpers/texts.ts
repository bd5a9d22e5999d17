/** Texts and edits for property tests: what writers type, and what breaks readers of text. */
import fc from 'fast-check';
import { RULES } from '../../server/src/core/rules.generated.js';
import { marked } from './marked.js';

/** One example of every rule, between a title and a sign-off; three kinds of line end. */
export const EVERYTHING = [
  '\uFEFF区图书馆2024年工作总结',
  '各位领导：',
  '　　2024年，𠮷日书屋围绕读者服务，完成了各项任务。现将情况总结如下：',
  '一、主要工作\r',
  '（一）办好讲座。全年举办XX场次，X月XX日开班，XX村𠮷家e\u0301参加。见第二部分。',
  '1.送书\u2028下乡，走访【待补充】，按照本文一（一）所述推进。',
  ...RULES.map(({ examples }) => marked(examples.bad[0]!.bad).text),
  '二、打算',
  '（一）继续。20XX年做好服务。',
  '附件：1.名单',
  '2.目录',
  '区图书馆',
  '2024年12月5日',
  '附件1',
  '一、名单',
].join('\r\n');

const piece = fc.oneof(
  fc.constantFrom('', '一', '的', '。', '，', '、', '“', '”', '工作', '1.', '（二）', '二是', '约'),
  fc.constantFrom('\n', '\r\n', '\r', '\u2028', '　　', ' ', '\uFEFF', '𠮷', 'e\u0301', '\ud842'),
  fc.constantFrom('# ', '```', '<!--', '-->', '> ', '|', '---', '**', '- ', 'http://a.b/c', '`'),
  fc.constantFrom('XX', 'X月XX日', '【待补充】', '三、', '见第三部分', '附件：1.名单', '《', '》'),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);

/** Edits by fractions of the text, so that they fit whatever it has become: place, length, new text. */
export const edits = (most: number) =>
  fc.array(fc.tuple(fraction, fc.nat({ max: 6 }), piece), { minLength: 1, maxLength: most });

export const fraction = fc.double({ min: 0, max: 1, noNaN: true });

/** Any text at all, made of such pieces. */
export const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
