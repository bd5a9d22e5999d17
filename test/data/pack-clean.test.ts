import assert from 'node:assert/strict';
import { Cleaner, isProse } from '../../server/scripts/language/pack/clean.js';
import { readDocuments, writeDocuments } from '../../server/scripts/language/pack/documents.js';
import { Measured } from '../../server/scripts/language/pack/measured.js';
import { CUT, withoutNames } from '../../server/scripts/language/pack/names.js';
import { HELD_BACK, type Source } from '../../server/scripts/language/pack/sources.js';

const SOURCE: Source = {
  id: 'made-up',
  repository: 'nobody/nothing',
  commit: null,
  licence: null,
  tier: 'A',
  kind: 'notices',
  format: 'files',
  weight: 1,
  heldBack: 0,
};

/** The paragraphs of one document that are counted. */
const cleaned = (lines: readonly string[], measured = new Measured()) =>
  new Cleaner(measured)
    .clean(SOURCE, [{ name: 'a', lines }])
    .counted.flatMap((document) => document.lines);

describe('cleaning texts', () => {
  it('keeps prose and drops what has too little Han', () => {
    for (const [line, wanted] of [
      ['全馆全年开放三百天，接待读者平稳有序。', true],
      ['请访问ABCDEFGHIJKLMNOPQRST办理登记手续。', true],
      ['工作总结', false],
      ['年度工作总结', true],
      ['α+β=γ；δ+ε=ζ；第一式、第二式。', false],
      ['本館時間變動，請讀者到問訊處詢問，並與館員聯繫。', false],
      ['“鄉”字旧时的写法，今天的读者在碑文、匾额和家谱中还能见到。', true],
    ] as const) {
      assert.equal(isProse(line), wanted, line);
    }
  });

  it('takes out blanks and addresses', () => {
    assert.deepEqual(
      cleaned(['　　报名 网址：https://example.org/a?b=1，\u3000逾期不候，请相互转告。']),
      ['报名网址：，逾期不候，请相互转告。'],
    );
  });

  it('keeps a paragraph once, and short lines however often', () => {
    const cleaner = new Cleaner(new Measured());
    const long = '阅览室周一闭馆，周二恢复开放。';
    const short = '二、主要做法：';
    const document = { name: 'a', lines: [long, short] };
    assert.deepEqual(cleaner.clean(SOURCE, [document]).counted[0]!.lines, [long, short]);
    assert.deepEqual(cleaner.clean(SOURCE, [document]).counted[0]!.lines, [short]);
  });

  it('holds back a share of the documents, always the same', () => {
    const documents = Array.from({ length: 400 }, (_, index) => ({
      name: `${index}`,
      lines: [
        `${'新书上架之后，读者可以当天借出。'.repeat(5)}${'甲乙丙丁'[index % 4]}`.repeat(2) + index,
      ],
    }));
    const clean = (heldBack: number) =>
      new Cleaner(new Measured()).clean({ ...SOURCE, heldBack }, documents);
    const { counted, heldBack } = clean(HELD_BACK);
    assert.equal(counted.length + heldBack.length, 400);
    assert.ok(heldBack.length > 10 && heldBack.length < 50, `${heldBack.length}`);
    assert.deepEqual(clean(HELD_BACK).heldBack, heldBack);
    assert.equal(clean(0).heldBack.length, 0);
  });
});

describe('cutting names', () => {
  it('cuts them after titles, before forms of address and where they are made anonymous', () => {
    for (const [line, wanted] of [
      ['本报记者钱小满，实习生同行。', `本报记者${CUT}，实习生同行。`],
      ['馆长助理、主任孙立介绍，明年再办。', `馆长助理、主任${CUT}介绍，明年再办。`],
      ['会上，周明远同志作了汇报。', `会上，${CUT}同志作了汇报。`],
      ['货款由赵某甲先行垫付。', `货款由${CUT}先行垫付。`],
      ['村民代表张三丰、王五介绍了经验。', `村民代表${CUT}、王五介绍了经验。`],
    ] as const) {
      assert.equal(withoutNames(line), wanted);
    }
  });

  it('keeps those of set phrases, and words that begin like names', () => {
    for (const line of ['学习雷锋同志的事迹。', '主任主持会议。', '高度重视，周密部署。']) {
      assert.equal(withoutNames(line), line);
    }
  });
});

describe('what the product is measured on', () => {
  const measured = new Measured();
  measured.addDocument('前言\n　　读者座谈会定于每季度末的周六下午举行。\n');
  measured.addSentence('请爱护图书、保持安静。');

  it('loses the sentences that share thirteen characters with it', () => {
    assert.deepEqual(
      cleaned(
        [
          '各部门要早作准备。今年起，读者座谈会定于每季度末的周六下午，改在报告厅。会后发放纪念书签，数量有限，先到先得。',
        ],
        measured,
      ),
      ['各部门要早作准备。', '会后发放纪念书签，数量有限，先到先得。'],
    );
  });

  it('lets twelve pass', () => {
    const line = '读者座谈会定于每季度末的，说法不一。';
    assert.deepEqual(cleaned([line], measured), [line]);
  });

  it('loses short sentences that are the same as one of it, or stand after one that was lost', () => {
    assert.deepEqual(
      cleaned(
        ['进馆须知：请爱护图书、保持安静。', '请爱护图书、保持安静。谢谢您的合作！'],
        measured,
      ),
      ['进馆须知：请爱护图书、保持安静。'],
    );
  });

  it('is known by its passages, whatever blanks it has', () => {
    const spaced = new Measured();
    spaced.addSentence('请 爱护图书、\u3000保持安静。');
    assert.deepEqual(spaced.rest('请爱护图书、保持安静。'), []);
    assert.equal(spaced.size, 1);
  });
});

describe('texts of documents', () => {
  it('are read as they were written', () => {
    const documents = [
      { name: 'a.md', lines: ['第一段。', '第二段。'] },
      { name: 'b.md', lines: ['又一段。'] },
    ];
    assert.deepEqual(readDocuments(writeDocuments(documents)), documents);
    assert.deepEqual(readDocuments(''), []);
  });
});
