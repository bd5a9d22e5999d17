import assert from 'node:assert/strict';
import { recognise } from '../../server/src/core/document/recognise.js';
import { encodeGb18030 } from '../../server/src/encoding/encode-gb18030.js';
import { gbkAsUtf8, utf8AsGbk } from '../helpers/misread.js';

const FENCE =
  '```bash\nkubectl rollout status deployment/order-api --timeout=120s\nkubectl rollout undo deployment/order-api\nnpm install && npm run build\n```\n';

/** Found by what they say, whatever the file is called. */
const SHAPES: Record<string, string> = {
  'a developer’s week, with fences, links and a table': `\uFEFF# 支付组工作周报\r\n\r\n## 本周工作\r\n\r\n- 完成 [order-api](https://git.example.org/pay/order-api) 的灰度发布，𠮷日活动未受影响\r\n\r\n${FENCE}\r\n| service | p99 | qps |\r\n|---|---|---|\r\n| order-api | 120ms | 3000 |\r\n\r\n## 问题与风险\r\n\r\n- staging 环境 CPU 不足\r\n\r\n## 下周计划\r\n\r\n- 完成 refund-service 的 code review\r\n`,
  'a week without a title':
    '本周工作：\n完成接口联调，提测两个需求。\n\n存在的问题：\n测试环境不稳定。\n\n下周计划：\n上线退款功能。\n',
  'a salesman’s month':
    '华东区6月月报\n\n一、本月工作完成情况\n回款320万元，拜访客户25家。\n二、存在的问题\n两家客户账期延长。\n三、下月工作计划\n催收逾期款。\n',
  'a nurse’s month':
    '# 骨科护理月报\n\n## 本月完成情况\n\n压疮发生率为零。\n\n## 存在问题\n\n护理文书漏签两处。\n\n## 下月安排\n\n每周抽查一次。\n',
  'a retrospective of an outage': `# 0615 支付故障复盘\n\n## 经过\n\n10:02 发布 v2.3，10:09 告警，10:31 回滚。\n\n${FENCE}\n## 根因\n\n配置没有灰度。\n\n## 改进措施\n\n1. 发布前检查 feature flag\n`,
  'a retrospective of a fair':
    '秋季订货会活动复盘\n一、目标回顾\n签约50家。\n二、结果评估\n签约41家。\n三、原因分析\n邀约太晚。\n四、改进措施\n提前一个月邀约。\n',
  OKR: '# 2026 Q3 OKR\n\n## O1：提升支付成功率\n\n- KR1：成功率由 97% 提高到 99%\n- KR2：退款平均用时降到 2 小时\n\n## O2：减少线上故障\n\n- KR1：变更失败率降到 5%\n',
  'a review of objectives':
    '第三季度OKR总结\n\nO1 提高续约率\nKR1 续约率达到90%，完成情况：86%\n未完成原因：两家客户停业。\n下季度计划：提前两个月回访。\n',
  'a probation':
    '试用期转正总结\n\n本人于3月入职技术部，试用期三个月。\n一、岗位职责\n二、工作完成情况\n三、不足之处\n四、转正后的计划\n',
  'a nurse’s duties':
    '护士长述职报告\n一年来，在护理部的指导下，我科完成了各项护理任务。现将履职情况述职如下：\n一、护理质量\n二、存在的问题\n三、今后打算\n',
  'a teacher’s duties in Markdown':
    '# 2026年教师述职报告\n\n## 一、师德表现\n\n## 二、教育教学工作\n\n## 三、存在的不足\n\n## 四、努力方向\n',
  'a year of engineering, mostly code': `# 2025 年度技术总结\n\n## 一、主要工作\n\n完成 Order Service 重构。\n\n${FENCE.repeat(6)}\n## 二、存在的问题\n\n单元测试覆盖率不足。\n\n## 三、下一步计划\n\n补齐 integration test。\n`,
  'a term of a class':
    '七年级三班班主任工作总结\n本学期全班48人。\n一、主要工作\n召开主题班会8次。\n二、存在的问题\n三、下学期打算\n',
  'minutes of a meeting that decides':
    '关于防汛有关情况的会议纪要\n\n6月3日，主任主持召开办公会。\n一、会议议定事项\n会议议定：由工程科负责清淤。\n二、下一步工作安排\n会议要求，6月底前完成。\n',
};

