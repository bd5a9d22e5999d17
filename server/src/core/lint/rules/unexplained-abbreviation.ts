import { SET_PHRASES } from '../../analysis/lexicon/data.js';
import { defineRule, type RuleExamples, spanOf } from '../rule.js';

/** Capitals that are words by now. */
const COMMON = new Set(
  'GDP CPI PPI PPT PDF APP WTO APEC VIP LED LNG ETC DNA CEO MPA MBA USB PMC BOT PPP ICU NGO CBA NBA GPS AED CCTV EMBA RCEP CPTPP ESG HIV PVC TOP SCI EPC VR AR AI'.split(
    ' ',
  ),
);

/** Beyond this many the text is for insiders, and nothing is reported. */
const MOST = 8;

let quotedTerms: Set<string> | undefined;

/** Abbreviations that are set terms or stand in one: everybody knows them, or the hover tells. */
function setTerms(): ReadonlySet<string> {
  quotedTerms ??= new Set(
    SET_PHRASES.flatMap(({ term, expansion = '' }) => (term + expansion).match(/“[^”]*”/g) ?? []),
  );
  return quotedTerms;
}

const ABBREVIATION =
  /“[一二三四五六七八九十两双](?!是)[^“”\n\d个，。；：！？、…]{1,5}”|(?<![A-Za-z0-9.\-_/\0])[A-Z]{3,8}(?![A-Za-z0-9.\-_/])/g;

interface Mention {
  readonly name: string;
  readonly explained: boolean;
}

export default defineRule<Record<never, never>, Mention>({
  id: 'unexplained-abbreviation',
  topic: 'sentences',
  scope: 'document',
  trigger: [
    ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    ...[...'一二三四五六七八九十两双'].map((numeral) => `“${numeral}`),
  ],
  severity: 'hint',
  title: { zh: '简称没有说明', en: 'Abbreviation never explained' },
  explain: {
    zh: '带数字的自造简称、字母缩写第一次出现时要说明所指，外单位的读者才看得懂。',
    en: 'A coined numeric abbreviation or a string of capitals is explained where it first appears.',
  },
  source: null,
  mechanical: false,
  gather({ prose }, add) {
    for (const match of prose.matchAll(ABBREVIATION)) {
      const name = match[0];
      if (/^X+$/.test(name) || COMMON.has(name) || setTerms().has(name)) continue;
      // A plan, a date or a term that everybody knows needs no words.
      if (/^“(?:[十一二三四五]{2,3}|五一|六一|七一|八一|十一|五四|三八|一二·九)”$/.test(name))
        continue;
      const { start, end } = spanOf(match);
      const after = prose.slice(end, end + 24);
      const before = prose.slice(Math.max(0, start - 30), start);
      const explained =
        /^[^。；\n]{0,14}(?:[（：]|即|是指|就是)/.test(after) ||
        /(?:以下简称|简称|称为|称之为|统称|等)[^。\n]{0,6}$/.test(before) ||
        /、[\u4e00-\u9fff]{1,8}$|、[^，。\n]{1,20}的$/.test(before);
      add({ start, end }, { name, explained });
    }
  },
  check({ unplaced, factAt, report }) {
    const done = new Set<string>();
    const found: { name: string; index: number }[] = [];
    for (let index = 0; index < unplaced.length; index++) {
      const { name, explained } = unplaced[index]!.data;
      if (!explained && !done.has(name)) found.push({ name, index });
      done.add(name);
    }
    // A text full of them is written for those who know them.
    if (found.length > MOST) return;
    for (const { name, index } of found) {
      report({
        span: factAt(index).span,
        message: {
          zh: `${name}第一次出现没有说明所指，外单位的读者看不懂。请在后面用括号注明，或用全称。`,
          en: `${name} is not explained where it first appears. Say in brackets what it stands for.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '推行⟦“五有五到”⟧工作法，成效明显。' },
    { bad: '\uFEFF　𠮷县建立⟦DGXT⟧分析机制。\r\n' },
  ],
  good: [
    '推行“五有五到”（有岗位、有职责）工作法。',
    '推行“三会一课”制度',
    '做到时间、人员、内容“三落实”',
    '推行“五有五到”：一是有岗位。',
    'PPT、APP、GDP',
    '推行“五有五到”，即有岗位。',
    '做到有岗位、有职责的“五有五到”',
    '分项写清“一是”“二是”，不写“三天；”。',
  ],
};
