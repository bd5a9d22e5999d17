import assert from 'node:assert/strict';
import { KIND_NAMES, LABELS } from '../../server/src/core/analysis/placeholders/kinds.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { remaining } from '../../server/src/core/lint/final-check.js';
import { check, find } from '../helpers/placeholders.js';

/** Kind and label of the one placeholder. */
const read = (text: string) => find(text).map(({ kind, label }) => `${kind} ${label}`);

describe('what a placeholder stands for', () => {
  for (const [text, ...wanted] of [
    // Figures, told by the measure word; 余, 多, 十, 万 may stand between.
    ['举办XX场次，培训XX期，XX批，XX件', 'count 场次', 'count 期', 'count 批', 'count 件'],
    ['举办XX余场次、XX多万次，印发XX万余份', 'count 场次', 'count 万次', 'count 万份'],
    [
      '开设XX门，XX间，XX张，XX本，XX台',
      'count 门',
      'count 间',
      'count 张',
      'count 本',
      'count 台',
    ],
    ['全年听课评课XX节，参加公开课XX余节', 'count 节', 'count 节'],
    ['授课XX 课时，XX\u00a0学时，XX批次', 'count 课时', 'count 学时', 'count 批次'],
    [
      '走访XX人，XX名，XX位，XX户，XX人次',
      'people 人',
      'people 名',
      'people 位',
      'people 户',
      'people 人次',
    ],
    [
      'XX元，XX万元，XX多亿元，XX美元，XX块钱',
      'money 元',
      'money 万元',
      'money 亿元',
      'money 美元',
      'money 块钱',
    ],
    ['增长XX%，XX个百分点，XX倍，XX‰', 'percent %', 'percent 个百分点', 'percent 倍', 'percent ‰'],
    [
      'XX平方米，XX亩，XX公里，XX个月，XX天，XX周，XX小时',
      'measure 平方米',
      'measure 亩',
      'measure 公里',
      'measure 个月',
      'measure 天',
      'measure 周',
      'measure 小时',
    ],
    ['投资XX亿，收入约XX万，共XX余', 'money 亿', 'money 万', 'count 数量'],
    ['经费为XX万，种XX万株', 'money 万', 'count 万株'],
    ['XX、XX、XX件', 'count 件', 'count 件', 'count 件'],
    ['XX和XX人', 'people 人', 'people 人'],
    // 所, 处 and 部 count only where something says so.
    ['新建XX所，整改XX处，拍摄XX余部', 'count 所', 'count 处', 'count 部'],
    ['X所，XX所学校，XX处隐患', 'count 所', 'count 所', 'count 处'],
    ['到XX处汇报', 'organization 单位名称'],
    // Years, dates, times, ordinals.
    [
      'XX年，近XX年，XX年来，XX余年，X年，连续XX年',
      'year 年份',
      'measure 年',
      'measure 年',
      'measure 年',
      'measure 年',
      'measure 年',
    ],
    ['于XX月，XX日，XX时许，XX旬', 'date 日期', 'date 日期', 'date 日期', 'date 日期'],
    ['下午XX点，上午 XX 时', 'date 日期', 'date 日期'],
    ['9时XX分，XX时 XX分', 'date 日期', 'date 日期', 'date 日期'],
    // Scores are figures, by whatever word they are called.
    [
      '平均得分X分，评XX分以上；平时XX分、同时XX分',
      'measure 分',
      'measure 分',
      'measure 分',
      'measure 分',
    ],
    ['测评达到XX余分的支部', 'measure 分'],
    ['20XX年XX分', 'year 年份', 'measure 分'],
    [
      'XX周年，XX届，十九届XX中全会，XX季度，XX号楼',
      'ordinal 周年',
      'ordinal 届',
      'ordinal 中全会',
      'ordinal 季度',
      'ordinal 号楼',
    ],
    ['第XX次，第 XX 条，第XX，第XX批', 'ordinal 次', 'ordinal 条', 'ordinal 序数', 'ordinal 批'],
    ['党的XX大，XX号，XX号召', 'ordinal 序数', 'ordinal 序数', 'text 内容'],
    // Numbers of documents.
    [
      '某府〔2024〕XX号，〔20XX〕 第 12号，XX号文',
      'document-number 文号',
      'year 年份',
      'document-number 文号',
    ],
    ['XX府办〔20XX〕12号', 'organization 单位名称', 'year 年份'],
    // People.
    [
      'XX同志、XX主任、XX党支部书记、XX副校长',
      'person 人名',
      'person 人名',
      'person 人名',
      'person 人名',
    ],
    ['XX等3人，XX等 十 名，XX委员发言', 'person 人名', 'person 人名', 'person 人名'],
    ['向XX看齐，向XX学习', 'person 人名', 'person 人名'],
    // Offices.
    [
      'XX市场监管局、XX局、XX派出所、XX支部、XX科',
      'organization 单位名称',
      'organization 单位名称',
      'organization 单位名称',
      'organization 单位名称',
      'organization 单位名称',
    ],
    [
      'XX科技有限公司，XX农村商业银行，XX第一中学',
      'organization 单位名称',
      'organization 单位名称',
      'organization 单位名称',
    ],
    // Places.
    ['XX省、XX市、XX县、XX镇、XX村、XX社区、XX人大', ...Array<string>(7).fill('place 地名')],
    ['赴XX考察，来到XX调研，为XX高质量发展', 'place 地名', 'place 地名', 'place 地名'],
    // Names.
    ['XX会议，XX活动，XX项目，XX条例，XX平台，XX工作', ...Array<string>(6).fill('name 名称')],
    ['召开“XX”，印发《XX》', 'name 名称', 'name 名称'],
    // Labels of forms.
    ['联系电话：XX', 'contact 联系方式'],
    ['传真: ____', 'contact 联系方式'],
    ['电话：0100-XXXXXXXX', 'contact 联系方式'],
    ['汇报人：____', 'person 人名'],
    ['签名：\u3000____', 'person 人名'],
    ['单位：____', 'organization 单位名称'],
    ['地址：____', 'place 地名'],
    ['时间： ____', 'date 日期'],
    ['发文字号：____', 'document-number 文号'],
    ['经费：____', 'money 金额'],
    ['￥____', 'money 金额'],
    ['占百分之XX', 'percent 比例'],
    // Words that begin like a measure word.
    ['XX场所', 'text 内容'],
    ['XX项目', 'name 名称'],
    ['XX个性', 'text 内容'],
    ['XX人民', 'place 地名'],
    ['XX名称', 'text 内容'],
    ['XX户外', 'text 内容'],
    ['XX元素', 'text 内容'],
    ['XX倍增', 'text 内容'],
    ['XX周边', 'text 内容'],
    ['XX天然', 'text 内容'],
    ['XX日报', 'name 名称'],
    ['XX时代', 'text 内容'],
    ['XX月饼', 'text 内容'],
    ['XX市场', 'text 内容'],
    ['XX区域', 'text 内容'],
    ['XX部分', 'text 内容'],
    ['XX科技', 'text 内容'],
    ['XX委员会', 'organization 单位名称'],
    ['为XX，再次', 'text 内容'],
    ['XX时', 'date 日期'],
    ['XX分公司，XX分局', 'organization 单位名称', 'organization 单位名称'],
    ['XX分管领导，XX分类', 'text 内容', 'text 内容'],
    // What is inside brackets, else the words around them.
    ['【姓名】', 'person 姓名'],
    ['由【负责人】牵头', 'person 负责人'],
    ['联系【手机】', 'contact 手机'],
    ['见【文号】', 'document-number 文号'],
    ['全年【年份】', 'year 年份'],
    ['于【具体日期】', 'date 具体日期'],
    ['投入【金额】', 'money 金额'],
    ['提高【增幅】', 'percent 增幅'],
    ['共【参加人数】', 'people 参加人数'],
    ['共【数量】人次', 'people 人次'],
    ['共【数量】', 'count 数量'],
    ['修路【里程】', 'measure 里程'],
    ['赴【县名】', 'place 县名'],
    ['由【责任部门】', 'organization 责任部门'],
    ['召开【会议名称】', 'name 会议名称'],
    ['做好【事项】工作', 'text 事项'],
    ['做好【请填写事项】', 'text 事项'],
    ['做好【此处填写：事项】', 'text 事项'],
    ['完成【待补充】件', 'count 件'],
    ['完成【待补充】', 'text 内容'],
    ['完成【这里写今年最重要的一项工作和成效】', 'text 内容'],
  ] as const) {
    it(`${text}: ${wanted.join(', ')}`, () => assert.deepEqual(read(text), wanted));
  }

  it('has a name in both languages', () => {
    for (const kind of Object.keys(LABELS) as (keyof typeof LABELS)[]) {
      assert.match(KIND_NAMES[kind].zh, /[\u4e00-\u9fff]/);
      assert.match(KIND_NAMES[kind].en, /^[A-Z]/);
    }
  });
});

