/**
 * Placeholders that are marked by brackets or said in words: `【…】 […] {{…}} ${…} {…} <…> （待定）
 * 待补充 TODO` (domain rules 4.1). Brackets also decorate headings, quote news tags and link, so
 * each form has its guards; where they doubt, there is no placeholder.
 */

import { NUMERALS } from '../../base/numerals.js';
import { isBlank, isHan } from '../../base/text.js';
import { ORDINALS } from '../../document/label-forms.js';
import { SURNAMES } from './people.js';
import type { Candidate, LineScan } from './scan.js';
import { after, before, charAt, codeAt, isLatin, matchAt } from './scan.js';

/** Longest text inside brackets, in UTF-16 code units (domain rules 4.1). */
const INNER_MAX = 40;

/** Words that ask for something to be filled in, wherever the bracket stands. */
const ASKS =
  /待(?:补|填|核|定|完善|确认|更新|查|续写)|请(?:输入|填|在|补|选|插|写|根据|注明|说明|列|简)|此处|填写|填入|输入|插入|[XxＸｘ×]{2,}|_{2,}|□{2,}|具体|名称|姓名|年份|简述/;
/** What is named by its title, and no blank: 【配置说明】. */
const TITLED = /(?:说明|指南|手册|须知|攻略|教程)$/;
/** What is filled in already: a day, a time, a figure. */
const VALUE =
  /^(?:\d{4}[年./-]\d{1,2}(?:月|[./-])?(?:\d{1,2}日?)?(?:[ \u3000]?\d{1,2}[:：时点]\d{0,2}分?)?|\d{1,2}月\d{1,2}日|(?:[上下]午|晚上?|中午)?\d{1,2}[:：时点]\d{0,2}分?|\d[\d.,]*[万亿]?[%％\u4e00-\u9fff]{0,3})$/;
const PERSON_LABEL =
  /(?:人员?|者|姓名|签名|签字|签收|主持|记录|校对|审核|审批|经办|汇报|组长|主任|书记|处长|科长|局长)[：:][ \u00a0\u3000]?$/;
/** Words that name a blank for someone or something, and the words that go on after such a name. */
const NAME_SLOT = /(?:[省市区县镇乡村局校院馆站]名|姓名|单位|部门|科室|公司|机构)(?:名称?)?$/;
const GOES_ON =
  /^(?:(?:19|20)[\dXxＸｘ×＊*]{2}年|关于|同志|的|在(?!职)|于|是|将|认真|严格|始终|坚持|积极|现有|位于|共有)/;
/** 【来源】 and the like are parts of the printed text (GB/T 15834 4.9.3.3). */
const TAG =
  /^(?:来源|责任?编辑?|编辑|记者|作者|校对|监制|审核人?|编者按|附[件注录]?|注[释：:\d]?|图|表|见|摘要|关键词|导读|链接|相关|参考)(?:[\d\s一二三四五六七八九十]{0,4}$|[：:])/;
/** Pending words of `（待定）`; they are ordinary predicates without brackets. */
const PENDING =
  /^(?:(?:数据|内容|文字|此处|略)?(?:待(?:补充?|核实?|定|填写?|完善|确认|更新|续写?)|暂缺|暂无数据)(?:[：:，, ].{0,24})?|略|TODO\b.{0,30}|TBD|[此请](?:处)?(?:填写|输入|插入|补充).{0,30})$/;
/** What may stand before a heading or a list item: marks, numerals, a label. */
const NUMBER = `(?:${NUMERALS.han.character}|[百\\d]){1,4}`;
const ORDINAL = `第${NUMBER}(?:${ORDINALS.map(({ suffix }) => suffix).join('|')})`;
const LABEL_BEFORE = new RegExp(
  `^[\\s\\ufeff]*(?:[#>*+-]{1,6}\\s*)?(?:[（(]?${NUMBER}[）)、.．]?\\s*)?(?:${ORDINAL}\\s*)?(?:[*_]{2})?$`,
);
const SENTENCE_END_BEFORE = /[。！？；!?;…]["”’）)]?\s{0,2}$/;
const LABEL_REACH = 24;

/** Position right after the opening bracket to the closing one; -1 if there is none near on the line. */
function closing(scan: LineScan, from: number, open: number, close: number): number {
  const limit = Math.min(scan.end, from + INNER_MAX + 1);
  for (let at = from; at < limit; at++) {
    const code = scan.text.charCodeAt(at);
    if (code === close) return at > from ? at : -1;
    if (code === open) return -1;
  }
  return -1;
}

function hasHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) return true;
  return false;
}

function whole(scan: LineScan, start: number, end: number, inner: string): Candidate | null {
  if (inner.trim() === '' || end > scan.end) return null;
  const span = { start, end };
  return { span, tokens: [span], inner: inner.trim() };
}

