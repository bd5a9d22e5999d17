import {
  AlignmentType,
  type IParagraphStylePropertiesOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import { type Grid, gridOf, type PrintFormat } from '../../core/settings/print-format.js';

/** 1/20 of a point, the unit of lengths in WordprocessingML. */
export const twips = (points: number) => Math.round(points * 20);

/** Height of a line in twips, rounded down so that the set number of lines fits the page. */
export const linePitch = (grid: Grid) => Math.floor(grid.line * 20);

/** Word's own names of the styles used, which are the same in every language of Word; ours have Chinese ones. */
export const STYLE_NAMES = {
  Normal: 'Normal',
  Title: 'Title',
  Subtitle: 'Subtitle',
  Salutation: 'Salutation',
  BodyText: 'Body Text',
  Heading1: 'heading 1',
  Heading2: 'heading 2',
  Heading3: 'heading 3',
  Heading4: 'heading 4',
  Heading5: 'heading 5',
  Heading1Char: '标题 1 字符',
  Heading2Char: '标题 2 字符',
  Heading3Char: '标题 3 字符',
  RunIn1: '接排标题 1',
  RunIn2: '接排标题 2',
  RunIn3: '接排标题 3',
  RunIn4: '接排标题 4',
  RunIn5: '接排标题 5',
  ListBullet: 'List Bullet',
  Quote: 'Quote',
  PlainText: 'Plain Text',
  Signature: 'Signature',
  Date: 'Date',
  AttachmentNotice: '附件说明',
  AttachmentItem: '附件说明续',
  AttachmentMark: '附件',
  AttachmentTitle: '附件标题',
  Note: '附注',
  FootnoteText: 'footnote text',
  FootnoteReference: 'footnote reference',
  Caption: 'caption',
  TableText: '表格文字',
  Picture: '图片',
  Footer: 'footer',
  RedHead: '红头',
  Imprint: '版记',
} as const;

export type StyleId = keyof typeof STYLE_NAMES;

type ParagraphProperties = IParagraphStylePropertiesOptions;
type RunProperties = IRunStylePropertiesOptions;

/** The styles of a printed summary (GB/T 9704—2012 7.3). Every length follows from the format's grid. */
export function stylesOf(format: PrintFormat): IStylesOptions {
  const grid = gridOf(format);
  const body = fonts(format, format.bodyFont);
  // Character spacing makes the set number of characters fill a line. Word processors agree on it, and not on
  // a character grid that is narrower than the font.
  const pitch = { characterSpacing: Math.floor((grid.character - format.bodySize) * 20) };
  const heading1 = { font: fonts(format, format.heading1Font) };
  const heading2 = { font: fonts(format, format.heading2Font) };
  const heading3 = format.boldHeading3 ? { bold: true } : {};
  const title = {
    font: fonts(format, format.titleFont),
    size: format.titleSize * 2,
  };

  const paragraph = (
    id: StyleId,
    properties: ParagraphProperties,
    run: RunProperties = {},
    more: { basedOn?: StyleId; next?: StyleId; link?: StyleId } = {},
  ) => ({
    id,
    name: STYLE_NAMES[id],
    basedOn: 'Normal',
    quickFormat: true,
    ...more,
    paragraph: properties,
    run,
  });
  const character = (id: StyleId, link: StyleId, run: RunProperties) => ({
    id,
    name: STYLE_NAMES[id],
    link,
    run,
  });
  const heading = (level: 1 | 2 | 3 | 4 | 5, run: RunProperties) =>
    paragraph(
      `Heading${level}`,
      { ...indent(grid, 2), keepNext: true, outlineLevel: level - 1 },
      run,
      { next: 'BodyText', ...(level <= 3 && { link: `Heading${level}Char` as StyleId }) },
    );
  const runIn = (level: 1 | 2 | 3 | 4 | 5) =>
    paragraph(
      `RunIn${level}`,
      { outlineLevel: level - 1 },
      {},
      { basedOn: 'BodyText', next: 'BodyText' },
    );
  const centered = { alignment: AlignmentType.CENTER };
  const left = { alignment: AlignmentType.LEFT };

  return {
    default: {
      document: {
        run: {
          font: body,
          size: format.bodySize * 2,
          language: { value: 'en-US', eastAsia: 'zh-CN' },
        },
        paragraph: {
          alignment: AlignmentType.BOTH,
          spacing: { line: linePitch(grid), lineRule: LineRuleType.EXACT },
        },
      },
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true, paragraph: {}, run: pitch },
      paragraph('Title', { ...centered, keepNext: true }, title, { next: 'BodyText' }),
      paragraph('Subtitle', { ...centered, keepNext: true }, heading2, { next: 'BodyText' }),
      paragraph('Salutation', left, {}, { next: 'BodyText' }),
      paragraph('BodyText', indent(grid, 2)),
      heading(1, heading1),
      heading(2, heading2),
      heading(3, heading3),
      heading(4, {}),
      heading(5, {}),
      runIn(1),
      runIn(2),
      runIn(3),
      runIn(4),
      runIn(5),
      paragraph('ListBullet', {}, {}, { basedOn: 'BodyText' }),
      paragraph('Quote', indent(grid, 2), heading2),
      paragraph('PlainText', left),
      paragraph('Signature', { alignment: AlignmentType.RIGHT, keepNext: true }),
      paragraph('Date', { alignment: AlignmentType.RIGHT }),
      paragraph('AttachmentNotice', hanging(grid, 6, 4)),
      paragraph('AttachmentItem', hanging(grid, 6, 1)),
      paragraph('AttachmentMark', { ...left, keepNext: true }, heading1),
      paragraph('AttachmentTitle', { ...centered, keepNext: true }, title),
      paragraph('Note', indent(grid, 2)),
      paragraph('TableText', left, {
        size: Math.max(8, format.bodySize - 2) * 2,
        characterSpacing: 0,
      }),
      paragraph(
        'Caption',
        centered,
        { ...heading1, size: Math.max(8, format.bodySize - 2) * 2 },
        { next: 'BodyText' },
      ),
      paragraph(
        'FootnoteText',
        { ...left, spacing: { line: 320, lineRule: LineRuleType.EXACT } },
        { size: Math.max(8, Math.round(format.bodySize * 0.66)) * 2 },
      ),
      paragraph('RedHead', {}),
      paragraph('Imprint', left),
      paragraph('Picture', { ...centered, spacing: { line: 240, lineRule: LineRuleType.AUTO } }),
      paragraph(
        'Footer',
        { spacing: { line: 360, lineRule: LineRuleType.EXACT } },
        { font: singleFont(format.pageNumberFont), size: 28 },
      ),
    ],
    characterStyles: [
      character('Heading1Char', 'Heading1', heading1),
      character('Heading2Char', 'Heading2', heading2),
      character('Heading3Char', 'Heading3', heading3),
      { id: 'FootnoteReference', name: STYLE_NAMES.FootnoteReference, run: { superScript: true } },
    ],
  };
}

function fonts({ latinFont }: PrintFormat, eastAsia: string) {
  return { ascii: latinFont, hAnsi: latinFont, cs: latinFont, eastAsia };
}

/** Page numbers are in half-width digits of the Chinese font. */
const singleFont = (font: string) => ({ ascii: font, hAnsi: font, cs: font, eastAsia: font });

/** First line indented by so many characters. */
function indent(grid: Grid, characters: number): ParagraphProperties {
  return {
    indent: { firstLine: twips(characters * grid.character), firstLineChars: characters * 100 },
  };
}

/** All lines but the first indented: the notice's text stands under itself, not under 附件. */
function hanging(grid: Grid, left: number, back: number): ParagraphProperties {
  return {
    indent: { left: twips(left * grid.character), hanging: twips(back * grid.character) },
  };
}
