import assert from 'node:assert/strict';
import { findPlaceholders } from '../../server/src/core/analysis/placeholders/placeholders.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import type { CoreCompletion } from '../../server/src/core/features/completion-item.js';
import { phraseCompletions } from '../../server/src/core/features/phrase-completion.js';
import { marked } from '../helpers/marked.js';

/** The title of a document of each trade, and what stands in it before the section of the caret. */
const TITLES = {
  nursing: '\uFEFF𠮷县人民医院2026年护理工作总结\r\n\r\n',
  ward: '市一院呼吸内科2026年科室工作总结\n\n',
  engineering: '订单系统研发组2026年工作总结\n\n',
  operations: '信息中心2026年运维工作总结\n\n',
  sales: '华东区2026年销售工作总结\n\n',
  'customer-service': '售后客服组2026年工作总结\n\n',
  teaching: '七年级数学2026年教学工作总结\n\n',
  'class-teacher': '七年级三班2026年班主任工作总结\n\n',
  finance: '财务部2026年工作总结\n\n',
  hr: '人力资源部2026年工作总结\n\n',
  safety: '化工厂2026年安全生产工作总结\n\n',
  community: '桃园社区2026年工作总结\n\n',
  village: '东山村2026年驻村工作总结\n\n',
  weekly: '支付组2026年第27周工作周报\n\n',
  minutes: '第8次办公会会议纪要\n\n',
} as const;

const HEADINGS = {
  results: '一、主要工作\n',
  problems: '一、主要工作\n　　办班数期。\n二、存在的问题\n',
  causes: '一、主要工作\n　　办班数期。\n二、存在的问题\n　　人手不足。\n三、原因分析\n',
  next: '一、主要工作\n　　办班数期。\n二、存在的问题\n　　人手不足。\n三、下一步打算\n',
} as const;

type Situation = readonly [
  trade: keyof typeof TITLES,
  section: keyof typeof HEADINGS,
  typed: string,
  wanted: string,
];

