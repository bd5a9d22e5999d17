/** What is proposed at the caret: phrases that fit the place, and all that was asked for by name. */

import { documentYear } from '../analysis/document-year.js';
import { findEnumerators } from '../analysis/enumeration.js';
import { findPlaceholders, type Placeholder } from '../analysis/placeholders/placeholders.js';
import type { Day } from '../base/calendar.js';
import { formatHanNumeral } from '../base/numerals.js';
import { matchesPinyin } from '../base/pinyin.js';
import { lineAt, type Span, shortened, splitLines, type TextEdit } from '../base/text.js';
import type { ParsedSummary } from '../document/model.js';
import { titleOf } from '../document/title.js';
import { renumberTo, siblingsOf } from '../edits/renumber.js';
import { isAlreadyWritten } from '../phrases/already-written.js';
import { type Place, placeAt, type Start } from '../phrases/caret-context.js';
import { relabel, withoutLabel } from '../phrases/labels.js';
import {
  type Key,
  keyOf,
  type Match,
  matchKey,
  type Query,
  queriesBefore,
} from '../phrases/match.js';
import {
  type DocumentKind,
  GENERAL_PHRASES,
  KINDS,
  PHRASES,
  type Phrase,
  ROLE_NAMES,
  type Role,
} from '../phrases/model.js';
import { dateText, LAYOUTS, layOut, SECTIONS, skeleton } from '../phrases/skeleton.js';
import { dominantStyle, type PlaceholderStyle } from '../phrases/style.js';
import { type Known, type Part, renderStops, snippetOf, textOf } from '../phrases/tab-stops.js';
import type { CoreCompletion } from './completion-item.js';

export interface PhraseContext {
  readonly placeholders: readonly Placeholder[];
  readonly today: Day;
  /** The writer's own phrases. */
  readonly own: readonly Phrase[];
  /** How often the writer chose a phrase before, by its id. */
  readonly chosen: Readonly<Record<string, number>>;
}

/** No longer list helps anybody. */
const MOST = 40;

/** How far around the caret a section is read for phrases that it has already. UTF-16 units. */
const REACH = 4000;

/** Sections of one name, which other kinds have too; nobody looks through more. */
const MOST_ALIKE = 4;

/** Longest label in the list, in UTF-16 units: a sentence of the usual length is shown whole. */
const LONGEST_LABEL = 64;

/** Whole documents, offered where there is none yet. */
const DOCUMENTS: readonly Phrase[] = KINDS.map(({ id, name }) => ({
  id: `document:${id}`,
  section: 'title',
  form: 'document',
  title: name,
  text: '',
  kinds: [id],
}));

/** Of a key that names the part of a document. */
const PART_WEIGHT = -18;

/** A key that names the phrase itself weighs most; the part of the document it belongs to, least. */
function keyTexts(phrase: Phrase): { text: string; weight: number }[] {
  const own = [phrase.title, ...(phrase.keys ?? [])].map((text) => ({ text, weight: 0 }));
  const words = phrase.text.replace(/[【{][^】}]*[】}]|XX?/g, '').replace(/^[（一）、]+/, '');
  const part = ROLE_NAMES[phrase.section].map((text) => ({ text, weight: PART_WEIGHT }));
  return [...own, { text: words, weight: -4 }, ...part].filter(({ text }) => text !== '');
}

/** All that the built-in phrases are found by: their readings are looked up at build time. */
export function builtInTexts(): string[] {
  return [...PHRASES, ...SECTIONS, ...DOCUMENTS].flatMap((phrase) =>
    keyTexts(phrase).map(({ text }) => text),
  );
}

/** Phrases that are found by one key, with the weight of it for each. */
interface Named {
  readonly key: Key;
  readonly phrases: { readonly phrase: Phrase; readonly weight: number }[];
}

/** A list of phrases with all that they are found by. */
class Candidates {
  private readonly byStart = new Map<string, Named[]>();

