/** The frame, in whose order a new document is written, where a kind of document is chosen for it. */
import { Summary } from '../document/document.js';
import type { Syntax } from '../document/model.js';
import { subjectOf } from '../ledger/office.js';
import { periodOf } from '../ledger/period.js';
import { documentKinds } from '../phrases/document-kind.js';
import { type DocumentKind, KINDS } from '../phrases/model.js';
import { skeleton } from '../phrases/skeleton.js';
import { textOf } from '../phrases/tab-stops.js';
import type { MergeFrame, MergeSource } from './model.js';

/** The outer headings of a kind, with words to fill in where nothing comes. */
export function frameOfKind(
  kind: DocumentKind,
  sources: readonly MergeSource[],
  syntax: Syntax,
): MergeFrame {
  const period = wholePeriod(sources);
  const parts = skeleton({
    kind,
    detail: 'brief',
    syntax,
    style: 'mixed',
    ...(period !== null && { period }),
  });
  return { summary: Summary.parse(textOf(parts), syntax), source: null, isKind: true };
}

/** The kind that the new document most likely is of. */
export function likelyKind(sources: readonly MergeSource[]): DocumentKind {
  const periods = sources.map(({ summary, name }) => subjectOf(summary, name).period);
  const [first] = periods;
  const isOnePeriod = first != null && periods.every((each) => each?.text === first.text);
  if (isOnePeriod || sources.length === 0) {
    const counts = new Map<DocumentKind, number>();
    for (const { summary } of sources) {
      for (const kind of documentKinds(summary)) {
        const kindData = KINDS.find(({ id }) => id === kind);
        if (kindData?.textWords === undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      }
    }
    const [best] = [...counts].sort(([, a], [, b]) => b - a);
    if (best !== undefined) return best[0];
  }
  return 'annual';
}

/** The text of the period from the first to the last month of all sources; null where one of them names none. */
function wholePeriod(sources: readonly MergeSource[]): string | null {
  const periods = sources.map(({ summary, name }) => subjectOf(summary, name).period);
  if (periods.length === 0 || periods.some((period) => period === null)) return null;
  const from = Math.floor(Math.min(...periods.map((period) => period!.from)));
  const to = Math.floor(Math.max(...periods.map((period) => period!.to)));
  return periodOf(Math.floor(from / 12), (from % 12) + 1, Math.floor(to / 12), (to % 12) + 1).text;
}
