/** All but the two spaces of writing; a line end is one. */
const HIDDEN =
  /\r\n?|\n|(?![ \u3000])(?:\p{C}|\p{Z}|\p{Variation_Selector}|\p{Default_Ignorable_Code_Point}|\u2800)/gu;

/**
 * A text as somebody has to see it before agreeing to it: characters that are invisible, or change the direction
 * of the text around them, are written as `<U+200B>`, a line end as ⏎.
 */
export function revealHidden(text: string): string {
  return text.replace(HIDDEN, (found) => {
    if (/[\r\n]/.test(found)) return '⏎';
    const code = found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return `<U+${code}>`;
  });
}