  constructor(readonly phrases: readonly Phrase[]) {
    const byText = new Map<string, Named>();
    for (const phrase of phrases) {
      for (const { text, weight } of keyTexts(phrase)) {
        let named = byText.get(text);
        if (named === undefined) {
          named = { key: keyOf(text), phrases: [] };
          byText.set(text, named);
          this.list(named);
        }
        named.phrases.push({ phrase, weight });
      }
    }
  }

  private list(named: Named): void {
    for (const start of new Set(named.key.starts)) {
      const list = this.byStart.get(start);
      if (list === undefined) this.byStart.set(start, [named]);
      else list.push(named);
    }
  }

  /** How well each phrase is met by what was typed; those that are not met have no entry. */
  metBy(typed: string): Map<Phrase, number> {
    const met = new Map<Phrase, number>();
    for (const { key, phrases } of this.byStart.get(typed[0]!.toLowerCase()) ?? []) {
      const match = matchKey(key, typed);
      if (match === null) continue;
      for (const { phrase, weight } of phrases) {
        const quality = weight + closeness(match);
        if (quality > (met.get(phrase) ?? Number.NEGATIVE_INFINITY)) met.set(phrase, quality);
      }
    }
    return met;
  }
}

let builtIn: Candidates | undefined;
const ownCandidates = new WeakMap<readonly Phrase[], Candidates>();

/** The writer's own, then the built-in ones. */
function candidates(own: readonly Phrase[]): readonly Candidates[] {
  builtIn ??= new Candidates([...PHRASES, ...SECTIONS, ...DOCUMENTS]);
  let more = ownCandidates.get(own);
  if (more === undefined) {
    more = new Candidates(own);
    ownCandidates.set(own, more);
  }
  return [more, builtIn];
}

/** A phrase that fits, where it begins, and how much speaks for it. */
interface Found {
  readonly phrase: Phrase;
  readonly start: number;
  readonly place: Place;
  readonly score: number;
}

/**
 * Proposals for `offset` (UTF-16), the likeliest first. Where nothing that was typed asks for a
 * phrase, those of the part are offered, but only where a sentence or a paragraph may begin.
 */
export function phraseCompletions(
  summary: ParsedSummary,
  offset: number,
  context: PhraseContext,
): CoreCompletion[] {
  const { text, lines } = summary;
  const lineStart = lines[lineAt(lines, offset)]!.start;
  const queries = queriesBefore(text, lineStart, offset);
  const whole = queries.find((query) => query.whole);
  const asked = placeAt(summary, whole?.start ?? offset);
  const idle = queries.length === 0 ? asked : null;
  const blank =
    text.slice(0, whole?.start ?? offset).replace(/[\s\u3000\uFEFF]/g, '') === '' &&
    text.slice(offset).replace(/[\s\u3000]/g, '') === '';

  const found: Found[] = [];
  for (const list of candidates(context.own)) {
    const met = queries.map((query) => ({ ...query, met: list.metBy(query.typed) }));
    for (const phrase of list.phrases) {
      if (phrase.form === 'document' && !blank) continue;
      const best = askedFor(phrase, met, asked, context) ?? offered(phrase, offset, idle, context);
      if (best !== null) found.push(best);
    }
  }
  for (const query of queries.length > 0 ? queries : [{ start: offset, typed: '' }]) {
    found.push(...enumerators(summary, query.start, query.typed, asked));
  }

  const style = dominantStyle(context.placeholders);
  const known = knownIn(summary, context.today);
  const { start, end } = asked.section;
  const around = text.slice(Math.max(start, offset - REACH), Math.min(end, offset + REACH));
  const rows = new Rows();
  const line: Span = { start: lineStart, end: offset };
  const edits = found.some(({ phrase }) => phrase.form === 'section')
    ? numberedOn(summary, line, asked)
    : [];
  for (const item of found.sort((a, b) => b.score - a.score)) {
    if (rows.proposals.length === MOST) break;
    if (isAlreadyWritten(item.phrase, around)) continue;
    const proposal = proposalOf(summary, offset, item, style, known, context.today);
    rows.add(item.phrase.form === 'section' ? { ...proposal, edits } : proposal);
  }
  return rows.proposals;
}

