import assert from 'node:assert/strict';
import { openWebWindow } from '../web-host.mjs';

const SUMMARY = [
  '区图书馆2024年工作总结',
  '',
  '　　2024年，区图书馆围绕读者服务，完成了各项任务。现将情况总结如下：',
  '一、主要工作',
  '　　全年认真布署讲座XX场次，𠮷日开班。',
  '三、存在的问题',
  '　　人手不足。',
  '',
].join('\r\n');

/** 区图书馆2024年工作总结 in GBK, with a sentence and a heading. */
const GBK =
  'x/jNvMrpud0yMDI0xOq5pNf319y94Q0KoaGhob3xxOrS1MC0o6zIq7ndt/7O8ci61tqjrLDsusO9stf5oaMNCtK7oaLW99KquaTX9w0K';

describe('the extension in a browser, with no machine behind it', () => {
  let bench;
  before(async () => {
    bench = await openWebWindow(
      {
        '/年/2024年工作总结.txt': SUMMARY,
        '/年/.work-summary.yaml': 'rules:\n  wrong-word: error\n',
        '/旧/旧总结.txt': { base64: GBK },
        '/去年/没打开.txt': '　　认真布署𠮷日工作。\r\n',
      },
      { file: '/年/2024年工作总结.txt' },
    );
  });
  after(() => bench?.close());

  it('runs in the web worker and recognises the summary of a virtual file system', async () => {
    await bench.page
      .locator('.statusbar-item', { hasText: /工作总结|Work Summary/ })
      .first()
      .waitFor();
    await bench.focusEditor();
    await bench.goToLine(5);
    await bench.page
      .locator('.breadcrumbs-control .monaco-breadcrumb-item', { hasText: '一、主要工作' })
      .waitFor();
  });

  it('colours placeholders and reports findings, at the level of the configuration beside the file', async () => {
    const { page } = bench;
    await bench.command('View: Toggle Problems');
    const row = page.locator('.markers-panel .monaco-list-row', { hasText: '布署' });
    await row.waitFor();

    await row.locator('.marker-icon.error').waitFor({ state: 'attached' });
    await page.locator('.markers-panel .monaco-list-row', { hasText: '序号' }).first().waitFor();
    await bench.screenshot('web');
  });

  it('fixes what is safe in one action, and one undo takes it back', async () => {
    const { page } = bench;
    await bench.focusEditor();
    await bench.command('Format Document');
    await page.locator('.view-line', { hasText: '二、存在的问题' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('.view-line', { hasText: '三、存在的问题' }).waitFor();
    assert.ok((await bench.text()).some((line) => line.includes('𠮷日开班')));
  });
  it('checks files of the same file system that are not open', async () => {
    const { page } = bench;
    await bench.command('Check the Whole Folder');
    await page.locator('.markers-panel .monaco-list-row', { hasText: '没打开.txt' }).waitFor();
  });

  it('has a garbled file reopened in its encoding by one click', async () => {
    const { page } = bench;
    const inFolder = (name) =>
      page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
    await inFolder(/^旧$/).click();
    await inFolder('旧总结.txt').dblclick();
    await page.locator('.statusbar-item', { hasText: /GBK/ }).click();
    await page.locator('.view-line', { hasText: '全馆服务群众' }).waitFor();
    await page.locator('.statusbar-item', { hasText: 'GB18030' }).waitFor();
    await page.keyboard.press('Control+w');
    await page.locator('.view-line', { hasText: '存在的问题' }).waitFor();
  });

  it('exports a Word file into the same file system', async () => {
    await bench.exportToWord('2024年工作总结.docx');
  });
});
