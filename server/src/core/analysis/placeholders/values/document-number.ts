/** Document numbers such as 〔2024〕12号. */
import { error, question, type ValueContext, type ValueProblem } from './problem.js';

export function checkDocumentNumber(typed: string, { text }: ValueContext): ValueProblem[] {
  const value = typed.normalize('NFC');
  const number = value.replace(/号$/, '');
  if (!/[〔［[(（【]/.test(text)) {
    // Only the number is masked, or the whole of it after a label.
    if (/[〔［[(（【]/.test(value)) return checkWholeNumber(typed);
    if (!/^\d{1,5}$/.test(number)) {
      return [
        error(
          'not-a-document-number',
          `“${typed}”不是文号，应是整数，如“12”。`,
          `“${typed}” is no document number; a whole number is expected.`,
        ),
      ];
    }
    return padded(number);
  }
  return checkWholeNumber(typed);
}

function checkWholeNumber(typed: string): ValueProblem[] {
  const match = /[〔［[(（【]\d{4}[〕］\])）】]第?(\d{1,5})号$/.exec(typed);
  if (match === null) {
    return [
      error(
        'not-a-document-number',
        `“${typed}”不是文号，应写成“〔2024〕12号”。`,
        `“${typed}” is no document number; write it like 〔2024〕12号.`,
      ),
    ];
  }
  if (!/〔\d{4}〕/.test(typed)) {
    return [
      question(
        'not-a-document-number',
        '文号的年份用六角括号“〔〕”。',
        'The year of a document number stands in 〔〕.',
      ),
    ];
  }
  return padded(match[1]!);
}

function padded(number: string): ValueProblem[] {
  return /^0/.test(number)
    ? [
        question(
          'zero-padded',
          '文号不编虚位，前面不加零。',
          'Document numbers take no leading zero.',
        ),
      ]
    : [];
}
