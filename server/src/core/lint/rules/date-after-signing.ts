import { titleOf } from '../../document/title.js';
import { defineRule, type RuleExamples, spanOf } from '../rule.js';

const DATE = /(?<!\d)(20\d{2})年(\d{1,2})月(?:(\d{1,2})日)?/g;
/** Words of a sentence about what is still to come. */
const FUTURE =
  /将|拟|计划|预计|力争|争取|打算|确保|到期|有效期|截止|为期|之前|以前|前完成|底前|[日月][前起]|[至到—－–~～-][ \u3000]?(?=20)|期限|时限|目标|准备|筹备|备战|迎接|有望|定于|届时|下一步|明年|今后/;
const PLANS = /打算|计划|安排|思路|下一步|下步|明年|今后|展望|规划|目标|工作部署|重点任务|设想/;

/** A section such as 2025年重点工作 in a text signed in the year before. */
const namesLaterYear = (title: string, year: number) =>
  [...title.matchAll(/20\d{2}(?=年)/g)].some(([named]) => Number(named) > year);

/** Dates as figures that can be compared; a date without a day counts as its first. */
const dateValue = (year: string, month: string, day: string | undefined, otherwise: number) =>
  Number(year) * 10_000 + Number(month) * 100 + (day === undefined ? otherwise : Number(day));

interface Dated {
  readonly text: string;
  /** Grows with the date. */
  readonly value: number;
  /** True for the date of signing. */
  readonly signs: boolean;
}

export default defineRule<Record<never, never>, Dated>({
  id: 'date-after-signing',
  topic: 'document',
  scope: 'document',
  trigger: '年',
  severity: 'hint',
  title: { zh: '正文日期晚于成文日期', en: 'Date in the text after the date of signing' },
  explain: {
    zh: '已经做完的事不会晚于成文日期。多半是年份、月份抄错，或成文日期沿用了旧稿。',
    en: 'What is done cannot be later than the date of signing: one of the two dates was probably mistyped.',
  },
  source: null,
  mechanical: false,
  gather({ prose, kind }, add) {
    const signed = kind === 'date' ? /^(20\d{2})年(\d{1,2})月(?:(\d{1,2})日)?$/.exec(prose) : null;
    if (signed !== null) {
      const value = dateValue(signed[1]!, signed[2]!, signed[3], 31);
      add({ start: 0, end: prose.length }, { text: prose, value, signs: true });
      return;
    }
    for (const match of prose.matchAll(DATE)) {
      const span = spanOf(match);
      if (FUTURE.test(sentenceAround(prose, span.start, span.end))) continue;
      const value = dateValue(match[1]!, match[2]!, match[3], 1);
      add(span, { text: match[0], value, signs: false });
    }
  },
  check(context) {
    const { facts, report } = context;
    const signing = facts.find(({ data }) => data.signs);
    if (signing === undefined) return;
    const late = facts.filter(
      ({ span, data }) => span.end <= signing.span.start && data.value > signing.data.value,
    );
    if (late.length === 0) return;
    const about = titleOf(context.summary);
    if (PLANS.test(about) && !/总结|小结|报告|汇报|述职/.test(about)) return;
    const year = Math.floor(signing.data.value / 10_000);
    const plans = context.sections
      .filter(({ title }) => PLANS.test(title) || namesLaterYear(title, year))
      .map(({ span }) => span);
    for (const { span, data } of late) {
      if (plans.some(({ start, end }) => start <= span.start && span.end <= end)) continue;
      report({
        span,
        message: {
          zh: `“${data.text}”晚于成文日期“${signing.data.text}”，已做的事不应在其后。请核对两个日期。`,
          en: `“${data.text}” is later than the date of signing, ${signing.data.text}. Check both.`,
        },
      });
    }
  },
});

/** From the last full stop before `start` to the next one, within 200 characters: lines of one paragraph go on. */
function sentenceAround(prose: string, start: number, end: number): string {
  const before = prose
    .slice(Math.max(0, start - 200), start)
    .split('。')
    .at(-1)!;
  const after = prose.slice(end, end + 200).split('。')[0]!;
  return before + prose.slice(start, end) + after;
}

export const examples: RuleExamples = {
  bad: [
    {
      bad: '年度工作总结\n⟦2024年12月20日⟧，新馆建成开放。全年接待读者多人。\n县图书馆\n2024年12月5日',
    },
    {
      bad: '\uFEFF　年度工作总结\r\n　⟦2025年3月⟧，举办𠮷日讲座三场。\r\n　县图书馆\r\n　2024年12月5日\r\n',
    },
  ],
  good: [
    '年度工作总结\n2024年11月20日，新馆建成开放。\n县图书馆\n2024年12月5日',
    '年度工作总结\n2025年3月10日前完成盘点。\n县图书馆\n2024年12月5日',
    '年度工作总结\n新馆将于2025年3月10日开放。\n县图书馆\n2024年12月5日',
    '年度工作总结\n一、下一步打算\n2025年3月10日，办讲座。\n县图书馆\n2024年12月5日',
    '年度工作总结\n2024年12月，新馆建成。\n县图书馆\n2024年12月5日',
    '年度工作总结\n2024年12月20日，新馆建成开放。',
    '年度工作总结\n《阅览室管理办法》自2025年1月1日起施行。\n县图书馆\n2024年12月5日',
    '年度工作总结\n书库租期2024年7月1日—2025年6月30日。\n县图书馆\n2024年12月5日',
    '年度工作总结\n一、2025年重点工作\n2025年3月，办讲座三场。\n县图书馆\n2024年12月5日',
    '2025年工作计划\n2025年3月，办讲座三场。\n县图书馆\n2024年12月5日',
  ],
};