describe('masks', () => {
  for (const [source, kinds] of [
    // Dates: at least two masks, to the unit of the last one.
    ['于⟦20XX年X月X日⟧上午', 'date'],
    ['于⟦XXXX年XX月⟧', 'date'],
    ['于⟦20XX 年 X 月⟧ 召开', 'date'],
    ['于2024年⟦X月X日X时X分⟧', 'date'],
    ['于⟦X月X日X点⟧', 'date'],
    ['于3月⟦X⟧日', 'date'],
    ['⟦20XX-XX-XX⟧，⟦XXXX.XX.XX⟧，⟦20XX/X/X⟧', 'date date date'],
    ['⟦____年__月__日⟧', 'date'],
    ['⟦□□年□月□日⟧，⟦○○年○月⟧', 'date date'],
    ['⟦＊＊年＊月⟧', 'date'],
    // Years.
    ['⟦20XX⟧年度，⟦19××⟧年，⟦202X⟧年，⟦20**⟧年', 'year year year year'],
    // Numbers of documents.
    [
      '⟦〔20XX〕XX号⟧，⟦[20XX]第X号⟧，⟦（202X）XX号⟧',
      'document-number document-number document-number',
    ],
    ['⟦〔XX〕__号⟧', 'document-number'],
    // Figures with decimals.
    ['增长⟦X.X⟧%，⟦XX.XX⟧万元，⟦x.x⟧ 个百分点', 'percent money percent'],
    ['平均得⟦XX.X⟧分，⟦X.X⟧ 分。', 'measure measure'],
    // Telephone numbers, but no ranges.
    ['电话⟦XXX-XXXXXXXX⟧，⟦××××-×××××××⟧', 'contact contact'],
    ['手机⟦xxx-xxxx-xxxx⟧。', 'contact'],
    ['⟦XX⟧-⟦XX⟧岁，⟦XXX⟧-⟦XXX⟧元，⟦XXXX⟧-⟦XXXX⟧年', 'text measure text money text year'],
    ['⟦XXX⟧-⟦XXXXXXXX⟧-⟦XX⟧', 'text text text'],
    ['走访⟦X⟧户、⟦x⟧人、⟦Ｘ⟧名、⟦×⟧次', 'people people people count'],
    ['1.⟦XX⟧局牵头', 'organization'],
    ['（⟦XX⟧局）、⟦XX⟧/⟦XX⟧局、第一-⟦XX⟧局', 'organization text organization organization'],
    ['⟦××⟧县，⟦×⟧市，⟦×⟧人，⟦×⟧万元', 'place place people money'],
    ['⟦某⟧市、⟦某某⟧、⟦某某某⟧同志，⟦某⟧局', 'place text person organization'],
    ['⟦**⟧省⟦**⟧市', 'place place'],
    ['⟦＊＊⟧县', 'place'],
    ['由⟦____⟧、⟦__⟧负责', 'text text'],
    ['由⟦□□□⟧负责，⟦○○⟧局', 'text organization'],
    ['⟦N⟧项，⟦n⟧人，⟦N⟧年', 'count people measure'],
  ] as const) {
    it(`are found in ${source}`, () => check(source, kinds));
  }

  for (const text of [
    // Parts of names, words, formulas, addresses.
    'AXX、1XX、XXa、XX1、C++XX、a_XX、\\XX、@XX、#XX、XX@x、XX=1、XX_a、&XX、XX&',
    'a.XX、XX.com、XX:80、a-XX、XX-a、a/XX、XX/a、f(XX、k?XX、k:XX、100%XX、$XX',
    'XX染色体、XX射线、Model X、变量 x 的值、X光、X射线',
    '3×5、数据×、×域、“数据×项目”、7×24小时、长×宽',
    `${'X'.repeat(21)}、${'□'.repeat(21)}次`,
    '120XX年、a20XX年、.20XX、20XXX、20XX1、20*重点*、3020XX年',
    '二○○八年、一○○、○○后、5○○、○○○○○○○次、第○届',
    'a____、1____、____a、____1、_、__init__、甲 __加粗__ 乙',
    '____\n　　□□□\n　○○\n',
    '李某某、王某、某些、某个、某某某某、某市场、某区域、某局面',
    '**省重点**、**重点**工作、*省、*****省、1**省、a**省',
    '甲＊乙、＊＊',
    '“N个1”、a N项、Nano项、N方、×N件、n个a',
    '〔2024〕12号、［2024］第3号',
  ]) {
    it(`are not seen in ${text.split('\n')[0]}`, () => check(text, ''));
  }

  it('beside marks of Markdown are what they are in plain text, bold is not', () => {
    check('**省**市', '', 'markdown');
    check('⟦**⟧省⟦**⟧市', 'place place');
    check('做到 __强调__ 和⟦____⟧', 'text', 'markdown');
  });

  it('in quotation marks are names', () => {
    check('“⟦XX⟧”，《⟦XX⟧》，“⟦XX⟧》，《⟦XX⟧”', 'name name text text');
    check('“甲。⟦XX⟧”', 'text');
  });
});

