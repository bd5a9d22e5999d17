import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DATA } from '../../server/scripts/language/data.js';
import { documentsOf } from '../../server/scripts/language/pack/formats.js';
import { isWanted } from '../../server/scripts/language/pack/snapshots.js';
import { SOURCES, type Source } from '../../server/scripts/language/pack/sources.js';
import { encodeGb18030 } from '../../server/src/encoding/encode-gb18030.js';
import { workbook } from '../helpers/workbook.js';

/** Documents of a file, their lines apart by a stroke. */
function read(content: string | Uint8Array, how: Partial<Source>): string[] {
  const source = { ...SOURCES[0]!, ...how };
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return [...documentsOf({ path: 'a', bytes }, source)].map(
    ({ name, lines }) => `${name}: ${lines.join('|')}`,
  );
}

describe('the sources', () => {
  it('are told in the documentation of the data', () => {
    const page = readFileSync(new URL('README.md', DATA), 'utf8');
    const rows = page.split('\n').filter((line) => line.startsWith('| '));
    for (const { id, repository, commit, weight } of SOURCES) {
      const row = rows.find((line) => line.includes(commit?.slice(0, 12) ?? `| ${weight} |`));
      assert.ok(row?.includes(repository.split(' ')[0]!), id);
      assert.ok(row!.endsWith(`| ${weight} |`), id);
    }
  });

  it('say which files are read', () => {
    const laws = SOURCES.find(({ id }) => id === 'laws')!;
    assert.ok(isWanted('民法/甲法.md', laws));
    assert.ok(!isWanted('民法/_index.md', laws));
    assert.ok(!isWanted('民法/甲法.json', laws));
  });
});

describe('texts of a source', () => {
  it('are Markdown without its marks', () => {
    const text =
      '关于本法\n<!-- INFO END -->\n# 第一章 总则\n\n1. **第一条** 为了[规范](a.md)管理，制定本法。\n```\ncode\n```\n<p>第二条&nbsp;本法自公布之日起施行。</p>';
    assert.deepEqual(read(text, { format: 'markdown' }), [
      'a: 第一章 总则|第一条 为了规范管理，制定本法。|第二条 本法自公布之日起施行。',
    ]);
  });

  it('are in GB 18030 where they are not in UTF-8', () => {
    assert.deepEqual(read(encodeGb18030('各县区：\r\n请遵照执行。'), { format: 'files' }), [
      'a: 各县区：|请遵照执行。',
    ]);
  });

  it('are cells of tables that are long enough, a document a row', () => {
    const long = '为切实做好节假日期间的值班工作，现将有关事项通知如下，请各单位遵照执行';
    assert.deepEqual(
      read(`标题,正文\r\n短,"${long}，\r\n""第一""<br/>第二"\r\n`, { format: 'csv' }),
      [`a1: ${long}，|"第一"|第二`],
    );
    assert.deepEqual(read(`1\t短\t${long}\n2\t${long}\t短`, { format: 'tsv' }), [
      `a0: ${long}`,
      `a1: ${long}`,
    ]);
    const bytes = workbook([
      ['编号', '答复'],
      ['1', '您好！ 来信收到。'],
      ['2', '已转有关部门办理。'],
    ]);
    assert.deepEqual(read(bytes, { format: 'workbook', field: '答复' }), [
      'a0: 您好！|来信收到。',
      'a1: 已转有关部门办理。',
    ]);
  });

  it('are strings of objects', () => {
    const text = '这一段文字足够长。';
    assert.deepEqual(read(JSON.stringify({ body: text }), { format: 'json', field: 'body' }), [
      `a: ${text}`,
    ]);
    const reports = [1949, 1980, 2001].map((year) => JSON.stringify({ year, text })).join('\n');
    const only = { field: 'year', after: 1977, before: 2000 };
    assert.deepEqual(read(reports, { format: 'json-lines', field: 'text', only }), [
      `a1980: ${text}`,
    ]);
  });

  it('are all strings of some length where a source has no order', () => {
    const text = '这一段文字足够长。';
    const wanted = [`a0: ${text}`, `a1: ${text}|${text}`];
    const entries = [{ a: text, b: '短' }, { c: 1 }, { d: [text, { e: text }] }];
    for (const content of [
      JSON.stringify(entries),
      JSON.stringify({ data: entries }),
      JSON.stringify({ videoList: entries }),
      entries.map((entry) => JSON.stringify(entry)).join('\n'),
    ]) {
      assert.deepEqual(read(content, { format: 'json-texts' }), wanted);
    }
  });

  it('are none where there is next to no text', () => {
    assert.deepEqual(read('# A\n', { format: 'markdown' }), []);
  });
});
