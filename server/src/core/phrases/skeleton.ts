/** Sections and whole documents, put together from phrases. */

import type { Day } from '../base/calendar.js';
import { formatHanNumeral } from '../base/numerals.js';
import type { Syntax } from '../document/model.js';
import { type Labels, relabel } from './labels.js';
import type { MaterialLine } from './material.js';
import { type DocumentKind, KINDS, type Phrase, phraseOf, type SectionPlan } from './model.js';
import { daysBefore, daysOf, weekOf } from './period.js';
import type { PlaceholderStyle } from './style.js';
import { type Known, type Part, renderStops } from './tab-stops.js';

/** How much a skeleton holds: a sentence under each heading, two, or all there is. */
export type Detail = 'brief' | 'standard' | 'full';

const COUNTS: Record<Detail, number> = { brief: 1, standard: 2, full: Number.MAX_SAFE_INTEGER };

/** Headings （一） of a section that is divided, in turn. */
const SUBHEADINGS = [
  '抓好【工作】，推动【目标】',
  '加强【工作】，提升【能力】',
  '完善【制度】，规范【流程】',
  '优化【服务】，方便【群众或企业】',
];
const NEXT_SUBHEADINGS = [
  '推进【工作】，实现【目标】',
  '补齐【短板】，提高【水平】',
  '健全【机制】，理顺【关系】',
  '强化【保障】，落实【责任】',
];

/** The paragraphs of a section, its heading with the label of `number` first. */
export function sectionText(plan: SectionPlan, number: number, detail: Detail): string {
  const sentences = plan.phrases.slice(0, COUNTS[detail]).map((id) => phraseOf(id).text);
  return [`${formatHanNumeral(number)}、${plan.heading}`, ...arrange(plan, sentences)].join('\n');
}

function arrange({ layout, role }: SectionPlan, sentences: readonly string[]): string[] {
  if (sentences.length < 2 || layout === 'plain') return [sentences.join('')];
  const numeral = (index: number) => formatHanNumeral(index + 1);
  if (layout === 'listed') {
    return [sentences.map((text, index) => `${numeral(index)}是${text}`).join('')];
  }
  const headings = role === 'next' ? NEXT_SUBHEADINGS : SUBHEADINGS;
  return sentences.map(
    (text, index) => `（${numeral(index)}）${headings[index % headings.length]}。${text}`,
  );
}

/** Every section of every plan as a phrase; what several kinds have alike is one phrase. */
export const SECTIONS: readonly Phrase[] = (() => {
  const found = new Map<string, { plan: SectionPlan; kinds: DocumentKind[] }>();
  for (const { id, sections } of KINDS) {
    for (const plan of sections) {
      const text = sectionText(plan, 1, 'standard');
      const known = found.get(text);
      if (known === undefined) found.set(text, { plan, kinds: [id] });
      else known.kinds.push(id);
    }
  }
  return [...found].map(([text, { plan, kinds }]) => ({
    id: `section:${kinds[0]}:${plan.heading}`,
    section: plan.role,
    form: 'section',
    title: plan.heading,
    text,
    kinds,
  }));
})();

/** How paragraphs are set: what stands before a heading of the first level and before a paragraph. */
export interface Layout {
  readonly syntax: Syntax;
  readonly indent: string;
  readonly headingIndent: string;
  readonly hashes: string;
}

export const LAYOUTS: Readonly<Record<Syntax, Layout>> = {
  plain: { syntax: 'plain', indent: '　　', headingIndent: '', hashes: '' },
  markdown: { syntax: 'markdown', indent: '', headingIndent: '', hashes: '## ' },
};

/** The lines of a phrase as the document sets them; Markdown needs a blank line between paragraphs. */
export function layOut(lines: readonly string[], layout: Layout): string {
  return lines
    .map((line) =>
      /^[一二三四五六七八九十]{1,3}、/.test(line)
        ? layout.headingIndent + layout.hashes + line
        : layout.indent + line,
    )
    .join(layout.syntax === 'markdown' ? '\n\n' : '\n');
}

export interface SkeletonOptions {
  readonly kind: DocumentKind;
  readonly detail: Detail;
  readonly syntax: Syntax;
  readonly style: PlaceholderStyle;
  /** The unit, the person or the project; without it, it is the first thing to fill in. */
  readonly subject?: string | undefined;
  /** `2026年上半年`; without it, a stop. */
  readonly period?: string | undefined;
  /** `2026年7月5日`; without it, a stop. */
  readonly date?: string | undefined;
  /** How the unit numbers; 一、（一） where it says nothing. */
  readonly labels?: Labels | undefined;
  /** What stands under the work done and the next steps in place of their phrases. */
  readonly material?: readonly MaterialLine[] | undefined;
}

