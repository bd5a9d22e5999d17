/** Pages as HTML: words of the document are text in it and nothing else. */

import { gridOf, PAGE, type PrintFormat, redHeadSize } from '../settings/print-format.js';
import type { Run } from './blocks.js';
import { CELL_MARGIN, tableSizes } from './columns.js';
import { type Page, type PrintedItem, type PrintedLine, spacingOf } from './pages.js';

/** Where a picture is shown from; null shows its description alone. */
export type PictureAddress = (target: string) => string | null;

/** One page. `number` counts from 1. Its lines carry the lines of the source they came from. */
export function pageHtml(
  page: Page,
  number: number,
  format: PrintFormat,
  picture: PictureAddress,
): string {
  const items: string[] = [];
  let rows: string[] = [];
  const endTable = () => {
    if (rows.length > 0) items.push(`<table>${rows.join('')}</table>`);
    rows = [];
  };
  for (const item of page) {
    if (item.type === 'row') rows.push(rowHtml(item));
    else {
      endTable();
      items.push(itemHtml(item, picture));
    }
  }
  endTable();
  return `<div class="text">${items.join('')}</div>${pageNumberHtml(number, format)}`;
}

function itemHtml(item: Exclude<PrintedItem, { type: 'row' }>, picture: PictureAddress): string {
  const place = placeOf(item);
  switch (item.type) {
    case 'empty':
      return `<div class="h${item.height}"></div>`;
    case 'red-head':
    case 'red-rule':
      return `<div class="${item.type}">${escapeHtml(item.text)}</div>`;
    case 'picture': {
      const address = picture(item.target);
      const description = escapeHtml(item.description || item.target);
      const shown =
        address === null
          ? `<span>${description}</span>`
          : `<img src="${escapeHtml(address)}" alt="${description}">`;
      return `<div class="picture h${item.height}"${place}>${shown}</div>`;
    }
    case 'line':
      return lineHtml(item, place);
  }
}

function lineHtml(line: PrintedLine, place: string): string {
  const classes = ['line', line.font, line.alignment];
  if (line.left > 0) classes.push(`l${line.left}`);
  if (line.right > 0) classes.push(`r${Math.round(line.right)}`);
  return `<div class="${classes.join(' ')}"${place}>${runsHtml(line.runs, line.headingFont)}</div>`;
}

function rowHtml(row: Extract<PrintedItem, { type: 'row' }>): string {
  const tag = row.head ? 'th' : 'td';
  const cells = row.cells.map(
    ({ lines, alignment, width }) =>
      `<${tag} class="${alignment} w${width}">${lines.map((runs) => runsHtml(runs, 'body')).join('<br>')}</${tag}>`,
  );
  const size = String(row.size).replace('.', '-');
  return `<tr class="s${size} t${row.lines}"${placeOf(row)}>${cells.join('')}</tr>`;
}

function runsHtml(runs: readonly Run[], heading: string): string {
  return runs
    .map((run) => {
      let html = escapeHtml(run.text);
      if (run.note !== undefined) html = `<sup>${escapeHtml(run.note)}</sup>`;
      if (run.strike) html = `<s>${html}</s>`;
      if (run.italic) html = `<i>${html}</i>`;
      if (run.bold) html = `<b>${html}</b>`;
      if (run.link !== undefined) html = `<u>${html}</u>`;
      return run.heading ? `<span class="${heading}">${html}</span>` : html;
    })
    .join('');
}

const placeOf = ({ line, part }: PrintedItem) =>
  ` data-line="${line}" data-part="${part.toFixed(3)}"`;

function pageNumberHtml(number: number, { pageNumber, pageNumberForm }: PrintFormat): string {
  if (pageNumber === 'none') return '';
  const side = pageNumber === 'center' ? 'center' : number % 2 === 1 ? 'right' : 'left';
  const text = { dashes: `— ${number} —`, plain: `${number}`, page: `第 ${number} 页` }[
    pageNumberForm
  ];
  return `<div class="page-number ${side}">${text}</div>`;
}

export function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[mark]!,
  );
}

/** What to take for a font that is not installed; names in Chinese and in English. */
const SUBSTITUTES: Readonly<Record<string, readonly string[]>> = {
  仿宋: ['仿宋', 'FangSong', '仿宋_GB2312', 'FangSong_GB2312', 'STFangsong', '华文仿宋'],
  楷体: ['楷体', 'KaiTi', '楷体_GB2312', 'KaiTi_GB2312', 'STKaiti', 'Kaiti SC'],
  黑体: ['黑体', 'SimHei', 'STHeiti', 'Heiti SC', 'Microsoft YaHei', 'Noto Sans CJK SC'],
  小标宋: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', '宋体', 'SimSun'],
  宋体: ['宋体', 'SimSun', 'STSong', 'Songti SC'],
};

