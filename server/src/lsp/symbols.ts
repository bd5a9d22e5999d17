import type { Client } from './client.js';
import { toSymbols } from './convert.js';
import type { Analysis } from './documents.js';

/** True where the editor outlines and folds Markdown headings by itself. */
export const typedOnly = ({ summary }: Analysis, { markdownHeadingsShown }: Client): boolean =>
  markdownHeadingsShown && summary.syntax === 'markdown';

/** The outline as the editor shows it by itself. */
export const symbolsOf = (analysis: Analysis, client: Client) =>
  toSymbols(analysis.summary, typedOnly(analysis, client));
