/**
 * Names of places, organisations and people that stand in a finished text. Nothing but the words
 * around them tells a name, so each form needs its cue, and only what a cue or repetition makes sure
 * is proposed without being asked.
 */

import type { PlaceholderKind } from '../analysis/placeholders/kinds.js';
import { placeholdersOf } from '../analysis/placeholders/placeholders.js';
import { PatternScanner } from '../base/pattern-scanner.js';
import type { Span } from '../base/text.js';
import type { ParsedSummary } from '../document/model.js';

export interface FoundName {
  readonly name: string;
  readonly kind: Extract<PlaceholderKind, 'place' | 'organization' | 'person'>;
  /** What follows the name in every one of its places and stays: 县, 有限公司; `''` for people. */
  readonly cue: string;
  /** Where the name stands, without its cue, in order; at least one. */
  readonly spans: readonly Span[];
  readonly certain: boolean;
}

const PROVINCES =
  '北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆';
const HAN = '\\p{Script=Han}';
/** What stands right before a name and tells that one begins: the start of a line, a preposition, a larger place. */
const CUE_BEFORE = `(?<=^[\\s\\u3000\\ufeff#]{0,12}|[在为赴到从向往于驻]|(?:${PROVINCES})省|[${HAN}]{2}[市县])`;
/** A mark tells less: a verb may begin there as well. */
const MARK_BEFORE = `(?<=[^${HAN}])`;
/** No name holds these characters; they begin or end other words. */
const NO_NAME =
  '全我本各该每此两某这那省市县区镇乡村街的了在为是有对等从向至到赴往驻年月日个们进被把与和及或并请';
const IN_NAME = `(?:(?![${NO_NAME}])${HAN})`;
const PLACE = new RegExp(
  `(?<name>${PROVINCES})(?<cue>省|(?:回族|壮族|维吾尔)?自治区)|(?:(?<cued>${CUE_BEFORE})|${MARK_BEFORE})(?<own>(?![级域])${IN_NAME}{2,3}?)(?<unit>市(?![场民值区级内外直属])|县(?![级城域乡中里内外区优直属市际处])|区(?![域间别分块位内外级直属])|镇(?![村街区])|乡(?![村镇亲土愁])|村(?![民子级里内干寨])|街道(?!办法)|社区(?![服治工党居]))`,
  'gmu',
);
/** Words that end in 区 and name none: 示范区, 山区. */
const AREA =
  /(?:示范|园|小|辖|社|景|地|开发|新|库|牧|山|城|片|灾|校|厂|战|居民|住宅|工业|试验|功能|保护|合作|先行|建成|扩|设|集聚|棚户|贸易|自治)$/;
/** Words that end like a place (行政村, 超市), and verbs with a place after them (深入社区). */
const COMMON =
  /(?:中心|农|行政|自然|贫困|联系|帮扶|重点|集|都|上|超|股|夜|菜|楼|地级|同城同|三下|试点|百强|智慧|和谐|平安|文明|沿|老|定点|脱贫|美丽|先进|结对|所|深入|组织|指导|推动|加快|建设|破解|引导|支持|帮助|动员|覆盖|惠及|服务|走访|包保|协调|督促|打造|创建|完善|加强|推|涉及|部分|其他|相关|城乡|基层|当地|优先|带动|联合|配合|健康|提升|统筹|通过|直接|所有|城中|海岛|完整|文化)$/;

const COMPANY = new RegExp(
  `(?:(?<cued>${CUE_BEFORE})|(?<=[^${HAN}]|[与由]))(?<own>[${HAN}]{2,10}?)(?<unit>有限责任公司|股份有限公司|有限公司|集团公司)`,
  'gmu',
);

/** Frequent surnames; a rarer one goes unnoticed rather than a word being taken for a name. */
const SURNAME =
  '[赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严魏姜谢邹潘葛范彭鲁韦马苗方俞任袁柳史唐薛雷贺倪汤罗毕郝常傅康余顾孟黄穆萧尹姚邵汪毛戴宋庞熊纪舒项祝董梁杜阮贾江郭梅林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房裘缪解丁邓洪包左石崔吉龚程裴陆翁曾刘龙叶黎白]';
const OFFICE =
  '(?:同志|书记|主任|馆长|局长|县长|市长|区长|镇长|乡长|处长|科长|院长|校长|所长|站长|组长|队长|主席|秘书长|总经理|董事长|厅长|部长|老师|教授|先生|女士)';
/** A given name holds none of these; an office does. */
const GIVEN = `(?:(?![局委办部处科室站所院校会组队区县市省镇乡村党副总同主书老])${HAN}){1,2}`;
const PEOPLE: readonly RegExp[] = [
  // 王建国同志, 由李强主任主持
  new RegExp(`(?<=^|[^${HAN}]|[由请向与和对及])(?<name>${SURNAME}${GIVEN})(?=${OFFICE})`, 'gmu'),
  // 党委书记李强主持, 局长王建国、副局长
  new RegExp(
    `(?<=${OFFICE})(?<name>${SURNAME}${GIVEN})(?=$|[^${HAN}]|同志|主持|带队|带领|作|讲|强调|指出|要求|参加|出席|深入|赴|到|在|及|和|与|一行|等)`,
    'gmu',
  ),
  // 述职人：王建国
  new RegExp(
    `(?<=(?:姓名|汇报人|述职人|报告人|撰稿人?|联系人|负责人|主持人|记录人|审核人|经办人)[：:][ \\u3000]?)(?<name>[${HAN}]{2,4})(?=$|[^${HAN}])`,
    'gmu',
  ),
];

