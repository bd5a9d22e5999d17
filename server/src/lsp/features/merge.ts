import {
  type DocumentKind,
  frameOfKind,
  KINDS,
  likelyKind,
  localize,
  type MergeFrame,
  type MergeSource,
  originsOf,
  parseSummary,
  planMerge,
  recognise,
  type Syntax,
  writeMerge,
} from '../../core/index.js';
import { toBase64 } from '../../encoding/base64.js';
import {
  FIGURES,
  LEDGER_TABLE,
  MERGE,
  type MergeParams,
  type SourceText,
} from '../../protocol/index.js';
import { ledgerTable, reportLedger } from '../../report/ledger.js';
import { reportMerge } from '../../report/merge.js';
import { writeCsv } from '../../tables/csv.js';
import { writeXlsx } from '../../tables/write-xlsx.js';
import { toFigures } from '../convert.js';
import type { Feature } from '../session.js';

/** Figures of many documents, and one document from many. */
export const merge: Feature = {
  register({ messages, client: { locale } }) {
    messages.onRequest(FIGURES, ({ files }) => ({
      files: files.map((file) => ({
        isSummary: isSummary(file),
        figures: toFigures(parse(file), file.name),
      })),
    }));

    messages.onRequest(LEDGER_TABLE, ({ files, format }) => {
      const rows = ledgerTable(reportLedger(files, locale).figures, locale);
      const name = localize({ zh: '台账', en: 'Ledger' }, locale);
      const bytes =
        format === 'xlsx'
          ? writeXlsx(rows, name)
          : new TextEncoder().encode(writeCsv(rows, { escapeFormulae: true }));
      return { data: toBase64(bytes) };
    });

    messages.onRequest(MERGE, (params) => {
      const leftOut: { source: number; why: 'same' | 'other' }[] = [];
      const used = usedOf(params, leftOut);
      const sources = used.map((index): MergeSource => {
        const source = params.sources[index]!;
        return { name: source.name, summary: parse(source) };
      });
      const target: Syntax = params.markdown ? 'markdown' : 'plain';
      const plan = planMerge(
        sources,
        frameOf(params, used, sources, target),
        params.choices,
        target,
      );
      const document = writeMerge(plan, target);
      const texts = new Map(sources.map(({ name, summary }) => [name, summary.text]));
      const ordered = plan.sources.map(({ name }) => ({ name, text: texts.get(name)! }));
      return {
        plan: reportMerge(plan),
        leftOut,
        text: document.text,
        openReferences: document.references.filter(({ written }) => written === null),
        origins: originsOf(document, ordered),
      };
    });
  },
};

const parse = ({ text, markdown }: SourceText) =>
  parseSummary(text, markdown ? 'markdown' : 'plain');

const isSummary = ({ name, text }: SourceText) =>
  recognise(name.replace(/^.*[\\/]/, ''), text).isSummary;

/** Indices of the sources that are summaries, none of them twice. */
function usedOf(
  { sources }: MergeParams,
  leftOut: { source: number; why: 'same' | 'other' }[],
): number[] {
  const seen = new Set<string>();
  return sources.flatMap((source, index) => {
    const why = seen.has(source.text) ? 'same' : isSummary(source) ? null : 'other';
    seen.add(source.text);
    if (why === null) return [index];
    leftOut.push({ source: index, why });
    return [];
  });
}

function frameOf(
  { frame }: MergeParams,
  used: readonly number[],
  sources: readonly MergeSource[],
  target: Syntax,
): MergeFrame {
  if (typeof frame === 'number') {
    const source = used.indexOf(frame);
    if (source >= 0) return { summary: sources[source]!.summary, source, isKind: false };
  } else if (frame !== null && typeof frame !== 'string') {
    return { summary: parse(frame), source: null, isKind: false };
  }
  const kind = KINDS.find(({ id }) => id === frame)?.id as DocumentKind | undefined;
  return frameOfKind(kind ?? likelyKind(sources), sources, target);
}
