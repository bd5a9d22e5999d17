/**
 * The forms in which labels are written, as data: every pattern of a label in the product is made from
 * these. Sources: GB/T 9704—2012 7.3.3, GB/T 15834—2011 B.3, GB/T 1.1 and CY/T 35 for 1.1.1.
 */
import type { NumeralScript } from '../base/numerals.js';

/**
 * What it takes for what looks like a label to be one. `nothing`: it is one by itself. `neighbours`: a label
 * with the number before or after it. `blank`: those, or a blank or ： after it.
 */
export type Trust = 'nothing' | 'blank' | 'neighbours';

export interface LabelForm {
  readonly id: FormId;
  /** How a person would name it: by its first label. */
  readonly example: string;
  /** Level in GB/T 9704—2012; null for a form that it does not know. */
  readonly gbLevel: 1 | 2 | 3 | 4 | 5 | null;
  /** Order of the forms from the outside in, where a document shows no other. */
  readonly rank: number;
  /** The first one is that of a new label. */
  readonly scripts: readonly NumeralScript[];
  /** Sources of patterns for what stands before and after the number. */
  readonly before: string;
  readonly after: string;
  /** What a new label of this form has there. */
  readonly prefix: string;
  readonly suffix: string;
  /** Blanks between a new label of this form and its title. */
  readonly gap: string;
  /** How many numbers of the levels above stand before its own: 1.1.1 has two. */
  readonly outer: number;
  readonly trust: Trust;
  /** Its line is a heading and holds no sentence. */
  readonly headingOnly: boolean;
}

export type FormId = (typeof ids)[number];

const ids = [
  'volume-of-two',
  'volume-of-three',
  'part',
  'bracketed-part',
  'numbered-volume',
  'chapter',
  'section',
  'article',
  'aspect',
  'roman',
  'latin-roman',
  'han',
  'stem',
  'bracketed-han',
  'han-bracket',
  'upper',
  'bare-digit',
  'digit',
  'decimal-2',
  'decimal-3',
  'decimal-4',
  'digit-bracket',
  'bracketed-digit',
  'bracketed-upper',
  'circled',
  'lower',
  'bracketed-lower',
  'lower-roman',
  'bracketed-lower-roman',
] as const;

const OPEN = '[（(]';
const CLOSE = '[）)]';
const POINT = '[.．、]';
const MARK = '[、.．，,]';

type Data = Partial<LabelForm> & Pick<LabelForm, 'example' | 'scripts' | 'after'>;

const COMMON = {
  gbLevel: null,
  before: '',
  prefix: '',
  suffix: '',
  gap: '',
  outer: 0,
  trust: 'neighbours',
  headingOnly: false,
} as const;

const decimal = (outer: number): Data => ({
  example: Array(outer + 1)
    .fill('1')
    .join('.'),
  scripts: ['digit', 'wide-digit'],
  after: '[.．、]?',
  gap: ' ',
  outer,
});