export function findNames(summary: ParsedSummary): FoundName[] {
  const { text } = summary;
  const taken = [...summary.exempt, ...placeholdersOf(summary).map(({ span }) => span)];
  const free = (spans: readonly Span[]) =>
    spans.filter((span) => !taken.some(({ start, end }) => start < span.end && end > span.start));
  const found: FoundName[] = [];
  const add = (name: FoundName) => {
    const spans = free(name.spans);
    if (spans.length > 0) found.push({ ...name, spans });
  };
  for (const [pattern, kind] of [
    [PLACE, 'place'],
    [COMPANY, 'organization'],
  ] as const) {
    const names = named(text, pattern);
    const places = occurrences(text, [...names.keys()]);
    for (const [whole, { name, cue, sure }] of names) {
      if (kind === 'place' && isCommon(name, cue, sure)) continue;
      const spans = places.get(whole)!.map((start) => ({ start, end: start + name.length }));
      // After a mark and only once, anything may stand.
      if (sure || spans.length > 1)
        add({ name, kind, cue, spans, certain: sure && spans.length > 1 });
    }
  }
  for (const { name, spans } of people(text)) {
    add({ name, kind: 'person', cue: '', spans, certain: true });
  }
  // 书香云溪 names the place too, but 平安 of 平安县 is a word as well: the writer decides.
  const alone = found.filter(
    ({ name, cue, certain }) => cue !== '' && cue.length <= 2 && name.length >= 2 && certain,
  );
  const places = occurrences(
    text,
    alone.map(({ name }) => name),
  );
  for (const { name, spans } of alone) {
    const known = new Set(spans.map(({ start }) => start));
    const bare = places
      .get(name)!
      .filter((start) => !known.has(start))
      .map((start) => ({ start, end: start + name.length }));
    add({ name, kind: 'place', cue: '', spans: bare, certain: false });
  }
  return withoutOverlaps(found);
}

function isCommon(name: string, cue: string, sure: boolean): boolean {
  // 在盐城市 names a place, 推动城市 and 改造城乡 do not.
  if (name.endsWith('城') && (name.length > 2 || !sure)) return true;
  return COMMON.test(name) || (cue === '区' && AREA.test(name));
}

/** Names by their wording with what follows them; `sure` when a preposition, a larger place or the start of a line is before one. */
function named(
  text: string,
  pattern: RegExp,
): ReadonlyMap<string, { name: string; cue: string; sure: boolean }> {
  const names = new Map<string, { name: string; cue: string; sure: boolean }>();
  for (const { groups = {} } of text.matchAll(pattern)) {
    const name = groups.name ?? groups.own!;
    const cue = groups.cue ?? groups.unit!;
    const sure = groups.name !== undefined || groups.cued !== undefined;
    const known = names.get(name + cue);
    names.set(name + cue, { name, cue, sure: sure || known?.sure === true });
  }
  return names;
}

function people(text: string): { name: string; spans: Span[] }[] {
  const byName = new Map<string, Set<number>>();
  for (const pattern of PEOPLE) {
    for (const match of text.matchAll(pattern)) {
      const name = match.groups!.name!;
      const starts = byName.get(name) ?? new Set();
      starts.add(match.index);
      byName.set(name, starts);
    }
  }
  // Two characters may be any word, three are the name wherever they stand.
  const long = [...byName.keys()].filter((name) => name.length > 2);
  const places = occurrences(text, long);
  return [...byName].map(([name, starts]) => {
    for (const start of places.get(name) ?? []) starts.add(start);
    const spans = [...starts]
      .sort((a, b) => a - b)
      .map((start) => ({ start, end: start + name.length }));
    return { name, spans };
  });
}

/** Where each of the words stands; what begins inside the same word before it is not counted. */
function occurrences(text: string, words: readonly string[]): ReadonlyMap<string, number[]> {
  const found = new Map(words.map((word): [string, number[]] => [word, []]));
  const patterns = [...found.keys()];
  new PatternScanner(patterns).scan(text, (index, start) => {
    const word = patterns[index]!;
    const starts = found.get(word)!;
    if (starts.length === 0 || starts.at(-1)! + word.length <= start) starts.push(start);
  });
  return found;
}

/** Of two names in one place the earlier found one stays: a place with its cue before the bare one. */
function withoutOverlaps(names: readonly FoundName[]): FoundName[] {
  const taken: Span[] = [];
  return names.flatMap((name) => {
    const spans = name.spans.filter(
      (span) => !taken.some(({ start, end }) => start < span.end && end > span.start),
    );
    for (const span of spans) taken.push(span);
    return spans.length === 0 ? [] : [{ ...name, spans }];
  });
}
