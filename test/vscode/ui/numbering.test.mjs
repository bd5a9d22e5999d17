import { openWorkbench } from '../ui-helpers.mjs';

const NAME = '2024年项目工作总结.txt';

const DECIMAL = [
  '吉水软件公司研发部',
  '2024年项目工作总结',
  '',
  '1 交付情况',
  '1.1 版本𠮷',
  '全年发布12个版本，问题见2.1节。',
  '1.2 质量',
  '1.2.1 缺陷',
  '修复缺陷320个。',
  '1.2.2 性能',
  '页面打开用时减半。',
  '2 存在的问题',
  '2.1 测试',
  '自动化测试不足。',
  '2.2 文档',
  '接口文档更新不及时。',
  '',
].join('\n');

const OFFICIAL = DECIMAL.replace('1 交付情况', '一、交付情况')
  .replace('1.1 版本𠮷', '（一）版本𠮷')
  .replace('见2.1节', '见二（一）')
  .replace('1.2 质量', '（二）质量')
  .replace('1.2.1 缺陷', '1.缺陷')
  .replace('1.2.2 性能', '2.性能')
  .replace('2 存在的问题', '二、存在的问题')
  .replace('2.1 测试', '（一）测试')
  .replace('2.2 文档', '（二）文档');

describe('a document numbered 1, 1.1, 1.1.1', () => {
  let bench;
  before(async () => {
    bench = await openWorkbench([{ name: NAME, content: DECIMAL }]);
    await bench.page.locator('.activitybar [aria-label^="工作总结"]').first().click();
  });
  after(() => bench?.close());
  afterEach(async function () {
    if (this.currentTest.isFailed()) await bench.restore(NAME, DECIMAL);
  });

  const row = (text) =>
    bench.page.locator('.customview-tree .monaco-list-row').filter({ hasText: text }).first();
  const status = (text) => bench.page.locator('.statusbar-item', { hasText: text });

  it('is shown as an outline, its numbering in the status bar', async () => {
    for (const heading of ['1 交付情况', '1.1 版本𠮷', '1.2 质量', '2.2 文档']) {
      await row(heading).waitFor();
    }
    await status('1 1.1 1.1.1').waitFor();
    await bench.screenshot('numbering-decimal');
  });

  it('has every number and reference follow a section that is dragged, and one undo', async () => {
    await bench.dragRow(row('2 存在的问题'), row('1 交付情况'));
    await row('1 存在的问题').waitFor();
    await row('2.1 版本𠮷').waitFor();
    await bench.page.locator('.view-line', { hasText: '问题见1.1节' }).waitFor();
    await bench.page.locator('.view-line', { hasText: '2.2.1 缺陷' }).waitFor();
    await bench.screenshot('numbering-dragged');
    await bench.focusEditor();
    await bench.page.keyboard.press('Control+z');
    await bench.becomes(DECIMAL);
  });

  it('becomes 一、（一）1. by one command, and itself again by one undo', async () => {
    await status('1 1.1 1.1.1').click();
    const choice = bench.page.locator('.quick-input-list .monaco-list-row', {
      hasText: '一、 （一） 1.',
    });
    await choice.first().waitFor();
    await bench.screenshot('numbering-choices');
    await choice.first().click();
    await bench.becomes(OFFICIAL);
    await status('一、 （一） 1.').waitFor();
    await bench.screenshot('numbering-official');
    await bench.focusEditor();
    await bench.page.keyboard.press('Control+z');
    await bench.becomes(DECIMAL);
    await status('1 1.1 1.1.1').waitFor();
  });
});
