/** Right texts of the kinds that rules of form and structure doubted: nothing at warning or above. */
import assert from 'node:assert/strict';
import { parseSummary } from '../../../server/src/core/document/parse.js';
import { lint } from '../../../server/src/core/lint/linter.js';
import { RULES } from '../../../server/src/core/lint/rules.generated.js';

const KINDS: Readonly<Record<string, readonly string[]>> = {
  'prepositions, sayings and clauses after 、': [
    '做到求同存异、和睦相处。',
    '班子成员互相补台、和衷共济。',
    '坚持和风细雨、和颜悦色地接待读者。',
    '要与读者交朋友、与社区结对子、与学校手拉手。',
    '理顺总馆与分馆、与书屋的关系。',
    '多方参与、与学校常年联动。',
    '走进社区、与居民面对面座谈。',
    '深入基层、和馆员一起搬书。',
    '服务大局、与时代同频。',
    '勤于思考、与书为友。',
    '做到勤学善思、和谐相处、及时总结。',
    '加强与兄弟馆、与上级馆的沟通。',
    '来访读者、与会代表、及格学员分别登记。',
    '有作为、与众不同的讲座。',
  ],
  'ordinals in any position': [
    '到馆人数下降一是因为天冷，二是因为修路。',
    '这样做一是省时；二是省力；三是省钱。',
    '开放夜场的好处一是方便上班族。二是分流读者。',
    '我们的做法其一是送书，二是办展。',
    '取得成绩的原因主要一是领导重视，二是职工努力。',
    '问题出在一是人手少，二是经费紧，三是制度不全。',
    '重点工作包括一是盘点，二是搬迁。',
    '改进措施第一是增人，二是添书。',
    '借阅下滑的原因，首先是修路，二是天冷。',
  ],
  'marks that need no partner': [
    '按前面的步骤3），重新登记一次。',
    '见表2），数据已经核对。',
    '选用方案b），费用最低。',
    '办结事项a），其余顺延。',
    '比赛用时12’30’’，比上次快5”。',
    '视频时长3’，片头5”。',
    '订购42”显示屏两块。',
    '’25年度预算已经批复。',
    '’08级学员回校座谈。',
    '由纸质登记=》扫码登记。',
    '流程为申请-》审核-》发证。',
    '首页》读者服务》借阅须知',
    '谢谢大家：）',
    '今天的讲座人气很旺^_^）',
    '（含a)购书；b)修书）两项。',
    '按一）、二）两条办理。',
    '他说：“先开放。\n“再完善。\n“后推广。”',
    '（说明：\n1.周一闭馆。\n2.周二开馆。）',
    '推行‘馆长信箱2.0’服务。',
    '‘24小时’自助书屋开放。',
    '读者评价it’s great，很满意。',
  ],
  'numbers beside labels that are not read': [
    '3.借阅\n4.讲座\n1.2024年办展三场\n2.办班',
    '1、借阅\n2、讲座\n3场展览\n3、展览',
    '1.借阅\n2.讲座\n2024年全年开放',
  ],
  'forms, figures and words with 约, 等 and 倍': [
    '全年节约300余万元。',
    '已预约200余人次。',
    '签约30多家单位。',
    '突破20余项技术难题。',
    '克服“懒、等、靠”思想。',
    '消除坐、等、靠、要现象。',
    '两馆人均藏书由相差3.2倍缩小到2.5倍。',
    '配5百兆宽带。',
    '第3百货商店捐书。',
    '领取时间：2024年00月00日',
  ],
};

describe('right texts that rules of form doubted', () => {
  for (const [kind, texts] of Object.entries(KINDS)) {
    for (const text of texts) {
      it(`${kind}: ${text.replaceAll('\n', ' ')}`, () => {
        const found = lint(parseSummary(text, 'plain'), { rules: RULES })
          .filter(({ severity }) => severity === 'error' || severity === 'warning')
          // How labels are written is another matter.
          .filter(({ rule }) => rule !== 'label-form')
          .map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`);
        assert.deepEqual(found, []);
      });
    }
  }
});