/** The longest stretch that asks for the phrase: all of it gives way, so that nothing stands twice. */
function askedFor(
  phrase: Phrase,
  queries: readonly (Query & { readonly met: ReadonlyMap<Phrase, number> })[],
  asked: Place,
  context: PhraseContext,
): Found | null {
  for (const { start, typed, whole, met } of queries) {
    const isNamed = met.has(phrase);
    // What only holds it is worth a look where it is of this trade and all that was typed.
    if (!isNamed && !whole) continue;
    const place: Place = whole ? asked : { ...asked, start: 'inside' };
    if (!fits(phrase, place.start, place, true)) continue;
    if (!(isNamed && whole) && (isForeign(phrase, place) || isBeside(phrase, place))) continue;
    const quality = met.get(phrase) ?? within(phrase, typed);
    if (quality === null) continue;
    const beside = isBeside(phrase, place) ? BESIDE_WEIGHT : 0;
    const score = quality + beside - (whole ? 0 : 10) + worthOf(phrase, place, context, true);
    return { phrase, start, place, score };
  }
  return null;
}

/** What may stand at a place where nothing was typed. */
function offered(
  phrase: Phrase,
  offset: number,
  place: Place | null,
  context: PhraseContext,
): Found | null {
  if (place === null || isForeign(phrase, place)) return null;
  if (!fits(phrase, place.start, place, false)) return null;
  return { phrase, start: offset, place, score: worthOf(phrase, place, context, false) };
}

/** The list as it is shown: no text twice, and no two rows that look alike. */
class Rows {
  readonly proposals: CoreCompletion[] = [];
  private readonly texts = new Set<string>();
  private readonly shown = new Set<string>();
  private readonly sections = new Map<string, number>();

  add(proposal: CoreCompletion): void {
    const { newText, label, kind, documentation } = proposal;
    if (this.texts.has(newText)) return;
    this.texts.add(newText);
    if (kind === 'section') {
      const alike = (this.sections.get(label) ?? 0) + 1;
      if (alike > MOST_ALIKE) return;
      this.sections.set(label, alike);
    }
    // The text itself tells them apart where their names do not.
    const first = shortened(
      (documentation?.zh ?? label).trimStart().split('\n')[0]!,
      LONGEST_LABEL,
    );
    const row = this.isShown(proposal) ? { ...proposal, label: first } : proposal;
    if (this.isShown(row)) return;
    this.shown.add(rowOf(row));
    this.proposals.push(row);
  }

  private isShown(proposal: CoreCompletion): boolean {
    return this.shown.has(rowOf(proposal));
  }
}

const rowOf = ({ label, detail }: CoreCompletion) => `${label}\n${detail?.zh}`;

/** Whether a phrase of this form may begin here; `asked`, when the writer typed for it. */
function fits(phrase: Phrase, start: Start, place: Place, asked: boolean): boolean {
  const { form, section } = phrase;
  const inPart = place.roles.includes(section);
  switch (start) {
    case 'paragraph':
      if (form === 'clause') return asked;
      if (form === 'heading') return section === 'title' ? inPart : asked;
      // Who has typed an indent is about to write a paragraph.
      if (form === 'section') {
        const begins = place.typedIndent === place.headingIndent;
        return asked || (begins && isDue(phrase, place) && !inTitle(place));
      }
      if (section === 'signoff') return asked || (inPart && place.typedIndent === '');
      return form === 'document' || asked || inPart;
    case 'heading':
      if (form === 'section') return place.level === 1 && (asked || isDue(phrase, place));
      if (form === 'heading') return section !== 'title';
      return (
        form === 'paragraph' && /^（/.test(phrase.text) && place.level === 2 && (asked || inPart)
      );
    case 'clause':
      return (form === 'sentence' && (asked || inPart)) || form === 'clause';
    default:
      return asked && (form === 'clause' || form === 'sentence');
  }
}

