import { changeTo, defineRule, type RuleExamples } from '../rule.js';

/** What is counted and measured; 号, 班, 室 and 栋 name things, and 5-1 before them is one name. */
const UNITS =
  '个(?!百分)|名|人|次|场|天|周|学年|年|月|日|时|点|分钟|分(?!之)|小时|秒|岁|家|户|件|项|份|支|队|张|本|册|台|辆|条|篇|部|套|座|间|亩|米|公里|千米|公斤|千克|克|吨|元|角|万元|亿元|万|亿|千|百|倍|℃|°|度|页|门|批|届|期|季度|学时|课时|个百分点';

const NUMBER = '(?:0|[1-9]\\d{0,3})(?:\\.\\d{1,2})?';
const FREE = '(?<![\\dA-Za-z.．/:：·〔[（(#+*=—～~〜−–－-])';
const AFTER = '(?![\\w:：·—～~〜−–－-])';

/** Begin and end of a time: dates, hours, days of the week. */
const TIMES = [
  `${FREE}(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}[月日](-{1,2})(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}[月日]`,
  `${FREE}\\d{4}年(?:\\d{1,2}月)?(-{1,2})\\d{4}年(?:\\d{1,2}月)?`,
  `${FREE}\\d{4}\\.\\d{1,2}(?:\\.\\d{1,2})?(-{1,2})\\d{4}\\.\\d{1,2}(?:\\.\\d{1,2})?(?![\\w.-])`,
  `${FREE}[012]?\\d[:：][0-5]\\d(-{1,2})[012]?\\d[:：][0-5]\\d(?![\\d:：-])`,
  '(?:周|星期)[一二三四五六](-{1,2})(?:周|星期)?[二三四五六日天]',
];

/** Two figures with a unit each, or with one for both. */
const AMOUNT = `${FREE}(${NUMBER})(%|％|${UNITS})?( ?-{1,2} ?)(${NUMBER}) ?(%|％|${UNITS})${AFTER}`;

const TIME = new RegExp(TIMES.join('|'), 'g');
const VALUES = new RegExp(AMOUNT, 'g');

export default defineRule({
  id: 'range-hyphen',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '-',
  severity: 'hint',
  ofForm: true,
  title: { zh: '起止、范围用了短横线', en: 'Hyphen in a range' },
  explain: {
    zh: '时间、地点的起止用一字线“—”，数值范围用浪纹线“～”或一字线；短横线“-”用在型号、号码和编号里。',
    en: 'Begin and end take —, a range of figures ～ or —; the hyphen belongs to models and numbers of things.',
  },
  source: 'GB/T 15834—2011 4.13',
  mechanical: false,
  check({ prose, report }) {
    const tell = (at: number, whole: string, hyphen: string, marks: readonly string[]) => {
      const from = at + whole.indexOf(hyphen);
      const span = { start: at, end: at + whole.length };
      const edit = { start: from, end: from + hyphen.length };
      const right = (mark: string) => whole.replace(hyphen, mark);
      report({
        span,
        message: {
          zh: `“${whole}”用短横线表示起止、范围。请改为${marks.map((mark) => `“${right(mark)}”`).join('或')}。`,
          en: `A hyphen in a range: write ${marks.map(right).join(' or ')}.`,
        },
        fixes: marks.map((mark) => ({
          ...changeTo(right(mark), span, false),
          edits: [{ span: edit, newText: mark }],
        })),
      });
    };
    const times = [...prose.matchAll(TIME)];
    for (const { index, 0: whole } of times) tell(index, whole, hyphenOf(whole), ['—']);
    for (const match of prose.matchAll(VALUES)) {
      const { index } = match;
      const [whole, from, unit, hyphen, to, last] = match as unknown as string[];
      if (
        times.some(
          (time) => index < time.index + time[0].length && time.index < index + whole!.length,
        )
      ) {
        continue;
      }
      const isDate = /^(?:学?年|月|日|时|点)$/.test(last!);
      // 2024-15 is the number of something, and so is a figure that does not grow.
      if (unit === undefined && Number(from) >= Number(to)) continue;
      if (from!.length === 4 && !last!.endsWith('年') && unit === undefined && to!.length !== 4)
        continue;
      if (unit !== undefined && !sameUnit(unit, last!)) continue;
      const isYears = last!.endsWith('年') && from!.length === 4;
      if (isYears && (to!.length !== 4 || !/^(?:19|20)\d\d$/.test(from!))) continue;
      const isTime =
        isDate && (!last!.endsWith('年') || isYears) && (unit === undefined || unit === last);
      // Of what is numbered, as of time, the first and the last are named; only values span what lies between.
      const isNumbered = prose[index - 1] === '第';
      tell(index, whole!, hyphen!, isTime || isNumbered ? ['—'] : ['～', '—']);
    }
  },
});

/** 3万元-5万元, 20%-30%: what follows the second figure begins with the first one's unit, or the other way round. */
const sameUnit = (one: string, other: string) => one.startsWith(other) || other.startsWith(one);

const hyphenOf = (range: string) => /-{1,2}/.exec(range)![0];

export const examples: RuleExamples = {
  bad: [
    { bad: '每组⟦8-12人⟧，集训⟦3天-5天⟧。', fixed: '每组8～12人，集训3天～5天。' },
    {
      bad: '\uFEFF　𠮷日⟦3月1日-3月15日⟧开馆，时间⟦8:30-11:30⟧。\r\n',
      fixed: '\uFEFF　𠮷日3月1日—3月15日开馆，时间8:30—11:30。\r\n',
    },
    {
      bad: '⟦2021-2023年⟧增幅⟦20%-35%⟧。',
      fixed: '2021—2023年增幅20%～35%。',
    },
  ],
  good: [
    '3月1日—3月15日开馆，每组8～12人。',
    '电话0571-8812，服务12人。',
    '2024-12-20日志',
    'A4-80型设备3台',
    '以3-1取胜',
    'GB/T 9704-2012年版',
    '5-1号楼、3-2班',
    '档案2024-15件',
  ],
};
