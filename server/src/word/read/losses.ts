/** What of a Word file cannot be kept in a text: counted by kind, and reported. */
import type { Localized } from '../../core/base/localized.js';

/** Kinds of content that a text cannot keep, each with its notice for `n` of them. */
const KINDS = {
  notes: {
    zh: (n: number) => `有 ${n} 条脚注或尾注没有导入。`,
    en: (n: number) => `${n} footnotes or endnotes were left out.`,
  },
  comments: {
    zh: (n: number) => `有 ${n} 条批注没有导入。`,
    en: (n: number) => `${n} comments were left out.`,
  },
  formulas: {
    zh: (n: number) => `有 ${n} 个公式写成了一行文字，请核对。`,
    en: (n: number) => `${n} formulas were written in one line of text; check them.`,
  },
  equations: {
    zh: (n: number) => `有 ${n} 个公式（公式编辑器、MathType 的）没有导入，原处写着〔公式〕。`,
    en: (n: number) =>
      `${n} equations (of an equation editor) were left out; 〔公式〕 stands there.`,
  },
  objects: {
    zh: (n: number) => `有 ${n} 个嵌入的对象（如表格文件）没有导入，原处写着〔对象〕。`,
    en: (n: number) => `${n} embedded objects were left out; 〔对象〕 stands there.`,
  },
  charts: {
    zh: (n: number) => `有 ${n} 个图表没有导入，原处写着〔图表〕。`,
    en: (n: number) => `${n} charts were left out; 〔图表〕 stands there.`,
  },
  diagrams: {
    zh: (n: number) => `有 ${n} 个 SmartArt 图形没有导入，原处写着〔图形〕。`,
    en: (n: number) => `${n} SmartArt graphics were left out; 〔图形〕 stands there.`,
  },
  inserted: {
    zh: (n: number) => `有 ${n} 处插入的其他文件没有导入，请在 Word 中把内容复制进来再导入。`,
    en: (n: number) => `${n} inserted files were left out; copy their content into the document.`,
  },
  linkedPictures: {
    zh: (n: number) => `有 ${n} 张图片只是链接，不在文件里，没有导入。`,
    en: (n: number) => `${n} pictures are only linked to and were left out.`,
  },
  symbols: {
    zh: (n: number) => `有 ${n} 个特殊符号认不出来，写成了〓，请对照原文改正。`,
    en: (n: number) =>
      `${n} symbols are unknown and were written as 〓; correct them by the original.`,
  },
  raised: {
    zh: (n: number) => `有 ${n} 处上标或下标写成了普通文字。`,
    en: (n: number) => `${n} superscripts or subscripts were written as plain text.`,
  },
} as const;

export type Loss = keyof typeof KINDS;

export class Losses {
  private readonly counts = new Map<Loss, number>();

  add(kind: Loss): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
  }

  /** In sentences for the writer. */
  get notices(): Localized[] {
    return (Object.keys(KINDS) as Loss[]).flatMap((kind) => {
      const count = this.counts.get(kind) ?? 0;
      const { zh, en } = KINDS[kind];
      return count === 0 ? [] : [{ zh: zh(count), en: en(count) }];
    });
  }
}