const inTitle = ({ roles }: Place) => roles[0] === 'title';

/** True for a section that the document does not have yet and its kind does. */
function isDue({ title, kinds }: Phrase, place: Place): boolean {
  return (kinds ?? []).includes(mainKind(place)) && !place.headings.includes(title);
}

const mainKind = ({ kinds }: Place): DocumentKind => kinds[0] ?? 'annual';

const GENERAL: ReadonlySet<Phrase> = new Set(GENERAL_PHRASES);

/** True for what only another trade writes. */
function isForeign(phrase: Phrase, place: Place): boolean {
  const { kinds, form } = phrase;
  if (kinds === undefined || form === 'document' || form === 'section') return false;
  return !GENERAL.has(phrase) && !kinds.some((kind) => place.kinds.includes(kind));
}

/** What was done is no problem, no cause and no plan: where one of these is written, it comes last. */
const BESIDE_WEIGHT = -20;
const isBeside = ({ form, section }: Phrase, { roles }: Place) =>
  form === 'sentence' &&
  section === 'results' &&
  !roles.includes('results') &&
  (['problems', 'causes', 'next'] as const).some((role) => roles.includes(role));

/** How well a sentence is met that only holds the characters that were typed, or what is read so. */
const WITHIN = 28;
const READ_WITHIN = 20;
/** Fewer letters are found by chance in every other sentence. */
const FEWEST_LETTERS = 3;

function within({ form, title, text, keys = [] }: Phrase, typed: string): number | null {
  if (form !== 'sentence') return null;
  const texts = [title, text, ...keys];
  if (/^[\u4e00-\u9fff]{2,}$/.test(typed)) {
    return texts.some((key) => key.includes(typed)) ? WITHIN : null;
  }
  if (typed.length < FEWEST_LETTERS || !/^[a-z]+$/.test(typed)) return null;
  return texts.some((key) => matchesPinyin(key, typed)) ? READ_WITHIN : null;
}

const closeness = ({ literal, whole }: Match) => (literal ? 45 : 35) + (whole ? 15 : 0);

/** What comes at the end is possible below every last section, and seldom what is wanted. */
const ENDS: ReadonlySet<Role> = new Set(['closing', 'signoff', 'attachment']);

/** What speaks for a phrase whatever was typed: its place, the kind of document, the writer's habit. */
function worthOf(phrase: Phrase, place: Place, { chosen }: PhraseContext, asked: boolean): number {
  const { form, section, kinds, own } = phrase;
  // The writer's own stand among the first rows that are seen.
  let worth = own === true ? 34 : 0;
  const index = place.roles.indexOf(section);
  if (index >= 0) worth += ENDS.has(section) ? 8 : Math.max(16, 30 - index * 5);
  if (form === 'section') {
    // A new section is what comes after this one: the next that the kind has, before later ones.
    const plan = KINDS.find(({ id }) => id === mainKind(place))!.sections;
    const due = plan.filter(({ heading }) => !place.headings.includes(heading));
    const order = due.findIndex(({ heading }) => heading === phrase.title);
    worth += order >= 0 ? 12 - order : 0;
    if (place.start === 'heading') worth += 25;
    // Who names a part where a paragraph begins means the part, before a sentence of it.
    else if (asked) worth += 14;
  }
  // A paragraph whose first words are a label or that is set apart goes where one begins.
  if (form === 'paragraph' && place.start === 'paragraph') worth += 3;
  if (kinds !== undefined) {
    const rank = place.kinds.findIndex((kind) => kinds.includes(kind));
    if (rank === 0) worth += 12;
    else if (rank > 0) worth += 9;
    else if (place.kinds.length === 0 && (GENERAL.has(phrase) || form === 'section')) worth -= 2;
    // A part that was named may be one of another kind.
    else worth -= !asked ? 20 : form === 'section' ? 4 : 10;
  }
  worth += Math.min(
    24,
    8 * Math.log2(1 + (Object.hasOwn(chosen, phrase.id) ? chosen[phrase.id]! : 0)),
  );
  return worth;
}