const DATA: Readonly<Record<FormId, Data>> = {
  'volume-of-two': {
    example: '上篇',
    scripts: ['two-volumes'],
    after: '[篇编]',
    suffix: '篇',
    gap: '\u3000',
    headingOnly: true,
  },
  'volume-of-three': {
    example: '上篇',
    scripts: ['three-volumes'],
    after: '[篇编]',
    suffix: '篇',
    gap: '\u3000',
    headingOnly: true,
  },
  part: {
    example: '第一部分',
    scripts: ['han', 'digit'],
    before: '第',
    prefix: '第',
    after: '部分、?',
    suffix: '部分',
    gap: '\u3000',
    trust: 'blank',
    headingOnly: true,
  },
  'bracketed-part': {
    example: '（第一部分）',
    scripts: ['han', 'digit'],
    before: '[（(【]第',
    prefix: '（第',
    after: '部分[）)】]',
    suffix: '部分）',
    gap: '\u3000',
    headingOnly: true,
  },
  'numbered-volume': {
    example: '第一篇',
    scripts: ['han', 'digit'],
    before: '第',
    prefix: '第',
    after: '(?:篇章?|编)、?',
    suffix: '篇',
    gap: '\u3000',
    trust: 'blank',
    headingOnly: true,
  },
  chapter: {
    example: '第一章',
    scripts: ['han', 'digit'],
    before: '第',
    prefix: '第',
    after: '章、?',
    suffix: '章',
    gap: '\u3000',
    trust: 'blank',
    headingOnly: true,
  },
  section: {
    example: '第一节',
    scripts: ['han', 'digit'],
    before: '第',
    prefix: '第',
    after: '节、?',
    suffix: '节',
    gap: '\u3000',
    trust: 'blank',
    headingOnly: true,
  },
  article: {
    example: '第一条',
    scripts: ['han', 'digit'],
    before: '第',
    prefix: '第',
    after: '条、?',
    suffix: '条',
    gap: '\u3000',
    trust: 'blank',
  },
  aspect: {
    example: '第一方面',
    scripts: ['han'],
    before: '第',
    prefix: '第',
    after: '方面、?',
    suffix: '方面',
    gap: '\u3000',
    headingOnly: true,
  },
  roman: {
    example: 'Ⅰ.',
    scripts: ['roman'],
    after: `(?:${POINT}|(?=[ \\u3000]))`,
    suffix: '.',
  },
  'latin-roman': { example: 'I.', scripts: ['latin-roman'], after: POINT, suffix: '.' },
  han: {
    example: '一、',
    gbLevel: 1,
    scripts: ['han', 'formal-han'],
    after: `(?:[ \\u3000]?${MARK}|[：:]|(?=[ \\u3000]))`,
    suffix: '、',
    trust: 'nothing',
  },
  stem: { example: '甲、', scripts: ['stem'], after: POINT, suffix: '、' },
  'bracketed-han': {
    example: '（一）',
    gbLevel: 2,
    scripts: ['han', 'bracketed-han'],
    before: '[（(〔【]',
    prefix: '（',
    after: `[）)〕】]${MARK}?`,
    suffix: '）',
    trust: 'nothing',
  },
  'han-bracket': {
    example: '一）',
    scripts: ['han'],
    after: `${CLOSE}${MARK}?`,
    suffix: '）',
  },
  upper: { example: 'A.', scripts: ['upper'], after: POINT, suffix: '.' },
  'bare-digit': { example: '1', scripts: ['digit'], after: '', gap: ' ', headingOnly: true },
  digit: {
    example: '1.',
    gbLevel: 3,
    scripts: ['digit', 'wide-digit', 'pointed'],
    after: POINT,
    suffix: '.',
    trust: 'nothing',
  },
  'decimal-2': decimal(1),
  'decimal-3': decimal(2),
  'decimal-4': decimal(3),
  'digit-bracket': {
    example: '1）',
    scripts: ['digit', 'wide-digit'],
    after: `${CLOSE}${MARK}?`,
    suffix: '）',
  },
  'bracketed-digit': {
    example: '（1）',
    gbLevel: 4,
    scripts: ['digit', 'wide-digit', 'bracketed'],
    before: OPEN,
    prefix: '（',
    after: `${CLOSE}${MARK}?`,
    suffix: '）',
    trust: 'nothing',
  },
  'bracketed-upper': {
    example: '（A）',
    scripts: ['upper'],
    before: `${OPEN}?`,
    prefix: '（',
    after: CLOSE,
    suffix: '）',
  },
  circled: {
    example: '①',
    gbLevel: 5,
    scripts: ['circled', 'black-circled', 'double-circled', 'circled-han'],
    after: `${MARK}?`,
    trust: 'nothing',
  },
  lower: { example: 'a.', scripts: ['lower'], after: POINT, suffix: '.' },
  'bracketed-lower': {
    example: 'a)',
    scripts: ['lower'],
    before: `${OPEN}?`,
    after: CLOSE,
    suffix: ')',
  },
  'lower-roman': {
    example: 'i.',
    scripts: ['lower-roman', 'small-roman'],
    after: POINT,
    suffix: '.',
  },
  'bracketed-lower-roman': {
    example: '(i)',
    scripts: ['lower-roman'],
    before: `${OPEN}?`,
    prefix: '(',
    after: CLOSE,
    suffix: ')',
  },
};

/** Scripts that carry their marks with them: ⑴ has its brackets, ⒈ its point. */
export const WHOLE: readonly NumeralScript[] = ['bracketed', 'pointed', 'bracketed-han'];

/** All forms, from the outside in. */
export const FORMS: readonly LabelForm[] = ids.map((id, rank) => ({
  ...COMMON,
  ...DATA[id],
  id,
  rank,
}));

/** Forms such as 第一章, whose last word counts what 第 begins. */
export const ORDINALS = FORMS.filter(({ prefix }) => prefix === '第');

const BY_ID = new Map(FORMS.map((form) => [form.id, form]));

export const formOf = (id: FormId): LabelForm => BY_ID.get(id)!;

/** The form of a level of GB/T 9704—2012. */
export const gbForm = (level: number): LabelForm | undefined =>
  FORMS.find(({ gbLevel }) => gbLevel === level);
