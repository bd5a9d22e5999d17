/** Word files that somebody made to plant something: what is written are pictures, and what is read is text. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { strToU8, type ZippableFile } from 'fflate';
import { fileName, isPathBelow } from '../../server/src/core/base/file-names.js';
import { isInert } from '../../server/src/core/base/inert-markdown.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { LIMITS } from '../../server/src/reading/limits.js';
import { DEFAULT_FORMAT, importDocx } from '../../server/src/word/write/index.js';
import { runCli } from '../helpers/command-line.js';
import { drawing, PNG } from '../helpers/pictures.js';
import { exportDocx } from '../helpers/valid-word-files.js';
import { makeDocx, p } from './docx.js';

/** What an own file has beside its text; here with whatever is to be believed. */
const layoutPart = (value: unknown = { blocks: [], tail: '\n' }, syntax = 'markdown') =>
  strToU8(
    `<blanks xmlns="urn:work-summary:blanks" syntax="${syntax}">${JSON.stringify(value).replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`)}</blanks>`,
  );

interface Shown {
  /** What the drawing calls it. */
  readonly name?: string;
  readonly description?: string;
  readonly part?: string;
  readonly bytes?: Uint8Array;
}

/** A file with these pictures, which says of itself that it is one of ours. */
function docxWith(pictures: readonly Shown[], own = true): Uint8Array {
  const more: Record<string, ZippableFile> = own ? { 'customXml/item1.xml': layoutPart() } : {};
  for (const [index, { part, bytes = PNG }] of pictures.entries()) {
    more[`word/${part ?? `media/image${index + 1}.png`}`] = [
      bytes,
      { level: bytes.length > 1e6 ? 1 : 0 },
    ];
  }
  return makeDocx({
    body: pictures
      .map(({ name, description }, index) => drawing(`rIdP${index}`, name, description))
      .join(''),
    relationships: pictures.map(
      ({ part }, index) =>
        [`rIdP${index}`, 'image', part ?? `media/image${index + 1}.png`] as const,
    ),
    more,
  });
}

const pathsOf = async (docx: Uint8Array) =>
  (await importDocx(docx, { syntax: 'markdown', name: '报告.md' })).pictures.map(
    ({ path: at }) => at,
  );

const PLANTED = [
  '.vscode/tasks.json',
  '.vscode/settings.json',
  '.git/hooks/post-checkout',
  '.github/workflows/x.yml',
  '.work-summary.yaml',
  'package.json',
  'AGENTS.md',
  '.envrc',
  'desktop.ini',
  '图.lnk',
  'C:/x.png',
  'C:\\x.png',
  '/tmp/x.png',
  '../x.png',
  '图片/../../x.png',
  '%2e%2e/x.png',
  '图片%2f..%2f..%2fx.png',
  '图片\\..\\x.png',
  '.图/x.png',
  '图/.x.png',
  'a\u202egnp.exe',
  'a\u202egnp.png',
  'a\u2028b.png',
  'a\nb.png',
  'con.png',
  'nul/x.png',
  'a./x.png',
  'x.png ',
  '%',
  'x.svg',
  'x.png.exe',
  '其他总结.txt',
  'a/b/c/d/e/f/g/h/i/x.png',
  `${'长'.repeat(90)}.png`,
];

describe('the pictures of a Word file', () => {
  it('go into a folder of the text, whatever the file calls them', async () => {
    for (const own of [true, false]) {
      const paths = await pathsOf(
        docxWith(
          PLANTED.map((name) => ({ name })),
          own,
        ),
      );
      assert.equal(paths.length, PLANTED.length);
      for (const at of paths) assert.match(at, /^报告-图片\/image\d+\.png$/);
    }
  });

  it('keep the path that the writer typed where it is a clean one', async () => {
    const docx = docxWith(
      ['图/阅览室.png', './图/二.PNG', '图/a%20b.png', '𠮷.png'].map((name) => ({ name })),
    );
    const { text, pictures } = await importDocx(docx);
    assert.deepEqual(
      pictures.map(({ path: at }) => at),
      ['图/阅览室.png', '图/二.PNG', '图/a b.png', '𠮷.png'],
    );
    assert.match(text, /!\[\]\(\.\/图\/二\.PNG\)[\s\S]*!\[\]\(图\/a%20b\.png\)/);
  });

  it('are told by their bytes and get the extension of those', async () => {
    const jpg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
    const bmp = new Uint8Array(60);
    bmp.set([0x42, 0x4d], 0);
    bmp[14] = 40;
    const docx = docxWith([
      { name: '图/一.png', bytes: jpg },
      { name: '图/二.jpeg', bytes: jpg },
      { name: '图/三.gif', bytes: strToU8('GIF89a') },
      { name: '图/四.webp', bytes: strToU8('RIFF0000WEBP') },
      { name: '图/五.bmp', bytes: bmp },
      { name: '图/六.png', bytes: strToU8('MZ\x90') },
      { name: '图/七.png', bytes: strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>') },
      { name: '图/八.png', bytes: strToU8('BMW 的广告。') },
      { name: '图/九.png', bytes: new Uint8Array() },
    ]);
    const { text, pictures, notices } = await importDocx(docx, { name: '年.终.md' });
    assert.deepEqual(
      pictures.map(({ path: at }) => at),
      ['年.终-图片/image1.jpg', '图/二.jpeg', '图/三.gif', '图/四.webp', '图/五.bmp'],
    );
    assert.equal(text.match(/〔图：〕/g)?.length, 4);
    assert.match(notices.map(({ zh }) => zh).join(''), /4 处图片/);
  });

  it('have clean names also where the parts have none', async () => {
    const parts = [
      'media/.bashrc',
      'media/a\u202egnp.exe',
      'media/con',
      'media/',
      'media/A.png',
      'other/a.png',
    ];
    const paths = await pathsOf(
      docxWith(
        parts.map((part) => ({ part })),
        false,
      ),
    );
    assert.deepEqual(paths, [
      '报告-图片/image.png',
      '报告-图片/agnp.png',
      '报告-图片/con_.png',
      '报告-图片/image-2.png',
      '报告-图片/A.png',
      '报告-图片/a-2.png',
    ]);
    for (const [name, folder] of [
      ['../../.ssh/x.md', 'x-图片'],
      ['.md', '文稿-图片'],
      ['', '文稿-图片'],
      ['con.md', 'con_-图片'],
      ['甲(1)%.md', '甲(1)%-图片'],
    ] as const) {
      const { text, pictures } = await importDocx(docxWith([{}], false), { name });
      assert.equal(pictures[0]!.path, `${folder}/image1.png`);
      assert.ok(isInert(text));
      const [, target] = /\]\((.*)\)/.exec(text)!;
      assert.equal(decodeURIComponent(target!), pictures[0]!.path);
    }
  });

  it('are written by the command line there and nowhere else, and never over another', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'planting-'));
    try {
      writeFileSync(path.join(folder, 'e.docx'), docxWith(PLANTED.map((name) => ({ name }))));
      const { code } = await runCli(['import', 'e.docx', '-o', '报告.md'], { cwd: folder });
      assert.equal(code, 0);
      assert.deepEqual(readdirSync(folder).sort(), ['e.docx', '报告-图片', '报告.md']);
      assert.equal(readdirSync(path.join(folder, '报告-图片')).length, PLANTED.length);
      assert.ok(!existsSync(path.join(folder, '..', 'x.png')));
      for (const name of readdirSync(path.join(folder, '报告-图片'))) {
        assert.deepEqual(readFileSync(path.join(folder, '报告-图片', name)), PNG);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('are read in one pass, and no more than anybody sends', async () => {
    const docx = docxWith(
      Array.from({ length: 4000 }, () => ({})),
      false,
    );
    const { text, pictures, notices } = await importDocx(docx, { syntax: 'markdown' });
    assert.equal(pictures.length, LIMITS.pictures);
    assert.match(notices[0]!.zh, /超过 500 张，其余 3500 处/);
    assert.equal(text.match(/!\[/g)?.length, LIMITS.pictures);
    assert.equal(text.match(/〔图：〕/g)?.length, 3500);
  });

  it('that are too large together stay out', async () => {
    const large = Buffer.concat([PNG, Buffer.alloc(3_900_000)]);
    const { pictures, notices } = await importDocx(
      docxWith(
        Array.from({ length: 30 }, () => ({ bytes: large })),
        false,
      ),
    );
    assert.equal(pictures.length, Math.floor(LIMITS.picturesBytes / large.length));
    assert.match(notices[0]!.zh, /太大/);
  });

  it('make one file when a part is shown a hundred thousand times', async () => {
    const docx = makeDocx({
      body: Array.from({ length: 20_000 }, () => drawing('rIdP')).join(''),
      relationships: [['rIdP', 'image', 'media/a.png']],
      more: { 'word/media/a.png': PNG },
    });
    assert.equal((await importDocx(docx)).pictures.length, 1);
  });
});

describe('names of files', () => {
  it('keep what a person would type', () => {
    for (const name of ['2024年总结', '甲（1）', 'a b.c', '-rf', '$(x)', '𠮷', "it's"]) {
      assert.equal(fileName(name), name);
    }
    assert.equal(fileName(' .. '), '');
    assert.equal(fileName('a\ud842b'), 'a_b');
    assert.equal(fileName('COM1.txt'), 'COM1_.txt');
    assert.equal(fileName('a\u202etxt.exe'), 'atxt.exe');
    assert.equal(fileName('a\u2028b\u2066'), 'a_b');
  });

  it('are fit for every file system, whatever they were', () => {
    const pieces = fc.constantFrom(
      '.',
      '..',
      '/',
      '\\',
      'con',
      'nul.',
      ':',
      '\u202e',
      '\ud83d',
      '😀',
      ' ',
      '\0',
      '年',
      'a',
    );
    const names = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(names, (parts) => {
        const name = fileName(parts.join(''));
        assert.equal(fileName(name), name);
        assert.ok(name.length <= 82 && Buffer.byteLength(name) < 250);
        assert.doesNotMatch(name, /^[.\s]|[.\s]$|[\\/:*?"<>|]|\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}/u);
        assert.equal(isPathBelow(name), name !== '');
      }),
      { numRuns: 500 },
    );
  });
});

describe('the text of a Word file', () => {
  const TRICKS = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<!-- 藏起来 -->',
    '<https://example.org/>',
    '![看](https://example.org/beacon.png)',
    '[点](command:workbench.action.terminal.new)',
    '[a[b]](javascript:alert(1))',
    '[一]: https://example.org/',
    '![一][1]',
    '``` ',
    '\\![看](https://example.org/b.png)',
    '\\\\<b onclick=x>',
    '`<b onclick=x>`',
    '&lt;script&gt;',
  ];

  it('becomes Markdown that does nothing, and says the same', async () => {
    const xml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    for (const style of ['', '<w:pStyle w:val="a3"/>', '<w:pStyle w:val="c"/>']) {
      const styles =
        '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="c"><w:name w:val="Plain Text"/></w:style>';
      for (const trick of TRICKS) {
        const { text } = await importDocx(makeDocx({ styles, body: p(xml(trick), style) }), {
          syntax: 'markdown',
        });
        if (style.includes('"c"')) assert.match(text, /^(`{3,})\n[\s\S]*\n\1\n$/);
        else {
          assert.ok(isInert(text), text);
          assert.doesNotMatch(text.replace(/\\./g, '_'), /<[a-z!/]|\]\(|\]:|`/i, text);
          // Read back, it is what stood in Word.
          const again = await exportDocx(parseSummary(text, 'markdown'), DEFAULT_FORMAT);
          const plain = await importDocx(again, { syntax: 'plain' });
          assert.equal(plain.text.trim().replace(/^[#\s　]+/, ''), trick.trim());
        }
      }
    }
  });

  it('has descriptions and targets that end where they should', async () => {
    const description = '](x)<img src=x onerror=alert(1)> ![a](http://example.org/)\n\\`!';
    const docx = docxWith([{ description, name: '图片 1' }], false);
    const { text } = await importDocx(docx, { name: '甲 (1).md' });
    assert.equal(
      text,
      '![\\](x)\\<img src=x onerror=alert(1)> \\!\\[a\\](http://example.org/) \\\\\\`\\!](甲%20%281%29-图片/image1.png)\n',
    );
    assert.ok(isInert(text));
  });

  it('keeps links of the web, of mail and of the document, and no others', async () => {
    const targets = [
      'https://example.org/a(b) c?d=<e>',
      'HTTP://example.org/',
      'mailto:a@example.org',
      '#一',
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'command:x',
      'vscode://x',
      'file:///etc/passwd',
      'data:text/html,x',
      '//example.org/',
      '\\\\example.org\\x',
      'a.md',
    ];
    const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
    const { text } = await importDocx(
      makeDocx({
        relationships: targets.map((target, index) => [
          `l${index}`,
          'hyperlink',
          escaped(target),
          true,
        ]),
        body: targets
          .map(
            (_, index) =>
              `<w:p><w:hyperlink r:id="l${index}"><w:r><w:t>字${index}]</w:t></w:r></w:hyperlink></w:p>`,
          )
          .join(''),
      }),
      { syntax: 'markdown' },
    );
    assert.deepEqual(text.trim().split('\n\n'), [
      '[字0\\]](https://example.org/a%28b%29%20c?d=%3Ce%3E)',
      '[字1\\]](HTTP://example.org/)',
      '[字2\\]](mailto:a@example.org)',
      '[字3\\]](#一)',
      ...targets.slice(4).map((_, index) => `字${index + 4}]`),
    ]);
  });

  it('is not brought to life by a layout that the file says it had', async () => {
    const trick = '<img src=x onerror=alert(1)>';
    const body = p(trick.replace(/</g, '&lt;')) + p('[点](command:x)');
    const gaps = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [index, '']));
    const texts = ['<imgsrc=xonerror=alert(1)', '[点](commandx)'];
    const { fingerprint } = await import('../../server/src/core/print/source-whitespace.js');
    const layouts: unknown[] = [
      { blocks: texts.map((text) => [fingerprint(text), gaps]), tail: '\n' },
      { blocks: [[fingerprint(texts[0]!), { 0: '![](http://example.org/x.png)' }]], tail: '\n' },
      { blocks: [], tail: '<script>alert(1)</script>' },
      { blocks: [['__proto__', { 0: 'x' }]], tail: '\n' },
      { blocks: { length: 1e9 }, tail: '\n' },
      [],
    ];
    for (const layout of layouts) {
      const { text } = await importDocx(
        makeDocx({ body, more: { 'customXml/item1.xml': layoutPart(layout) } }),
        { syntax: 'markdown' },
      );
      assert.ok(isInert(text), text);
      assert.doesNotMatch(text, /script|example/);
    }
  });

  it('is judged as a reader of Markdown would read it', () => {
    for (const markdown of [
      '<b onclick=x>',
      '<!DOCTYPE a>',
      '<?a?>',
      '</p >',
      '<javascript:alert(1)>',
      '[a](javascript:x)',
      '[a](b.md)',
      '![a](https://example.org/b)',
      '![a](//example.org/b)',
      '![a](\\\\example.org\\b)',
      '![a `[` ](https://example.org/b)',
      '![a [b](c.png)](https://example.org/b)',
      '![a ![b](c.png)](https://example.org/b)',
      '![a](b.png)![a[](https://example.org/b)',
      '> 1. [a]: b',
      '甲\n[a]: b',
    ]) {
      assert.ok(!isInert(markdown), markdown);
    }
    for (const markdown of [
      '甲<br>乙<u>丙</u>，a < b，a<3，<https://example.org/>',
      '![甲](图/一.png)和[乙](https://example.org/)',
      '![甲\\]](图/一.png)',
      '\\<b onclick=x>，\\![a\\](b)',
      '![甲 [注1] 未完',
      '甲[1]: 乙',
    ]) {
      assert.ok(isInert(markdown), markdown);
    }
  });

  it('whatever it is: inert', async () => {
    const piece = fc.constantFrom(
      '<',
      'b',
      '>',
      '[',
      ']',
      '(',
      ')',
      '!',
      ':',
      '`',
      '\\',
      '*',
      '/',
      ' ',
      'http://a',
      'javascript:',
      '|',
      '#',
      '\n',
      '-->',
      '字',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), fc.boolean(), async (parts, bold) => {
        const text = parts
          .join('')
          .replace(/&/g, '&amp;')
          .replace(/</g, '&lt;')
          .replace(/\n/g, '</w:t><w:br/><w:t>');
        const docx = makeDocx({ body: p(text, '', bold ? '<w:b/>' : '') });
        const { text: markdown } = await importDocx(docx, { syntax: 'markdown' });
        assert.ok(isInert(markdown), markdown);
      }),
      { numRuns: 200 },
    );
  });
});