/** How far back a count of 一是、二是 is looked for. UTF-16 units. */
const COUNT_REACH = 3000;

/** The number that is due: after 一是, 二是; after 第一，, 第二，. */
function enumerators({ text }: ParsedSummary, start: number, typed: string, place: Place): Found[] {
  if (place.start === 'heading') return [];
  const before = text.slice(Math.max(0, start - COUNT_REACH), start);
  // The finder wants to see a second one, so that 一是 alone is none.
  const last = findEnumerators(`${before}\n二是`).slice(0, -1).at(-1);
  const ordinal = /[\s\S]*(?:^|[。；：\n\u3000])第([一二三四五六七八九])，/.exec(before)?.[1];
  const numbers = '一二三四五六七八九十';
  const due = [
    { text: `${formatHanNumeral((last?.number ?? 0) + 1)}是`, running: last !== undefined },
    {
      text: `第${numbers[ordinal === undefined ? 0 : numbers.indexOf(ordinal) + 1]}，`,
      running: ordinal !== undefined,
    },
    ...['首先，', '其次，', '最后，'].map((word) => ({ text: word, running: false })),
  ];
  return due.flatMap(({ text: word, running }) => {
    const match = typed === '' ? null : matchKey(keyOf(word), typed);
    const idle = typed === '' && running && place.start === 'clause';
    if (match === null && !idle) return [];
    const score = match === null ? 34 : closeness(match) + (running ? 40 : 10);
    const phrase: Phrase = {
      id: `connector:${word}`,
      section: 'connector',
      form: 'clause',
      title: word,
      text: word,
    };
    return [{ phrase, start, place, score }];
  });
}

/** What the document itself says and a phrase need not ask again: the year and the unit of its title. */
function knownIn(summary: ParsedSummary, today: Day): Known {
  const title = titleOf(summary);
  const year = documentYear(summary);
  const unit =
    /^(?!关于)([^\s，。、：“”《》【】XＸx×_\d]{2,30}?)(?:关于|(?:19|20)(?:\d\d|[Xx×]{2})年)/.exec(
      title,
    )?.[1];
  return {
    date: dateText(today),
    ...(year !== null && { year: String(year) }),
    ...(unit !== undefined && { names: { 单位名称: unit, 本单位: unit, 党组织名称: unit } }),
  };
}

function proposalOf(
  summary: ParsedSummary,
  offset: number,
  { phrase, start, place }: Found,
  style: PlaceholderStyle,
  known: Known,
  today: Day,
): CoreCompletion {
  const { lead, parts } =
    phrase.form === 'document'
      ? {
          lead: 0,
          parts: skeleton({
            kind: phrase.kinds![0]!,
            detail: 'standard',
            syntax: summary.syntax,
            style,
            date: dateText(today),
          }),
        }
      : placed(phrase, place, style, known);
  const text = textOf(parts);
  const first = text.trimStart();
  const short = phrase.form === 'sentence' || phrase.form === 'clause' || phrase.own === true;
  const label = short ? shortened(first.split('\n')[0]!, LONGEST_LABEL) : phrase.title;
  const span: Span = { start: start - lead, end: offset };
  return {
    label,
    kind: phrase.form === 'section' || phrase.form === 'document' ? 'section' : 'phrase',
    detail: detailOf(phrase, place, short),
    documentation: documentationOf(text),
    span,
    newText: snippetOf(parts),
    snippet: true,
    chosen: phrase.id,
  };
}

