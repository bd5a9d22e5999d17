/** Texts and edits for property tests: what writers type, and what breaks readers of text. */
import fc from 'fast-check';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
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
  fc.constantFrom(
    '「',
    '」',
    '『',
    '‘',
    '’',
    '"',
    '〈',
    '$',
    '\\(',
    '\\',
    '\t',
    ',',
    ';',
    '(',
    ')',
  ),
  fc.constantFrom('http://a.b/搜索?甲,乙', 'a@b.cn', 'D:/资料/甲,乙.txt', '$x,y$', '甲,乙,丙\n'),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);

/** Edits by fractions of the text, so that they fit whatever it has become: place, length, new text. */
export const edits = (most: number) =>
  fc.array(fc.tuple(fraction, fc.nat({ max: 6 }), piece), { minLength: 1, maxLength: most });

export const fraction = fc.double({ min: 0, max: 1, noNaN: true });

/** Any text at all, made of such pieces. */
export const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

/** Faults that are put right in bulk where the text is free. */
const fault = fc.constantFrom(
  ',',
  ';',
  '，，',
  '。。',
  '...',
  '、等',
  ':',
  '!',
  '（试行)',
  '(试行）',
  '<通知>',
  ',,',
);
const word = fc.constantFrom(
  '提质',
  '增效',
  '𠮷日',
  '走访',
  '读者',
  'e\u0301',
  '三',
  '的的',
  '讲台',
);
/** Words with faults between them. */
const faulty = fc
  .array(fc.tuple(word, fault), { minLength: 1, maxLength: 4 })
  .map((pairs) => `${pairs.flat().join('')}服务`);

/** A piece of a text: what `keeps` says is to be in it afterwards as it was. */
interface Piece {
  readonly text: string;
  readonly keeps: readonly string[];
}

const free = faulty.map((text): Piece => ({ text, keeps: [] }));

/** Stretches in a line that nothing may touch, made of what stands in them. */
const STRETCHES: readonly ((inner: string) => string)[] = [
  (inner) => `“${inner}”`,
  (inner) => `“他说‘${inner}’后,离开”`,
  (inner) => `「${inner}」`,
  (inner) => `『${inner}』`,
  (inner) => `《${inner}》`,
  (inner) => `〈${inner}〉`,
  (inner) => `"${inner}"`,
  (inner) => `\`${inner}\``,
  (inner) => `$x_{${inner}}$`,
  (inner) => `\\(${inner}\\)`,
  (inner) => `<!-- ${inner.replaceAll(/[<>]/g, '')} -->`,
];
const machine = fc.constantFrom(
  'http://example.org/搜索?词=图书,报刊;类=甲:乙',
  'https://www.example.org/甲,,乙:丙',
  'ftp://example.org/资料,总结.txt',
  'www.example.org/栏目;甲,乙',
  'example.org/图书,报刊',
  'mailto:li.ming@example.org',
  'li.ming@example.org',
  'C:\\资料\\总结,终稿.txt',
  '\\\\server\\共享,文件\\甲:乙',
  'D:/资料/甲,乙.txt',
  '/home/李明/总结,终稿',
  './总结,终稿',
  '总结,终稿.docx',
  '1,234',
  '12:30',
  '1.5',
  'v1.2,3',
  '艾山·买买提',
  '卡尔.马克思',
  'J.K.罗琳',
  '【待补充】',
  'X月XX日',
);
const stretch = fc.oneof(
  fc.tuple(fc.constantFrom(...STRETCHES), faulty).map(([make, inner]) => make(inner)),
  // White space is where an address or a path surely ends.
  machine.map((text) => ` ${text} `),
);
const sentence = fc.oneof(
  free,
  stretch.map((text): Piece => ({ text, keeps: [text.trim()] })),
);

/** Several lines that nothing may touch. */
const BLOCKS: readonly ((...inner: [string, string, string]) => string)[] = [
  (a, b, c) => `“${a}\n“${b}\n“${c}”`,
  (a, b, c) => `「${a}\n${b}\n${c}」`,
  (a, b, c) => `“${a}\n\n一、${b}\n\n${c}”`,
  (a, b, c) => `\`\`\`\n${a}\n${b} \n${c}\n\`\`\``,
  (a, b, c) => `$$\n${a}\n${b}\n${c}\n$$`,
  () => '姓名,部门,成绩\n张明,一部,90\n𠮷强,二部,85',
  () => '姓名\t部门\t备注\n张明\t一部\t\n李强\t二部\t',
  () => '书名 | 数量\n--- | ---\n诗集,选本 | 3',
];
const block = fc
  .tuple(fc.constantFrom(...BLOCKS), faulty, faulty, faulty)
  .map(([make, ...inner]): Piece => {
    const text = make(...inner);
    return { text: /^[“「]/.test(text) ? `他说：${text}` : text, keeps: [text] };
  });

const opening = fc.constantFrom('', '一.', '（一）、', '1、', '①、', '　　', '\uFEFF');
const line = fc
  .tuple(opening, fc.array(sentence, { maxLength: 4 }), fc.constantFrom('', ' ', '　', '。'))
  .map(
    ([label, pieces, end]): Piece => ({
      text: `${label}${pieces.map(({ text }) => text).join('为了')}${end}`,
      keeps: pieces.flatMap(({ keeps }) => keeps),
    }),
  );

/** Faulty text with stretches planted in it that no bulk fix may touch; these in order, as they are to stay. */
export const planted = fc
  .tuple(
    fc.constantFrom('', '---\ntitle: 甲,乙\ntags: 提质,增效\n---\n'),
    fc.array(fc.oneof({ weight: 3, arbitrary: line }, block), { minLength: 1, maxLength: 8 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([front, pieces, eol]): Piece => {
    const typed = (text: string) => text.replaceAll('\n', eol);
    return {
      text: typed(front + pieces.map(({ text }) => text).join('\n\n')),
      keeps: [front, ...pieces.flatMap(({ keeps }) => keeps)].map(typed),
    };
  });

/** What no bulk fix may change of any text: all but marks and blanks, in order. */
export function lettersOf(text: string): string {
  return text.replace(/(?![%‰#*@&\\/_§])[\p{P}\p{Zs}\p{Cf}\t<>＜＞~～⋯]/gu, '');
}
