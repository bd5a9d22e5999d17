/**
 * What a placeholder stands for, read from the words around it: the table of kinds in the domain
 * rules, 4.2. The words on the right decide first, then those on the left, then quotation marks.
 * Every look is at a slice of at most `REACH` code units, so the cost of one placeholder is bounded.
 */

import type { Localized } from '../../base/localized.js';

export type PlaceholderKind =
  | 'year'
  | 'date'
  | 'ordinal'
  | 'people'
  | 'count'
  | 'money'
  | 'measure'
  | 'percent'
  | 'document-number'
  | 'place'
  | 'organization'
  | 'person'
  | 'contact'
  | 'name'
  | 'text';

export interface Inference {
  readonly kind: PlaceholderKind;
  /** Short Chinese label: the measure word of a figure, else what has to be filled in. */
  readonly label: string;
  /** The word on the right that decided, or `''` when something else did. */
  readonly cue: string;
}

/** How many UTF-16 code units of context are looked at on either side. */
export const REACH = 24;

/** Labels of kinds that have no measure word. */
export const LABELS: Readonly<Record<PlaceholderKind, string>> = {
  year: '年份',
  date: '日期',
  ordinal: '序数',
  people: '人数',
  count: '数量',
  money: '金额',
  measure: '数值',
  percent: '比例',
  'document-number': '文号',
  place: '地名',
  organization: '单位名称',
  person: '人名',
  contact: '联系方式',
  name: '名称',
  text: '内容',
};

/** The kinds as a person calls them. */
export const KIND_NAMES: Readonly<Record<PlaceholderKind, Localized>> = {
  year: { zh: '年份', en: 'Year' },
  date: { zh: '日期', en: 'Date' },
  ordinal: { zh: '届次、周年', en: 'Ordinal' },
  people: { zh: '人数', en: 'People' },
  count: { zh: '数量', en: 'Count' },
  money: { zh: '金额', en: 'Money' },
  measure: { zh: '面积、长度等', en: 'Measure' },
  percent: { zh: '比例', en: 'Percentage' },
  'document-number': { zh: '文号', en: 'Document number' },
  place: { zh: '地名', en: 'Place' },
  organization: { zh: '单位', en: 'Organization' },
  person: { zh: '人名', en: 'Person' },
  contact: { zh: '联系方式', en: 'Contact' },
  name: { zh: '名称', en: 'Name' },
  text: { zh: '其他内容', en: 'Other' },
};

/** 余, 多 and the units of ten between the figure and its measure word: the kind sees through them. */
const SCALE = '(?<scale>[十百千万亿]{0,2}[余多]?[十百千万亿]{0,2})';

/**
 * Measure words, each with the characters that would make it the start of a longer word
 * (`场` of 场所, `项` of 项目): `XX项目` names a project, `XX项` counts.
 */
const CLASSIFIERS: readonly (readonly [string, string])[] = [
  ['场次', ''],
  ['场', '所馆地景面合域'],
  ['人次', ''],
  ['次', '数要序日年生'],
  ['期', '间望刊货限待末'],
  ['批', '评准复示发判'],
  ['件', ''],
  ['项', '目链'],
  ['条', '例件款约令线块'],
  ['个', '体性案别税'],
  ['篇', '章幅'],
  ['份', '额子'],
  ['册', '封'],
  ['块', '状'],
  ['幅', '员度'],
  ['宗', '教旨族祠地'],
  ['起', '草到来步点源义诉重动飞航码'],
  ['本', '级地着科土次年月质身人单市县区省村镇乡'],
  ['台', '账风办湾胞商海'],
  ['辆', ''],
  ['套', '路餐'],
  ['座', '谈位右'],
  ['支', '部持付行队援出撑委书教配柱'],
  ['家', '庭园乡长具电政风属访校国'],
  ['轮', '流换岗训'],
  ['种', '植子业养苗畜'],
  ['门', '户诊票口店'],
  ['栋', ''],
  ['间', '接'],
  ['株', '洲'],
  ['棵', ''],
  ['张', '贴'],
  ['封', '闭控建'],
  ['面', '向对临积貌'],
  ['艘', ''],
  ['架', '构'],
  ['笔', '记试者'],
  ['例', '如会行'],
  ['节', '日能约点目水气奏省假俗育制操选余'],
  ['卷', '入宗烟土尺'],
  ['页', '面码岩'],
  ['盏', ''],
  ['具', '体有备'],
  ['版', '块权面'],
  ['遍', '布及'],
  ['课时', ''],
  ['学时', ''],
  ['批次', ''],
  ['人天', ''],
  ['步', '入行'],
  ['字', '样'],
  ['环节', ''],
];

