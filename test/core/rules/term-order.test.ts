import assert from 'node:assert/strict';
import termOrder from '../../../server/src/core/lint/rules/term-order.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';
import { findings, fixOneByOne } from '../../helpers/rule-examples.js';

describe('term-order', () => {
  const later = '各科室按季对照检查，把落实情况写进台账。'.repeat(4);
  findsEach(termOrder, [
    [
      '增强⟦大局意识、政治意识、核心意识、看齐意识⟧。',
      /应为“政治意识、大局意识、核心意识、看齐意识”/,
    ],
    [`增强⟦大局意识、政治意识、核心意识、看齐意识⟧。${later}`, /与固定提法不同/],
    [`${later}增强⟦大局意识、政治意识、核心意识、看齐意识⟧。`, /与固定提法不同/],
    [
      '增强⟦大局意识、政治意识、核心意识、看齐意识⟧教育。\r\n𠮷日推进⟦严格执法、科学立法、公正司法、全民守法⟧。',
      /次序/,
    ],
    // Set terms that stand in it are no reason to be silent, nor is a slip beside it.
    [
      '推进⟦全面深化改革、全面建设社会主义现代化国家、全面依法治国、全面从严治党⟧。',
      /与固定提法不同/,
    ],
    ['“四种意识”⟦大局意识、政治意识、核心意识、看齐意识⟧。', /与固定提法不同/],
    ['增强⟦大局意识、政治意识、核心意识、看齐意识⟧“四种意识”。', /与固定提法不同/],
  ]);

  leavesAlone(termOrder, [
    // Another rule tells of an order that is listed as a slip.
    '增强政治意识、核心意识、大局意识、看齐意识。',
    '增强政治意识、看齐意识、服务意识、大局意识。',
    '增强政治意识、大局意识、大局意识、看齐意识。',
    '增强看齐意识、大局意识、政治意识。',
    '增强“大局意识”、“政治意识”、“核心意识”、“看齐意识”。',
    // Lists that only describe.
    '落实谈心谈话、组织生活会、民主生活会、民主评议党员等制度。',
    '引导党员听党话、感党恩、跟党走。',
    '整治不作为、乱作为、慢作为。',
    '关注农民、农村、农业发展。',
    '压减公务接待费、公务用车购置及运行费、因公出国（境）经费。',
    '落实包秩序、包卫生、包绿化责任。',
    // Lists of which some orders are tolerated.
    '践行个人品德、家庭美德、社会公德、职业道德。',
    '打造国际化、市场化、法治化营商环境。',
  ]);

  it('names the document the order is from, where there is one', () => {
    const source = (text: string) => findings(text, [termOrder])[0]!.source;
    assert.match(source('增强大局意识、政治意识、核心意识、看齐意识。')!, /中国共产党章程/);
    assert.equal(source('严守组织纪律、政治纪律、廉洁纪律、群众纪律、工作纪律、生活纪律。'), null);
  });

  it('offers the order, but never in bulk', () => {
    const text = '增强大局意识、政治意识、核心意识、看齐意识。';
    const [found] = findings(text, [termOrder]);
    assert.equal(found!.fixes[0]!.safe, false);
    assert.equal(fixOneByOne(text, termOrder), '增强政治意识、大局意识、核心意识、看齐意识。');
  });
});
