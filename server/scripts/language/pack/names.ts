/** Names of persons, told by what stands before or after them: they are taken out of what is counted. */

/** Stands where a name was; nothing is counted across it. */
export const CUT = '\x02';

const COMMON_SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕' +
  '苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史' +
  '顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛' +
  '伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧' +
  '甄项曲成游阳裴席卫查屈鲍位覃霍翁隋甘景单包司柏宁柯阮桂闵解柴华车冉房边栗谌娄';
/** Words more often than surnames. */
const OTHER_SURNAMES =
  '植薄强辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简盖符奚木穆党燕郎邸冀谈姬屠' +
  '连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟匡' +
  '宗应台巫鞠僧桑荆银扬明沙伏岑习胥保和蔺';

export const isCommonSurname = (character: string) => COMMON_SURNAMES.includes(character);

/** What stands right before a name in texts; of two that begin alike the first is tried first. */
const TITLES = [
  '记者|通讯员|编辑|审判长|审判员|书记员|法官|代理人|辩护人|律师|联系人|教授|研究员',
  '主任|局长|处长|科长|镇长|村支书|院长|校长|经理|董事长|老师|医生|选手|运动员',
  '被告人|原告|被告|上诉人|被上诉人|申请人|法定代表人|负责人',
  '村民|居民|市民|农民|学生|演员|导演|队员|教练|代表|委员',
].join('|');

/** Of two characters, so that n-grams have room for a name after them. */
export const SHORT_TITLES: readonly string[] = [
  ...['记者', '书记', '主任', '院长', '主席', '总理', '部长', '省长', '市长', '县长', '局长'],
  ...['同志', '委员', '常委', '教授', '校长', '所长', '摄影', '通讯', '编辑', '播报', '代表'],
  ...['组长', '司令', '政委', '议长', '会长', '队长', '厂长', '经理', '董事'],
];

/** Persons of set phrases, whose names are kept. */
const LEADERS = ['习近平', '毛泽东', '邓小平', '江泽民', '胡锦涛'];
const MODELS = ['雷锋', '焦裕禄', '马克思', '恩格斯', '列宁'];
const KEPT = new RegExp([...LEADERS, ...MODELS].join('|'));

export const isKeptBeginning = (name: string) => LEADERS.some((leader) => leader.startsWith(name));

const SURNAME = `[${COMMON_SURNAMES}${OTHER_SURNAMES}]`;
const NAME = `${SURNAME}[\\u4e00-\\u9fa5]{1,2}`;
const BEHIND_TITLE = new RegExp(
  `(${TITLES})(${NAME})(?=[，。、：；（）()“”！？ ]|说|介绍|表示|告诉|认为|$)`,
  'g',
);
const BEFORE_ADDRESS = new RegExp(
  `(^|[，。、：；（“])(${NAME})(?=(?:同志|先生|女士|同学|老师|教授|院士|（女|（男|某))`,
  'g',
);
/** As judgments call persons: 张某甲. */
const ANONYMOUS = new RegExp(`${SURNAME}某{1,3}[甲乙丙丁\\u4e00-\\u9fa5]?`, 'g');

/** A line with {@link CUT} for each name after a title or before a form of address. */
export function withoutNames(line: string): string {
  const cut = (all: string, before: string, name: string) => (KEPT.test(name) ? all : before + CUT);
  return line.replace(BEHIND_TITLE, cut).replace(BEFORE_ADDRESS, cut).replace(ANONYMOUS, CUT);
}
