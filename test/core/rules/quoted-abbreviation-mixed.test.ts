import assert from 'node:assert/strict';
import quotedAbbreviationMixed from '../../../server/src/core/lint/rules/quoted-abbreviation-mixed.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';
import { findings } from '../../helpers/rule-examples.js';

describe('quoted-abbreviation-mixed', () => {
  findsEach(quotedAbbreviationMixed, [
    ['落实“三会一课”制度。\r\n𠮷日严格⟦三会一课⟧记录。', /写作“三会一课”（加引号）/],
    ['落实“三会一课”、“四议两公开”。推行⟦三会一课⟧和⟦四议两公开⟧。', /“三会一课”在别处/],
    ['开展“五个一”活动。⟦五个一⟧活动有成效。', /写作“五个一”/],
    ['公布“4张清单”。对照⟦4张清单⟧检查。', /写作“4张清单”/],
    ['构建“亲”“清”邻里关系建设机制。形成⟦亲清邻里关系⟧格局。', /写作“亲”“清”邻里关系，/],
    ['推动“产”“学”“研”，深化⟦产学研⟧合作。', /写作“产”“学”“研”，/],
  ]);
  leavesAlone(quotedAbbreviationMixed, [
    '压减“三公”经费。三公经费下降。',
    '修建“一”字形长廊。一字形长廊受欢迎。',
    '补齐“短板”“弱项”。短板弱项明显。',
    '区分“红”“绿灯”。红绿灯并行。',
    '落实“三会”“一课”。三会一课有记录。',
    '构建“亲”“清”，亲清有别。',
    '讲好“馆史三问”。馆史三问有回应。',
    // Quoted with more than the abbreviation, on one side or the other.
    '落实“三会一课”制度。学习“三会一课制度”。',
    '落实“三会一课”制度。强调“严格三会一课”。',
    // A part of another one.
    '落实“三会一课”制度。做到十三会一课。',
  ]);

  it('looks for a hundred of them and no more', () => {
    const names = Array.from({ length: 101 }, (_, i) => `${100 + i}号行动`);
    const text = `${names.map((name) => `开展“${name}”。`).join('')}总结`;
    assert.equal(findings(`${text}${names[99]}。`, [quotedAbbreviationMixed]).length, 1);
    assert.equal(findings(`${text}${names[100]}。`, [quotedAbbreviationMixed]).length, 0);
  });
});
