/** Units of figures, and which of them are compared with each other. */

/** One `unit` is `factor` times `base`. */
const EQUIVALENT_UNITS: readonly (readonly [unit: string, base: string, factor: number])[] = [
  ['名', '人', 1],
  ['位', '人', 1],
  ['场次', '场', 1],
  ['公斤', '千克', 1],
  ['吨', '千克', 1000],
  ['公里', '米', 1000],
  ['千米', '米', 1000],
  ['平方公里', '平方米', 1e6],
  ['公顷', '平方米', 1e4],
  ['度', '千瓦时', 1],
];

const UNITS = [
  ...['人次', '户次', '车次', '班次', '场次', '人', '名', '位', '户', '家', '个', '项', '次', '场'],
  ...['期', '件', '册', '篇', '份', '条', '起', '处', '座', '所', '套', '台', '辆', '批', '例'],
  ...['宗', '支', '部', '张', '本', '幅', '株', '棵', '头', '只', '间', '栋', '幢', '笔', '卷'],
  ...['美元', '元', '吨', '公斤', '千克', '平方公里', '平方米', '立方米', '公里', '千米', '米'],
  ...['公顷', '亩', '千瓦时', '千瓦', '度', '小时', '课时', '学时', '学分', '%', '％'],
];

/** A pattern without groups; longer units stand first, so that 人次 is not read as 人. */
export const UNIT = [...UNITS].sort((a, b) => b.length - a.length).join('|');

/** Shares and rates: there is no sum of them. */
export const isShare = (base: string): boolean => base === '%';

/** The unit in which figures of a unit are compared, and how many of it one `unit` is. */
export function baseOf(unit: string): { readonly base: string; readonly factor: number } {
  if (unit === '％') return { base: '%', factor: 1 };
  const equivalent = EQUIVALENT_UNITS.find(([name]) => name === unit);
  return equivalent === undefined
    ? { base: unit, factor: 1 }
    : { base: equivalent[1], factor: equivalent[2] };
}

const MAGNITUDES: Readonly<Record<string, number>> = {
  '': 1,
  百: 100,
  千: 1000,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
};

/** The factor that 万, 亿 and so on stand for; 1 for none. */
export const magnitudeOf = (typed: string): number => MAGNITUDES[typed] ?? 1;
