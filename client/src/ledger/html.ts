import vscode = require('vscode');

import { escapeHtml, inSingular } from '#core';
import type { LedgerReport, LedgerRow } from '#server/report/ledger';

/** More rows make the page slow; the filter and the export see all of them. */
export const MAX_ROWS = 2000;

/** The ledger to read. Rows are told by their number. */
export function ledgerHtml({ figures, problems }: LedgerReport, notes: readonly string[]): string {
  const { t } = vscode.l10n;
  const shown = figures.slice(0, MAX_ROWS);
  const files = new Set(figures.map(({ file }) => file)).size;
  const notices = [
    inSingular(
      t(
        '{0} figures of {1} documents, {2} that do not agree.',
        figures.length,
        files,
        problems.length,
      ),
    ),
    ...(figures.length > MAX_ROWS ? [t('The first {0} are listed.', MAX_ROWS)] : []),
    ...notes,
  ];
  const list = problems.map(
    ({ file, line, message }) =>
      `<li tabindex="0" data-file="${escapeHtml(file)}" data-line="${line}">${escapeHtml(`${file}:${line} ${message}`)}</li>`,
  );
  const headers = [
    t('Indicator'),
    t('Value'),
    t('Unit'),
    t('Period'),
    t('Office'),
    t('Year before'),
    t('Change'),
    t('Place'),
  ];
  return `<p class="told">${notices.map(escapeHtml).join('<br>')}</p>
${list.length === 0 ? '' : `<ul class="problems">${list.join('')}</ul>`}
<table><thead><tr>${headers.map((header) => `<th>${escapeHtml(header)}</th>`).join('')}</tr></thead><tbody>${shown.map(rowHtml).join('')}</tbody></table>`;
}

/** What stays while figures are read again: what filters and exports them, a chart, and the place of the figures. */
export function ledgerFrame(): string {
  const { t } = vscode.l10n;
  return `<h1>${escapeHtml(t('Ledger'))}</h1>
<div class="bar"><input id="filter" type="search" placeholder="${escapeHtml(t('Filter'))}" aria-label="${escapeHtml(t('Filter'))}"><span id="count" aria-live="polite"></span><button data-export="csv">${escapeHtml(t('Export CSV'))}</button><button data-export="xlsx">${escapeHtml(t('Export XLSX'))}</button></div>
<div id="chart" hidden></div>
<div id="ledger"></div>`;
}

function rowHtml(row: LedgerRow, index: number): string {
  const { indicator, number, unit, period, office, before, change, percent, file, line } = row;
  const chart = vscode.l10n.t('Chart of “{0}”', indicator);
  const moved =
    change === null
      ? ''
      : `${change > 0 ? '+' : ''}${change}${percent === null ? '' : `（${percent > 0 ? '+' : ''}${percent}%）`}`;
  const kinds = [
    ...(row.plan ? [vscode.l10n.t('plan')] : []),
    ...(row.vague ? [vscode.l10n.t('about')] : []),
  ];
  const kind = kinds.length === 0 ? '' : ` <small>${escapeHtml(kinds.join(' '))}</small>`;
  const cells = [
    `<button class="link" data-chart="${index}" title="${escapeHtml(chart)}">${escapeHtml(indicator)}</button>${kind}`,
    escapeHtml(number),
    escapeHtml(unit),
    escapeHtml(period ?? ''),
    escapeHtml(office),
    before === null ? '' : String(before),
    escapeHtml(moved),
    `<button class="link" data-file="${escapeHtml(file)}" data-line="${line}">${escapeHtml(`${file}:${line}`)}</button>`,
  ];
  const classOf = (at: number) => (at === 1 || at === 5 || at === 6 ? ' class="number"' : '');
  return `<tr>${cells.map((cell, at) => `<td${classOf(at)}>${cell}</td>`).join('')}</tr>`;
}
