import type { Localized } from '../base/localized.js';

/** One setting of the printed form; the settings schema and the checks on values come from it. */
export type FormatOption = { readonly description: Localized } & (
  | { readonly type: 'string'; readonly default: string; readonly maxLength: number }
  | {
      readonly type: 'number';
      readonly default: number;
      readonly minimum: number;
      readonly maximum: number;
    }
  | { readonly type: 'boolean'; readonly default: boolean }
  | {
      readonly type: 'choice';
      readonly default: string;
      readonly choices: Readonly<Record<string, Localized>>;
    }
);

/** The default is the example: it is what the standard asks for. */
const font = (fallback: string, zh: string, en: string): FormatOption & { type: 'string' } => ({
  type: 'string',
  default: fallback,
  maxLength: 60,
  description: { zh: `${zh}，如“${fallback}”`, en: `${en}, such as “${fallback}”` },
});

const number = (
  fallback: number,
  [minimum, maximum]: readonly [number, number],
  zh: string,
  en: string,
): FormatOption & { type: 'number' } => ({
  type: 'number',
  default: fallback,
  minimum,
  maximum,
  description: { zh: `${zh}，如 ${fallback}`, en: `${en}, such as ${fallback}` },
});

/** The printed form, by GB/T 9704—2012 clauses 5 to 7 unless the writer's office wants it otherwise. */
export const FORMAT_OPTIONS = {
  titleFont: font('方正小标宋简体', '标题字体', 'Font of the title'),
  heading1Font: font('黑体', '一级标题（一、）字体', 'Font of level 1 headings (一、)'),
  heading2Font: font('楷体_GB2312', '二级标题（（一））字体', 'Font of level 2 headings (（一）)'),
  bodyFont: font('仿宋_GB2312', '正文字体', 'Font of the body'),
  latinFont: font(
    'Times New Roman',
    '数字和西文字体（中文引号仍用中文字体）',
    'Font of digits and Latin letters (Chinese quotation marks keep the Chinese font)',
  ),
  pageNumberFont: font('宋体', '页码字体', 'Font of page numbers'),
  titleSize: number(22, [8, 72], '标题字号（磅，二号是 22）', 'Size of the title in points'),
  bodySize: number(16, [8, 36], '正文字号（磅，三号是 16）', 'Size of the body in points'),
  boldHeading3: {
    type: 'boolean',
    default: false,
    description: {
      zh: '三级标题加粗，如“1.抓好服务”',
      en: 'Level 3 headings in bold, such as “1.抓好服务”',
    },
  },
  marginTop: number(37, [5, 100], '上白边（毫米）', 'Top margin in millimetres'),
  marginBottom: number(35, [5, 100], '下白边（毫米）', 'Bottom margin in millimetres'),
  marginLeft: number(28, [5, 80], '左白边（毫米）', 'Left margin in millimetres'),
  marginRight: number(26, [5, 80], '右白边（毫米）', 'Right margin in millimetres'),
  linesPerPage: number(22, [10, 60], '每页行数', 'Lines on a page'),
  charactersPerLine: number(28, [10, 60], '每行字数', 'Characters in a line'),
  pageNumber: {
    type: 'choice',
    default: 'outside',
    choices: {
      outside: { zh: '外侧：单页居右、双页居左', en: 'Outside: right on odd pages, left on even' },
      center: { zh: '居中', en: 'Centred' },
      none: { zh: '不要页码', en: 'None' },
    },
    description: { zh: '页码位置', en: 'Place of page numbers' },
  },
  pageNumberForm: {
    type: 'choice',
    default: 'dashes',
    choices: {
      dashes: { zh: '— 1 —', en: '— 1 —' },
      plain: { zh: '1', en: '1' },
      page: { zh: '第 1 页', en: '第 1 页' },
    },
    description: { zh: '页码形式', en: 'Form of page numbers' },
  },
  redHead: {
    type: 'string',
    default: '',
    maxLength: 60,
    description: {
      zh: '红头：发文机关标志，如“云溪县图书馆文件”；留空则没有红头',
      en: 'Red head: name of the issuing organ, such as “云溪县图书馆文件”; empty for none',
    },
  },
  redHeadNumber: {
    type: 'string',
    default: '',
    maxLength: 40,
    description: {
      zh: '红头下的发文字号，如“云图发〔2024〕5号”',
      en: 'Document number below the red head, such as “云图发〔2024〕5号”',
    },
  },
  signer: {
    type: 'string',
    default: '',
    maxLength: 40,
    description: {
      zh: '签发人（上行文），如“陈某某”；要有红头',
      en: 'Who signs a document to a higher organ, such as “陈某某”; goes with a red head',
    },
  },
  copyTo: {
    type: 'string',
    default: '',
    maxLength: 400,
    description: {
      zh: '版记的抄送机关，如“县委办公室，县人大常委会办公室”；留空则没有',
      en: 'Imprint: organs that get copies, such as “县委办公室，县人大常委会办公室”; empty for none',
    },
  },
  issuer: {
    type: 'string',
    default: '',
    maxLength: 60,
    description: {
      zh: '版记的印发机关，如“云溪县图书馆办公室”；留空则没有',
      en: 'Imprint: organ that prints the document, such as “云溪县图书馆办公室”; empty for none',
    },
  },
  issueDate: {
    type: 'string',
    default: '',
    maxLength: 20,
    description: {
      zh: '版记的印发日期，如“2024年12月6日”',
      en: 'Imprint: day of printing, such as “2024年12月6日”',
    },
  },
  runInHeading: {
    type: 'choice',
    default: 'paragraph',
    choices: {
      paragraph: {
        zh: '整段：各种软件都显示得对',
        en: 'The paragraph: shown right by every program',
      },
      sentence: {
        zh: '到句号为止：用 Word 的样式分隔符，别的软件可能把标题句另起一行',
        en: 'Its sentence: by Word’s style separator, at which other programs may begin a new line',
      },
    },
    description: {
      zh: '接排标题（如“（一）办好讲座。全年……”）在 Word 导航窗格中显示多少',
      en: 'How much of a run-in heading Word’s navigation pane shows',
    },
  },
  template: {
    type: 'string',
    default: '',
    maxLength: 1000,
    description: {
      zh: '单位自己的模板，如“模板.docx”（可写相对于文稿的路径）。用模板时版式一律以模板为准，正文放在模板中写有 {{正文}} 的地方，没有则放在末尾',
      en: 'House template, such as “template.docx” (relative to the document). Its layout goes before all settings here; the text takes the place of {{正文}}, or the end',
    },
  },
} as const satisfies Readonly<Record<string, FormatOption>>;

