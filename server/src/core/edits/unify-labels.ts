import type { TextEdit } from '../base/text.js';
import { withNumber } from '../document/label.js';
import { type ParsedSummary, walkSections } from '../document/model.js';
import { standardMarks } from './heading-style.js';

/**
 * Edits that give every label the style of the standard: 一、 （一） 1. （1） ①. Of 1. and 1．, which are
 * both right, the one more often used stays; in Markdown the former, which lists need. Numbers stay.
 */
export function unifyLabels({ sections, syntax }: ParsedSummary): TextEdit[] {
  const labelled = walkSections(sections).filter(({ label }) => label !== null);
  const count = (point: string) =>
    labelled.filter(({ label }) => label!.level === 3 && label!.suffix === point).length;
  const point = syntax === 'plain' && count('．') > count('.') ? '．' : '.';
  return labelled.flatMap(({ label, labelSpan }) => {
    const marks = standardMarks(label!.level);
    const suffix = label!.level === 3 ? point : marks.suffix;
    const newText = withNumber({ ...label!, prefix: marks.prefix, suffix }, label!.number);
    return newText === label!.marker ? [] : [{ span: labelSpan, newText }];
  });
}
