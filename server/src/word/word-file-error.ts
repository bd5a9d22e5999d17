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
  notWord: {
    zh: '这不是 Word 文档，没有导入。能导入的是 .docx 文件。',
    en: 'This is not a Word document and was not imported. Files of type .docx can be imported.',
  },
} as const satisfies Record<string, Localized>;

export function fail(problem: keyof typeof PROBLEMS): never {
  throw new WordFileError(PROBLEMS[problem]);
}
