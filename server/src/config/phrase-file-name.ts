/** What the client needs of phrase files, without what reads them. */

export const PHRASES_NAME = '.work-summary.phrases.yaml';

/** The comment at the top of a phrase file. */
export const HEADER = ` 我的常用语。每条以“- ”开头，改好保存即可使用。
 【…】是要填的内容，【甲｜乙】可以选，XX、20XX年、X月XX日是要填的数字和日期；
 写成“text: …”时还可以加 title（名称）、section（所属部分，如 存在的问题）、keys（查找用的词）。`;

/** The text of a file with no phrase in it yet. */
export const EMPTY_FILE = `${HEADER.replace(/^ /gm, '# ')}\n\nphrases: []\n`;
