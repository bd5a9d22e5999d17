import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checksums, DATA, finish, languageData } from '../../server/scripts/language/data.js';
import { Lexicon } from '../../server/src/core/analysis/lexicon/lexicon.js';
import { LanguageDataError } from '../../server/src/core/language/counts.js';
import { LanguageModel } from '../../server/src/core/language/model.js';
import { nearSound } from '../../server/src/core/language/sounds.js';
import { DEFAULT_CONFIG } from '../../server/src/core/settings/lint-config.js';
import { languageModel } from '../helpers/language.js';
import { marked } from '../helpers/marked.js';

/** The best corrections that are at least this likely, as `written|corrected`. */
function corrected(line: string, least = 2): string[] {
  return languageModel()
    .corrections(line)
    .filter(({ score }) => score >= least)
    .map(({ start, end, text }) => `${line.slice(start, end)}|${text}`);
}

describe('the language model', () => {
  const model = languageModel();

  it('is made of the data whose checksums are told', () => {
    assert.equal(readFileSync(new URL('checksums.txt', DATA), 'utf8'), checksums());
  });

  it('finds what an input method chose wrongly', () => {
    for (const [line, wanted] of [
      ['各科室要认真惯彻落实会议精神。', '惯|贯'],
      ['建立健全质量检剑检测体系。', '剑|验'],
      ['按时完成年度工做任务。', '做|作'],
      ['　𠮷县加强人财队伍建设。', '财|才'],
      ['不断提高服务质良。', '良|量'],
      ['切实解绝群众反映强烈的问题。', '绝|决'],
    ] as const) {
      assert.equal(corrected(line)[0], wanted, line);
    }
  });

  it('leaves alone what is written as it should be', () => {
    for (const line of [
      '各科室要认真贯彻落实会议精神，按时完成年度工作任务。',
      '奖金按排名发放，各组依次发言。',
      '坚决对照标准找差距、补短板。',
      '全年接待读者12万人次，同比增长8.5%。',
      '',
      '\uFEFF　　\u3000',
      'OKR and KPI for Q3: done.',
    ]) {
      assert.deepEqual(corrected(line), [], line);
    }
  });

  it('finds where a character was left out, and half a word of which 的 took the place', () => {
    const likely = (line: string, least = 2) =>
      model
        .omissions(line)
        .filter(({ score }) => score >= least)
        .map(({ start, end, text }) => `${line.slice(start, end)}|${text}`);
    for (const [line, wanted] of [
      ['\uFEFF　　𠮷县不断加强队伍设，提升服务能力。\r\n', '伍|伍建'],
      ['认真贯落实会议精神。', '贯|贯彻'],
      ['为做好明年工作打下了坚实基。', '基|基础'],
    ] as const) {
      assert.equal(likely(line)[0], wanted, line);
    }
    assert.ok(likely('我们会更加努的工作。', 0.4).includes('努的|努力'));
    for (const line of ['各单位应按规定办理，可自行判断。', '同发展、共繁荣，尽展其能。']) {
      assert.deepEqual(likely(line), [], line);
    }
  });

  it('takes what is too rare to be counted for what looks like it', () => {
    assert.equal(corrected('　　𠮷县馆推出了最隹方案。')[0], '隹|佳');
    assert.equal(corrected('及时排査安全隐患。')[0], '査|查');
  });

  it('tells from what stands farther around which of two words that fit is meant', () => {
    for (const [line, wanted] of [
      ['\uFEFF　𠮷县面对复杂的国内外形式，经济平稳增长。\r\n', '形式|形势'],
      ['采取多种形势开展宣传教育活动。', '形势|形式'],
      ['为加快发展创造有力条件。', '有力|有利'],
      ['向关心支持我们的同志表示中心的感谢！', '中心|衷心'],
      ['加强安全生产检察，排除隐患。', '检察|检查'],
    ] as const) {
      assert.equal(corrected(line)[0], wanted, line);
    }
    for (const line of [
      '国内外形势复杂，活动形式多样。',
      '有利条件不断增多，各项工作有力有序推进。',
      '公民的权利不受侵犯，权力机关依法行使职权。',
      '他已不在岗位，不再担任职务。',
      '便民服务中心的感谢信有三封。',
    ]) {
      assert.deepEqual(corrected(line), [], line);
    }
  });

  it('tells where words begin and end', () => {
    const line = '奖金按排名发放';
    const { starts } = model.segment(line);
    const words = line.match(/./gu)!.map((_, at) => starts[at]!);
    assert.deepEqual(words, [0, 0, 2, 3, 3, 5, 5]);
  });

  it('speaks for a listed word where it stands, and not where two words meet', () => {
    const support = (source: string, right: string) => {
      const { text, spans } = marked(source);
      return model.support(text, spans[0]!, right);
    };
    assert.ok(support('请各单位⟦按排⟧专人负责此项工作。', '安排') > 9.6);
    assert.ok(support('奖金⟦按排⟧名发放，公开透明。', '安排') < 9.6);
    assert.ok(support('认真⟦布署⟧全年工作。', '部署') > 9.6);
    assert.ok(support('学校发⟦布署⟧名文章三篇。', '部署') < 9.6);
  });

  it('leaves listed wrong words alone where two words meet, without a pattern for each', () => {
    const lexicon = Lexicon.for(DEFAULT_CONFIG);
    for (const line of [
      '\uFEFF　　𠮷县把设备按装置类别登记，按装订要求整理档案。\r\n',
      '物资询比有序推进，雇佣有资质的人员。',
      '网上仿真训练平台建成，深信仿真技术的前景。',
      '解决对策已经制定，表决对方提案。',
      '有关健康教育的讲座办好了，海关健康检查有序。',
      '问题纲要已经印发，诸侯补充兵力。',
      '治安照明全覆盖，引进一部设备。',
      '自己于去年调入，势必竟然如此。',
    ]) {
      const wrong = lexicon.find(line, model).filter(({ kind }) => kind !== 'term');
      assert.deepEqual(wrong, [], line);
    }
  });

  it('says how often the wordings stand in official text', () => {
    const line = '认真惯彻落实';
    const { start, written, corrected, writtenTimes, correctedTimes } = model.evidence(
      line,
      { start: 2, end: 3 },
      '贯',
    );
    assert.deepEqual([start, written, corrected], [2, '惯彻', '贯彻']);
    assert.ok(writtenTimes < 1 && correctedTimes > 500);
  });

  it('takes a place name for what it is', () => {
    assert.ok(model.isInPlaceName('我到七台河市调研', { start: 2, end: 4 }));
    assert.ok(!model.isInPlaceName('我到单位调研', { start: 2, end: 4 }));
  });

  it('says the same whatever it was asked before', () => {
    const line = '认真惯彻落实会议精神，加强人财队伍建设。';
    const first = model.corrections(line);
    model.corrections('另一段文字，写得比较长，里面还有一个错别子。');
    model.gain('第三段', { start: 0, end: 1 }, '弟');
    assert.deepEqual(model.corrections(line), first);
  });

  it('reads nothing of data that are damaged or of something else', () => {
    const data = languageData();
    const cut = (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 1);
    const changed = Uint8Array.from(data.counts);
    changed.fill(255, 60_000, 61_000);
    for (const damaged of [
      { ...data, counts: cut(data.counts) },
      { ...data, counts: new Uint8Array(0) },
      { ...data, counts: changed },
      { ...data, tables: '#readings\n' },
      { ...data, trees: data.trees.slice(1) },
      { ...data, trees: '{"features":["gain"],"base":0,"trees":[]}' },
    ]) {
      assert.throws(() => finish(LanguageModel.read(damaged)), LanguageDataError);
    }
  });
});

describe('nearSound', () => {
  it('makes one of what many do not tell apart', () => {
    for (const [a, b] of [
      ['zhi', 'zi'],
      ['chang', 'can'],
      ['ning', 'lin'],
      ['hui', 'fui'],
      ['ran', 'lan'],
    ] as const) {
      assert.equal(nearSound(a), nearSound(b));
    }
    assert.notEqual(nearSound('zhi'), nearSound('ci'));
  });
});
