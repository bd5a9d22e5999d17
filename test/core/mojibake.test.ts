import assert from 'node:assert/strict';
import { detectMojibake, isReadRightly } from '../../server/src/core/base/mojibake.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { lint } from '../../server/src/core/lint/linter.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { SUMMARIES } from '../helpers/fixtures.js';
import { gbkAsUtf8, utf8AsGbk } from '../helpers/misread.js';

const TEXT =
  '\uFEFF县图书馆2024年工作总结\r\n　　今年以来，全馆服务群众：𠮷日课堂办了XX期，走访、慰问X个村。\r\n一、存在的问题\r\n　　人手不足；经费（含专项）、车辆等没有到位。\r\n二、打算\r\n　　一是抓学习，二是抓服务，三是抓展览，四是抓宣传。\r\n';

/** A sentence in EUC-KR and one in EUC-JP: bytes that GB 18030 has characters for too. */
const KOREAN =
  'v8C0wyC/7LiuILrOvK20wiDB9rOtILTewMcgvve5q7imIMGkuK7Hz7DtILzVtNTAuyC4wsDMx8+/tMC4uOcgw6XAuyDBobDLx8+/tLTZLg==';
const JAPANESE =
  'uqPG/KTPv9698bTbpM67xbv2pPKk3qTIpOGhos3otdKk8rfepKihosvcpPKzzsenpLekxqGipLOk7KSrpOmkzrfXsuik8s6ppMak3qS3pL+how==';

describe('mojibake', () => {
  const RIGHT: Readonly<Record<string, string>> = {
    'a summary': TEXT,
    nothing: '',
    'a character that was lost': TEXT.replace('群众', '群\ufffd'),
    'a damaged stretch': TEXT.replace('群众', '\ufffd'.repeat(9)),
    'signs of it, quoted': `乱码有“锟斤拷”“${'\ufffd'.repeat(8)}”“锛屼粖”等。`,
    emoji: '🎉👨‍👩‍👧🇨🇳'.repeat(40),
    'an old Latin text read as UTF-8': 'caf\ufffd, tr\ufffds, d\ufffdj\ufffd; '.repeat(40),
    'English without anything else': 'All is well. '.repeat(40),
    'bytes of a program': `\u007fELF\0\0${'\ufffd'.repeat(200)}`,
    'a chemist’s report': `${'用锛刨平。'.repeat(3)}${TEXT}`,
    'lone surrogates': '\ud842\udfb7\ud842'.repeat(40),
  };
  for (const [what, text] of Object.entries(RIGHT)) {
    it(`is not found in ${what}`, () => assert.equal(detectMojibake(text), null));
  }

  it('is told by what was lost, or by the marks that came out', () => {
    assert.equal(detectMojibake(gbkAsUtf8(TEXT)), 'gb18030');
    assert.equal(detectMojibake(utf8AsGbk(TEXT)), 'utf-8');
  });

  it('is found, and put right, in Chinese with half-width marks or none', () => {
    for (const right of [TEXT.replace(/\p{P}/gu, ','), TEXT.replace(/\p{P}/gu, '')]) {
      assert.equal(detectMojibake(gbkAsUtf8(right)), 'gb18030');
      assert.ok(isReadRightly(right));
    }
  });

  it('is not put right by another wrong reading', () => {
    for (const bytes of [KOREAN, JAPANESE]) {
      const read = new TextDecoder('gb18030').decode(Buffer.from(bytes, 'base64'));
      assert.match(read, /\p{Script=Han}{2}/u);
      assert.ok(!isReadRightly(read), read);
    }
    for (const garbled of ['', gbkAsUtf8(TEXT), utf8AsGbk(TEXT)]) {
      assert.ok(!isReadRightly(garbled));
    }
  });

  it('silences all rules but the one that says so', () => {
    for (const garbled of [gbkAsUtf8(TEXT), utf8AsGbk(TEXT)]) {
      for (const syntax of ['plain', 'markdown'] as const) {
        const found = lint(parseSummary(`${garbled}的的，，`, syntax), { rules: RULES });
        assert.deepEqual(
          found.map(({ rule }) => rule),
          ['mojibake'],
        );
      }
    }
  });

  for (const { name, text } of SUMMARIES) {
    it(`is found in ${name} read wrongly, and not read rightly`, () => {
      assert.equal(detectMojibake(text), null);
      assert.equal(detectMojibake(gbkAsUtf8(text)), 'gb18030');
      assert.equal(detectMojibake(utf8AsGbk(text)), 'utf-8');
    });
  }
});
