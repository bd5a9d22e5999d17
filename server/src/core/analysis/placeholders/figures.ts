/** Reading figures as people type them into a summary: 1,200、12.5、３万、三百二十、20余、3—5. */

export interface Figure {
  /** The larger end of a range. */
  readonly value: number;
  /** Digits after the decimal point as typed. */
  readonly decimals: number;
  /** 20余, 近百, 几十, 3—5: not an exact figure. */
  readonly approximate: boolean;
  /** 万, 亿 and the like that were typed with the figure. */
  readonly scale: string;
}

const HAN_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SCALES: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 1e4,
  亿: 1e8,
};

/** Value of a Chinese numeral such as 三百二十 or 一万二, or of digits read one by one (二〇二四); else null. */
export function parseHanFigure(text: string): number | null {
  if (text === '') return null;
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) {
    return Number([...text].map((char) => HAN_DIGITS[char]).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const char of text) {
    const value = HAN_DIGITS[char];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      continue;
    }
    const scale = SCALES[char];
    if (scale === undefined) return null;
    if (scale < 1e4) {
      if (digit === null && scale !== 10) return null;
      section += (digit ?? 1) * scale;
    } else {
      if (digit === null && section === 0 && total === 0) return null;
      const below = section + (digit ?? 0);
      // 一亿二千万 adds up, 一万亿 multiplies.
      total = total > scale && below > 0 ? total + below * scale : (total + below) * scale;
      section = 0;
    }
    digit = null;
  }
  return total + section + (digit ?? 0);
}

/** The value of 万, 十万, 亿 …; 1 for nothing. */
export function scaleOf(scale: string): number {
  return [...scale].reduce((product, char) => product * (SCALES[char] ?? 1), 1);
}

const RANGE = /^(.+?)(?:[—–~～至到]|——|-(?=\d))(.+)$/;
const APPROXIMATE = /^(?:(?:约|近|大约|超过?|逾|不到|不少于|达)+|)(.*?)(?:余|多|左右|以上)*$/;
const VAGUE = /^(?:若干|数?[十百千万亿]+|[几数][十百千万亿]*|十几|几十几?)$/;

/** Nothing longer is a figure; patterns and ranges of ranges stay cheap below it. UTF-16 units. */
const LONGEST_FIGURE = 60;

/** A figure as typed; null when it is none. Full-width digits and thousands separators are read too. */
export function parseFigure(typed: string): Figure | null {
  if (typed.length > LONGEST_FIGURE) return null;
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  const range = RANGE.exec(text);
  if (range !== null) {
    const [low, high] = [parseFigure(range[1]!), parseFigure(range[2]!)];
    return low === null || high === null ? null : { ...high, approximate: true };
  }
  const bare = APPROXIMATE.exec(text)?.[1] ?? text;
  // 20余万: the approximation stands before the scale.
  const inner = bare.replace(/[余多](?=[十百千万亿]+$)/, '');
  const approximate = bare !== text || inner !== bare;
  const western =
    /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,17})(?:\.(\d{1,8}))?(百|千|万|亿|百万|千万|万亿)?$/.exec(
      inner,
    );
  if (western !== null) {
    const [, sign, digits, fraction = '', scale = ''] = western;
    const value = Number(`${sign}${digits!.replaceAll(',', '')}.${fraction || '0'}`);
    return {
      value: value * scaleOf(scale),
      decimals: fraction.length,
      approximate,
      scale,
    };
  }
  const han = parseHanFigure(inner);
  if (han !== null) return { value: han, decimals: 0, approximate, scale: '' };
  return VAGUE.test(inner) ? { value: 1, decimals: 0, approximate: true, scale: '' } : null;
}
