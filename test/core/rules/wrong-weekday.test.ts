import wrongWeekday from '../../../server/src/core/lint/rules/wrong-weekday.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';

describe('wrong-weekday', () => {
  // Days and weekdays as calendars have them.
  findsEach(
    wrongWeekday,
    [
      '2024年2月29日⟦星期五⟧，2000年2月29日⟦（周一）⟧，1900年3月1日⟦周五⟧',
      '2023年1月1日⟦(星期六)⟧，2024年12月31日⟦星期天⟧，2024年10月10日⟦周三⟧',
      '2024年3月1日⟦周四⟧，2024年1月31日⟦周四⟧，2023年2月28日⟦周三⟧',
    ],
    /请核对日期和星期/,
  );
  leavesAlone(wrongWeekday, [
    '2024年2月29日星期四，2000年2月29日（周二），1900年3月1日周四',
    '2023年1月1日（星期日），2023年1月1日周天，2024年12月31日周二，2024年10月10日周四',
    '2024年3月1日周五，2024年1月31日周三，2023年2月28日周二',
    '2023年2月29日周三，1900年2月29日周三，2024年4月31日周三，2024年13月1日周一，2024年0月1日周一，2024年1月0日周一，2024年1月32日周一',
  ]);
});
