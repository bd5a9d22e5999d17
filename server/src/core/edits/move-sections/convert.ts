/** From one numbering scheme to another: labels and references change, nothing else. */
import { formOf } from '../../document/label-forms.js';
import type { ParsedSummary } from '../../document/model.js';
import { formsInUse, type Scheme, styleIn } from '../../document/schemes.js';
import { Arrangement } from './arrange.js';
import { finish, type MoveResult } from './move.js';
import { REFUSALS } from './refusals.js';
import { SectionTree } from './tree.js';

/**
 * Writes the labels of each level as the scheme has them; numbers stay, references follow. Refused where
 * the scheme has fewer levels than the document, and where the new labels would be read otherwise.
 */
export function convertNumbering(summary: ParsedSummary, scheme: Scheme): MoveResult {
  const result = convert(summary, scheme);
  // 1 without a point is no label where no 1.1 stands below it.
  const isBare = scheme.levels[0] === 'bare-digit' && 'refusal' in result;
  if (!isBare) return result;
  return convert(summary, { ...scheme, levels: ['digit', ...scheme.levels.slice(1)] });
}

function convert(summary: ParsedSummary, scheme: Scheme): MoveResult {
  const { levels } = scheme;
  const used = formsInUse(summary.sections);
  if (used.length === 0) return { refusal: REFUSALS.noLabels };
  if (used.length > levels.length) return { refusal: REFUSALS.fewLevels };
  const tree = new SectionTree(summary);
  const nodes = [...tree.nodes()];
  for (const node of nodes) {
    const { label, hashes } = node.form;
    if (label === null) continue;
    const form = levels[used.indexOf(label.form)]!;
    if (form === label.form && scheme.styles === undefined) continue;
    const spacing = form === label.form ? label.spacing : formOf(form).gap;
    node.form = { hashes, label: { ...styleIn(scheme, form), spacing } };
  }
  return finish(new Arrangement(tree), []);
}
