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
  readonly why?: string;
}

export const SET_PHRASES: readonly SetPhrase[] = setPhrases;
/** Adjectives that stand before a verb as often as before a noun. */
const ADJECTIVES =
  '认真 扎实 积极 深入 全面 有效 切实 主动 及时 有序 稳步 高效 圆满 顺利 充分 严格 不断 自觉';

/**
 * An adjective with 的 before a verb that has an object. Not behind what makes the whole a noun
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

export const WRONG_WORDS: readonly WrongWord[] = [
  ...(wrongWords as readonly WrongWord[]),
  ...ADVERBS,
];
