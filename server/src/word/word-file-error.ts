import type { Localized } from '../core/base/localized.js';

/** A file that cannot be read as a Word document; the message says what to do. Nothing was written. */
export class WordFileError extends Error {
  constructor(readonly localized: Localized) {
    super(localized.zh);
    this.name = 'WordFileError';
  }
}

export const PROBLEMS = {
  tooLarge: {
    zh: '文件超过 100 MB，没有导入。请先在 Word 中压缩或删去图片，再导入。',
    en: 'The file is larger than 100 MB and was not imported. Compress or remove its pictures in Word first.',
  },
  bomb: {
    zh: '文件解压后大得不正常，可能已损坏或有害，没有导入。请在 Word 中打开并另存一份，再导入。',
    en: 'The file unpacks to an abnormal size; it may be damaged or harmful and was not imported. Open it in Word and save a copy.',
  },
  damaged: {
    zh: '文件不完整或已损坏，没有导入。请重新复制或下载这个文件，或在 Word 中打开修复后另存。',
    en: 'The file is incomplete or damaged and was not imported. Copy it again, or open it in Word, repair it and save a copy.',
  },
  encrypted: {
    zh: '文件设有打开密码，没有导入。请在 Word 或 WPS 中打开，取消密码后另存为 .docx。',
    en: 'The file has a password and was not imported. Open it in Word or WPS, remove the password and save it as .docx.',
  },
  macros: {
    zh: '文件含有宏，为安全起见没有导入。请在 Word 中另存为“Word 文档（.docx）”，不要选“启用宏的文档”。',
    en: 'The file contains macros and was not imported. Save it in Word as “Word Document (.docx)”, without macros.',
  },
  oldFormat: {
    zh: '这是旧格式的文件（.doc 或 .wps），不能直接导入。请用 Word 或 WPS 打开，选“另存为”，类型选“Word 文档（*.docx）”，再导入存好的文件。',
    en: 'This is a file of the old format (.doc or .wps). Open it in Word or WPS, choose “Save As”, type “Word Document (*.docx)”, and import that file.',
  },
  oldFormat2003: {
    zh: '这是 Word 2003 的 XML 文件，不能直接导入。请用 Word 或 WPS 打开，选“另存为”，类型选“Word 文档（*.docx）”，再导入。',
    en: 'This is an XML file of Word 2003. Open it in Word or WPS, save it as .docx and import that.',
  },
  shielded: {
    zh: '文件像是被单位的加密软件加密了，没有导入。请在装有该软件、能打开它的电脑上解密（或申请外发），再导入解密后的文件。',
    en: 'The file seems to be encrypted by software of the office. Decrypt it on a computer that has this software, then import it.',
  },
  openDocument: {
    zh: '这是 OpenDocument 文件（.odt），只是名字写成了别的。请在 WPS、LibreOffice 或 Word 中打开，另存为 .docx，再导入。',
    en: 'This is an OpenDocument file (.odt) whatever its name. Open it in a word processor, save it as .docx and import that.',
  },
  richText: {
    zh: '这是 RTF 文件，只是名字写成了别的。请在 Word 或 WPS 中打开，另存为“Word 文档（*.docx）”，再导入。',
    en: 'This is an RTF file whatever its name. Open it in Word or WPS, save it as .docx and import that.',
  },
  webPage: {
    zh: '这是网页文件（MHT 或 HTML），只是名字写成了别的。请在 Word 或 WPS 中打开，另存为“Word 文档（*.docx）”，再导入。',
    en: 'This is a web page (MHT or HTML) whatever its name. Open it in Word or WPS, save it as .docx and import that.',
  },
  pdf: {
    zh: '这是 PDF 文件，不能导入。请找到它的 Word 原稿；没有原稿的，用 WPS 或 Word 转换成 .docx 后导入，并仔细核对。',
    en: 'This is a PDF file. Find the Word file it was made of, or convert it to .docx and check the result.',
  },
  workbook: {
    zh: '这是表格文件（.xlsx），不是 Word 文档，没有导入。要用它填写文稿，请用“用数据表填写”。',
    en: 'This is a workbook (.xlsx), no Word document. To fill in a document from it, use the command for tables.',
  },
  slides: {
    zh: '这是演示文稿（.pptx），不是 Word 文档，没有导入。请把要用的文字复制出来。',
    en: 'This is a presentation (.pptx), no Word document. Copy the words that you need.',
  },
  noContent: {
    zh: '文件是空的，没有导入。可能没有下载完，或还在网盘里没有同步，请重新取得这个文件。',
    en: 'The file is empty and was not imported. It may not have been downloaded or synchronised; get it again.',
  },
  picture: {
    zh: '这是图片，不是 Word 文档，没有导入。扫描件和截图里的字请先识别成文字。',
    en: 'This is a picture, no Word document. Have the words of scans and screenshots recognised first.',
  },
  notWord: {
    zh: '这不是 Word 文档，没有导入。能导入的是 .docx 文件：能用 Word 或 WPS 打开的，请另存为 .docx；打不开的，可能已损坏或被加密，请重新取得。',
    en: 'This is not a Word document and was not imported. If Word or WPS opens it, save it as .docx; if not, it may be damaged or encrypted, so get it again.',
  },
} as const satisfies Record<string, Localized>;

export type Problem = keyof typeof PROBLEMS;

export function fail(problem: Problem): never {
  throw new WordFileError(PROBLEMS[problem]);
}
