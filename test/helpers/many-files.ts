/** A folder of files of every kind that the command line meets: enough of them for several threads. */
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { encode } from '../../server/src/cli/encoding.js';
import { SUMMARIES } from './fixtures.js';

/** What cannot be read, and the configuration that has a mistake: all that is told of the folder. */
export const PROBLEMS = [
  /^找不到“断\.txt”/,
  /^乙[\\/]\.work-summary\.yaml:2:3 没有名为“no-such”的规则/,
  /^“图\.txt”不是文本文件/,
];

export async function writeManyFiles(folder: string): Promise<void> {
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  for (const { name, text } of SUMMARIES) write(`甲/${name}`, text);
  for (let number = 10; number < 30; number++) {
    const lines = ['𠮷溪书屋工作总结', '', '一、回顾', `　　办班${number}场，，服务XX人次 。`];
    const text = [...lines, '三.打算', '　　再接再励。', ''].join(number % 2 === 0 ? '\r\n' : '\n');
    const bom = number % 3 === 0;
    const encoding = bom ? 'utf-8' : number % 3 === 1 ? 'gb18030' : 'utf-16le';
    const mark = encoding === 'utf-8' ? '\uFEFF' : '';
    const bytes = await encode(mark + text, encoding);
    const units = encoding === 'utf-16le' ? Buffer.concat([Buffer.of(0xff, 0xfe), bytes]) : bytes;
    write(`乙/${number}.${number % 5 === 0 ? 'md' : 'txt'}`, units);
  }
  write('乙/.work-summary.yaml', 'rules:\n  no-such: off\n  doubled-mark: warning\n');
  write('空.txt', '');
  write('图.txt', Buffer.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13));
  symlinkSync('没有', path.join(folder, '断.txt'));
  // One file with two names, the second of them last.
  linkSync(path.join(folder, '乙/13.txt'), path.join(folder, '同.txt'));
}

/** Bytes of all files below a folder, by name. */
export function filesBelow(folder: string): Record<string, string> {
  const names = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    names.map((name) => [path.relative(folder, name), readFileSync(name).toString('hex')]),
  );
}