/** True where a bracket heads a line, a section or a sentence: there it decorates. */
function heads(scan: LineScan, start: number): boolean {
  const left = before(scan, start, LABEL_REACH);
  if (SENTENCE_END_BEFORE.test(left)) return true;
  return start - scan.start <= LABEL_REACH && LABEL_BEFORE.test(left);
}

/** Guards shared by `【…】`, `[…]` and `{…}`: Han inside, no tag, no value, no decoration. */
function decorated(scan: LineScan, start: number, end: number, inner: string): boolean {
  const words = inner.trim();
  if (!hasHan(words) || TAG.test(words) || VALUE.test(words)) return true;
  if (PERSON_LABEL.test(before(scan, start, 8)) && isPerson(words)) return true;
  const asks = ASKS.test(words);
  if (!asks && TITLED.test(words)) return true;
  if (!heads(scan, start)) return false;
  if (/^[：:]/.test(after(scan, end, 1))) return true;
  return !asks && !(NAME_SLOT.test(words) && GOES_ON.test(after(scan, end, 8)));
}

/** True for what reads like somebody's name and names no blank. */
function isPerson(words: string): boolean {
  return (
    /^[\u4e00-\u9fff]{2,4}$/.test(words) &&
    SURNAMES.includes(words.charAt(0)) &&
    !/[人名员者位门室话期间]$/.test(words) &&
    !ASKS.test(words)
  );
}

const EMPTY = /【[ \u00a0\u3000]{0,40}】/y;

function lenticular(scan: LineScan, start: number): Candidate | null {
  const empty = matchAt(scan, EMPTY, start);
  if (empty !== null) {
    const span = { start, end: start + empty[0].length };
    return { span, tokens: [span] };
  }
  const close = closing(scan, start + 1, 0x3010, 0x3011);
  if (close < 0) return null;
  const inner = scan.text.slice(start + 1, close);
  return decorated(scan, start, close + 1, inner) ? null : whole(scan, start, close + 1, inner);
}

function square(scan: LineScan, start: number): Candidate | null {
  const blank = emptyBrackets(scan, start);
  if (blank !== null) return blank;
  const open = scan.text.charCodeAt(start);
  const close = closing(scan, start + 1, open, open === 0x5b ? 0x5d : 0xff3d);
  if (close < 0) return null;
  const inner = scan.text.slice(start + 1, close);
  if (open === 0x5b) {
    // Links, images, footnotes, definitions, references and escapes of Markdown; indexes of code.
    if ('([:'.includes(charAt(scan, close + 1) || ' ')) return null;
    const left = codeAt(scan, start - 1);
    if (isLatin(left) || ('!]\\'.includes(charAt(scan, start - 1)) && left > 0)) return null;
    if (inner.startsWith('^') || /[，,]\s?\d{4}/.test(inner)) return null;
  }
  return decorated(scan, start, close + 1, inner) ? null : whole(scan, start, close + 1, inner);
}

const TEMPLATE = /\{\{[^{}\n\r]{1,40}\}\}|\$\{[^{}\n\r]{1,40}\}/y;

function brace(scan: LineScan, start: number): Candidate | null {
  const template = matchAt(scan, TEMPLATE, start);
  if (template !== null) {
    const end = start + template[0].length;
    return whole(scan, start, end, template[0].replace(/^[${]{2}|\}{1,2}$/g, ''));
  }
  if (charAt(scan, start) !== '{') return null;
  const left = codeAt(scan, start - 1);
  // `\text{…}` and `${` of code.
  if (isLatin(left) || left === 0x24 || left === 0x5c || left === 0x7b) return null;
  const close = closing(scan, start + 1, 0x7b, 0x7d);
  if (close < 0 || charAt(scan, close + 1) === '}') return null;
  const inner = scan.text.slice(start + 1, close);
  return decorated(scan, start, close + 1, inner) ? null : whole(scan, start, close + 1, inner);
}

const ANGLE = /<([\u3400-\u4dbf\u4e00-\u9fff]{1,20})>/y;
const CORNER = /〈([\u3400-\u4dbf\u4e00-\u9fff]{1,20})〉/y;
/** `<关于…的通知>` stands for 《…》. */
const TITLE = /^关于|(?:通知|办法|条例|意见|规定|方案|决定|细则|报告|法)$/;
/** How far a closing `</tag>` is looked for. */
const TAG_REACH = 200;

function angle(scan: LineScan, start: number): Candidate | null {
  const corner = codeAt(scan, start) === 0x3008;
  const match = matchAt(scan, corner ? CORNER : ANGLE, start);
  const inner = match?.[1];
  if (match === null || inner === undefined || TITLE.test(inner)) return null;
  const end = start + match[0].length;
  // 〈〉 are the title marks inside 《》, so only words that ask make them a placeholder.
  if (corner && !ASKS.test(inner)) return null;
  if (after(scan, end, TAG_REACH).includes(`</${inner}>`)) return null;
  return whole(scan, start, end, inner);
}

