/** What is proposed at the caret: phrases that fit the place, and all that was asked for by name. */

import { documentYear } from '../analysis/document-year.js';
import { findEnumerators } from '../analysis/enumeration.js';
import { findPlaceholders, type Placeholder } from '../analysis/placeholders/placeholders.js';
import { formatHanNumeral } from '../base/numerals.js';
import { lineAt, type Span, splitLines } from '../base/text.js';
import type { ParsedSummary } from '../document/model.js';
import { type Place, placeAt, type Start } from '../phrases/caret-context.js';
import { type Key, keyOf, type Match, matchKey, queriesBefore } from '../phrases/match.js';
import { KINDS, PHRASES, type Phrase, ROLE_NAMES, type Role } from '../phrases/model.js';
import { type Day, dateText, LAYOUTS, layOut, SECTIONS, skeleton } from '../phrases/skeleton.js';
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

/** Longest label in the list, in UTF-16 units. */
const LONGEST_LABEL = 24;

/** Whole documents, offered where there is none yet. */
const DOCUMENTS: readonly Phrase[] = KINDS.map(({ id, name }) => ({
  id: `document:${id}`,
  section: 'title',
  form: 'document',
  title: name,
  text: '',
  kinds: [id],
}));

interface Candidate {
  readonly phrase: Phrase;
  /** What it is found by, with the weight of each. */
  readonly keys: readonly { readonly key: Key; readonly weight: number }[];
}

/** A key that names the phrase itself weighs most; the part of the document it belongs to, least. */
function candidateOf(phrase: Phrase): Candidate {
  return {
    phrase,
    keys: keyTexts(phrase).map(({ text, weight }) => ({ key: keyOf(text), weight })),
  };
}

function keyTexts(phrase: Phrase): { text: string; weight: number }[] {
  const own = [phrase.title, ...(phrase.keys ?? [])].map((text) => ({ text, weight: 0 }));
  const words = phrase.text.replace(/[【{][^】}]*[】}]|XX?/g, '').replace(/^[（一）、]+/, '');
  const part = ROLE_NAMES[phrase.section].map((text) => ({ text, weight: -18 }));
  return [...own, { text: words, weight: -4 }, ...part].filter(({ text }) => text !== '');
}

/** All that the built-in phrases are found by: their readings are looked up at build time. */
export function builtInTexts(): string[] {
  return [...PHRASES, ...SECTIONS, ...DOCUMENTS].flatMap((phrase) =>
    keyTexts(phrase).map(({ text }) => text),
  );
}

let builtIn: readonly Candidate[] | undefined;
const ownCandidates = new WeakMap<readonly Phrase[], readonly Candidate[]>();

function candidates(own: readonly Phrase[]): readonly Candidate[] {
  builtIn ??= [...PHRASES, ...SECTIONS, ...DOCUMENTS].map(candidateOf);
  let more = ownCandidates.get(own);
  if (more === undefined) {
    more = own.map(candidateOf);
    ownCandidates.set(own, more);
  }
  return [...more, ...builtIn];
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
  for (const { phrase, keys } of candidates(context.own)) {
    if (phrase.form === 'document' && !blank) continue;
    let best: Found | undefined;
    // The longest stretch that asks for the phrase: all of it gives way, so that nothing stands twice.
    for (const query of queries) {
      const place: Place = query.whole ? asked : { ...asked, start: 'inside' };
      if (!fits(phrase, place.start, place, true)) continue;
      const quality = qualityOf(keys, query.typed);
      if (quality === null) continue;
      const score = quality - (query.whole ? 0 : 10) + worthOf(phrase, place, context, true);
      best = { phrase, start: query.start, place, score };
      break;
    }
    const offered = idle !== null && fits(phrase, idle.start, idle, false);
    if (best === undefined && offered) {
      best = { phrase, start: offset, place: idle, score: worthOf(phrase, idle, context, false) };
    }
    if (best !== undefined) found.push(best);
  }
  for (const query of queries.length > 0 ? queries : [{ start: offset, typed: '' }]) {
    found.push(...enumerators(summary, query.start, query.typed, asked));
  }

  const style = dominantStyle(context.placeholders);
  const known = knownIn(summary, context.today);
  const seen = new Set<string>();
  return found
    .sort((a, b) => b.score - a.score)
    .flatMap((item) => {
      const proposal = proposalOf(summary, offset, item, style, known, context.today);
      if (seen.has(proposal.newText)) return [];
      seen.add(proposal.newText);
      return [proposal];
    })
    .slice(0, MOST);
}

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
function isDue({ title, kinds }: Phrase, { kind, headings }: Place): boolean {
  return (kinds ?? []).includes(kind ?? 'annual') && !headings.includes(title);
}

