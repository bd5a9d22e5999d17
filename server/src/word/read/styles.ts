import type { BlockKind } from '../../core/print/blocks.js';
import { readXml } from '../xml-reader.js';

/** What a paragraph style says of the purpose of its paragraphs, inherited properties included. */
export interface ParagraphStyle {
  /** Id of the style that `numId` comes from: this one, or one that it is based on. */
  readonly numStyle: string | null;
  readonly alignment: string | null;
  /** In lower case; built-in styles have English names in every language of Word. */
  readonly name: string;
  readonly numId: string | null;
  readonly numLevel: number | null;
  /** 1-based level of the outline; null for body text. */
  readonly outline: number | null;
}

interface RawStyle {
  name: string;
  alignment: string | null;
  basedOn: string | null;
  numId: string | null;
  numLevel: number | null;
  outline: number | null;
}

const NO_STYLE: ParagraphStyle = {
  name: '',
  numStyle: null,
  numId: null,
  numLevel: null,
  outline: null,
  alignment: null,
};
const MOST_ANCESTORS = 20;

export class Styles {
  private readonly styles = new Map<string, RawStyle>();
  private defaultStyleId: string | null = null;

  constructor(xml: string | null) {
    if (xml === null) return;
    let style: RawStyle | null = null;
    readXml(xml, {
      open: ({ name, space, attributes }) => {
        if (space !== 'word') return;
        const value = attributes.val ?? '';
        if (name === 'style') {
          if (attributes.type !== 'paragraph') return;
          style = { ...NO_STYLE, basedOn: null };
          this.styles.set(attributes.styleId ?? '', style);
          if (attributes.default === '1' || attributes.default === 'true') {
            this.defaultStyleId = attributes.styleId ?? null;
          }
        } else if (style === null) return;
        else if (name === 'name') style.name = value.toLowerCase();
        else if (name === 'basedOn') style.basedOn = value;
        else if (name === 'numId') style.numId = value;
        else if (name === 'ilvl') style.numLevel = Number(value);
        else if (name === 'jc') style.alignment = value;
        else if (name === 'outlineLvl') style.outline = outlineOf(value);
      },
      close: ({ name, space }) => {
        if (space === 'word' && name === 'style') style = null;
      },
    });
  }

  /** The style of a paragraph with all that it inherits; null for the default one. */
  of(id: string | null): ParagraphStyle {
    const styleId = id ?? this.defaultStyleId ?? '';
    let style = this.styles.get(styleId);
    if (style === undefined) return NO_STYLE;
    const result = { ...style, numStyle: style.numId === null ? null : styleId };
    for (let depth = 0; style.basedOn !== null && depth < MOST_ANCESTORS; depth++) {
      const base = this.styles.get(style.basedOn);
      if (base === undefined) break;
      if (result.numId === null && base.numId !== null) result.numStyle = style.basedOn;
      result.numId ??= base.numId;
      result.alignment ??= base.alignment;
      result.numLevel ??= base.numLevel;
      result.outline ??= base.outline;
      style = base;
    }
    const heading = /^heading ([1-9])$/.exec(result.name);
    return { ...result, outline: heading !== null ? Number(heading[1]) : result.outline };
  }
}

/** `w:outlineLvl` counts from 0; 9 is body text. */
export function outlineOf(value: string): number | null {
  const level = Number(value);
  return level >= 0 && level < 9 ? level + 1 : null;
}

/** Names that offices give to the style of their titles. */
const TITLE = /^(?:公文|文档|文件|发文|正式|大|主|总|报告|材料|总结|文章)标题$/;

const KINDS: Readonly<Record<string, BlockKind>> = {
  title: 'title',
  subtitle: 'subtitle',
  副标题: 'subtitle',
  salutation: 'addressee',
  signature: 'signature',
  date: 'date',
  quote: 'quote',
  caption: 'caption',
  'plain text': 'code',
  附件说明: 'attachment-notice',
  附件说明续: 'attachment-item',
  附件: 'attachment-mark',
  附件标题: 'attachment-title',
  附注: 'note',
};

/** What a style of ours, or one of Word's own, says a paragraph is for. */
export function kindOfStyle({
  name,
  outline,
}: Pick<ParagraphStyle, 'name' | 'outline'>): BlockKind {
  if (name.startsWith('接排标题')) return 'run-in';
  if (TITLE.test(name)) return 'title';
  return KINDS[name] ?? (outline === null ? 'body' : 'heading');
}

/** An automatic table of contents: Word makes it anew. */
export const isContents = ({ name }: ParagraphStyle) => /^toc (?:\d|heading)/.test(name);

/** Styles of what an export adds by its settings; an import of our own files leaves it out. */
export const isExportSetting = ({ name }: ParagraphStyle) => name === '红头' || name === '版记';
