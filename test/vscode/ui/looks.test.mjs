// How both views look and are named in light, dark and high contrast, enlarged too; the pictures are for a person.
import assert from 'node:assert/strict';
import { openWorkbench } from '../ui-helpers.mjs';

const TEXT = [
  '区图书馆2024年工作总结',
  '',
  '　　2024年，区图书馆围绕读者服务，完成了各项任务。现将情况总结如下：',
  '一、主要工作',
  '　　（一）办好讲座𠮷日课堂。全年举办XX场次，X月XX日开班。',
  '　　（二）送书下乡。走访XX村的的读者。',
  '三、下一步工作打算',
  '　　继续做好服务。',
  '',
].join('\n');

/** The workbench's class for a theme, and the theme. */
const LOOKS = {
  light: { kind: 'vs', theme: 'Default Light Modern' },
  dark: { kind: 'vs-dark', theme: 'Default Dark Modern' },
  'high-contrast': { kind: 'hc-black', theme: 'Default High Contrast' },
  'high-contrast-light': { kind: 'hc-light', theme: 'Default High Contrast Light' },
  enlarged: { kind: 'vs', theme: 'Default Light Modern' },
};

describe('both views', () => {
  for (const [name, { kind, theme }] of Object.entries(LOOKS)) {
    it(`are complete and named: ${name}`, async () => {
      const bench = await openWorkbench([{ name: '工作总结.txt', content: TEXT }]);
      try {
        const { page } = bench;
        await bench.setting('workbench.colorTheme', theme);
        await page.locator(`.monaco-workbench.${kind}`).waitFor();
        // The badge lies over the icon, and may come at any time.
        const icon = page.locator('.activitybar a[aria-label^="工作总结"]').first();
        await icon.click({ force: true });
        const rows = page.locator('.customview-tree .monaco-list-row');
        await rows.filter({ hasText: '主要工作' }).first().waitFor();
        // Zoomed to 200 %, a window has half as many pixels either way.
        if (name === 'enlarged') await page.setViewportSize({ width: 640, height: 400 });
        await page.locator('.pane-header', { hasText: '待填内容' }).waitFor();
        for (const label of await rows.evaluateAll((all) => all.map((row) => row.ariaLabel))) {
          assert.ok(label !== null && /[\u4e00-\u9fff]/.test(label), `a row is named ${label}`);
          assert.doesNotMatch(label, /undefined|null|\$\(/);
        }
        const trees = await page
          .locator('.customview-tree [role="tree"]')
          .evaluateAll((all) => all.map((tree) => tree.ariaLabel));
        assert.ok(trees.length >= 1 && trees.every((label) => label), trees.join());
        // By keys alone: into the tree, down, and to the section in the text.
        await rows.first().focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await bench.screenshot(`views-${name}`);
      } finally {
        await bench.close();
      }
    });
  }
});
