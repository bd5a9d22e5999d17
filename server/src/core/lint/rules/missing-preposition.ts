import { holdsSentences, quotedIn, sentencesInClauses } from '../../analysis/clauses.js';
import type { Localized } from '../../base/localized.js';
import type { Span } from '../../base/text.js';
import { defineRule, type RuleExamples } from '../rule.js';

/** 确保……作出了努力: for what the effort was made. */
const EFFORT =
  /(?:确保|保证|保障|推动|促进|推进|维护|实现)(?!会|队|员|组|部|处|科|局|办|中心|者|人员|站)(?<aim>[^：:]{2,26}?)(?:做|作|付)出了[^：:]{0,10}?(?:努力|贡献|牺牲)$/;

/** Whatever tells what the effort was for, or where it was made. */
const HAS_PREPOSITION = /[为对给向在替于就]|方面|来说|以/;

/** 现有关情况汇报如下: what is reported, with no 将. */
const REPORTED =
  /^现(?!有(?!关)|[状存行任阶场实代今金向就将把对根按谨特由经从以结围主重作做予简具详分逐统正初]|一[并一])[^：:，]{1,24}(?:情况|工作|事项|问题|进展|总结|结果|名单|安排|体会)(?:简要|具体)?(?:汇报|报告|通报|总结|说明|公布|公示|通知)如下(?=[：:]|$)/;

/** 成立馆长为组长的专班: made with whom at the head, with no 以. */
const HEADED =
  /(?:成立|组建|建立|形成|构建)(?:了|起)?(?=(?<head>[^，。；：以由把将任让]{1,14}?)为(?:组长|副组长|主任|队长|总指挥|指挥长|负责人|召集人|核心|主体|骨干|成员)的)/;

export default defineRule({
  id: 'missing-preposition',
  topic: 'sentences',
  scope: 'paragraph',
  trigger: [
    ...['出了', '如下', '为组长', '为副组长', '为主任', '为队长', '为总指挥', '为指挥长'],
    ...['为负责人', '为召集人', '为核心', '为主体', '为骨干', '为成员'],
  ],
  severity: 'warning',
  title: { zh: '缺少介词', en: 'Missing preposition' },
  explain: {
    zh: '“确保……做出了努力”前面少了“为”，“现……情况汇报如下”少了“将”，“成立……为组长的”少了“以”：没有介词，前后两个动词接不上。',
    en: 'Without 为 in 为确保…作出了努力, 将 in 现将…汇报如下 or 以 in 以…为组长, the two verbs do not hold together.',
  },
  source: null,
  mechanical: false,
  check({ prose, kind, report }) {
    if (!holdsSentences(kind, prose)) return;
    const isQuoted = quotedIn(prose);
    const tell = (span: Span, at: number, word: string, message: Localized) => {
      if (isQuoted(span)) return;
      const title = { zh: `补上“${word}”`, en: `Add ${word}` };
      const edits = [{ span: { start: at, end: at }, newText: word }];
      report({ span, message, fixes: [{ title, safe: false, edits }] });
    };
    for (const { clauses, goesOn } of sentencesInClauses(prose)) {
      let isTold = false;
      for (const { start, text } of clauses) {
        const effort = goesOn ? null : EFFORT.exec(text);
        if (
          effort !== null &&
          !isTold &&
          !HAS_PREPOSITION.test(text.slice(0, effort.index) + effort.groups!.aim!)
        ) {
          const at = start + effort.index;
          const verb = effort[0].slice(0, 2);
          tell({ start: at, end: start + text.length }, at, '为', {
            zh: `“${verb}……”说的是为什么出力，前面少了“为”。请补上。`,
            en: `${verb}… is what the effort was for; 为 is missing before it. Add it.`,
          });
        }
        const reported = REPORTED.exec(text)?.[0];
        if (reported !== undefined) {
          tell({ start, end: start + reported.length }, start + 1, '将', {
            zh: '要汇报的内容前面少了“将”。请补上。',
            en: 'What is reported needs 将 before it. Add it.',
          });
        }
        const headed = HEADED.exec(text);
        if (headed !== null) {
          const at = start + headed.index + headed[0].length;
          const head = headed.groups!.head!;
          tell({ start: start + headed.index, end: at + head.length + 1 }, at, '以', {
            zh: `“${head}为……”前面少了“以”：“以……为……”成对使用。请补上。`,
            en: `以 is missing before ${head}: the construction is 以…为…. Add it.`,
          });
        }
        isTold ||= HAS_PREPOSITION.test(text);
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '办公室⟦确保夜场正常开放作出了积极努力⟧。',
      fixed: '办公室为确保夜场正常开放作出了积极努力。',
    },
    {
      bad: '\uFEFF　𠮷县⟦推动全民阅读做出了贡献⟧。\r\n',
      fixed: '\uFEFF　𠮷县为推动全民阅读做出了贡献。\r\n',
    },
    {
      bad: '⟦现有关搬迁工作汇报如下⟧：先搬报刊，再搬图书。',
      fixed: '现将有关搬迁工作汇报如下：先搬报刊，再搬图书。',
    },
    { bad: '⟦成立了馆长为⟧组长的搬迁专班。', fixed: '成立了以馆长为组长的搬迁专班。' },
    { bad: '⟦现全馆借阅情况报告如下⟧。', fixed: '现将全馆借阅情况报告如下。' },
  ],
  good: [
    '办公室为确保夜场正常开放作出了积极努力。',
    '为推动阅读，促进交流作出了贡献。',
    '在推动全民阅读中作出了贡献。',
    '推动企业为社会作出了贡献。',
    '对推进改革作出了贡献。',
    '确保开放，馆员作出了努力。',
    '实现目标，大家付出了努力。',
    '现将有关情况汇报如下：',
    '现就有关情况说明如下：',
    '现有情况汇报如下。',
    '现汇报如下：',
    '现根据馆务会安排，将有关工作汇报如下。',
    '成立了以馆长为组长的搬迁专班。',
    '成立了由馆长为组长的搬迁专班。',
    '组建志愿服务队，馆长为队长。',
    '促进会成员作出了很大努力。',
    '现场工作总结如下。',
  ],
};