function alternatives(words: readonly (readonly [string, string])[]): string {
  return [...words]
    .sort((a, b) => b[0].length - a[0].length)
    .map(([word, not]) => (not === '' ? word : `${word}(?![${not}])`))
    .join('|');
}

const SPACE = '[ \\u00a0\\u3000]?';
const PEOPLE =
  '人次|人(?![民大才员社力事工文防均口士群们物生类心性行居])|名(?![称单牌誉优师城校企家录片胜声义村人医中词字额次列气])|位(?![于置列移居])|户(?![籍外口均部])';
const MEASURE =
  '平方公里|平方米|立方米|平米|公里|千米|厘米|毫米|米|亩|公顷|吨|公斤|千克|克|升(?![级学旗格])|斤|千瓦时|千瓦|兆瓦|小时|分钟|毫秒|天(?![然津气地下])|个月|个工作日|工作日|周(?![年边围末期一二三四五六日转])|岁|℃|㎡|㎞|㎏';

const MONEY = new RegExp(
  `^${SPACE}(?!多元)${SCALE}(?<unit>元(?![化素旦宵宇])|美元|欧元|港元|日元|块钱|人民币)`,
);
const PERCENT = new RegExp(`^${SPACE}${SCALE}(?<unit>[%％‰]|个百分点|倍(?!增))`);
const PEOPLE_UNIT = new RegExp(`^${SPACE}${SCALE}(?<unit>${PEOPLE})`);
const MEASURE_UNIT = new RegExp(`^${SPACE}${SCALE}(?<unit>${MEASURE})`);
/** Points of a score; 分 starts too many words (分公司, 分管, 分别) to count before just any word. */
const SCORE_UNIT = new RegExp(
  `^${SPACE}${SCALE}(?<unit>分)(?=$|[\\s，。；、：:,;！？）)》”]|以[上下内]|左右|[的和与及])`,
);
const COUNT_UNIT = new RegExp(`^${SPACE}${SCALE}(?<unit>${alternatives(CLASSIFIERS)})`);
/** 所, 处 and 部 both count and end the name of an office. */
const OFFICE_OR_COUNT = new RegExp(
  `^${SPACE}${SCALE}(?<unit>所(?![有在属以长])|处(?![理置于级罚分长])|部(?![门署队分长委]))`,
);
const COUNTED_OFFICE =
  /^.(?:学校|高校|院校|医院|中小学|小学|中学|大学|幼儿园|宗教|场所|养老|卫生|隐患|问题|点位|违|风险|作品|电影|法规)/;
/** A figure with a unit of ten or 余 and no measure word that is known: `XX余`, `X亿`. */
const BARE_SCALE =
  /^[ \u00a0]?(?:(?<scale>[万亿]{1,2})(?![\u4e00-\u9fff])|余(?![\u4e00-\u9fff]{0,1}[县杭姚]))/;
const MONEY_BEFORE =
  /(?:投资|资金|收入|产值|金额|营收|税收|经费|总额|人民币|[¥￥])[达约近超为共]{0,2}[：: ]?$/;
/** Words before a figure after which 所, 处 and 部 count. */
const COUNTING_BEFORE =
  /(?:排查|整改|新建|建成|建设|完成|共计?|累计|[达近约超逾]|超过|发现|检查|改造|打造|设立|创作)$/;

const ORDINAL_UNIT = /^[ \u00a0]?(?<unit>周年|届|中全会|季度|号楼|号线)/;
const ORDINAL_AFTER_DI = /^[ \u00a0]?(?<unit>[次届条章节款项期批名位轮个年号])/;
const DATE_UNIT =
  /^[ \u00a0]?(?:月(?![嫂饼球亮刊])|日(?![报前常子本益程照])|时(?![代期间候机常任局而尚])\d{0,2}|[时点](?:许|整)|旬)/;
