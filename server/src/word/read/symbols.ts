/** What the characters of symbol fonts look like, as characters of Unicode. */

const SYMBOL_FONTS: Readonly<Record<string, ReadonlyMap<number, string>>> = {
  wingdings: table({
    34: '✂',
    40: '☎✆✉',
    69: '☜☞☝☟',
    74: '☺',
    108: '●❍■□',
    113: '❑❒⬧◆◆❖',
    128: '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿',
    158: '·•',
    161: '○',
    164: '◉',
    167: '▪□',
    171: '★',
    216: '➢',
    223: '←→↑↓',
    232: '➔',
    239: '⇦⇨⇧⇩',
    251: '✗✓☒☑',
  }),
  'wingdings 2': table({
    79: '✗✓☒☑☒☒',
    105: '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿',
    151: '●',
    160: '■',
    163: '□',
  }),
  webdings: table({ 97: '✓', 99: '□', 103: '■', 110: '●', 114: '✗' }),
  symbol: table({
    32: ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼',
    161: 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪',
    241: '〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭',
  }),
};

function table(rows: Readonly<Record<number, string>>): ReadonlyMap<number, string> {
  const known = new Map<number, string>([[0x20, ' ']]);
  for (const [first, characters] of Object.entries(rows)) {
    for (const [index, character] of [...characters].entries()) {
      known.set(Number(first) + index, character);
    }
  }
  return known;
}

/** Written for a symbol that has no character in Unicode, or is unknown. */
export const UNKNOWN_SYMBOL = '〓';

/** True for fonts that show other characters than their codes mean. */
export const isSymbolFont = (font: string) =>
  Object.hasOwn(SYMBOL_FONTS, font.toLowerCase()) || /^(?:wingdings 3|marlett)$/i.test(font);

/** The character that a font of symbols shows for a code; null where no character is known for it. */
export function symbolOf(font: string, code: number): string | null {
  if (Number.isNaN(code)) return null;
  // Symbol fonts are also encoded in the private use area, from U+F000 on.
  const position = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (isSymbolFont(font)) {
    return position > 0xff
      ? String.fromCodePoint(position)
      : (SYMBOL_FONTS[font.toLowerCase()]?.get(position) ?? null);
  }
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  return isPrivate || code < 0x20 || code > 0xffff || (code >= 0xd800 && code < 0xe000)
    ? null
    : String.fromCharCode(code);
}

const SUPERSCRIPTS = pairs('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ');
const SUBSCRIPTS = pairs('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎');

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const characters = [...to];
  return new Map([...from].map((character, index) => [character, characters[index]!]));
}

/** A text in superscript or subscript characters of Unicode; null where one has no such form. */
export function raisedText(text: string, place: 'superscript' | 'subscript'): string | null {
  const known = place === 'superscript' ? SUPERSCRIPTS : SUBSCRIPTS;
  let raised = '';
  for (const character of text) {
    const form = /\s/.test(character) ? character : known.get(character);
    if (form === undefined) return null;
    raised += form;
  }
  return raised;
}
