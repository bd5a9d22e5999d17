import dateAfterSigning from '../../../server/src/core/lint/rules/date-after-signing.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';

describe('date-after-signing', () => {
  const signedOn = (date: string) => `\n县图书馆\n${date}`;
  const signed = signedOn('2024年12月5日');
  const far = '新馆一层设少儿区二层设报刊区'.repeat(15);
  findsEach(dateAfterSigning, [
    [
      `年度工作总结\n新馆于⟦2024年12月20日⟧开放。${signed}`,
      /“2024年12月20日”晚于.*“2024年12月5日”/,
    ],
    // What is still to come is told in another sentence, or far away.
    [`年度工作总结\n县里将新馆列为重点。⟦2024年12月20日⟧，开放。拟添书架。${signed}`, /20日”晚于/],
    [`年度工作总结\n计划修缮，${far}，⟦2024年12月20日⟧开放，${far}，计划扩建。${signed}`, /晚于/],
    [`年度工作总结\n⟦2024年12月20日⟧开放，${far}，计划扩建。${signed}`, /晚于/],
    // A date of signing without a day is the last day of its month.
    [`年度工作总结\n⟦2024年12月⟧，新馆开放。${signedOn('2024年11月')}`, /“2024年11月”，/],
    [`年度工作总结\n⟦2024年12月⟧，新馆开放。${signedOn('2024年11月15日')}`, /“2024年11月15日”，/],
    [
      `年度工作总结\n一、服务\n⟦2024年12月20日⟧，新馆开放。\n二、打算\n2025年3月，办讲座。${signed}`,
      /晚于/,
    ],
    [`2024年工作总结和2025年工作计划\n⟦2024年12月20日⟧，新馆开放。${signed}`, /晚于/],
    [`年度工作总结\n一、2024年工作\n⟦2024年12月20日⟧，𠮷祥馆开放。${signed}`, /晚于/],
    [`一、打算\n拟添书架。\n二、回顾\n⟦2024年12月20日⟧，新馆开放。${signed}`, /晚于/],
    [`全年平稳，读者满意。\n新馆于⟦2024年12月20日⟧开放。${signed}`, /晚于/],
    // A date alone in its line is the date of signing only at the end.
    [`年度工作总结\n大事记如下。\n⟦2024年12月20日⟧\n新馆开放。\n全年平稳。${signed}`, /晚于/],
  ]);
  leavesAlone(dateAfterSigning, [
    `年度工作总结\n2024年12月5日，召开年终会议。${signed}`,
    `年度工作总结\n2024年11月20日，新馆开放。${signedOn('2024年11月')}`,
    `年度工作总结\n新馆开放。${signed}\n（此件于2024年12月9日公开）`,
    `年度工作总结\n借期展至2025年3月10日。${signed}`,
    `年度工作总结\n培训推迟到2025年3月。${signed}`,
    `年度工作总结\n2025年3月10日前办完盘点。${signed}`,
    `年度工作总结\n二、2025年重点任务\n（一）服务\n2025年3月，办讲座。${signed}`,
    `年度工作总结\n建设周期为2024年7月1日 — 2025年6月30日。${signed}`,
    `年度工作总结\n整改时限：2025年6月30日。${signed}`,
    `年度工作总结\n做好2025年1月春节活动的准备工作。${signed}`,
    // Lines of one paragraph.
    `年度工作总结\n新馆将在全体职工的努力和社会各界的大力支持之下，于\n2025年3月10日开放。${signed}`,
    `年度工作总结\r\n　　2025年3月10日，是全体职工和各位读者共同商定的新馆开放日期，\r\n届时请各界光临。${signed}`,
  ]);
});