const HOUR_UNIT = /^[ \u00a0]?[时点]/;
const HOUR_BEFORE = /(?:上午|下午|晚上?|凌晨|[日时点])[ \u00a0]?$/;
const MINUTE_UNIT = /^[ \u00a0]?分/;
/** Minutes follow an hour; 平时XX分, 重点XX分 are scores. */
const MINUTE_BEFORE = /[\dXxＸｘ×一二三四五六七八九十][ \u00a0]?[时点][ \u00a0]?$/;
const YEAR_UNIT = /^[ \u00a0]?年/;
/** `XX年来`, `近XX年`: a length of time, no year of the calendar. */
const YEARS_AFTER = /^[ \u00a0]?(?:[余多]|年(?:来|多|间|之久|有余|以上|以来))/;
const YEARS_BEFORE = /(?:[近约满逾]|连续|历时|已有|长达|过去|未来|为期|从事|工龄|党龄)$/;
const YEARS_WITH_SCALE = /^[ \u00a0]?[余多]年/;

const NUMBER_SIGN = /^[ \u00a0]?号/;
const BRACKETED_YEAR_BEFORE =
  /[〔［[(（【](?:19|20)[\dXxＸｘ×＊*]{2}[〕］\])）】][ \u00a0]?第?[ \u00a0]?$/;
const ISSUER_AFTER = /^[\u4e00-\u9fff]{0,5}[〔［[【（(](?:19|20)[\dXxＸｘ×＊*]{2}[〕］\])）】]/;

const PERSON =
  /^[ \u00a0]?(?<cue>同志|先生|女士|老师|教授|(?:党委|党组|党支部|支部)?(?:副)?书记|(?:副)?(?:主任|局长|县长|市长|区长|镇长|乡长|省长|州长|部长|处长|科长|院长|校长|所长|站长|组长|队长|主席|秘书长|总经理|董事长|厅长)|委员(?!会)|等[ \u00a0]?[XxＸｘ×\d一二三四五六七八九十]{1,4}[ \u00a0]?(?:余|多)?(?:名|位|人|同志))/;

/** Longer names of offices before place names, because `XX市场监管局` is no town. */
const ORGANIZATION =
  /^[ \u00a0]?(?<cue>市场监管|市场监督|统战部|组织部|宣传部|支部|党委|党组|党总支|党支部|机关|单位|企业|部门|委员会|法院|检察院|联合会|工会|合作社|工作组|专班|小组|大队|支队|中队|派出所|分局|办公室|公司|集团|中心|协会|学会|商会|银行|学院|大学|中学|小学|学校|医院|科室|车间|团队|局(?![面势部限])|委(?![托派员屈])|办(?![法理事好学实成])|厅|部(?![门署分])|处(?![理置于罚分])|科(?![学技研普])|院|校(?![园企正])|站(?![在位稳])|所(?![有在属以]))/;
/** `XX科技有限公司`: the name goes on before the word that tells what it names. */
const ORGANIZATION_LATER =
  /^(?![^的和与在对为]{0,3}(?:高质量|统战))[\u4e00-\u9fff]{1,6}?(?<cue>有限责任公司|有限公司|公司|集团|银行|医院|大学|中学|小学|学校|学院|协会|合作社|管理局|监管局|委员会)/;
const PLACE =
  /^[ \u00a0]?(?<cue>省|自治区|自治州|市(?![场值面])|县|地区|新区|开发区|园区|小区|辖区|区(?![域间别块分位])|州|盟(?!友)|旗(?![帜下])|镇|乡(?!村振兴)|村|街道|社区|路(?![径线演上由])|人大|政协|人民政府|政府|人民|群众|境内|全域|本地|当地|统战|故事|高质量|经济|特色|力量|智慧|经验|实践|样板|新篇章|发展|振兴|民营经济|粮食安全)/;
const NAME =
  /^[ \u00a0]?(?<cue>会议|大会|座谈会|推进会|活动|项目|工程|行动|方案|办法|条例|规定|意见|通知|制度|机制|平台|系统|品牌|课题|计划|规划|报告|讲话|精神|主题|专题|论坛|培训|称号|模式|体系|文件|决定|指示|教育|产业|产品|技术|专业|岗位|工作|日报|节|杯|奖)/;

