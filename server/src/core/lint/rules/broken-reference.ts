import {
  REFERENCE_TRIGGER,
  type ReferencePart,
  referencesIn,
  resolveReferences,
  type SectionReference,
  type WrittenReferences,
} from '../../analysis/references/references.js';
import type { Localized } from '../../base/localized.js';
import type { Span } from '../../base/text.js';
import type { Summary } from '../../document/document.js';
import type { FormId } from '../../document/label-forms.js';
import type { Section } from '../../document/model.js';
import { defineRule, type RuleExamples } from '../rule.js';

/**
 * The part of a reference without target that names a section beyond the last one, or null. A number
 * that is only missing in between, or stands twice, is a matter of the numbering.
 */
function brokenPart(
  reference: SectionReference,
  numbered: ReadonlySet<FormId | null>,
  highest: (among: readonly Section[]) => number,
  places: NumeralPlaces,
): ReferencePart | null {
  const at = reference.parts.findIndex(({ section }) => section === null);
  const part = reference.parts[at]!;
  const { among } = part;
  if (among.length > 0) {
    const fromOne = among[0]!.label!.number === 1 && among.length > 1;
    return fromOne && Math.max(among.length, highest(among)) < part.number ? part : null;
  }
  const parent = reference.parts[at - 1]?.section ?? null;
  if (parent === null || !numbered.has(part.form)) return null;
  return places.hold(parent, part, reference) ? null : part;
}

/** The highest number of sections, which are looked at once for all references to them. */
function highestNumbers(): (among: readonly Section[]) => number {
  const known = new Map<readonly Section[], number>();
  return (among) => {
    let highest = known.get(among);
    if (highest === undefined) {
      highest = among.reduce((most, { label }) => Math.max(most, label!.number), 0);
      known.set(among, highest);
    }
    return highest;
  };
}

/** Where numerals first and last stand in the text of a section. */
class NumeralPlaces {
  private readonly known = new Map<string, readonly [first: number, last: number]>();

  constructor(private readonly summary: Summary) {}

  /** True when the numeral stands in the section after all, as an item within a paragraph: 做法有（一）…（二）…. */
  hold({ span }: Section, part: ReferencePart, reference: SectionReference): boolean {
    const numeral = this.summary.slice(part.span.start, part.span.end);
    const key = `${span.start} ${numeral}`;
    let places = this.known.get(key);
    if (places === undefined) {
      const own = this.summary.slice(span.start, span.end);
      places = [span.start + own.indexOf(numeral), span.start + own.lastIndexOf(numeral)];
      this.known.set(key, places);
    }
    const [first, last] = places;
    if (first < span.start) return false;
    return first + numeral.length <= reference.span.start || last >= reference.span.end;
  }
}

function describe(
  summary: Summary,
  { start, end }: Span,
  { among }: ReferencePart,
  parent: Section | null,
): Localized {
  const wording = summary.slice(start, end);
  const place =
    parent === null ? '本文' : `“${summary.slice(parent.labelSpan.start, parent.titleSpan.end)}”下`;
  const last = among.at(-1)?.label?.marker;
  const there =
    last === undefined ? '没有这一级序号' : `只有“${among[0]!.label!.marker}”至“${last}”`;
  return {
    zh: `找不到“${wording}”：${place}${there}。请核对后改成要引用的部分。`,
    en: `“${wording}” does not exist: ${last === undefined ? 'nothing there is numbered so' : `the last number is “${last}”`}. Name the section that is meant.`,
  };
}

export default defineRule<Record<never, never>, WrittenReferences>({
  id: 'broken-reference',
  topic: 'document',
  scope: 'document',
  trigger: REFERENCE_TRIGGER,
  severity: 'warning',
  title: { zh: '引用的部分不存在', en: 'Reference to a section that does not exist' },
  explain: {
    zh: '“见第三部分”“本文二（三）”指向的部分在文中找不到，多半是删并章节后没有同步修改。请核对后改正。',
    en: 'The section was probably removed or merged after the reference was written. Name the one that is meant.',
  },
  source: null,
  mechanical: false,
  gather({ prose }, add) {
    const whole = { start: 0, end: prose.length };
    for (const written of referencesIn(prose)) add(whole, written);
  },
  check(document) {
    const { facts, summary, report } = document;
    if (facts.length === 0) return;
    const { sections } = document;
    const numbered = new Set<FormId | null>(
      sections.flatMap(({ label }) => (label === null ? [] : [label.form])),
    );
    const all = facts.map(({ span, data }) => ({ written: data, start: span.start }));
    const highest = highestNumbers();
    const places = new NumeralPlaces(summary);
    for (const reference of resolveReferences(summary, all)) {
      if (!reference.certain || reference.target !== null) continue;
      const part = brokenPart(reference, numbered, highest, places);
      if (part === null) continue;
      const { span } = reference;
      const parent = reference.parts[reference.parts.indexOf(part) - 1]?.section ?? null;
      report({ span, message: describe(summary, span, part, parent) });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '一、回顾\n借阅情况见⟦第四部分⟧。\n二、打算\n三、保障' },
    { bad: '一、回顾\n（一）学习\n（二）服务\n二、打算\n做法同前，见本文⟦一（三）⟧。' },
    {
      bad: '\uFEFF一、回顾\r\n　（一）抓𠮷祥。\r\n　（二）抓落实。\r\n二、打算\r\n　详见⟦第五部分⟧，另见本文⟦二（一）⟧。\r\n',
    },
    { bad: '一、回顾\n（一）学习\n（二）服务\n二、打算\n详见⟦第一部分第（四）项⟧。' },
  ],
  good: [
    '一、回顾\n情况见第二部分，另见本文一（一）。\n（一）学习\n二、打算',
    '一、回顾\n分工见《实施方案》第五部分。\n二、打算',
    '一、回顾\n按照《管理办法》第九条第一款办理。\n二、打算',
    '一、回顾\n详见附件，其中经费见第六部分。\n二、打算',
    '导语。详见第三部分。',
    '三、回顾\n见第一部分。\n四、打算',
    '第一部分 回顾\n一、学习\n二、服务\n第二部分 打算\n第三部分 保障\n详见第三部分。',
    '一、回顾\n做法有两条：（一）送书上门，（二）延时开放。\n二、打算\n（一）学习\n见本文一（二）。',
    '一、回顾\n三、打算\n四、保障\n见第二部分。',
    '一、回顾\n二、打算\n二、保障\n见第三部分。',
    '一、回顾\n第三产业发展较快，见第三批名单。由此可见第三部分任务最重。\n二、打算',
    '一、回顾\n印发关于借阅的意见（三），三（2）班到馆。\n二、打算',
    '一、回顾\n他说“见第六部分”。\n二、打算',
    '一、回顾\n（一）学习\n（二）服务\n见（五）。\n二、打算',
  ],
};