describe('blanks', () => {
  for (const [source, kinds] of [
    // Typed with underscores, one of them included.
    ['⟦20_⟧年办结⟦_⟧件，走访⟦_⟧户，筹资⟦＿⟧万元', 'year count people money'],
    ['在⟦____⟧的坚强领导下，第⟦__⟧次完成⟦___⟧%', 'organization ordinal percent'],
    // In brackets before a unit, however many blanks.
    ['办班⟦（　）⟧期，到课⟦( )⟧人，发证⟦（）⟧本，走访⟦[ ]⟧户', 'count people count people'],
    ['第⟦（ ）⟧届，签名⟦（　　）⟧', 'ordinal text'],
    ['现报送⟦【】⟧，由⟦【　】⟧局负责', 'text organization'],
    // Marks that mostly mean something else, right before a unit.
    ['救助⟦？？⟧户，发放⟦??⟧元，收治⟦□⟧例，借出⟦○⟧册', 'people money count count'],
    ['收治⟦*⟧例，筹资⟦**⟧万元，⟦*⟧户受益，⟦＊⟧人次', 'count money people people'],
    // Dates.
    ['⟦　　年　月　日⟧', 'date'],
    ['镇文化站　　⟦2026年 月 日⟧', 'date'],
    ['日期：⟦20　　年　　月　　日⟧，⟦2026年3月　日⟧', 'date date'],
    ['二〇二六年⟦ 月 日⟧', 'date'],
    ['⟦年　月　日⟧', 'date'],
    ['⟦x–x月⟧办班，⟦X至X日⟧开课，⟦__—__日⟧结业', 'date date date'],
    ['票价￥⟦XX.XX⟧，合计¥⟦×,×××.××⟧', 'money money'],
    // Names.
    ['我叫⟦XXX⟧，本人⟦xx⟧。我是⟦XX⟧局的', 'person person organization'],
    ['在⟦××⟧关心支持下', 'organization'],
    ['⟦【镇名】⟧2026年防汛总结', 'place'],
    ['⟦[姓名]⟧同志的鉴定', 'person'],
    // What is not known yet.
    ['开班时间⟦待定⟧，主讲人选⟦待定⟧。', 'date person'],
    ['地点：⟦待定⟧', 'place'],
  ] as const) {
    for (const syntax of ['plain', 'markdown'] as const) {
      // Between two runs of stars Markdown has emphasis.
      if (syntax === 'markdown' && source.includes('*')) continue;
      it(`are found in ${source.trim()} (${syntax})`, () => check(source, kinds, syntax));
    }
  }

  for (const text of [
    'N个顶点、M条边，其中K个连通',
    '评审人员：[李方]，日期：[2018年11月16日]，时间：【上午9:00】',
    '【微信公众号使用说明】，见【微信公众号使用说明】、【服务手册】',
    '年 月 日 摘要 金额\n2024年 月均两场，2025年 全年',
    '满意（ ）基本满意（ ）不满意（ ）。（　）名词解释\n- [ ] 件数\n□个人　□单位',
    '真的吗？？人人有责？？？，是吧？？件件有着落',
    '注：*例外情况\n*件数为估计。总数*人均、5*件、数据_件数',
    '【活动时间】2026年3月5日\n【项目】在建',
    '名单待定，时间待定的事项，待定后再报',
    'f()个、a( )项、[链接]()个',
  ]) {
    it(`are left alone in ${text.split('\n')[0]}`, () => {
      check(text, '');
      check(text, '', 'markdown');
    });
  }

  it('that may be all there is to say are hints', () => {
    const summary = parseSummary('开班时间待定，𠮷安镇办班XX期。', 'plain');
    assert.deepEqual(
      remaining(summary).map(({ severity }) => severity),
      ['hint', 'warning'],
    );
  });
});

