import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chineseQuotes, cleanCopy } from '../../server/src/core/paste/clean.js';
import { hasAutomaticNumbers, htmlToText } from '../../server/src/core/paste/html.js';

/** What Word puts on the clipboard for a numbered paragraph. */
const word = (number: string, text: string) =>
  `<p class=MsoListParagraph style='text-indent:-36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span\nstyle='mso-bidi-font-family:宋体'><span style='mso-list:Ignore'>${number}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;

describe('pasting from Word', () => {
  it('gives automatic numbers back as typed labels', () => {
    const html = `<html xmlns:o="x"><head><style><!-- @list l0:level1 {mso-level-text:"%1、"} --></style></head><body><!--StartFragment-->
<p class=MsoNormal align=center><b>𠮷县图书馆工作总结</b></p>
${word('一、', '主要工作')}
<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'>全年举办讲座<span
lang=EN-US>12</span>场次，开展&quot;书香&quot;活动，
参加人员覆盖全县。</p>
${word('（一）', '抓好阅读推广')}
${word('二、', '存在的问题')}
<!--EndFragment--></body></html>`;
    assert.ok(hasAutomaticNumbers(html));
    assert.equal(
      htmlToText(html, 'plain'),
      [
        '𠮷县图书馆工作总结',
        '一、主要工作',
        '　　全年举办讲座12场次，开展“书香”活动，参加人员覆盖全县。',
        '（一）抓好阅读推广',
        '二、存在的问题',
      ].join('\n'),
    );
    assert.match(htmlToText(html, 'markdown'), /^𠮷县图书馆工作总结\n\n一、主要工作\n\n全年/);
  });

  it('counts the lists of WPS and of web pages', () => {
    const html =
      '<ol style="list-style-type: cjk-ideographic" start="2"><li>主要工作<ol><li>办班</li><li value="4">送书</li></ol></li><li><p>问题</p></li></ol><ul><li>附记</li></ul>';
    assert.equal(
      htmlToText(html, 'plain'),
      ['二、主要工作', '（1）办班', '（4）送书', '三、问题', '附记'].join('\n'),
    );
    assert.equal(htmlToText('<ol><li>办班<li>送书</ol>', 'plain'), '1.办班\n2.送书');
  });

  it('keeps what is text: tables by tabs, breaks, entities, blanks of names', () => {
    assert.equal(
      htmlToText(
        '<table><tr><td>讲座</td><td>12</td></tr><tr><td>书展</td><td>3</td></tr></table>',
        'plain',
      ),
      '讲座\t12\n书展\t3',
    );
    assert.equal(
      htmlToText('王　芳&#65292;1 &lt; 2<br>AI system<script>x()</script>&unknown;', 'plain'),
      '王　芳，1 < 2\nAI system&unknown;',
    );
  });

  it('reads broken markup to its end', () => {
    assert.equal(htmlToText('<p>一<b>二</p><div>三 < 四', 'plain'), '一二\n三 < 四');
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<p>',
            '</p>',
            '<ol>',
            '<li>',
            '</ol>',
            '<',
            '>',
            '<!--',
            '-->',
            '文',
            '𠮷',
            '&#x110000;',
            '&amp',
            "<p style='",
            '"',
            '\r\n',
            '<br/>',
            '<style>',
            '<![if x]>',
          ),
        ),
        fc.constantFrom('plain' as const, 'markdown' as const),
        (pieces, syntax) => {
          htmlToText(pieces.join(''), syntax);
        },
      ),
    );
  });
});

describe('cleaning a copy', () => {
  it('joins the lines of a PDF and drops blanks between characters', () => {
    const pdf = [
      '一 、 主 要 工 作',
      '全年举办讲座 12 场次，参加人员覆盖全县各个乡镇和街道，',
      '读者满意度比上年提高 3 个百分点，送书下乡活动受到了广',
      '泛欢迎。',
      '（一）抓好阅读推广。举办AI reading club',
      'sessions两期。',
    ].join('\r\n');
    assert.equal(
      cleanCopy(pdf),
      [
        '一、主要工作',
        '全年举办讲座12场次，参加人员覆盖全县各个乡镇和街道，读者满意度比上年提高3个百分点，送书下乡活动受到了广泛欢迎。',
        '（一）抓好阅读推广。举办AI reading club sessions两期。',
      ].join('\n'),
    );
  });

  it('keeps paragraphs that are paragraphs, their indents and rarer characters', () => {
    const text = '　　𠮷县图书馆举办讲座十二场次。\n　　送书下乡三次。\n2026年7月5日';
    assert.equal(cleanCopy(text), text);
    assert.equal(cleanCopy(''), '');
  });

  it('loses and reorders no visible character', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '办班',
            '，',
            '。',
            ' ',
            '\n',
            '\r\n',
            '　',
            '一、',
            'AI',
            '12',
            '𠮷',
            '\u00a0',
            '-',
          ),
        ),
        (pieces) => {
          const visible = (text: string) => text.replace(/[\s\u3000\u00a0]/g, '');
          assert.equal(visible(cleanCopy(pieces.join(''))), visible(pieces.join('')));
        },
      ),
    );
  });

  it('makes straight quotes Chinese ones, in pairs and round Chinese only', () => {
    assert.equal(chineseQuotes('开展"五学"和\'三问\'活动'), '开展“五学”和‘三问’活动');
    for (const same of ['屏幕32"，身高5\'10"', 'name="中"', 'say "hello"', '他说"一半', "don't"]) {
      assert.equal(chineseQuotes(same), same);
    }
  });
});