/** A whole document to tab through: title, opening, sections, closing, sign-off with its date. Lines end in LF. */
export function skeleton(options: SkeletonOptions): Part[] {
  const { detail, syntax, style, subject, period, date, labels } = options;
  const plan = KINDS.find(({ id }) => id === options.kind) ?? KINDS[0]!;
  const layout = LAYOUTS[syntax];
  const markdown = syntax === 'markdown';
  const gap = '\n\n';
  const opening = withDays(phraseOf(plan.opening).text, period);
  const { lines, under } = arrangeMaterial(plan.sections, options.material ?? []);
  const sections = plan.sections.flatMap((section, index) =>
    (under.get(section)?.(index + 1) ?? sectionText(section, index + 1, detail)).split('\n'),
  );
  const closing = plan.closing === undefined ? [] : [phraseOf(plan.closing).text];
  const body = layOut([opening, ...sections, ...closing], layout);
  const text = [
    `${markdown ? '# ' : ''}${plan.title}`,
    labels === undefined ? body : relabel(body, labels),
    phraseOf(plan.signoff).text.replace('\n', markdown ? gap : '\n'),
  ].join(gap);
  const known = knownOf(plan.subject, subject, period, date);
  // What was answered is not asked again: the caret goes to the first blank.
  const answered = new Set([...Object.values(known.names ?? {}), period, known.year, date]);
  return renderStops(`${text}\n`, style, { ...known, lines }).map((part) =>
    typeof part !== 'string' && answered.has(part.text) ? part.text : part,
  );
}

/** The days of a week or a month in the opening of its report. */
function withDays(opening: string, period: string | undefined): string {
  const days = daysOf(period ?? '');
  if (days === null) return opening;
  const [from, to] = [days.from, days.to].map(({ month, day }) => `${month}月${day}日`);
  return opening
    .replace('X月XX日至X月XX日', `${from}至${to}`)
    .replace(/^X月(?!X)/, `${days.from.month}月`);
}

interface Arranged {
  readonly lines: readonly string[];
  /** The text of a section that has material, with the number of its heading. */
  readonly under: ReadonlyMap<SectionPlan, (number: number) => string>;
}

/** Puts each line under its section, a paragraph each. */
function arrangeMaterial(
  sections: readonly SectionPlan[],
  material: readonly MaterialLine[],
): Arranged {
  const under = new Map<SectionPlan, (number: number) => string>();
  const lines = material.map(({ text }) => text);
  for (const role of ['results', 'next'] as const) {
    const section = sections.find((plan) => plan.role === role);
    const own = [...material.entries()].filter(
      ([, { part }]) => (part === 'open') === (role === 'next'),
    );
    if (section === undefined || own.length === 0) continue;
    const paragraphs = own.map(([index, { text, part }], place) => {
      const mark = /[。！？…]$/.test(text) ? '' : '。';
      const ending = part === 'planned' ? '：【进展】。' : mark;
      return `（${formatHanNumeral(place + 1)}）{line${index}}${ending}`;
    });
    under.set(section, (number) =>
      [`${formatHanNumeral(number)}、${section.heading}`, ...paragraphs].join('\n'),
    );
  }
  return { lines, under };
}

function knownOf(stop: string, subject?: string, period?: string, date?: string): Known {
  const year = /(?:19|20)\d{2}/.exec(period ?? '')?.[0];
  const names =
    subject === undefined
      ? undefined
      : { [stop]: subject, ...(stop === '单位名称' && { 本单位: subject }) };
  return { names, period, date, year };
}

/** 2026年7月5日: Western figures, no zero before them (GB/T 9704—2012 7.3.5.4). */
export function dateText({ year, month, day }: Day): string {
  return `${year}年${month}月${day}日`;
}

/** The periods that a new document of this kind is likely to be about, the likeliest first. */
export function periodsFor(kind: DocumentKind, today: Day): string[] {
  const { year, month, day } = today;
  const period = KINDS.find(({ id }) => id === kind)?.period;
  if (period === 'week') return [weekOf(today), weekOf(daysBefore(today, 7))];
  if (period === 'month') {
    // A month is reported at its end or just after it.
    const last = month === 1 ? `${year - 1}年12月` : `${year}年${month - 1}月`;
    return day <= 10 ? [last, `${year}年${month}月`] : [`${year}年${month}月`, last];
  }
  if (period === 'half-year') {
    const [first, second] = [`${year}年上半年`, `${year}年下半年`];
    return month >= 5 && month <= 10
      ? [first, second]
      : month > 10
        ? [second, first]
        : [`${year - 1}年下半年`, first];
  }
  if (period === 'quarter') {
    // A quarter is reported at its end or just after it.
    const due = Math.floor((month - 2) / 3);
    return [0, 1, 2, 3].map((back) => {
      const index = (due - back + 8) % 4;
      const years = due - back < 0 ? year - 1 : year;
      return `${years}年第${'一二三四'[index]}季度`;
    });
  }
  return month <= 3 ? [`${year - 1}年`, `${year}年`] : [`${year}年`, `${year - 1}年`];
}