describe('brackets', () => {
  for (const [source, kinds] of [
    ['报送⟦【单位名称】⟧，⟦［数量］⟧，⟦[日期]⟧，⟦{姓名}⟧', 'organization count date person'],
    ['⟦【此处填写标题】⟧', 'name'],
    ['一、⟦【待补充】⟧', 'text'],
    ['完成。⟦【请填写】⟧', 'text'],
    ['# ⟦【填写标题】⟧', 'name'],
    ['致⟦<单位名称>⟧，见⟦〈请填写名称〉⟧', 'organization name'],
    ['共⟦{{数量}}⟧', 'count'],
    [
      '情况⟦（待核实）⟧、⟦（略）⟧、⟦(暂缺)⟧、⟦（数据待补）⟧、⟦（待补充：去年数）⟧',
      'text text text text text',
    ],
    ['签名⟦（　　）⟧，⟦〔  〕⟧', 'text text'],
    ['情况⟦（请填写数字）⟧，⟦（TODO 核对）⟧，⟦（TBD）⟧', 'count text text'],
    ['经费⟦待补充⟧，数字⟦待补⟧。原因⟦待填写⟧；⟦待核实⟧', 'text text text text'],
    ['⟦TODO⟧：核对，⟦TBD⟧', 'text text'],
    ['取得⟦【成绩】⟧', 'text'],
  ] as const) {
    it(`are found in ${source}`, () => check(source, kinds));
  }

  for (const text of [
    // Headings, tags and notes of the printed text.
    '【工作亮点】抓服务',
    '一、【工作亮点】',
    '（一）【工作亮点】抓服务',
    '第一部分 【回顾】',
    '## 【回顾】',
    '完成任务。【亮点】抓服务',
    '正文【来源：本站】【附件1】【图2】【注：见表】【摘要】',
    '正文【abc】、[abc]、{abc}',
    `正文【${'长'.repeat(41)}】`,
    // Code and Markdown.
    'a[下标]、![图](x)、[链接](x)、[链接]: x、[链接][1]、\\[转义]、[^脚注]、[张三，2020]',
    'f{参数}、\\{参数}、{参数}}',
    // Titles of documents, elements.
    '<关于放假的通知>、<管理办法>、〈管理细则〉、〈红楼〉、<部门>甲</部门>',
    // Ordinary words in brackets.
    '（一）、（待人热情）、（略有提高）、（请示）、f(待定)、（）、（ ）',
    // Pending words as predicates and attributes.
    '有待补充、尚待填写、仍待补、亟待补充、线索待核实、待补充的材料、待填写人',
    'TODO_1、TODOs、aTODO、x.TODO、TODO清单、TODO list、待补充完善',
  ]) {
    it(`are left alone in ${text}`, () => check(text, ''));
  }
});
