import {
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type YAMLMap,
} from 'yaml';
import { type DataRow, problemAt, quote, type TableProblem } from '../core/fill-table/table.js';
import { LIMITS } from '../reading/limits.js';
import { parseYaml, type YamlProblem, yamlProblemText } from '../reading/yaml.js';
import { failed, type ReadTable, tooMany } from './grid.js';

/** Reads YAML or JSON: a list of mappings, one per document, or a single mapping. */
export function readRecords(text: string, json: boolean): ReadTable {
  const kind = json ? 'JSON' : 'YAML';
  const lines = new LineCounter();
  // JSON is YAML too; read as such, its duplicate names are found and its numbers keep their digits.
  const { document, problem } = parseYaml(text, {
    pieces: LIMITS.tablePieces,
    json,
    onLine: lines.addNewLine,
  });
  const lineOf = (node: Node) => lines.linePos(node.range?.[0] ?? 0).line;
  if (problem !== null) return unreadable(problem, lines.linePos(problem.start).line, kind);
  const root = document.contents as Node | null;
  const items = isSeq(root) ? (root.items as Node[]) : root === null ? [] : [root];
  if (items.length > LIMITS.tableRows) return tooMany('tableRows');
  const headers = new Set<string>();
  const records: Map<string, string>[] = [];
  const problems: TableProblem[] = [];
  for (const item of items) {
    const number = records.length + 1;
    const record = new Map<string, string>();
    records.push(record);
    if (!isMap(item)) {
      const line = lineOf(item);
      return failed(
        `第${number}条（第${line}行）应为“名称: 值”的形式`,
        `Record ${number} (line ${line}) takes “name: value”`,
      );
    }
    for (const { key, value } of item.items) {
      const name = isScalar(key) ? String(key.value) : '';
      headers.add(name);
      const read = scalarText(value as Node | null);
      if (read !== null) record.set(name, read);
      else {
        problems.push(
          problemAt(
            { zh: `第${number}条${quote(name)}`, en: `record ${number} ${quote(name)}` },
            `第${lineOf(key as Node)}行的值应为一段文字或一个数，不能是列表或下级内容`,
            `line ${lineOf(key as Node)} takes one text or number, no list and no mapping`,
          ),
        );
      }
    }
  }
  if (headers.size === 0) return failed('数据文件是空的', 'The file is empty');
  if (headers.size > LIMITS.tableColumns) return tooMany('tableColumns');
  if (headers.size * records.length > LIMITS.tableCells) return tooMany('tableCells');
  const names = [...headers];
  const rows: DataRow[] = records.map((record, index) => ({
    number: index + 1,
    cells: names.map((header) => record.get(header) ?? ''),
  }));
  return { table: { format: json ? 'json' : 'yaml', headers: names, rows }, problems };
}

function unreadable(problem: YamlProblem, line: number, kind: string): ReadTable {
  if (problem.reason === 'duplicate') {
    return failed(
      `第${line}行的名称与前面的重复，无法判断用哪一个，请改名或删去一个`,
      `Line ${line} repeats a name; rename or delete one of them`,
    );
  }
  if (problem.reason === 'syntax') {
    return failed(
      `第${line}行不是有效的 ${kind}，请检查引号、冒号、逗号和缩进`,
      `Line ${line} is not valid ${kind}: ${problem.detail}`,
    );
  }
  const { zh, en } = yamlProblemText(problem);
  return failed(`第${line}行：${zh}`, `Line ${line}: ${en}`);
}

/** What a person wrote: 1.50 and 007 keep their zeros. Null when it is no single value. */
function scalarText(node: Node | null): string | null {
  if (node === null) return '';
  if (isAlias(node) || !isScalar(node)) return null;
  const { value, source } = node;
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  return source ?? String(value);
}

/** One record without values; above each name the sentence that it is for. */
export function writeYaml(names: readonly string[], sentences: readonly string[]): string {
  const document = new Document([Object.fromEntries(names.map((name) => [name, '']))]);
  const record = document.get(0) as YAMLMap<Node>;
  for (const [index, { key }] of record.items.entries()) {
    const sentence = sentences[index]!;
    if (sentence !== '') key.commentBefore = ` ${sentence}`;
  }
  return document.toString({ lineWidth: 0 });
}
