import type { TextEdit } from '../base/text.js';
import { type Label, styleOfForm, withNumber } from '../document/label.js';
import { WHOLE } from '../document/label-forms.js';
import { type ParsedSummary, walkSections } from '../document/model.js';

/**
 * Edits that write every label with the marks that its form has by the standard: 一、 （一） 1. （1） ①. Of 1.
 * and 1．, which are both right, the one more often used stays; in Markdown the former, which lists need.
 * Of 1.1 and 1.1. likewise. Numbers stay.
 */
export function unifyLabels({ sections, syntax }: ParsedSummary): TextEdit[] {
  const labelled = walkSections(sections).filter(({ label }) => label !== null);
  const count = (test: (label: Label) => boolean) =>
    labelled.filter(({ label }) => test(label!)).length;
  const points = (point: string) =>
    count(({ form, suffix }) => form === 'digit' && suffix === point);
  const point = syntax === 'plain' && points('．') > points('.') ? '．' : '.';
  const decimals = (suffix: string) =>
    count(({ outer, suffix: own }) => outer.length > 0 && own === suffix);
  const afterDecimals = decimals('.') > decimals('') ? '.' : '';
  return labelled.flatMap(({ label, labelSpan }) => {
    const { form, script, outer, number } = label!;
    const style = styleOfForm(form);
    const suffix = form === 'digit' ? point : outer.length > 0 ? afterDecimals : style.suffix;
    const isWhole = WHOLE.includes(script);
    const newText = withNumber(
      {
        script: isWhole || script === 'wide-digit' ? style.script : script,
        prefix: style.prefix,
        suffix,
      },
      number,
      outer,
    );
    return newText === label!.marker ? [] : [{ span: labelSpan, newText }];
  });
}
