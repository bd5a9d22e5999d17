import { escapeHtml } from '#core';

/** A figure at its time. */
export interface Point {
  /** As it is read: 2026年上半年. */
  readonly label: string;
  /** In order of time; months since the year 0. */
  readonly at: number;
  readonly value: number;
}

const WIDTH = 640;
const HEIGHT = 240;
const LEFT = 72;
const BOTTOM = 36;
/** Half a name stands beyond the last point. */
const RIGHT = 76;
const TOP = 24;
/** More names than this below the line run into each other. */
const MAX_NAMES = 8;

/** One indicator over time as an SVG. It has no styles of its own: the page has them, light and dark. */
export function chartSvg(title: string, points: readonly Point[]): string {
  const ordered = [...points].sort((a, b) => a.at - b.at);
  const highest = Math.max(...ordered.map(({ value }) => value), 0) || 1;
  const step = ordered.length > 1 ? (WIDTH - LEFT - RIGHT) / (ordered.length - 1) : 0;
  const x = (index: number) => Math.round(LEFT + 16 + index * step);
  const y = (value: number) => Math.round(TOP + (1 - value / highest) * (HEIGHT - TOP - BOTTOM));
  const line = ordered.map(({ value }, index) => `${x(index)},${y(value)}`).join(' ');
  const nameStep = Math.ceil(ordered.length / MAX_NAMES);
  const marks = ordered.map(({ label, value }, index) => {
    const name =
      index % nameStep === 0
        ? `<text class="name" x="${x(index)}" y="${HEIGHT - 12}" text-anchor="middle">${escapeHtml(label)}</text>`
        : '';
    return `<circle cx="${x(index)}" cy="${y(value)}" r="4"><title>${escapeHtml(`${label}：${value}`)}</title></circle><text class="value" x="${x(index)}" y="${y(value) - 10}" text-anchor="middle">${value}</text>${name}`;
  });
  const axis = `<line x1="${LEFT}" y1="${y(0)}" x2="${WIDTH - 8}" y2="${y(0)}"/><text class="name" x="${LEFT - 8}" y="${y(highest) + 4}" text-anchor="end">${highest}</text><text class="name" x="${LEFT - 8}" y="${y(0) + 4}" text-anchor="end">0</text>`;
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(title)}">${axis}<polyline points="${line}"/>${marks.join('')}</svg>`;
}