/** What was typed in a section of a document of a trade, and the phrase that is wanted for it. */
const SITUATIONS: readonly Situation[] = [
  ['nursing', 'results', '压疮', 'nursing:压疮预防'],
  ['nursing', 'results', 'yc', 'nursing:压疮预防'],
  ['nursing', 'results', 'yachuang', 'nursing:压疮预防'],
  ['nursing', 'results', '文书', 'nursing:护理文书'],
  ['nursing', 'results', 'hlws', 'nursing:护理文书'],
  ['nursing', 'results', '跌倒', 'nursing:跌倒预防'],
  ['nursing', 'results', 'dd', 'nursing:跌倒预防'],
  ['nursing', 'results', 'daoguan', 'nursing:管路护理'],
  ['nursing', 'results', '不良事件', 'nursing:不良事件'],
  ['nursing', 'results', 'sws', 'nursing:手卫生'],
  ['nursing', 'results', 'manyi', 'nursing:满意度调查'],
  ['nursing', 'problems', '缺编', 'nursing:护士缺编'],
  ['nursing', 'problems', 'nqhs', 'nursing:年轻护士不足'],
  ['nursing', 'causes', '排班', 'nursing:排班原因'],
  ['nursing', 'next', 'pgq', 'nursing:品管活动'],
  ['nursing', 'next', '培训', 'nursing:分层培训'],
  ['ward', 'results', '平均住院日', 'ward:床位效率'],
  ['ward', 'results', 'sh', 'ward:手术情况'],
  ['ward', 'results', '药占比', 'ward:合理用药'],
  ['ward', 'results', 'xinjishu', 'ward:新技术'],
  ['ward', 'problems', 'bl', 'ward:病历缺陷'],
  ['ward', 'next', '进修', 'ward:人才培养'],
  ['engineering', 'results', '上线', 'engineering:版本上线'],
  ['engineering', 'results', 'sx', 'engineering:版本上线'],
  ['engineering', 'results', '灰度', 'engineering:灰度发布'],
  ['engineering', 'results', 'hd', 'engineering:灰度发布'],
  ['engineering', 'results', 'huigun', 'engineering:回滚情况'],
  ['engineering', 'results', '恢复时间', 'engineering:系统可用率'],
  ['engineering', 'results', 'dmps', 'engineering:代码评审'],
  ['engineering', 'results', 'pingshen', 'engineering:代码评审'],
  ['engineering', 'results', '覆盖率', 'engineering:单元测试'],
  ['engineering', 'results', 'bug', 'engineering:缺陷修复'],
  ['engineering', 'results', '重构', 'engineering:重构'],
  ['engineering', 'problems', '线上故障', 'engineering:线上故障'],
  ['engineering', 'problems', 'jsz', 'engineering:技术债'],
  ['engineering', 'problems', '延期', 'engineering:交付延期'],
  ['engineering', 'next', '灰度', 'engineering:发布规范'],
  ['engineering', 'next', 'gaojing', 'engineering:治理告警'],
  ['operations', 'results', '平均恢复', 'operations:平均恢复时间'],
  ['operations', 'results', 'bf', 'operations:备份恢复'],
  ['operations', 'results', 'xunjian', 'operations:巡检情况'],
  ['operations', 'results', '等保', 'operations:网络安全'],
  ['operations', 'problems', '单点', 'operations:单点隐患'],
  ['operations', 'next', 'gky', 'operations:消除单点'],
  ['sales', 'results', '回款', 'sales:回款情况'],
  ['sales', 'results', 'hk', 'sales:回款情况'],
  ['sales', 'results', '拜访', 'sales:客户拜访'],
  ['sales', 'results', 'khbf', 'sales:客户拜访'],
  ['sales', 'results', 'zhuanhualv', 'sales:转化率'],
  ['sales', 'results', '新客户', 'sales:新客户开发'],
  ['sales', 'results', 'xse', 'sales:销售额'],
  ['sales', 'results', '投标', 'sales:投标情况'],
  ['sales', 'problems', 'yuqi', 'sales:回款偏慢'],
  ['sales', 'problems', '账期', 'sales:回款偏慢'],
  ['sales', 'problems', '流失', 'sales:客户流失'],
  ['sales', 'causes', 'jiage', 'sales:价格原因'],
  ['sales', 'next', '催收', 'sales:催收计划'],
  ['sales', 'next', 'baifang', 'sales:拜访计划'],
  ['customer-service', 'results', '接通率', 'customer-service:接通率'],
  ['customer-service', 'results', 'yicijiejue', 'customer-service:一次解决率'],
  ['customer-service', 'results', 'ts', 'customer-service:投诉处理'],
  ['customer-service', 'results', '满意度', 'customer-service:满意度'],
  ['customer-service', 'problems', 'gdcs', 'customer-service:工单超时'],
  ['customer-service', 'next', '知识库', 'customer-service:更新知识库'],
  ['teaching', 'results', '备课', 'teaching:备课情况'],
  ['teaching', 'results', 'bk', 'teaching:备课情况'],
  ['teaching', 'results', '作业批改', 'teaching:作业批改'],
  ['teaching', 'results', 'zypg', 'teaching:作业批改'],
  ['teaching', 'results', 'jiafang', 'teaching:家校联系'],
  ['teaching', 'results', '教研', 'teaching:教研活动'],
  ['teaching', 'results', '平均分', 'teaching:考试成绩'],
  ['teaching', 'results', 'pybc', 'teaching:课后辅导'],
  ['teaching', 'problems', '两极分化', 'teaching:两极分化'],
  ['teaching', 'problems', 'xks', 'teaching:两极分化'],
  ['teaching', 'causes', 'jichu', 'teaching:基础原因'],
  ['teaching', 'next', '学困生', 'teaching:帮扶学困生'],
  ['teaching', 'next', 'tk', 'teaching:教研计划'],
  ['class-teacher', 'results', '家访', 'class-teacher:家访情况'],
  ['class-teacher', 'results', 'zhutibanhui', 'class-teacher:班会教育'],
  ['class-teacher', 'results', '谈话', 'class-teacher:个别谈话'],
  ['class-teacher', 'results', 'bgb', 'class-teacher:班干部培养'],
  ['class-teacher', 'problems', '手机', 'class-teacher:手机管理'],
  ['class-teacher', 'next', 'jf', 'class-teacher:家访计划'],
  ['finance', 'results', '预算执行', 'finance:预算执行'],
  ['finance', 'results', 'ys', 'finance:预算执行'],
  ['finance', 'results', 'baoxiao', 'finance:报销审核'],
  ['finance', 'results', '纳税', 'finance:税务申报'],
  ['finance', 'results', 'pd', 'finance:资产盘点'],
  ['finance', 'results', '决算', 'finance:决算报表'],
  ['finance', 'problems', 'guazhang', 'finance:往来挂账'],
  ['finance', 'problems', '发票', 'finance:报销不规范'],
  ['finance', 'next', 'qlwl', 'finance:清理往来'],
  ['hr', 'results', '招聘', 'hr:招聘完成'],
  ['hr', 'results', 'zp', 'hr:招聘完成'],
  ['hr', 'results', 'lizhi', 'hr:离职率'],
  ['hr', 'results', '绩效', 'hr:绩效考核'],
  ['hr', 'results', 'sb', 'hr:社保公积金'],
  ['hr', 'problems', '空缺', 'hr:关键岗位空缺'],
  ['hr', 'next', 'houbei', 'hr:梯队建设'],
  ['safety', 'results', '隐患', 'safety:隐患排查'],
  ['safety', 'results', 'yhpc', 'safety:隐患排查'],
  ['safety', 'results', 'yanlian', 'safety:应急演练'],
  ['safety', 'results', '动火', 'safety:特种作业'],
  ['safety', 'results', 'sw', 'safety:违章查处'],
  ['safety', 'results', '持证', 'safety:特种作业'],
  ['safety', 'problems', 'xgxwz', 'safety:习惯性违章'],
  ['safety', 'next', '整治', 'safety:专项整治'],
  ['community', 'results', '调解', 'community:矛盾调解'],
  ['community', 'results', 'wg', 'community:网格走访'],
  ['community', 'results', 'ljfl', 'community:环境整治'],
  ['community', 'results', '低保', 'community:民生救助'],
  ['community', 'problems', 'tingche', 'community:停车难'],
  ['community', 'next', '助餐', 'community:适老服务'],
  ['village', 'results', '走访', 'village:入户走访'],
  ['village', 'results', 'ffp', 'village:防返贫监测'],
  ['village', 'results', '集体经济', 'village:集体经济'],
  ['village', 'results', 'xiulu', 'village:基础设施'],
  ['village', 'problems', 'cydy', 'village:产业单一'],
  ['village', 'next', '务工', 'village:稳岗就业'],
  ['weekly', 'results', '本周', 'weekly:本周完成'],
  ['weekly', 'problems', 'yanqi', 'weekly:进度延后'],
  ['weekly', 'next', 'xz', 'weekly:下周计划'],
  ['minutes', 'results', '议定', 'minutes:会议议定'],
  ['minutes', 'results', 'hyyd', 'minutes:会议议定'],
];

