/** Why sections were not moved; nothing has changed then. */
import type { Localized } from '../../base/localized.js';

export const REFUSALS = {
  nothing: {
    zh: '这里不属于任何一节。请把光标放到要移动的小节里再试。',
    en: 'No section here. Put the caret into the section that you want to move.',
  },
  itself: {
    zh: '不能把一节移到它自己里面，文稿没有改动。',
    en: 'A section cannot be moved into itself. Nothing was changed.',
  },
  first: {
    zh: '已经在最前面，不能再上移。',
    en: 'It is the first one already and cannot be moved up.',
  },
  last: {
    zh: '已经在最后面，不能再下移。',
    en: 'It is the last one already and cannot be moved down.',
  },
  highest: {
    zh: '已经是最高一级，不能再升级。',
    en: 'It is on the highest level already and cannot be promoted.',
  },
  noneBefore: {
    zh: '前面没有同级的小节，降级后没有上级可归，文稿没有改动。',
    en: 'No section of the same level stands before it, so it cannot be demoted. Nothing was changed.',
  },
  lowest: {
    zh: '这一节或它的下级已经是最低一级（①），不能再往下放，文稿没有改动。',
    en: 'The section or one below it is on the lowest level (①) already. Nothing was changed.',
  },
  unreadable: {
    zh: '这样改以后，大纲会被读成另外的样子（例如序号超过九十九、层次序号倒挂，或代码块没有结束），所以文稿没有改动。',
    en: 'The outline would be read differently afterwards (a number above 99, levels that climb, an open code block). Nothing was changed.',
  },
  noLabels: {
    zh: '文稿里没有带序号的标题，没有可以更换的。',
    en: 'No heading has a number here. Nothing was changed.',
  },
  fewLevels: {
    zh: '文稿的层次比这套序号多，换了会有两层分不开，所以没有改动。请选层次更多的一套。',
    en: 'The document has more levels than this numbering. Choose one with more levels; nothing was changed.',
  },
  pasteNothing: {
    zh: '剪贴板里没有带序号的小节，没有粘贴。普通文字请在正文中粘贴。',
    en: 'There is no section on the clipboard. Paste plain text into the editor instead.',
  },
} satisfies Record<string, Localized>;

export interface Refusal {
  readonly refusal: Localized;
}
