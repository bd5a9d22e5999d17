/** As code actions, what VS Code has commands for: any editor with a menu of actions offers it then. */
import { type Localized, localize } from '../core/index.js';
import type { Position } from '../protocol/index.js';
import type { ActionContext, Offer } from './action-edits.js';
import { toCommand, toOffset } from './convert.js';
import type { Analysis } from './documents.js';
import { changeFor } from './features/writing.js';
import { FINAL_CHECK_COMMAND, FINAL_CHECK_KIND, REWRITE_KIND } from './names.js';

const TITLES = {
  newSibling: { zh: '新建同级标题', en: 'New heading at this level' },
  newChild: { zh: '新建下级标题', en: 'New heading one level down' },
  unifyLabels: { zh: '统一全文序号样式', en: 'Unify the labels of the whole document' },
  toMarkdownHeadings: {
    zh: '序号标题改为 Markdown 标题',
    en: 'Turn labelled headings into Markdown headings',
  },
  toPlainLabels: {
    zh: 'Markdown 标题改为序号标题',
    en: 'Turn Markdown headings into labelled headings',
  },
} satisfies Record<string, Localized>;

const FINAL_CHECK_TITLES = {
  on: { zh: '定稿检查：列出还没填、没改的地方', en: 'Final check: list what remains to be done' },
  off: { zh: '结束定稿检查', en: 'End the final check' },
} satisfies Record<string, Localized>;

/** What can be done at a position; `wants` tells which kinds the client asked for. */
export function writingActions(
  analysis: Analysis,
  position: Position,
  wants: (kind: string) => boolean,
  { isFinalCheckOn, locale }: ActionContext,
): Offer[] {
  const offset = toOffset(analysis.summary.lines, position);
  const offers: Offer[] = [];
  for (const action of Object.keys(TITLES) as (keyof typeof TITLES)[]) {
    const kind = `${REWRITE_KIND}.${action}`;
    if (!wants(kind) || changeFor(action, analysis, offset) === null) continue;
    const title = localize(TITLES[action], locale);
    offers.push({ action: { title, kind }, choice: { kind: 'writing', action, position } });
  }
  if (wants(FINAL_CHECK_KIND)) {
    const title = localize(FINAL_CHECK_TITLES[isFinalCheckOn ? 'off' : 'on'], locale);
    const command = toCommand(title, FINAL_CHECK_COMMAND, analysis.document.uri, !isFinalCheckOn);
    offers.push({ action: { title, kind: FINAL_CHECK_KIND, command } });
  }
  return offers;
}
