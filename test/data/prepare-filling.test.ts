import assert from 'node:assert/strict';
import { placeholdersOf } from '../../server/src/core/analysis/placeholders/placeholders.js';
import { applyEdits } from '../../server/src/core/base/text.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { columnsOf } from '../../server/src/core/fill-table/columns.js';
import { fillDocument } from '../../server/src/core/fill-table/plan.js';
import { newTable } from '../../server/src/tables/new-table.js';
import { prepareFilling } from '../../server/src/tables/prepare-filling.js';

const TEXT = [
  '\uFEFF【单位名称】工作总结𠮷',
  '　　XX市“书香”活动走访XX户，“甲，乙”完成XX项：率XX%。XX市另有XX户。',
].join('\r\n');

describe('filling from a file', () => {
  const summary = parseSummary(TEXT, 'plain');
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('takes the table that was made for the document, in each format', async () => {
    const columns = columnsOf(summary, placeholdersOf(summary));
    for (const format of ['csv', 'yaml', 'json'] as const) {
      const empty = await newTable(columns, format);
      const filled =
        format === 'csv'
          ? empty.replace(/\r\n,+\r\n$/, '\r\n一,甲局,云溪,12,3,90%,4\r\n')
          : ['一', '甲局', '云溪', '12', '3', '90%', '4'].reduce(
              (text, value) => text.replace('""', JSON.stringify(value)),
              empty,
            );
      const { problems, missing, unused, documents } = await prepareFilling(summary, {
        name: `数据.${format}`,
        bytes: bytes(filled),
      });
      assert.deepEqual(
        { format, problems, missing, unused },
        { format, problems: [], missing: [], unused: [] },
      );
      const { edits } = fillDocument(summary, columns, documents[0]!.values);
      assert.equal(documents[0]!.name, '一');
      assert.equal(
        applyEdits(TEXT, edits),
        [
          '\uFEFF甲局工作总结𠮷',
          '　　云溪市“书香”活动走访12户，“甲，乙”完成3项：率90%。云溪市另有4户。',
        ].join('\r\n'),
      );
    }
  });

  it('tells problems of the file and of the values together, and plans nothing for an unreadable one', async () => {
    const both = await prepareFilling(summary, {
      name: 'a.csv',
      bytes: bytes('XX市,完成XX项\n云溪,若干项目\n甲,"乙\n'),
    });
    assert.ok(both.problems.length > 1);
    const none = await prepareFilling(summary, { name: 'a.xlsx', bytes: bytes('x') });
    assert.deepEqual(none.documents, []);
    assert.equal(none.problems.length, 1);
  });
});
