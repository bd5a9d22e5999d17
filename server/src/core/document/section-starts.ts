/** Which lines open sections. */
import { chooseLabels, type LabelledLine, levelsOf, orderForms } from './chosen-labels.js';
import { headingTitle } from './heading-title.js';
import type { Label } from './label.js';
import { formOf } from './label-forms.js';
import type { Syntax } from './model.js';
import type { LineFacts } from './parsed-line.js';

/** A line that opens a section. */
export interface Opening {
  readonly line: number;
  readonly hashes: number;
  readonly label: Label | null;
  readonly at: number;
}

/** The lines that open sections, in order, each with the label that it carries. */
export function findOpenings(
  lines: readonly LineFacts[],
  isLeftOut: (line: number) => boolean,
  syntax: Syntax,
): Opening[] {
  const labelled: LabelledLine[] = [];
  let place = 0;
  for (let line = 0; line < lines.length; line++) {
    const facts = lines[line]!;
    if (facts.blank) continue;
    place++;
    const { opening } = facts;
    if (opening === null || isLeftOut(line) || isRow(lines, line)) continue;
    const { hashes, candidates } = opening;
    const indent = facts.text.slice(0, facts.contentStart).replace('\uFEFF', '');
    labelled.push({ line, place, hashes, indent, candidates });
  }
  const openings = withoutLists(lines, labelled, chooseLabels(labelled), syntax);
  const levels = levelsOf(orderForms(openings));
  return openings.map((opening) => {
    const { label } = opening;
    const level = label === null ? undefined : levels.get(label.form);
    return label === null || level === label.level
      ? opening
      : { ...opening, label: { ...label, level: level! } };
  });
}

/** A heading of marks or a picture alone. */
function isEmpty(facts: LineFacts): boolean {
  const typed = facts.text.slice(facts.headingAfter(null).start, facts.contentEnd);
  return typed !== '' && /^[#\s]*$/.test(headingTitle(typed, facts.syntax));
}

/** Two lines with as many cells are rows of a table: what they begin with are no labels. */
function isRow(lines: readonly LineFacts[], line: number): boolean {
  const { tabs } = lines[line]!;
  return tabs > 1 && [lines[line - 1], lines[line + 1]].some((other) => other?.tabs === tabs);
}

/** Leaves out items of notices, and lists of Markdown under no label. */
function withoutLists(
  lines: readonly LineFacts[],
  labelled: readonly LabelledLine[],
  labels: readonly (Label | null)[],
  syntax: Syntax,
): Opening[] {
  const openings: Opening[] = [];
  let typedParent = false;
  // Number of the last section of the form 1.; what carries its number on is one too, written as list syntax or not.
  let counted = 0;
  // 附件：1.… goes on as 2.… in the next line: items of the notice, no sections. Null outside of a notice.
  let noticeItem: number | null = null;
  let next = 0;
  for (let line = 0; line < lines.length; line++) {
    const facts = lines[line]!;
    if (facts.blank) continue;
    const isLabelled = labelled[next]?.line === line;
    const label = isLabelled ? labels[next]! : null;
    const hashes = isLabelled ? labelled[next]!.hashes : 0;
    if (isLabelled) next++;
    const { notice } = facts;
    if (notice !== null) noticeItem = notice > 0 || facts.isBareNotice ? notice : null;
    else if (noticeItem !== null) {
      if (label?.form === 'digit' && label.number === noticeItem + 1) {
        noticeItem++;
        continue;
      }
      noticeItem = null;
    }
    if (label === null && (hashes === 0 || isEmpty(facts))) continue;
    if (hashes > 0) {
      typedParent = label !== null;
    } else if (syntax === 'markdown' && isListSyntax(facts, label!)) {
      const isIndented = /[ \t]/.test(facts.text[0] ?? '');
      const isNext = counted > 0 && label!.number === counted + 1;
      const goesOn = lines[line + 1]?.continuesList === true;
      if (isIndented || !typedParent || (goesOn && !isNext)) continue;
      typedParent = true;
    } else if (facts.ownLabel !== null) typedParent = true;
    if (hashes > 0 || isOutsideLists(label!)) counted = 0;
    else if (label!.form === 'digit') counted = label!.number;
    openings.push({ line, hashes, label, at: facts.opening!.at });
  }
  return openings;
}

/** `1. ` and `1) ` in Markdown are list syntax: a level of the outline only under a typed label. */
function isListSyntax({ text, opening }: LineFacts, { form, suffix, marker }: Label): boolean {
  const isList =
    (form === 'digit' && suffix === '.') || (form === 'digit-bracket' && suffix === ')');
  // **1. 工作** is a paragraph.
  const isBold = text[opening!.at - 1] === '*';
  return isList && !isBold && /[ \t]/.test(text[opening!.at + marker.length] ?? ' ');
}

const isOutsideLists = ({ form }: Label) => formOf(form).rank < formOf('digit').rank;
