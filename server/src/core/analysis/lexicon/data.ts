import setPhrases from './set-phrases.json' with { type: 'json' };
import wrongWords from './wrong-words.json' with { type: 'json' };

/** A set term (规范提法) with its known mis-writings. Data: set-phrases.json. */
export interface SetPhrase {
  readonly term: string;
  readonly group: string;
  /** What a numeric abbreviation stands for. */
  readonly expansion?: string;
  /** The items of the list only describe, and are right in any order. */
  readonly anyOrder?: boolean;
  /** The document its wording is from. */
  readonly source?: string;
  /** Right wordings that differ from the term by one character: no near misses. */
  readonly also?: readonly string[];
  readonly wrong?: readonly {
    readonly text: string;
    /** Drop-in replacement; without one the writer is told and nothing is changed. */
    readonly fix?: string;
    /** A tolerated form: a hint, no more. */
    readonly hint?: boolean;
    /** Only where this pattern matches. */
    readonly when?: string;
    /** Documents of an earlier year are right to use the older wording. */
    readonly since?: number;
  }[];
}

/** A wrong word and the right one. Data: wrong-words.json. */
export interface WrongWord {
  readonly wrong: string;
  readonly right: string;
  /** `slip`: no legitimate reading; `variant`: an older or tolerated form; `confusable`: wrong in this company. */
  readonly kind: 'slip' | 'variant' | 'confusable';
  readonly hint?: boolean;
  readonly when?: string;
  /** What `when` says of the words around leaves no doubt: the language model is not asked. */
  readonly certain?: boolean;
  readonly why?: string;
}

export const SET_PHRASES: readonly SetPhrase[] = setPhrases;
/** Adjectives that stand before a verb as often as before a noun. */
const ADJECTIVES =
  '认真 扎实 积极 深入 全面 有效 切实 主动 及时 有序 稳步 高效 圆满 顺利 充分 严格 不断 自觉';

/**
 * An adjective with 的 before a verb that has an object. Not after what makes the whole a noun
 * (没有严格的执行, 最有效的学习方式), and not where the verb is joined or part of a noun.
 */
const ADVERBIAL =
  '(?<![最更较很极无没有是为以用靠的种个项套条给得到行出])WORD的(?=(?:开展|推进|落实|完成|做好|贯彻|学习|履行|解决|执行|提升|提高|加强|配合|参与|组织|推动)(?:了|[\u4e00-\u9fff]{2}))(?!..[和与及或是也的度率法型性力者])(?!..(?:能力|情况|方案|体系|水平|机制|习惯|精神|任务|单位|项目|人员|氛围|计划|方式|方法|办法|路径|途径|渠道|措施|举措|手段|平台|载体|效果|成果|过程|活动|作用|作为|策略|模式|思路|制度|标准|要求|意见|建议|环境|态度|热情|动力|保障|工具|机构|部门|案例|经验|时间|机会|条件|进度|力度))';

const ADVERBS: readonly WrongWord[] = ADJECTIVES.split(' ').map((word) => ({
  wrong: `${word}的`,
  right: `${word}地`,
  kind: 'confusable',
  hint: true,
  when: ADVERBIAL.replace('WORD', word),
  why: '动词前用“地”，名词前用“的”',
}));

/** Verbs whose manner or result is told after them, where they are no part of a noun. */
const VERBS =
  '(?:(?<![骨主能才])干|(?<![道府区县市局委公])办|(?<![小传学解])说|(?<!演)讲|(?<![经通不超])过|[做搞抓写跑走打忙累玩唱看开]|' +
  '收拾|打扫|打理|管理|安排|布置|整理|料理|演绎|发挥|展现|表现|讲解|分析|处理|组织|筹备|准备|进行|进展|进步|开展|完成|落实)';
/** How something is done, which nothing can be called. */
const MANNERS =
  '热火朝天|井井有条|井然有序|有条不紊|有声有色|红红火火|扎扎实实|踏踏实实|轰轰烈烈|淋漓尽致|津津有味|头头是道|绘声绘色|' +
  '一清二楚|清清楚楚|明明白白|整整齐齐|干干净净|严严实实|妥妥当当|满头大汗|风生水起|不亦乐乎|炉火纯青|恰到好处|尽善尽美|团团转';