const LEFT_LABELS: readonly (readonly [RegExp, PlaceholderKind])[] = [
  [
    /(?:电话|手机号?码?|邮箱|联系方式|微信号?|传真|号码)[：:][ \u00a0\u3000]?(?:0\d{2,3}-)?$/,
    'contact',
  ],
  [
    /(?:姓名|汇报人|申请人|负责人|联系人|撰稿人?|作者|述职人|报告人|主持人|记录人|签名|签字|经办人|审核人|填表人)[：:][ \u00a0\u3000]?$/,
    'person',
  ],
  [/(?:单位|部门|单位名称|科室|公司|主办|承办)[：:][ \u00a0\u3000]?$/, 'organization'],
  [/(?:地点|地址|籍贯)[：:][ \u00a0\u3000]?$/, 'place'],
  [/(?:日期|时间)[：:][ \u00a0\u3000]?$/, 'date'],
  [/(?:文号|发文字号)[：:][ \u00a0\u3000]?$/, 'document-number'],
  [/(?:金额|经费)[：:][ \u00a0\u3000]?$|[¥￥][ \u00a0]?$/, 'money'],
  [/百分之$/, 'percent'],
];
const PLACE_BEFORE = /(?:[为在赴对到从全]|新时代|来到|前往|走进)$/;
const PERSON_BEFORE = /(?:我叫|名叫|我是|本人(?:是|叫|名叫)?|名字[是叫])[ \u00a0]?$/;
/** Who leads, helps and cares: 在XX领导下. */
const LEADER_AFTER =
  /^[ \u00a0]?的?(?:正确|坚强|统一|具体|亲切|大力)?(?<cue>领导|指导|带领|关心|关怀|支持|帮助)(?:[和与、]?[\u4e00-\u9fff]{2})?下/;
const PERSON_AFTER_XIANG = /^(?:同志)?(?:学习|看齐|致敬|致以)/;

/** Words inside 【】 and the like that tell what has to be filled in. */
const INNER: readonly (readonly [RegExp, PlaceholderKind])[] = [
  [/(?:电话|手机|邮箱|联系方式|微信)(?:号码?|地址)?$/, 'contact'],
  [/姓名|人名|人选|负责人|联系人|汇报人|署名/, 'person'],
  [/文号|发文字号/, 'document-number'],
  [/年份|年度$/, 'year'],
  [/日期|时间|年月日?/, 'date'],
  [/金额|经费|万元|亿元/, 'money'],
  [/比例|百分比|占比|增幅|增速|率$|%/, 'percent'],
  [/人数|人次/, 'people'],
  [/数量|数字|次数|个数|件数|场次|数值|数据$/, 'count'],
  [/面积|长度|重量|里程/, 'measure'],
  [/地名|地点|地区|地址|[省市县区乡镇村]名/, 'place'],
  [/单位|部门|机构|公司|科室|组织名/, 'organization'],
  [/名称|标题|题目|主题$|会议名|活动名|文件名/, 'name'],
];

const UNITS: ReadonlySet<PlaceholderKind> = new Set([
  'people',
  'count',
  'money',
  'measure',
  'percent',
]);

function figure(kind: PlaceholderKind, match: RegExpExecArray): Inference {
  const scale = (match.groups?.scale ?? '').replace(/[余多]/g, '');
  const unit = match.groups?.unit ?? '';
  return { kind, label: scale + unit || LABELS[kind], cue: unit };
}

function named(kind: PlaceholderKind, cue = ''): Inference {
  return { kind, label: LABELS[kind], cue };
}