const BLANKS = /[（〔([［][ \u00a0\u3000]{0,40}[）〕)\]］]/y;

/** The empty `（　　）` of forms. With less than two blanks in it, or in half width, it has to stand before a unit. */
function emptyBrackets(scan: LineScan, start: number): Candidate | null {
  const match = matchAt(scan, BLANKS, start);
  const left = codeAt(scan, start - 1);
  if (match === null || isLatin(left) || left === 0x5d) return null;
  const span = { start, end: start + match[0].length };
  if (/^[（〔].{2}/.test(match[0].slice(0, -1))) return { span, tokens: [span] };
  // At the start of a line or after a blank there is something to be ticked.
  return isGap(left) ? null : { span, tokens: [span], weak: true };
}

/** `（待定）`, `（略）` and the empty `（　　）` of forms. */
function parenthesis(scan: LineScan, start: number): Candidate | null {
  const blank = emptyBrackets(scan, start);
  if (blank !== null) return blank;
  const open = scan.text.charCodeAt(start);
  if (open === 0x3014) return null;
  const close = closing(scan, start + 1, open, open === 0x28 ? 0x29 : 0xff09);
  if (close < 0 || (open === 0x28 && isLatin(codeAt(scan, start - 1)))) return null;
  const inner = scan.text.slice(start + 1, close);
  return PENDING.test(inner.trim()) ? whole(scan, start, close + 1, inner) : null;
}

const WORD = /待(?:补充?|核实?|填写?)|TODO|TBD/y;
/** 时间待定: what is not known yet. 名单待定 may be all there is to report. */
const UNDECIDED = /(时间|日期|地点|人选|人数|金额|经费|名称|题目|主题)[：:]?[ \u3000]?$/;

/** `培训时间待定。` and `地点：待定`. */
function undecided(scan: LineScan, start: number): Candidate | null {
  const end = start + 2;
  if (charAt(scan, start + 1) !== '定' || !/^[。，；、）)\s]|^$/.test(after(scan, end, 1)))
    return null;
  const left = before(scan, start, 6);
  const inner = UNDECIDED.exec(left)?.[1];
  if (inner === undefined && !/[：:][ \u3000]?$/.test(left)) return null;
  const span = { start, end };
  return { span, tokens: [span], inner: inner ?? '待定', tentative: true };
}

/**
 * Bare `待补充`, `待核实`, `TODO`, `TBD`. A Han character after them makes a predicate or an
 * attribute of them (待补充的材料), and so does 有, 尚, 仍 before; 待核实 after a noun reports a state
 * (线索待核实), so it needs a mark before.
 */
function pendingWord(scan: LineScan, start: number): Candidate | null {
  const match = matchAt(scan, WORD, start);
  if (match === null) return null;
  const end = start + match[0].length;
  const left = codeAt(scan, start - 1);
  const right = codeAt(scan, end);
  if (match[0].startsWith('T')) {
    const word = (code: number): boolean =>
      isLatin(code) || (code >= 48 && code <= 57) || '_-/.@#'.includes(String.fromCharCode(code));
    // A full stop or a slash ends a sentence too, but a file name must not be hit.
    if (
      word(left) ||
      word(right) ||
      /^\s?(?:list|清单|列表|事项|应用|软件)/i.test(after(scan, end, 6))
    ) {
      return null;
    }
  } else {
    if (isHan(right)) return null;
    if (
      match[0].startsWith('待核')
        ? isHan(left)
        : '有亟尚仍还正等期招接看对款优交善相'.includes(charAt(scan, start - 1) || ' ')
    ) {
      return null;
    }
  }
  const span = { start, end };
  return { span, tokens: [span], inner: match[0] };
}

/** The bracketed or worded placeholder that starts at `start`, if there is one. */
export function matchBracket(scan: LineScan, start: number): Candidate | null {
  switch (scan.text.charCodeAt(start)) {
    case 0x3010:
      return lenticular(scan, start);
    case 0x5b:
    case 0xff3b:
      return square(scan, start);
    case 0x7b:
    case 0x24:
      return brace(scan, start);
    case 0x3c:
    case 0x3008:
      return angle(scan, start);
    case 0xff08:
    case 0x28:
    case 0x3014:
      return parenthesis(scan, start);
    case 0x5f85:
      return undecided(scan, start) ?? pendingWord(scan, start);
    case 0x54:
      return pendingWord(scan, start);
    default:
      return null;
  }
}

/** True for white space or nothing, where emphasis of Markdown can neither open nor close. */
export function isGap(code: number): boolean {
  return Number.isNaN(code) || isBlank(code);
}
