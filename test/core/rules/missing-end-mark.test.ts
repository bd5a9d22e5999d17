import missingEndMark from '../../../server/src/core/lint/rules/missing-end-mark.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';

/** Text of two sentences' length, with no mark at its end. */
const LONG =
  '先后组织职工集中学习，开展业务研讨，完善借阅服务，改善阅览环境，延长开放时间，推动各项工作落到实';

describe('missing-end-mark', () => {
  findsEach(missingEndMark, [
    [`${LONG}⟦处⟧`, /段落停在“处”上/],
    [`${LONG}处⟦、⟧`, /段落停在“、”上/],
    [`（一）抓学习。${LONG}⟦处⟧`, /段落停在“处”上/],
    [`　　${LONG}⟦处⟧\r\n　　${LONG}处。\r\n　　${LONG}⟦处⟧\r\n`, /没有收尾的标点/],
    // Forty characters are a paragraph, 𠮷 being two of them.
    [
      '每月上一课，先后组织职工集中学习，开展业务研讨，推动𠮷县图书馆服务水平稳步提⟦升⟧',
      /停在“升”上/,
    ],
    // What stops after a short sentence without a label is no name.
    [`${LONG}处。同⟦时⟧`, /段落停在“时”上/],
    [`3、${LONG}处。下一步全馆继续⟦做⟧`, /段落停在“做”上/],
    // A space between two sentences makes no table of them.
    [`坚持每周一课。 ${LONG}⟦处⟧`, /段落停在“处”上/],
  ]);
  leavesAlone(missingEndMark, [
    `${LONG}𠮷`,
    `${LONG}处……`,
    '每月上一课，先后组织职工集中学习，开展业务研讨，推动𠮷县书屋服务水平稳步提升',
    '一、坚持每月一课，先后组织职工集中学习，开展业务研讨，推动𠮷县图书馆服务水平稳步提升',
    // A caption, a line of names, the columns of a form.
    '馆内坚持每月一课。\n𠮷县公共图书馆总分馆体系建设全年工作任务完成情况及群众满意度测评结果分馆别统计汇总表，另附说明',
    '馆内坚持每月一课。\n学习、研讨、借阅、办证、讲座、展览、读书会、书市、流动书屋、农家书屋、职工书屋、少儿书屋、盲人阅览室',
    `时间，地点，内容  ${LONG}处`,
    `时间，地点，内容　　${LONG}处`,
    `时间\t${LONG}处`,
    `时间|${LONG}处`,
    // Who said it.
    `3、${LONG}处。李某某`,
    `　　（3）${LONG}𠮷处！李某`,
  ]);
});