/** A telling name, and a text in Chinese that says little of itself. */
const NAMED: readonly (readonly [string, string])[] = [
  ['周报.md', ''],
  [
    '研发组周报-0703.md',
    `## 本周工作\n\n- 灰度 [退款](https://example.org/a)\n\n${FENCE}\n## 下周计划\n\n- 全量\n`,
  ],
  ['6月月报.txt', '本月完成回款，下月计划走访客户。\n'],
  [
    '故障复盘.md',
    '# 登录故障\n\n## 经过\n\n10:02 发布。\n\n## 根因\n\n证书过期。\n\n## 改进\n\n加监控。\n',
  ],
  ['2026Q3-OKR.md', 'O1：提升成功率\nKR1：成功率达到 99%\nKR2：退款用时降到两小时\n'],
  ['转正述职.txt', '本人入职三个月，完成了试用期任务。\n'],
  ['转正申请.txt', '本人于3月入职，试用期内完成了各项工作，现申请转正。\n'],
  ['实习总结.txt', '在门诊实习八周，听课三十节。\n'],
  ['周报.txt', '一、本周完成\n1. 走访客户12家\n二、下周计划\n1. 催款\n'],
  ['门店月报.md', '# 6月月报\n\n本月业绩：销售额32万。\n\n下月目标：35万。\n'],
  ['工作日报.txt', '今日完成：接口联调。\n明日计划：提测。\n'],
  ['实习周记总结.txt', '第一周在门诊学习接诊流程，第二周在病房跟班。\n'],
  [
    '前端组月度总结.md',
    '# Frontend Team 月度总结\n\n## 完成情况\n\n- Migrate to Vite, build time 120s -> 30s\n- Upgrade React 18 -> 19\n\n## 问题\n\n- e2e flaky\n\n## 下月计划\n\n- SSR\n',
  ],
  [
    '2025年度技术总结.md',
    `# 2025年度技术总结\n\n## 一、架构\n\n${FENCE.repeat(3)}\n完成 Gateway 拆分。\n`,
  ],
];

/** Not ours, whatever they have in common with a summary; with a name that tells nothing. */
const OTHERS: Record<string, string> = {
  'a novel':
    '第三章 周报\n\n　　老陈把周报往桌上一拍，说：“下周计划呢？”\n　　她低着头，没有回答，窗外下着雨。\n',
  'a paper':
    '# 工作压力与睡眠的关系\n\n摘要：本文调查了护士的睡眠情况。\n关键词：压力；睡眠\n\n## 一、引言\n\n## 二、方法\n\n## 三、存在的问题与下一步工作\n\n参考文献\n[1] 某文\n',
  'a readme': `# 待办工具\n\n一个简单的待办工具，可以生成周报。\n\n## 安装\n\n${FENCE}\n## 使用\n\n## 常见问题\n\n## 下一步计划\n\n## 许可证\n`,
  'a contract':
    '技术服务合同\n甲方：某公司\n乙方：某公司\n一、服务内容\n乙方每月提交月报。\n二、完成情况的验收\n三、违约责任\n',
  'a statute':
    '第一条 为了加强安全生产工作，制定本条例。\n第二条 生产单位应当每月总结隐患排查情况，提出下一步计划。\n',
  'a log of a meeting':
    '产品例会\n时间：7月3日\n参会人员：小李、小王\n记录人：小周\n\n上周工作回顾：登录页改版。\n下周计划：联调。\n问题：缺设备。\n',
  'a recipe': '红烧排骨\n一、用料\n排骨500克，盐适量。\n二、做法\n三、容易出现的问题\n',
  'a week of running':
    '# 跑步周报\n\n## 本周训练\n\n跑了三次，共 20 公里。\n\n## 下周计划\n\n加一次长距离。\n',
  'a market':
    '有色金属行业周报\n\n铜价本周上涨2%，库存下降。\n铝价震荡，下周关注库存数据。\n风险提示：需求不及预期。\n',
  'a game of go': '对局复盘\n\n第18手小飞不好，应当拆二。\n第40手之后白棋厚。\n败因是中盘弃子。\n',
  'a diary': '7月3日 晴\n\n今天工作很多，晚上吃了面。明天打算去公园走走。\n',
  'a manual':
    '# 导出功能\n\n## 使用方法\n\n点“导出”。\n\n## 常见问题\n\n### 导出失败怎么办\n\n检查网络。\n',
  'a list of changes':
    '# 更新日志\n\n## 1.2.0\n\n- 修复登录问题\n- 改进导出\n\n## 1.1.0\n\n- 新增周报导出\n',
  'an advertisement for a post':
    '招聘启事\n岗位职责：\n1. 负责支付系统开发\n2. 编写周报\n任职要求：\n1. 本科以上\n薪资面议，试用期三个月。\n',
  'a tutorial':
    '# 怎样写好周报\n\n很多人不会写周报。周报要写清本周工作和下周计划。\n\n## 为什么要写周报\n\n## 周报写什么\n',
  'a letter': '亲爱的妈妈：\n我在实习单位一切都好，工作不累，下个月回家。\n此致\n敬礼\n',
  'a poem': '上周的雨落在本周\n下周的风还没有计划\n我总结了一生\n',
  tasks: '- [ ] 买菜\n- [x] 交水费\n- [ ] 下周看牙\n',
  'notes of a course': '# 操作系统\n\n## 进程\n\n## 线程\n\n## 死锁问题\n\n## 小结\n',
  'questions and answers': '问：试用期多久？\n答：三个月。\n问：转正要写总结吗？\n答：要。\n',
  'a demand for a feature':
    '# 需求文档：周报功能\n\n## 背景\n\n用户需要提交周报。\n\n## 功能\n\n填写本周工作、下周计划。\n\n## 验收标准\n',
  'a summons to a meeting':
    '会议通知\n各部门：\n定于7月5日召开工作会议，请准备半年工作总结。\n一、时间\n二、地点\n三、要求\n',
  'rules of an office':
    '项目管理制度\n第一章 总则\n第一条 为规范项目管理，制定本制度。\n第二条 每月提交月报，说明完成情况、存在的问题和下一步计划。\n',
  'a day of trading':
    '# 7月3日交易复盘\n\n今天大盘低开高走，我追高被套，亏损2%。\n\n下周计划：控制仓位。\n',
  'a log of a program':
    '2026-07-03 10:02:11 INFO 开始发布\n2026-07-03 10:09:40 ERROR 支付失败\n'.repeat(30),
};