const DEGREES =
  '(?:很|更|更加|非常|十分|比较|不够|越来越)(?:好|快|细|实|扎实|细致|到位|顺利|成功|紧张|充实|认真|仔细|及时|精彩|出色|透彻|清楚|明白|具体|深入|彻底|明显|显著)(?=[，。；！、]|$)';

/** 干的热火朝天, 做的很细致: what follows tells how, so that 得 is meant. */
const RESULTS: readonly WrongWord[] = [
  { manner: MANNERS, certain: true },
  { manner: DEGREES, certain: false },
].map(({ manner, certain }) => ({
  wrong: '的',
  right: '得',
  kind: 'confusable',
  certain,
  when: `(?<=${VERBS})的(?=${manner})`,
  why: '后面说的是做得怎样，用“得”',
}));

/** What can be given, and is of such a kind. */
const GIVEN =
  '服务|帮助|支持|保障|管理|指导|关怀|照顾|护理|培训|体验|环境|氛围|条件|基础|效果|成效|成绩|成果|影响|作用|贡献|支撑|平台|队伍|形象|局面|合作|评价|回应|答复';
const GIVING =
  '(?:提供|给予|得到|享受|享有|带来|接受|赢得|受到|取得|作出|做出|形成|营造|创造|打造|打下|奠定|树立|产生|发挥|建立|建成)';

/** 提供优质、高效地服务: what is given is named, so that 的 is meant. */
const QUALITIES: readonly WrongWord[] = (
  '优质 高效 便捷 便利 热情 周到 有力 有效 全面 细致 贴心 暖心 满意 安全 优美 坚强 坚实 扎实 巨大 强大 专业 规范 精准 ' +
  '优良 积极 深远 广泛 良好 显著 明显 重要 突出 完善 可靠 及时 舒适 和谐 稳定 鲜明'
)
  .split(' ')
  .map((quality) => ({
    wrong: `${quality}地`,
    right: `${quality}的`,
    kind: 'confusable',
    certain: true,
    when: `(?<=${GIVING}[了着]?(?:更加?|最|较|很|非常)?(?:[\u4e00-\u9fff]{2}[、和]?)?)${quality}地(?=(?:${GIVEN})(?:[，。；！、]|$))`,
    why: '名词前用“的”，动词前用“地”',
  }));

/** 不在犹豫: nobody is in what the first ones say. */
const NO_LONGER: readonly WrongWord[] = [
  {
    deeds:
      '畏缩|退缩|犹豫|迷茫|害怕|恐惧|计较|抱怨|埋怨|推诿|拖延|徘徊|彷徨|纠结|懈怠|松懈|沉迷|消极|盲目|孤单|陌生|遥远|满足于|局限于|依赖于',
    certain: true,
  },
  {
    deeds:
      '依赖|依靠|发生|出现|重复|追究|单纯|简单|担任|需要|允许|受理|收取|享受|保留|增加|减少|上涨|下降|适用|执行|参加|参与|从事',
    certain: false,
  },
].map(({ deeds, certain }) => ({
  wrong: '不在',
  right: '不再',
  kind: 'confusable',
  certain,
  when: `不在(?=(?:${deeds})(?![的中期范区名之内点线上里过]))`,
  why: '说以后不这样了，用“不再”',
}));
/** 再今后的工作中，: what stands at the head of a clause and ends with 中 is a place or a time. */
const WITHIN: WrongWord = {
  wrong: '再',
  right: '在',
  kind: 'confusable',
  when: '(?<=^|[\u3000，。；：！])再(?=(?:今后|以后|未来|平时|日常|学习|生活|工作|思想|领导|上级|同事|大家|各位|党委|公司|单位)[^，。；]{0,12}(?:中|上|下|里|方面|期间)[，、])',
  why: '说在什么时候、什么地方，用“在”',
};

export const WRONG_WORDS: readonly WrongWord[] = [
  ...(wrongWords as readonly WrongWord[]),
  ...ADVERBS,
  ...RESULTS,
  ...QUALITIES,
  ...NO_LONGER,
  WITHIN,
];