type Options = typeof FORMAT_OPTIONS;

/** The printed form that holds for a document. */
export type PrintFormat = {
  readonly [K in keyof Options]: Options[K] extends { type: 'number' }
    ? number
    : Options[K] extends { type: 'boolean' }
      ? boolean
      : Options[K] extends { type: 'choice' }
        ? Extract<keyof Options[K]['choices'], string>
        : string;
};

export const DEFAULT_FORMAT = Object.fromEntries(
  Object.entries(FORMAT_OPTIONS).map(([name, option]) => [name, option.default]),
) as PrintFormat;

/** Reads settings of any origin: a value of the wrong type or out of its bounds gives the default. */
export function readFormat(value: unknown): PrintFormat {
  const given: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? { ...value } : {};
  const entries = Object.entries<FormatOption>(FORMAT_OPTIONS).map(([name, option]) => [
    name,
    accepts(option, given[name]) ? given[name] : option.default,
  ]);
  return Object.fromEntries(entries) as PrintFormat;
}

/** True when a value may stand for this option. */
export function accepts(option: FormatOption, value: unknown): boolean {
  switch (option.type) {
    case 'string':
      return typeof value === 'string' && value.length <= option.maxLength;
    case 'number':
      return typeof value === 'number' && value >= option.minimum && value <= option.maximum;
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(option.choices, value);
  }
}

/** What a value of this option looks like, for messages. */
export function expectedValue(option: FormatOption): Localized {
  switch (option.type) {
    case 'string':
      return { zh: '文字', en: 'a text' };
    case 'number': {
      const range = `${option.minimum}–${option.maximum}`;
      return { zh: ` ${range} 之间的数`, en: `a number from ${range}` };
    }
    case 'boolean':
      return { zh: ' true 或 false', en: 'true or false' };
    case 'choice': {
      const names = Object.keys(option.choices);
      return { zh: ` ${names.join('、')} 之一`, en: `one of ${names.join(', ')}` };
    }
  }
}

/** A4 in millimetres. GB/T 9704—2012 5.1. */
export const PAGE = { width: 210, height: 297 } as const;

/** The type area and its grid, in points. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  /** Width that one Chinese character takes. */
  readonly character: number;
  readonly line: number;
}

const POINTS_PER_MILLIMETRE = 72 / 25.4;

export function gridOf(format: PrintFormat): Grid {
  const width = (PAGE.width - format.marginLeft - format.marginRight) * POINTS_PER_MILLIMETRE;
  const height = (PAGE.height - format.marginTop - format.marginBottom) * POINTS_PER_MILLIMETRE;
  return {
    width,
    height,
    character: width / format.charactersPerLine,
    line: height / format.linesPerPage,
  };
}

/** What stands above the red rule: the number, and who signs. */
export function redHeadLine({ redHeadNumber, signer }: PrintFormat): string {
  const signed = signer === '' ? '' : `签发人：${signer}`;
  return [redHeadNumber, signed].filter((part) => part !== '').join('\u3000\u3000\u3000\u3000');
}

/** Width of the text on a page on its side, whose margins turn with it. Points. */
export function landscapeWidth({ marginTop, marginBottom }: PrintFormat): number {
  return (PAGE.height - marginTop - marginBottom) * POINTS_PER_MILLIMETRE;
}

/** As large as fits one line, but no larger than a newspaper's head. Points. */
export function redHeadSize(format: PrintFormat): number {
  return Math.min(60, Math.floor(gridOf(format).width / ([...format.redHead].length + 1)));
}