/** A CSS list of fonts. Names come from settings: no mark of theirs may end the string. */
function fontList(name: string): string {
  const family = Object.keys(SUBSTITUTES).find((known) => name.includes(known));
  const names = [name, ...(family === undefined ? [] : SUBSTITUTES[family]!), 'Noto Serif CJK SC'];
  return names.map((font) => `"${font.replace(/[^\p{L}\p{N} _.-]/gu, '')}"`).join(', ');
}

/** The style sheet of pages in this form. Goes before the surroundings' own. */
export function pageCss(format: PrintFormat): string {
  const grid = gridOf(format);
  const half = grid.character / 2;
  const digits = format.latinFont.replace(/[^\p{L}\p{N} _.-]/gu, '');
  const font = (name: string) => `"work-summary-latin", ${fontList(name)}, serif`;
  const rules = [
    // Digits and Latin letters alone: quotation marks and dashes keep the Chinese font.
    `@font-face { font-family: "work-summary-latin"; src: local("${digits}"); unicode-range: U+20-7E; }`,
    `.page { position: relative; box-sizing: border-box; width: ${PAGE.width}mm; height: ${PAGE.height}mm; overflow: hidden; background: #fff; color: #000; }`,
    `.text { position: absolute; top: ${format.marginTop}mm; left: ${format.marginLeft}mm; width: ${grid.width}pt; font: ${format.bodySize}pt/${grid.line}pt ${font(format.bodyFont)}; letter-spacing: ${spacingOf(format, grid)}pt; }`,
    `.line { height: ${grid.line}pt; white-space: pre; }`,
    '.justify { text-align: justify; text-align-last: justify; white-space: nowrap; }',
    '.center { text-align: center; } .right { text-align: right; } .left { text-align: left; }',
    `.title { font-family: ${font(format.titleFont)}; font-size: ${format.titleSize}pt; }`,
    `.heading1 { font-family: ${font(format.heading1Font)}; }`,
    `.heading2 { font-family: ${font(format.heading2Font)}; }`,
    format.boldHeading3 ? '.heading3 { font-weight: bold; }' : '',
    `.page-number { position: absolute; bottom: ${Math.max(0, format.marginBottom - 10)}mm; left: ${format.marginLeft}mm; width: ${grid.width}pt; box-sizing: border-box; padding: 0 14pt; font: 14pt/18pt ${fontList(format.pageNumberFont)}, serif; }`,
    `table { width: 100%; border-collapse: collapse; table-layout: fixed; letter-spacing: 0; }`,
    `th, td { border: 0.5pt solid #000; padding: 0 ${CELL_MARGIN}pt; overflow: hidden; }`,
    `.picture { display: flex; align-items: center; justify-content: center; } .picture img { max-width: 100%; max-height: 100%; } .picture span { padding: 0 1em; border: 0.5pt dashed #888; }`,
    `.red-head { height: ${grid.line * 5}pt; line-height: ${grid.line * 5}pt; text-align: center; color: #f00; white-space: nowrap; font-family: ${font(format.titleFont)}; font-size: ${redHeadSize(format)}pt; letter-spacing: 0; }`,
    `.red-rule { box-sizing: border-box; height: ${grid.line}pt; text-align: center; border-bottom: 2.25pt solid #f00; }`,
    'u { text-decoration-thickness: 0.5pt; }',
  ];
  for (let i = 1; i <= 60; i++) {
    rules.push(`.l${i} { padding-left: ${i * half}pt; } .r${i} { padding-right: ${i * half}pt; }`);
    rules.push(`.h${i} { height: ${i * grid.line}pt; }`);
  }
  for (const { size, line } of tableSizes(format.bodySize)) {
    const own = `.s${String(size).replace('.', '-')}`;
    rules.push(`${own} { font-size: ${size}pt; line-height: ${line}pt; }`);
    for (let i = 1; i <= 60; i++) rules.push(`${own}.t${i} { height: ${i * line}pt; }`);
  }
  for (let i = 1; i <= 100; i++) rules.push(`.w${i} { width: ${i}%; }`);
  return rules.filter((rule) => rule !== '').join('\n');
}

/** A whole document that a browser prints as it is; it holds no script. */
export function printableHtml(
  pages: readonly Page[],
  format: PrintFormat,
  title: string,
  picture: PictureAddress,
): string {
  const body = pages.map(
    (page, index) =>
      `<section class="page">${pageHtml(page, index + 1, format, picture)}</section>`,
  );
  return `<!DOCTYPE html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(title)}</title>
<style>
@page { size: A4; margin: 0; }
body { margin: 0; background: #888; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
${pageCss(format)}
@media screen { .page { margin: 12px auto; } }
@media print { body { background: none; } .page { break-after: page; } .page:last-child { break-after: auto; } }
</style>
${body.join('\n')}
</html>
`;
}