function answer(source: string): CoreCompletion[] {
  const { text, cursor } = marked(source);
  const summary = parseSummary(text, 'plain');
  const { lines, exempt } = summary;
  const placeholders = findPlaceholders(text, lines, { markdown: false, exempt });
  const today = { year: 2026, month: 7, day: 5 };
  return phraseCompletions(summary, cursor, { placeholders, today, own: [], chosen: {} });
}

const shown = ({ label, detail }: CoreCompletion) => `${label} · ${detail?.zh}`;
const placeOf = (trade: keyof typeof TITLES, section: keyof typeof HEADINGS) =>
  `${TITLES[trade]}${HEADINGS[section]}`;

describe('phrases of a trade', () => {
  it('are looked for in at least 120 situations of ten trades', () => {
    assert.ok(SITUATIONS.length >= 120, `${SITUATIONS.length}`);
    assert.ok(new Set(SITUATIONS.map(([trade]) => trade)).size >= 10);
  });

  for (const [trade, section, typed, wanted] of SITUATIONS) {
    it(`${trade}, ${section}: ${typed}`, () => {
      const items = answer(`${placeOf(trade, section)}　　${typed}‸`);
      const ids = items.map(({ chosen }) => chosen);
      const first = items.slice(0, 5).map((item) => `${item.chosen} ${shown(item)}`);
      assert.ok(ids.slice(0, 3).includes(wanted), `wanted ${wanted}\n${first.join('\n')}`);
      assert.equal(new Set(items.map(shown)).size, items.length, 'rows that look alike');
    });
  }
});