function qualityOf(keys: Candidate['keys'], typed: string): number | null {
  let best: number | null = null;
  for (const { key, weight } of keys) {
    const match = matchKey(key, typed);
    if (match === null) continue;
    const quality = weight + closeness(match);
    if (best === null || quality > best) best = quality;
  }
  return best;
}

const closeness = ({ literal, whole }: Match) => (literal ? 45 : 35) + (whole ? 15 : 0);

/** What comes at the end is possible below every last section, and seldom what is wanted. */
const ENDS: ReadonlySet<Role> = new Set(['closing', 'signoff', 'attachment']);

/** What speaks for a phrase whatever was typed: its place, the kind of document, the writer's habit. */
function worthOf(phrase: Phrase, place: Place, { chosen }: PhraseContext, asked: boolean): number {
  const { form, section, kinds, own } = phrase;
  let worth = own === true ? 6 : 0;
  const index = place.roles.indexOf(section);
  if (index >= 0) worth += ENDS.has(section) ? 8 : Math.max(16, 30 - index * 5);
  if (form === 'section') {
    // A new section is what comes after this one: the next that the kind has, before later ones.
    const plan = KINDS.find(({ id }) => id === (place.kind ?? 'annual'))!.sections;
    const due = plan.filter(({ heading }) => !place.headings.includes(heading));
    const order = due.findIndex(({ heading }) => heading === phrase.title);
    worth += order >= 0 ? 12 - order : 0;
    if (place.start === 'heading') worth += 25;
    // Who names a part where a paragraph begins means the part, before a sentence of it.
    else if (asked) worth += 8;
  }
  // A paragraph whose first words are a label or that is set apart goes where one begins.
  if (form === 'paragraph' && place.start === 'paragraph') worth += 3;
  if (kinds !== undefined) {
    if (place.kind !== null && kinds.includes(place.kind)) worth += 10;
    else worth -= place.kind === null ? 2 : asked ? 8 : 20;
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
  const { text, title } = summary;
  const year = documentYear(summary);
  const unit =
    title === null
      ? undefined
      : /^(?!关于)([^\s，。、：“”《》【】XＸx×_\d]{2,30}?)(?:关于|(?:19|20)(?:\d\d|[Xx×]{2})年)/.exec(
          text.slice(title.start, title.end),
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
  const label = short ? shorten(first.split('\n')[0]!) : phrase.title;
  const part = ROLE_NAMES[phrase.section][0]!;
  const span: Span = { start: start - lead, end: offset };
  return {
    label,
    kind: phrase.form === 'section' || phrase.form === 'document' ? 'section' : 'phrase',
    detail:
      phrase.own === true
        ? { zh: `我的常用语·${part}`, en: `Own phrase, ${part}` }
        : { zh: part, en: part },
    documentation: documentationOf(text),
    span,
    newText: snippetOf(parts),
    snippet: true,
    chosen: phrase.id,
  };
}

function shorten(text: string): string {
  if (text.length <= LONGEST_LABEL) return text;
  const cut = text.slice(0, LONGEST_LABEL - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
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
    const heading = first!.replace(
      /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/,
      '',
    );
    if (form !== 'section') return { lead: 0, parts: render(heading) };
    const body = layOut(rest, layoutOf(place));
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
    const first =
      place.headingIndent + place.hashes + heading!.replace(/^[一二三四五六七八九十]+、/, label);
    const body = layOut(rest, layoutOf(place));
    return { lead: place.typedIndent.length, parts: render([first, body].join(gapOf(place))) };
  }
  if (section === 'signoff')
    return { lead: place.typedIndent.length, parts: render(text.replaceAll('\n', gapOf(place))) };
  const numbered = text.replace(/^（一）/, `（${formatHanNumeral(place.next[1])}）`);
  const lines = layOut(numbered.split('\n'), layoutOf(place));
  // What is indented already is not indented twice.
  return { lead: 0, parts: render(bare ? lines : lines.slice(place.indent.length)) };
}

const layoutOf = (place: Place) => ({ ...LAYOUTS[place.syntax], ...place });
const gapOf = ({ syntax }: Place) => (syntax === 'markdown' ? '\n\n' : '\n');
