/** Whose figures a document tells, and what it is about. */
import type { ParsedSummary } from '../document/model.js';
import { titleOf } from '../document/title.js';
import type { Period } from './model.js';
import { namedPeriod, yearOf } from './period.js';

/** Whom and what time a document is about, by its title, signature and file name. */
export interface DocumentSubject {
  readonly period: Period | null;
  /** The year that 今年 means; null where neither title nor file name tells it. */
  readonly year: number | null;
  readonly office: string;
  /** Of a speech, the year in which it is given: figures of that and later years are plans. Null for other texts. */
  readonly speechYear: number | null;
}

const KIND_OF_DOCUMENT =
  /(?:(?:全面|重点)?工作)?(?:总结|小结|汇报|报告|要点|计划|情况|述职|述廉|月报|周报|季报|年报|简报|台账|打算|安排|思路)+(?:报告|材料)?/g;
const TIME =
  /(?:19|20)\d{2}(?:[—–～~-]{1,2}(?:19|20)?\d{2})?年?度?|上半年|下半年|半年|年终|年度|年中|全年|第?[一二三四1-4]季度|第[\d一二三四五六七八九十]{1,3}周|\d{1,2}(?:月?[—–～~至-]{1,2}\d{1,2})?月份?|[“"]?[一二三四五六七八九十]{1,2}五[”"]?时期|和|及|关于|的/g;

/** The office in a title or file name, without times and kinds of documents: 教育局 of 教育局2026年工作总结. `''` for none. */
function officeInName(name: string): string {
  const rest = name
    .replace(TIME, ' ')
    .replace(KIND_OF_DOCUMENT, ' ')
    .replace(/[\d_\-—–·.（）()【】[\]\s]+/g, ' ')
    .trim();
  const office =
    rest
      .split(' ')
      .find((part) => /^[\u3400-\u9fff\ud840-\ud8bf\udc00-\udfff]{2,24}$/.test(part)) ?? '';
  return /^(?:政府|工作|业务|全面|个人|本人|最新|定稿|初稿|终稿|副本|重点|上报|修改稿?)$/.test(
    office,
  )
    ? ''
    : office;
}

/** 我代表国务院，向大会作报告. */
const SPEAKS_FOR = /我代表([\u3400-\u9fff\ud840-\ud8bf\udc00-\udfff]{2,20}?)(?=，|,|向|作)/;

/** @param name Of the file, with or without its ending. */
export function subjectOf(summary: ParsedSummary, name: string): DocumentSubject {
  const { text, paragraphs } = summary;
  const stem = name.replace(/^.*[\\/]/, '').replace(/\.\w{1,8}$/, '');
  const title = titleOf(summary).replace(/[【〔[][^【〔[\]】〕]{0,40}[】〕\]]/g, '');
  // A speech tells of the year before, whatever year its title names.
  const isSpeech = /各位代表|^同志们/m.test(text.slice(0, 400));
  const period = isSpeech ? null : (namedPeriod(title) ?? namedPeriod(stem));
  const signature = paragraphs.find(({ kind }) => kind === 'signature');
  const signed = signature === undefined ? '' : text.slice(signature.start, signature.end).trim();
  const spoken = SPEAKS_FOR.exec(text.slice(0, 600))?.[1] ?? '';
  const offices = [
    officeInName(title),
    /^(?:省|市|县|区|自治区|第|党|本届)/.test(spoken) ? '' : spoken,
    /^[\u3400-\u9fff\ud840-\ud8bf\udc00-\udfff]{3,24}$/.test(signed) ? signed : '',
    officeInName(stem),
  ];
  const statedYear = isSpeech ? /(?:19|20)\d{2}/.exec(title + stem)?.[0] : undefined;
  const speechYear = statedYear === undefined ? null : Number(statedYear);
  return {
    period,
    year: period !== null ? yearOf(period) : (speechYear ?? null),
    speechYear,
    office: offices.find((office) => office !== '') ?? '',
  };
}

/**
 * The name under which the owner of a figure is compared. A government stands for its area, and 全区 for the area that the
 * document's own office names; where it names none, 全区 stays.
 * @param documentOffice The office of the document.
 */
export function ownerOf(office: string, documentOffice: string): string {
  if (office === '国务院') return '全国';
  const kind = /^全([省市县区镇乡村])$/.exec(office)?.[1];
  if (kind === undefined) return office.replace(/(?<=[省市县区州旗镇乡])(?:人民)?政府$/, '');
  const area = documentOffice.slice(0, documentOffice.lastIndexOf(kind) + 1);
  return area.length > 1 && !area.endsWith('社区') ? area : office;
}

/** True when both names are of one owner: one office or area, or 全区 and a 区 by its name. */
export function isSameOwner(a: string, b: string): boolean {
  if (isSameOffice(a, b)) return true;
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  if (long.endsWith('社区')) return false;
  if (/^全[省市县区镇乡村]$/.test(short)) return long.endsWith(short.slice(1));
  return /..[省市县区州旗]$/.test(short) && long.endsWith(short);
}

/** A key that is the same for all names of one owner; owners with different keys need not be compared. */
export const ownerKey = (owner: string): string =>
  /[省市县区州旗镇乡村国]$/.test(owner) ? owner.slice(-1) : officeKey(owner);

/** True when both names are of one office: 教育局, 𠮷水县教育局. */
export function isSameOffice(a: string, b: string): boolean {
  if (a === b) return true;
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return short.length >= 3 && OFFICE_END.test(short) && long.endsWith(short);
}

/** A key that is the same for all names of one office; offices with different keys need not be compared. */
export const officeKey = (office: string): string => office.slice(-3);

const OFFICE_END = /[局委办厅部院校馆站所科处镇乡]$|街道|社区|中心|公司|支部/;