/** Figures and dates: null when no measure word follows. */
function inferFigure(token: string, before: string, after: string): Inference | null {
  if (BRACKETED_YEAR_BEFORE.test(before) && NUMBER_SIGN.test(after)) {
    return named('document-number');
  }
  if (/^[ \u00a0]?号文/.test(after)) return named('document-number');
  let match = ORDINAL_UNIT.exec(after);
  if (match !== null) return figure('ordinal', match);
  if (/第[ \u00a0]?$/.test(before)) {
    match = ORDINAL_AFTER_DI.exec(after);
    return match === null ? named('ordinal') : figure('ordinal', match);
  }
  if (/党的$/.test(before) && /^大/.test(after)) return named('ordinal', '大');
  if (NUMBER_SIGN.test(after) && !/^[ \u00a0]?号召/.test(after)) return named('ordinal', '号');
  if (YEAR_UNIT.test(after) || YEARS_WITH_SCALE.test(after)) {
    const length = token.length === 1 || YEARS_AFTER.test(after) || YEARS_BEFORE.test(before);
    return length ? { kind: 'measure', label: '年', cue: '年' } : named('year');
  }
  match = PERCENT.exec(after);
  if (match !== null) return figure('percent', match);
  match = MONEY.exec(after);
  if (match !== null) return figure('money', match);
  match = MEASURE_UNIT.exec(after);
  if (match !== null) return figure('measure', match);
  if (
    DATE_UNIT.test(after) ||
    (HOUR_UNIT.test(after) && HOUR_BEFORE.test(before)) ||
    (MINUTE_UNIT.test(after) && MINUTE_BEFORE.test(before))
  ) {
    return named('date');
  }
  match = SCORE_UNIT.exec(after);
  if (match !== null) return figure('measure', match);
  match = PEOPLE_UNIT.exec(after);
  if (match !== null) return figure('people', match);
  match = COUNT_UNIT.exec(after);
  if (match !== null) return figure('count', match);
  match = OFFICE_OR_COUNT.exec(after);
  if (
    match !== null &&
    (token.length === 1 ||
      match.groups?.scale !== '' ||
      COUNTED_OFFICE.test(after) ||
      COUNTING_BEFORE.test(before))
  ) {
    return figure('count', match);
  }
  match = BARE_SCALE.exec(after);
  if (match !== null) {
    const kind = MONEY_BEFORE.test(before) ? 'money' : 'count';
    return { kind, label: match.groups?.scale ?? LABELS[kind], cue: '' };
  }
  return null;
}

/**
 * Kind of a mask token from its line (domain rules 4.2). `before` and `after` are the slices that
 * touch it, at most `REACH` code units each and never past the line; `quoted` tells whether it
 * stands in “” or 《》.
 */
export function inferKind(
  token: string,
  before: string,
  after: string,
  quoted: boolean,
): Inference {
  // `XX、XX等3人`, `X、X、X件`: the members of a list share the word after the last one.
  const seen = after.replace(/^(?:[、和与及][XxＸｘ×]{1,6}){1,4}/, '');
  const number = inferFigure(token, before, seen);
  if (number !== null) return number;
  if (ISSUER_AFTER.test(after)) return named('organization', '发');
  let cue = PERSON.exec(seen)?.groups?.cue;
  if (cue !== undefined) return named('person', cue.startsWith('等') ? '等' : cue);
  cue = ORGANIZATION.exec(seen)?.groups?.cue;
  if (cue !== undefined) return named('organization', cue);
  cue = PLACE.exec(seen)?.groups?.cue;
  if (cue !== undefined) return named('place', cue);
  cue = NAME.exec(seen)?.groups?.cue;
  if (cue !== undefined) return named('name', cue);
  cue = ORGANIZATION_LATER.exec(seen)?.groups?.cue;
  if (cue !== undefined) return named('organization', cue);
  for (const [pattern, kind] of LEFT_LABELS) if (pattern.test(before)) return named(kind);
  cue = LEADER_AFTER.exec(seen)?.groups?.cue;
  if (cue !== undefined) return named('organization', cue);
  if (PERSON_BEFORE.test(before) && !/^[\u4e00-\u9fff]/.test(after)) return named('person');
  if (before.endsWith('向') && PERSON_AFTER_XIANG.test(after)) return named('person');
  // 对 and 为 before a mark say nothing: `为XX，` may be anything.
  if (PLACE_BEFORE.test(before) && /^[\u4e00-\u9fff]/.test(after)) return named('place');
  return named(quoted ? 'name' : 'text');
}

/** Kind of a bracketed placeholder: the words inside (`【姓名】`), else the words around it. */
export function inferBracketed(
  inner: string,
  before: string,
  after: string,
  quoted: boolean,
): Inference {
  const short = inner.replace(
    /^(?:此处|请)?(?:输入|填写|填入|插入|补充|待补充?|待填写?)[：:]?/,
    '',
  );
  const label = short !== '' && short.length <= 12 ? short : '';
  const around = inferKind('', before, after, quoted);
  for (const [pattern, kind] of INNER) {
    if (!pattern.test(inner)) continue;
    // 【数据】 is whatever figure the unit after it says.
    if (kind === 'count' && around.cue !== '' && UNITS.has(around.kind)) return around;
    return { kind, label: label || LABELS[kind], cue: '' };
  }
  // A name after a bracket (`【事项】工作`) does not make the bracket a name; a measure word does.
  const kind = around.label === LABELS[around.kind] ? 'text' : around.kind;
  return { kind, label: kind === 'text' ? label || LABELS.text : around.label, cue: '' };
}
