/**
 * A table from the bytes of a file: CSV, YAML, JSON or XLSX. The libraries for the formats are
 * loaded when the first such file is read, never at start.
 */

import { decodeText } from '../encoding/decode.js';
import { LIMITS, tooLarge } from '../reading/limits.js';
import { type Fits, failed, type ReadTable } from './grid.js';

export type { ReadTable } from './grid.js';

/** Extensions of the files that {@link readTable} reads. */
export const TABLE_EXTENSIONS = ['xlsx', 'csv', 'yaml', 'yml', 'json'] as const;

/**
 * Reads a table; the format is told by the extension of `name`, and by `fits` which sheet and which row
 * of headers is meant. Never throws.
 */
export async function readTable(
  name: string,
  bytes: Uint8Array,
  fits: Fits = () => 0,
): Promise<ReadTable> {
  if (bytes.length > LIMITS.tableBytes) {
    const { zh, en } = tooLarge('tableBytes');
    return failed(`数据${zh.slice(0, -1)}`, en.slice(0, -1));
  }
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  try {
    return await readAs(extension, bytes, fits);
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, 200);
    return failed(`数据文件无法读取（${reason}）`, `The file cannot be read (${reason})`);
  }
}

async function readAs(extension: string, bytes: Uint8Array, fits: Fits): Promise<ReadTable> {
  if (extension === 'xlsx') return (await import('./xlsx.js')).readXlsx(bytes, fits);
  if (extension === 'xls' || extension === 'et' || extension === 'ods') {
    return failed(
      `不能读取 .${extension}，请在 Excel 或 WPS 中另存为 .xlsx 或 .csv`,
      `.${extension} cannot be read; save it as .xlsx or .csv`,
    );
  }
  const decoded = decodeText(bytes);
  if (decoded === null) return unreadable(bytes);
  if (extension === 'yaml' || extension === 'yml' || extension === 'json') {
    return (await import('./records.js')).readRecords(decoded.text, extension === 'json');
  }
  return (await import('./csv.js')).readCsv(decoded.text, fits);
}

/** The first line that is no text in any encoding, because “wrong encoding” alone helps nobody. */
function unreadable(bytes: Uint8Array): ReadTable {
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const next = bytes.indexOf(10, start);
    const end = next < 0 ? bytes.length : next;
    if (decodeText(bytes.subarray(start, end)) === null) {
      return failed(
        `第${line}行不是有效的文字：文件既不是 UTF-8 也不是 GB18030，或已损坏，请在 Excel、WPS 或记事本中另存为 UTF-8`,
        `Line ${line} is no valid text: the file is neither UTF-8 nor GB 18030, or it is damaged; save it as UTF-8`,
      );
    }
    start = end + 1;
  }
  return failed(
    '文件的编码无法识别，请在 Excel、WPS 或记事本中另存为 UTF-8',
    'The encoding of the file is unknown; save it as UTF-8',
  );
}