const NAMES_OF_OTHERS: readonly (readonly [string, string])[] = [
  ['铜周报.txt', OTHERS['a market']!],
  ['跑步周报.md', OTHERS['a week of running']!],
  ['交易复盘.md', OTHERS['a day of trading']!],
  ['围棋复盘.txt', OTHERS['a game of go']!],
  ['怎样写周报.md', OTHERS['a tutorial']!],
  ['README.md', OTHERS['a readme']!],
  ['会议记录.md', OTHERS['a log of a meeting']!],
  ['工作总结.txt', OTHERS['a log of a program']!],
];

const WHOLE =
  '县图书馆2024年工作总结\r\n　　今年以来，全馆服务群众：办了XX期，走访、慰问X个村。\r\n一、存在的问题\r\n　　人手不足；经费、车辆等没有到位。\r\n二、下一步打算\r\n　　一是抓学习，二是抓服务，三是抓展览，四是抓宣传。\r\n';
const HALF = WHOLE.replace(/[，、。；：]/g, (mark) =>
  mark === '、' ? ',' : mark === '。' ? '.' : ',',
);

/** Every way in which a Chinese text comes out as something else. */
const MISREAD: Record<string, (text: string) => string> = {
  'GBK as UTF-8': gbkAsUtf8,
  'UTF-8 as GBK': utf8AsGbk,
  'GBK as Latin': (text) => new TextDecoder('windows-1252').decode(encodeGb18030(text)),
  'GBK as Big5': (text) => new TextDecoder('big5').decode(encodeGb18030(text)),
  'GBK as Shift JIS': (text) => new TextDecoder('shift_jis').decode(encodeGb18030(text)),
  'GBK as EUC-KR': (text) => new TextDecoder('euc-kr').decode(encodeGb18030(text)),
  'GBK as UTF-16': (text) => new TextDecoder('utf-16le').decode(encodeGb18030(text)),
  'GBK as UTF-16, the other way round': (text) =>
    new TextDecoder('utf-16be').decode(encodeGb18030(text)),
  'UTF-8 as Latin': (text) =>
    new TextDecoder('windows-1252').decode(new TextEncoder().encode(text)),
  'UTF-8 as UTF-16': (text) => new TextDecoder('utf-16le').decode(new TextEncoder().encode(text)),
};

describe('recognition of what every trade writes', () => {
  for (const [what, text] of Object.entries(SHAPES)) {
    it(`recognises ${what} by its shape`, () => {
      assert.deepEqual(recognise('新建文档.md', text), { isSummary: true, reason: 'content' });
    });
  }
  for (const [name, text] of NAMED) {
    it(`recognises ${name} by its name`, () => {
      assert.equal(recognise(name, text).isSummary, true);
    });
  }
  for (const [what, text] of Object.entries(OTHERS)) {
    it(`leaves ${what} alone`, () => assert.equal(recognise('资料.md', text).isSummary, false));
  }
  for (const [name, text] of NAMES_OF_OTHERS) {
    it(`is not misled by the name ${name}`, () =>
      assert.equal(recognise(name, text).isSummary, false));
  }
  for (const [what, misread] of Object.entries(MISREAD)) {
    it(`takes ${what} for no summary, whatever it is called`, () => {
      for (const text of [WHOLE, HALF, WHOLE.slice(0, 40), WHOLE.repeat(20)]) {
        for (const name of ['工作总结.txt', '实习周记总结.txt', '周报.md', '资料.txt']) {
          assert.equal(recognise(name, misread(text)).isSummary, false, misread(text));
        }
      }
    });
  }
});
