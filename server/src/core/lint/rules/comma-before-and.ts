import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

/** 和, 及 and 与 that begin no other word: 和谐, 及时, 与会. */
const JOINED =
  /、(和(?![平谐解睦美气顺声善畅缓悦煦合洽蔼田县静政林暖衷风盘颜乐弦约服尚稀局棋着为而]|[\u4e00-\u9fff][县镇乡村])|及(?![时格早至第其物于冠锋])|与(?![会时众日其世民党邻国人湖虎]))(?=[\u4e00-\u9fff“《])/g;

/** How much is read on either side. UTF-16 units. */
const FAR = 40;

const CLAUSE_BEFORE = /[^，。；：！？,;:!?\n]*$/;
const CLAUSE_AFTER = /^[^，。；：、！？,;:!?\n]*/;

/** Words of a clause in which 和 and 与 mean “with”: 与地方有效联动, 和群众一起劳动. */
const WITH =
  /相|共|同|互|联|关系|关联|有关|无关|一起|一道|一样|一致|一体|成片|并肩|打交道|沟通|对接|结合|融合|融为|衔接|合作|协作|配合|匹配|适应|签|订|谈|商|议|交流|交往|交朋友|对话|抗争|斗争|竞争|较量|赛跑|看齐|比|保持|建立|脱节|分离|区别|告别|握手|见面|座谈|进行|开展|展开/;

/** An item of an enumeration is no longer than this. */
const LONGEST_ITEM = 8;

/**
 * How sure it is that the word is the last conjunction of an enumeration of names: A、B、和C, with
 * nothing in it that speaks for “with”, for a saying of four characters or for clauses side by side.
 * Null where nothing should be said.
 */
function certainty(word: string, before: string, after: string): 'warning' | 'hint' | null {
  // A clause that has the word already puts phrases side by side: 与人民…、与人民…; 政府与市场、与社会.
  if (/[和与及同跟或]/.test(before)) return null;
  if (word !== '及' && WITH.test(after)) return null;
  const items = before.split('、');
  const last = items.at(-1)!;
  // Two phrases of four characters: 各美其美、和而不同.
  if (items.length < 3 && last.length === after.length + 1) return null;
  const end = after.search(/[等的（]|[一二两三四五六七八九十\d]{1,4}[级方者类项个大]/);
  const item = end < 0 ? after : after.slice(0, end);
  const alike =
    item.length >= (word === '及' ? 1 : 2) &&
    item.length <= LONGEST_ITEM &&
    last.length <= LONGEST_ITEM &&
    Math.abs(item.length - last.length) <= 3;
  if (items.length >= 2 && alike && (word !== '与' || item.length === last.length))
    return 'warning';
  return word === '与' ? null : 'hint';
}

export default defineRule({
  id: 'comma-before-and',
  topic: 'marks',
  scope: 'paragraph',
  trigger: ['、和', '、及', '、与'],
  severity: 'warning',
  title: { zh: '顿号后又用连词', en: '顿号 together with a conjunction' },
  explain: {
    zh: '“和”“及”“与”已经把并列的词连起来，前面不再用顿号。“，以及”是对的。',
    en: '和, 及 and 与 already join the items; no enumeration comma before them. ，以及 is right.',
  },
  source: 'GB/T 15834—2011 A.3',
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(JOINED)) {
      const span = spanOf(match);
      const word = match[1]!;
      const before = CLAUSE_BEFORE.exec(prose.slice(Math.max(0, span.start - FAR), span.start))![0];
      const after = CLAUSE_AFTER.exec(prose.slice(span.end, span.end + FAR))![0];
      const severity = certainty(word, before, after);
      if (severity === null) continue;
      report({
        span,
        severity,
        message:
          severity === 'warning'
            ? {
                zh: `“${word}”已经起连接作用，前面的顿号多余。请删去顿号。`,
                en: `“${word}” already joins the items: delete the enumeration comma.`,
              }
            : {
                zh: `“${word}”如果连接前后几项，前面的顿号就多余，可以删去；是“跟、同”的意思就不改。`,
                en: `If “${word}” joins the items, the enumeration comma is one too many; where it means “with”, leave it.`,
              },
        fixes: [changeTo(word, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '开放图书、期刊⟦、和⟧报纸。', fixed: '开放图书、期刊和报纸。' },
    {
      bad: '\uFEFF　𠮷县、乡⟦、及⟧村三级联动。\r\n',
      fixed: '\uFEFF　𠮷县、乡及村三级联动。\r\n',
    },
  ],
  good: [
    '维护团结、和平',
    '及时、与会、和谐、及格',
    '图书、期刊，以及报纸',
    '学习、与时俱进',
    '乡村、和美',
    '、和硕县',
    '和睦相处、和衷共济',
    '与国情相适应、与经济水平相匹配的制度',
    '与读者同坐、与馆员同学、与社区同办',
    '理顺总馆与分馆、与书屋的关系',
    '多方参与、与学校常年联动',
    '求同存异、和睦相待',
  ],
};
