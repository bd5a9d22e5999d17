import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'unit-form',
  topic: 'figures',
  scope: 'paragraph',
  trigger: 'mM/',
  severity: 'hint',
  ofForm: true,
  title: { zh: '计量单位写法', en: 'Form of a unit' },
  explain: {
    zh: '平方米、立方米用文字或“m²”“m³”，不写“m2”；中文单位与外文单位不拼在一起，如“公里/h”。',
    en: 'Write m² or 平方米, not m2, and do not join Chinese and Latin units.',
  },
  source: 'GB 3100—1993',
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(/k?m[23](?<=\d ?k?m[23])(?![\w.])|公里\/h(?![a-z])/gi)) {
      const span = spanOf(match);
      const right = match[0].replace(/m2/i, 'm²').replace(/m3/i, 'm³').replace('/h', '/小时');
      report({
        span,
        message: {
          zh: `“${match[0]}”的单位写法不规范，可写作“${right}”或用中文单位。`,
          en: `Write the unit as ${right}, or in Chinese.`,
        },
        fixes: [changeTo(right, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '新增馆舍200⟦m2⟧。', fixed: '新增馆舍200m²。' },
    { bad: '\uFEFF　𠮷县限速30⟦公里/h⟧。\r\n', fixed: '\uFEFF　𠮷县限速30公里/小时。\r\n' },
  ],
  good: ['新增馆舍200平方米', 'PM2.5', '200m²', 'Room m2号'],
};
