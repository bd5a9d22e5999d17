/** Every setting of the printed form, by its name in the editor, and what of the file it decides. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { readFormat } from '../../server/src/word/write/index.js';
import { exportDocx } from '../helpers/valid-word-files.js';
import { partOf, styleNamed } from './docx.js';

const TEXT = '2024年工作总结\n\n一、工作\n（一）讲座。办了12场。\n1.走访\n走访12个村。\n';
const SECTION = 'workSummary.export.';

const page = (docx: Uint8Array) => /<w:sectPr>.*/s.exec(partOf(docx, 'word/document.xml'))![0];
const defaults = (docx: Uint8Array) =>
  /<w:docDefaults>.*<\/w:docDefaults>/s.exec(partOf(docx, 'word/styles.xml'))![0];
const footer = (docx: Uint8Array) => partOf(docx, 'word/footer1.xml');
const style = (name: string) => (docx: Uint8Array) => styleNamed(docx, name);
const body = (docx: Uint8Array) => partOf(docx, 'word/document.xml');

/** Another value than the default, where it is to be seen, and what is there then and not before. */
const SETTINGS: Readonly<Record<string, [unknown, (docx: Uint8Array) => string, string]>> = {
  'workSummary.export.titleFont': ['华文中宋', style('Title'), 'w:eastAsia="华文中宋"'],
  'workSummary.export.heading1Font': ['等线', style('heading 1'), 'w:eastAsia="等线"'],
  'workSummary.export.heading2Font': ['楷体', style('heading 2'), 'w:eastAsia="楷体"'],
  'workSummary.export.bodyFont': ['仿宋', defaults, 'w:eastAsia="仿宋"'],
  'workSummary.export.latinFont': ['Arial', defaults, 'w:ascii="Arial"'],
  'workSummary.export.pageNumberFont': ['黑体', style('footer'), 'w:eastAsia="黑体"'],
  // Sizes are in half points, lengths in twentieths of a point.
  'workSummary.export.titleSize': [26, style('Title'), '<w:sz w:val="52"/>'],
  'workSummary.export.bodySize': [15, defaults, '<w:sz w:val="30"/>'],
  'workSummary.export.boldHeading3': [true, style('heading 3'), '<w:b/>'],
  'workSummary.export.marginTop': [25.4, page, 'w:top="1440"'],
  'workSummary.export.marginBottom': [25.4, page, 'w:bottom="1440"'],
  'workSummary.export.marginLeft': [25.4, page, 'w:left="1440"'],
  'workSummary.export.marginRight': [25.4, page, 'w:right="1440"'],
  'workSummary.export.linesPerPage': [24, page, 'w:linePitch="531"'],
  'workSummary.export.charactersPerLine': [26, style('Normal'), '<w:spacing w:val="20"/>'],
  'workSummary.export.pageNumber': ['center', footer, '<w:jc w:val="center"/>'],
  'workSummary.export.pageNumberForm': ['page', footer, '第 '],
  'workSummary.export.redHead': ['区图书馆文件', body, '区图书馆文件'],
  'workSummary.export.redHeadNumber': ['区图发〔2024〕5号', body, '区图发〔2024〕5号'],
  'workSummary.export.signer': ['陈某某', body, '签发人：'],
  'workSummary.export.copyTo': ['县委办公室', body, '抄送：县委办公室。'],
  'workSummary.export.issuer': ['县图书馆办公室', body, '县图书馆办公室'],
  'workSummary.export.issueDate': ['2024年12月6日', body, '2024年12月6日印发'],
  'workSummary.export.runInHeading': ['sentence', body, '<w:specVanish/>'],
};
/** Names a file, which the editor reads; see the tests in VS Code. */
const ELSEWHERE = ['workSummary.export.template'];

describe('the settings of the printed form', () => {
  const print = (format: object) => exportDocx(parseSummary(TEXT, 'plain'), readFormat(format), {});
  let usual: Uint8Array;
  before(async () => {
    usual = await print({});
  });

  it('are all shown here', () => {
    const manifest = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    );
    const { properties } = manifest.contributes.configuration;
    const declared = Object.keys(properties).filter((name) => name.startsWith(SECTION));
    assert.deepEqual([...Object.keys(SETTINGS), ...ELSEWHERE].sort(), declared.sort());
  });

  for (const [name, [value, where, expected]] of Object.entries(SETTINGS)) {
    it(`${name}: ${value}`, async () => {
      const key = name.slice(SECTION.length);
      // A number and a signer go with a head.
      const head = key === 'redHeadNumber' || key === 'signer' ? { redHead: '区图书馆文件' } : {};
      assert.ok(!where(usual).includes(expected), `the default has ${expected}`);
      const docx = await print({ ...head, [key]: value });
      assert.ok(where(docx).includes(expected), where(docx));
    });
  }

  it('are kept to what they may be', async () => {
    const wrong = { bodySize: 500, bodyFont: 7, pageNumber: 'above', marginTop: '25', other: 1 };
    assert.deepEqual(readFormat(wrong), readFormat({}));
  });
});