/** A section that comes before others takes the number of the first, so these are numbered on from it. */
function numberedOn(summary: ParsedSummary, replaced: Span, { next }: Place): TextEdit[] {
  const line = lineAt(summary.lines, replaced.end);
  const [number] = next;
  const following = summary.sections.find((section) => section.line > line);
  if (following?.label?.number !== number) return [];
  const list = siblingsOf(summary, following).filter((section) => section.line > line);
  const numbers = new Map(list.map((section, index) => [section, number + 1 + index]));
  // A reference that gives way needs no number.
  return renumberTo(summary, numbers).filter(
    ({ span: { start, end } }) => end < replaced.start || start > replaced.end,
  );
}

/** What a row says beside its text: what a sentence is about, and whose it is where others have it too. */
function detailOf(phrase: Phrase, place: Place, short: boolean) {
  const { own, section, title, kinds, form } = phrase;
  const part = ROLE_NAMES[section][0]!;
  if (own === true) return { zh: `我的常用语·${part}`, en: `Own phrase, ${part}` };
  const kind = place.kinds.find((id) => kinds?.includes(id)) ?? kinds?.[0];
  const trade = KINDS.find(({ id }) => id === kind)?.name.replace(/(?:工作)?总结$/, '');
  const about = form === 'section' ? '整节' : short && title !== phrase.text ? title : part;
  const tellsTrade = trade !== undefined && (form === 'section' || isForeign(phrase, place));
  const text = tellsTrade ? `${trade}·${about}` : about;
  return { zh: text, en: text };
}

/** The whole text, and what is to be filled in: 单位名称、数量（次）…. */
function documentationOf(text: string) {
  const found = findPlaceholders(text, splitLines(text), { markdown: false, exempt: [] });
  const labels = [...new Set(found.map(({ label }) => label))];
  if (labels.length === 0) return { zh: text, en: text };
  return {
    zh: `${text}\n\n要填：${labels.join('、')}`,
    en: `${text}\n\nTo fill in: ${labels.join(', ')}`,
  };
}

/** The phrase as it stands at this place: indented, its label with the number that is due. `lead` units of white space before the start are replaced too. */
function placed(
  { form, section, text }: Phrase,
  place: Place,
  style: PlaceholderStyle,
  known: Known,
): { lead: number; parts: Part[] } {
  const render = (content: string) => renderStops(content, style, known);
  if (place.start === 'heading') {
    // The label is typed already.
    const [first, ...rest] = text.split('\n');
    const heading = withoutLabel(first!);
    if (form !== 'section') return { lead: 0, parts: render(heading) };
    const body = relabel(layOut(rest, layoutOf(place)), place.labels, place.next[0]);
    return { lead: 0, parts: render([heading, body].join(gapOf(place))) };
  }
  if (place.start !== 'paragraph' || form === 'clause') return { lead: 0, parts: render(text) };
  if (section === 'title') {
    return { lead: 0, parts: render((place.syntax === 'markdown' ? '# ' : '') + text) };
  }
  const bare = place.typedIndent === '';
  if (form === 'section') {
    const [heading, ...rest] = text.split('\n');
    const label = place.labelled ? `${formatHanNumeral(place.next[0])}、` : '';
    const first = place.headingIndent + place.hashes + label + withoutLabel(heading!);
    const body = layOut(rest, layoutOf(place));
    const whole = relabel([first, body].join(gapOf(place)), place.labels, place.next[0]);
    return { lead: place.typedIndent.length, parts: render(whole) };
  }
  if (section === 'signoff')
    return { lead: place.typedIndent.length, parts: render(text.replaceAll('\n', gapOf(place))) };
  const numbered = text.replace(/^（一）/, `（${formatHanNumeral(place.next[1])}）`);
  const above = Math.max(1, place.next[0] - 1);
  const lines = relabel(layOut(numbered.split('\n'), layoutOf(place)), place.labels, above);
  // What is indented already is not indented twice.
  return { lead: 0, parts: render(bare ? lines : lines.slice(place.indent.length)) };
}

const layoutOf = (place: Place) => ({ ...LAYOUTS[place.syntax], ...place });
const gapOf = ({ syntax }: Place) => (syntax === 'markdown' ? '\n\n' : '\n');
