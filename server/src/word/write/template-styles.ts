/** The styles of a template, and what is added to them so that a summary has all that it uses. */
import type { PrintFormat } from '../../core/settings/print-format.js';
import { readXml } from '../xml-reader.js';
import { STYLE_NAMES, type StyleId } from './styles.js';
import type { Place } from './template-place.js';

interface TemplateStyle {
  readonly id: string;
  basedOn: string | null;
  /** In half-points. */
  size: number | null;
}

/** Font size where a document sets none, in half-points. */
const WORD_DEFAULT_SIZE = 20;
const MOST_ANCESTORS = 20;

export class TemplateStyles {
  private readonly byName = new Map<string, string>();
  private readonly styles = new Map<string, TemplateStyle>();
  private defaultStyleId: string | null = null;
  private defaultSize = WORD_DEFAULT_SIZE;
  /** Size of the body, in points. */
  readonly bodySize: number;
  /** The place has a style or formatting of its own, which the body takes over. */
  private readonly placeSetsFormat: boolean;

  constructor(
    xml: string,
    private readonly place: Place,
    private readonly format: PrintFormat,
  ) {
    if (xml !== '') this.read(xml);
    this.placeSetsFormat = place.style !== null || place.paragraph !== '' || place.run !== '';
    const placeSize = /<w:sz w:val="(\d+)"/.exec(place.run)?.[1];
    this.bodySize = (placeSize === undefined ? this.sizeOf(place.style) : Number(placeSize)) / 2;
  }

  private read(xml: string): void {
    let style: TemplateStyle | null = null;
    let inDefaults = false;
    readXml(xml, {
      open: ({ name, space, attributes }) => {
        if (space !== 'word') return;
        const value = attributes.val ?? '';
        if (name === 'docDefaults') inDefaults = true;
        else if (name === 'style') {
          style = { id: attributes.styleId ?? '', basedOn: null, size: null };
          this.styles.set(style.id, style);
          const isDefault = attributes.default === '1' || attributes.default === 'true';
          if (attributes.type === 'paragraph' && isDefault) this.defaultStyleId = style.id;
        } else if (name === 'name' && style !== null) {
          this.byName.set(value.toLowerCase(), style.id);
        } else if (name === 'basedOn' && style !== null) style.basedOn = value;
        else if (name === 'sz' && style !== null) style.size = Number(value) || null;
        else if (name === 'sz' && inDefaults) this.defaultSize = Number(value) || WORD_DEFAULT_SIZE;
      },
      close: ({ name, space }) => {
        if (space !== 'word') return;
        if (name === 'docDefaults') inDefaults = false;
        else if (name === 'style') style = null;
      },
    });
  }

  private sizeOf(id: string | null): number {
    let style = this.styles.get(id ?? this.defaultStyleId ?? '');
    for (let depth = 0; style !== undefined && depth < MOST_ANCESTORS; depth++) {
      if (style.size !== null) return style.size;
      style = this.styles.get(style.basedOn ?? '');
    }
    return this.defaultSize;
  }

  /** The id that a style has in the finished document: the template's own, or that of the added one. */
  idOf(style: StyleId): string {
    return (this.isAdded(style) ? undefined : this.existingId(style)) ?? `ws${style}`;
  }

  private existingId(style: StyleId): string | undefined {
    return this.byName.get(STYLE_NAMES[style].toLowerCase());
  }

  /** True for styles that the template lacks, and for the body where the place has formatting of its own. */
  private isAdded(style: StyleId): boolean {
    return this.existingId(style) === undefined || (style === 'BodyText' && this.placeSetsFormat);
  }

  /** Definitions of those of these styles that the template lacks, made from our own. */
  missingDefinitions(ownStyles: string, styles: readonly StyleId[]): string {
    const wanted = styles.filter((style) => this.isAdded(style));
    return wanted
      .flatMap((style) => {
        const found = new RegExp(`<w:style [^>]*w:styleId="${style}"[^>]*>.*?</w:style>`).exec(
          ownStyles,
        );
        if (found === null) return [];
        return [
          style === 'BodyText' && this.placeSetsFormat
            ? this.bodyStyle()
            : this.adaptedToBody(found[0], style),
        ];
      })
      .join('');
  }

  private bodyStyle(): string {
    const { style: own, paragraph, run } = this.place;
    const base = own ?? this.defaultStyleId;
    const name = this.existingId('BodyText') === undefined ? STYLE_NAMES.BodyText : '文稿正文';
    return [
      `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${this.idOf('BodyText')}">`,
      `<w:name w:val="${name}"/>`,
      base === null ? '' : `<w:basedOn w:val="${base}"/>`,
      '<w:qFormat/>',
      paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`,
      run === '' ? '' : `<w:rPr>${run}</w:rPr>`,
      '</w:style>',
    ].join('');
  }

  /** Our definition of a style, scaled to the body size of the template, and based on its body where ours is on Normal. */
  private adaptedToBody(xml: string, style: StyleId): string {
    const scale = this.bodySize / this.format.bodySize;
    const onBody =
      this.placeSetsFormat && /<w:basedOn w:val="Normal"\/>/.test(xml) && style !== 'Footer';
    // Names of styles may look like ids and must not be replaced.
    const renamed = xml
      .split(/(<w:name [^>]*>)/)
      .map((part) => (part.startsWith('<w:name ') ? part : this.renamed(part, onBody)))
      .join('');
    const sized = renamed.replace(
      /(<w:sz(?:Cs)? w:val=")(\d+)"/g,
      (_, start, size) => `${start}${Math.max(10, Math.round(Number(size) * scale))}"`,
    );
    return onBody ? withoutIndent(sized) : sized;
  }

  private renamed(xml: string, onBody: boolean): string {
    return xml.replace(/(w:(?:styleId|val)=")(\w+)"/g, (whole, start, id) => {
      if (!Object.hasOwn(STYLE_NAMES, id)) return whole;
      if (id === 'Normal' && onBody) return `${start}${this.idOf('BodyText')}"`;
      return `${start}${this.idOf(id as StyleId)}"`;
    });
  }
}

/** A style based on the body must reset the indents that it would inherit. */
function withoutIndent(style: string): string {
  if (/<w:ind\b/.test(style)) return style;
  const none = '<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/>';
  if (!style.includes('<w:pPr>')) {
    const properties = `<w:pPr>${none}</w:pPr>`;
    return style.includes('<w:rPr>')
      ? style.replace('<w:rPr>', `${properties}<w:rPr>`)
      : style.replace('</w:style>', `${properties}</w:style>`);
  }
  // The order of elements is fixed: indents stand before alignment and level.
  return style.replace(
    /(?=<w:(?:contextualSpacing|mirrorIndents|jc|textAlignment|outlineLvl)\b|<\/w:pPr>)/,
    none,
  );
}
