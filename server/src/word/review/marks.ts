/** Marks among the runs of a text: where comments begin and end, and what is deleted and inserted. */

import { escapeXml } from '../escape-xml.js';
import { isSplit, type PlacedChange } from './changes.js';
import { placeInXml, type RunPlace, type ScannedText, type Segment } from './scan.js';

export const AUTHOR = '工作总结';

/** The characters that a comment stands on. */
export interface Placed {
  readonly from: Segment;
  readonly fromIndex: number;
  readonly to: Segment;
  /** After the last character. */
  readonly toIndex: number;
  readonly id: number;
}

/** The characters that are meant: where there is none, those next to it in its paragraph. */
export function placeOf(
  { paragraphs }: ScannedText,
  { start, end }: { readonly start: number; readonly end: number },
): Omit<Placed, 'id'> | null {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle]!.end < start) low = middle + 1;
    else high = middle;
  }
  // In an empty paragraph nothing can stand; a neighbour has words.
  const near = [low, low - 1, low + 1].map((at) => paragraphs[at]?.segments ?? []);
  const segments = near.find((own) => own.length > 0);
  if (segments === undefined) return null;
  const touched: Segment[] = [];
  for (
    let at = low;
    at < paragraphs.length && paragraphs[at]!.start < Math.max(end, start + 1);
    at++
  ) {
    for (const segment of paragraphs[at]!.segments) {
      if (segment.start < end && segment.start + segment.text.length > start) touched.push(segment);
    }
  }
  const from = touched[0];
  const to = touched.at(-1);
  if (from !== undefined && to !== undefined) {
    const fromIndex = Math.max(0, start - from.start);
    const toIndex = Math.min(to.text.length, end - to.start);
    return {
      ...{ from, fromIndex: isSplit(from.text, fromIndex) ? fromIndex - 1 : fromIndex },
      ...{ to, toIndex: isSplit(to.text, toIndex) ? toIndex + 1 : toIndex },
    };
  }
  const before = segments.findLast((segment) => segment.start <= start);
  const beside = before ?? segments[0]!;
  return { from: beside, fromIndex: 0, to: beside, toIndex: beside.text.length };
}

/** In which order marks stand that fall on the same place. */
const ORDER = ['replacement', 'end', 'start', 'insertion'] as const;
type Kind = (typeof ORDER)[number];

/** A place between two characters of a run, or before or after all of it. */
interface Cut {
  /** Where the XML is divided. */
  readonly at: number;
  /** Null where it falls between runs. */
  readonly run: RunPlace | null;
  /** It falls into an element of text, which has to be closed and opened again. */
  readonly inText: boolean;
  readonly marks: Record<Kind, string>;
  deletedBefore: boolean;
  deletedAfter: boolean;
}