describe('the list of phrases', () => {
  const rows = (source: string) => answer(source).map(shown);

  it('has the section of this kind of document first, and tells those of others apart', () => {
    for (const [title, first] of [
      ['区图书馆2026年工作总结', '存在的问题 · 年度·整节'],
      ['区医院护理部2026年工作总结', '存在的问题 · 护理·整节'],
      ['订单组2026年第3周工作总结', '存在的问题 · 周报·整节'],
    ] as const) {
      const found = rows(`${title}\n\n一、主要工作\n　　办班。\nczdwt‸`);
      assert.equal(found[0], first);
      const alike = found.filter((row) => row.startsWith('存在的问题 ·'));
      assert.ok(alike.length > 1 && alike.length <= 4, alike.join('\n'));
      assert.equal(new Set(found).size, found.length);
    }
  });

  it('says what each sentence is about, and shows it whole', () => {
    const found = rows(`${placeOf('nursing', 'results')}　　‸`);
    assert.ok(
      found.includes('执行给药双人核对，抽查XX人次，执行率为XX%，给药差错XX例。 · 用药安全'),
    );
  });

  it('leaves out what the section has already, whatever was filled in', () => {
    const written = '抽查护理文书30份，合格29份，护理文书合格率为96.7%，主要缺陷是漏签。';
    const id = 'nursing:护理文书';
    const place = placeOf('nursing', 'results');
    const ids = (source: string) => answer(source).map(({ chosen }) => chosen);
    assert.ok(ids(`${place}　　‸`).includes(id));
    assert.ok(!ids(`${place}　　${written}‸`).includes(id));
    assert.ok(!ids(`${place}　　${written}\r\n　　文书‸`).includes(id));
    // In another section it may be said again.
    assert.ok(ids(`${place}　　${written}\r\n二、护理质量\r\n　　文书‸`).includes(id));
  });

  it('offers nothing that was done in the middle of a problem, and last where it is asked for', () => {
    const DONE = 'results-proposals';
    const problems = '区图书馆2026年工作总结\n\n一、主要工作\n　　办班。\n二、不足之处\n　　';
    const ids = (source: string) => answer(source).map(({ chosen }) => chosen!);
    assert.ok(!ids(`${problems}提出建议‸`).includes(DONE));
    const [first, second] = ids(`${problems}建议‸`);
    assert.ok(first !== DONE && second !== DONE);
    assert.equal(ids(`${problems.replace('不足之处', '提案办理')}建议‸`)[0], DONE);
  });

  it('has nothing of other trades where nothing was typed', () => {
    const ids = answer(`${placeOf('sales', 'results')}　　‸`).map(({ chosen }) => chosen!);
    assert.ok(ids.length > 10);
    assert.deepEqual(
      ids.filter((id) => id.includes(':') && !/^(?:sales|section|connector):/.test(id)),
      [],
    );
  });

  it('knows the trade by the words of a text whose title does not say it', () => {
    const text =
      '2026年个人工作总结\n\n一、工作方面\n　　护理患者80名，压疮零发生，护士长安排带教。\n　　‸';
    const ids = answer(text).map(({ chosen }) => chosen);
    assert.ok(
      ids.slice(0, 8).some((id) => id?.startsWith('nursing:')),
      ids.join(' '),
    );
    assert.ok(ids.includes('results-personal-task'));
  });
});
