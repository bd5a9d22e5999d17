/** Lines that are a date and no more. */

const DATE_LINE =
  /^(?:(?:[12]\d{3}|[二一][〇○零一二三四五六七八九]{3}|20[XxＸ×*]{2}|[XxＸ×]{2,4})[ \u3000]?年[ \u3000]?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[XxＸ×]{1,2})[ \u3000]?月(?:[ \u3000]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[XxＸ×]{1,2})[ \u3000]?日)?|20\d{2}([.\-/．])(?:0?[1-9]|1[0-2])\1(?:[0-2]?\d|3[01]))$/;

/** True for a date as documents are signed with. */
export const isSigningDate = (content: string): boolean => DATE_LINE.test(content);

/** True for a line that is a date and no more, also in brackets. */
export function isDateLine(content: string): boolean {
  const date = content.replace(/^[（(](.*)[）)]$/, '$1');
  return date.length <= 20 && (DATE_LINE.test(date) || /^\d{4}([-./])\d{1,2}\1\d{1,2}$/.test(date));
}