/** The XML with marks for comments and changes; a run is divided where one falls into it. */
export function marked(
  { xml, prefix: w }: ScannedText,
  comments: readonly Placed[],
  changes: readonly PlacedChange[],
): string {
  const cuts = new Map<number, Cut>();
  const cutAt = (segment: Segment, index: number): Cut => {
    const place = divide(xml, segment, index);
    const known = cuts.get(place.at);
    if (known !== undefined) return known;
    const marks = { replacement: '', end: '', start: '', insertion: '' };
    const cut = { ...place, marks, deletedBefore: false, deletedAfter: false };
    cuts.set(place.at, cut);
    return cut;
  };
  for (const { id, from, fromIndex, to, toIndex } of comments) {
    cutAt(from, fromIndex).marks.start += `<${w}commentRangeStart ${w}id="${id}"/>`;
    const { marks } = cutAt(to, toIndex);
    const end = `<${w}commentRangeEnd ${w}id="${id}"/><${w}r><${w}commentReference ${w}id="${id}"/></${w}r>`;
    marks.end = end + marks.end;
  }
  let id = firstFreeId(xml);
  const tag = (name: string) => `<${w}${name} ${w}id="${id++}" ${w}author="${AUTHOR}">`;
  for (const { deleted, newText, at, opens } of changes) {
    for (const { segment, from, to } of deleted) {
      cutAt(segment, from).deletedAfter = true;
      cutAt(segment, to).deletedBefore = true;
    }
    if (newText === '') continue;
    const { properties } = (deleted[0]?.segment ?? at.segment).run;
    const own = properties.replace(new RegExp(`<${w}rPrChange\\b.*?</${w}rPrChange>`, 's'), '');
    const words = newText
      .split(/(\t)/)
      .filter((part) => part !== '')
      .map((part) => (part === '\t' ? `<${w}tab/>` : textElement(w, 't', part)));
    cutAt(at.segment, at.index).marks[opens ? 'insertion' : 'replacement'] +=
      `${tag('ins')}<${w}r>${own}${words.join('')}</${w}r></${w}ins>`;
  }
  let result = '';
  let from = 0;
  let deleting = false;
  for (const cut of [...cuts.values()].sort((a, b) => a.at - b.at)) {
    const { at, run, inText, marks } = cut;
    // Within what is deleted, where something that is said begins or ends.
    const inside: boolean = deleting && !cut.deletedBefore;
    const deletedBefore = inside || cut.deletedBefore;
    const deletedAfter: boolean = inside || cut.deletedAfter;
    result += piece(xml.slice(from, at), w, deleting, inText);
    from = at;
    deleting = deletedAfter;
    if (run !== null)
      result += `${inText ? `</${w}${deletedBefore ? 'delText' : 't'}>` : ''}</${w}r>`;
    if (deletedBefore) result += `</${w}del>`;
    result += ORDER.map((kind) => marks[kind]).join('');
    if (deletedAfter) result += tag('del');
    if (run !== null) {
      result += `<${w}r>${run.properties}`;
      if (inText) result += opening(w, deletedAfter ? 'delText' : 't');
    }
  }
  return result + xml.slice(from);
}

const opening = (w: string, name: string) => `<${w}${name} xml:space="preserve">`;
const textElement = (w: string, name: string, text: string) =>
  `${opening(w, name)}${escapeXml(text)}</${w}${name}>`;

/** Where the XML is divided for a place in a segment: between elements where that can be. */
function divide(xml: string, segment: Segment, index: number): Pick<Cut, 'at' | 'run' | 'inText'> {
  const { run, text, tag, from, to } = segment;
  const isElement = from === tag;
  if (index === 0 && (isElement || /^<[^<>]*>$/.test(xml.slice(tag, from)))) {
    const isFirst = xml.slice(run.from, tag).replace(run.properties, '').match(/</g)?.length === 1;
    return isFirst ? { at: run.from, run: null, inText: false } : { at: tag, run, inText: false };
  }
  const closing = isElement ? '' : /^<\/[^<>]*>/.exec(xml.slice(to, to + 40))?.[0];
  if (index >= text.length && closing !== undefined) {
    const end = to + closing.length;
    const isLast = /^\s*<\/[^<>]*>$/.test(xml.slice(end, run.to));
    return isLast ? { at: run.to, run: null, inText: false } : { at: end, run, inText: false };
  }
  return { at: placeInXml(xml, segment, index), run, inText: true };
}

/** What stands between two cuts, its words marked as deleted, and its blanks kept where it ends in a text. */
function piece(xml: string, w: string, deleted: boolean, endsInText: boolean): string {
  const marked = deleted
    ? xml
        .replace(new RegExp(`<${w}t(?=[\\s>])`, 'g'), `<${w}delText`)
        .replaceAll(`</${w}t>`, `</${w}delText>`)
    : xml;
  if (!endsInText || !/\s$/.test(marked)) return marked;
  return marked.replace(new RegExp(`<(${w}(?:t|delText))>([^<]*)$`), '<$1 xml:space="preserve">$2');
}

/** For changes: after all that are in use, whatever they number. */
function firstFreeId(xml: string): number {
  let first = 1;
  for (const [, id] of xml.matchAll(/[\s:]id="(\d{1,9})"/g)) {
    first = Math.max(first, Number(id) + 1);
  }
  return first;
}
