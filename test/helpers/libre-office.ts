/** The exported Word file as another word processor prints it. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { textOf } from '../../server/src/core/print/blocks.js';
import { PageLayout } from '../../server/src/core/print/pages.js';
import { readBlocks } from '../../server/src/core/print/read-blocks.js';
import { DEFAULT_FORMAT } from '../../server/src/word/write/index.js';
import { exportDocx } from './valid-word-files.js';

/** Needs libreoffice-writer-nogui, poppler-utils, fonts-noto-cjk and fonts-liberation. */
export const installed = ['soffice', 'pdftotext', 'pdfinfo'].every(
  (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined,
);

function convert(folder: string, file: string, to: string): void {
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, file], {
    cwd: folder,
    stdio: 'ignore',
  });
}

/** Pages of a summary as another word processor prints them, line by line without blanks. */
export async function printed(text: string): Promise<string[][]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'work-summary-word-'));
  try {
    return await printedIn(folder, text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function printedIn(folder: string, text: string): Promise<string[][]> {
  const docx = await exportDocx(parseSummary(text, 'plain'), DEFAULT_FORMAT);
  writeFileSync(path.join(folder, 'a.docx'), docx);
  convert(folder, 'a.docx', 'fodt');
  // LibreOffice 7 reads w:overflowPunct the other way round and w:autoSpaceDE and w:autoSpaceDN not at all.
  const flat = path.join(folder, 'a.fodt');
  const read = readFileSync(flat, 'utf8')
    .replaceAll('style:text-autospace="ideograph-alpha"', 'style:text-autospace="none"')
    .replaceAll('style:punctuation-wrap="hanging"', 'style:punctuation-wrap="simple"');
  writeFileSync(flat, read);
  convert(folder, 'a.fodt', 'pdf');
  const info = execFileSync('pdfinfo', ['a.pdf'], { cwd: folder, encoding: 'utf8' });
  assert.match(info, /Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/);
  const layout = execFileSync('pdftotext', ['-layout', 'a.pdf', '-'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return layout
    .split('\f')
    .slice(0, -1)
    .map((page) =>
      page
        .split('\n')
        .map((line) => line.replace(/\s/g, ''))
        .filter((line) => line !== ''),
    );
}

/** The same pages as our own preview lays them out. */
export function laidOut(text: string): string[][] {
  const blocks = readBlocks(parseSummary(text, 'plain')).blocks.map(({ block }) => block);
  return new PageLayout(DEFAULT_FORMAT)
    .layOut(blocks)
    .map((page) =>
      page.flatMap((item) => (item.type === 'line' ? [textOf(item.runs).replace(/\s/g, '')] : [])),
    );
}

/** Width in characters; letters and digits take about half. */
const width = (line: string) =>
  [...line].reduce((sum, character) => sum + (character < '\u2000' ? 0.5 : 1), 0);

/**
 * Prints a text and looks at its pages: as in our preview, numbered, no line too long, nothing lost.
 * Gives the lines of each page without its number.
 */
export async function printedWhole(text: string): Promise<string[][]> {
  const pages = await printed(text);
  for (const [index, page] of pages.entries()) {
    assert.equal(page.pop(), `—${index + 1}—`);
    for (const line of page) assert.ok(width(line) <= 28.5, line);
  }
  assert.deepEqual(pages, laidOut(text));
  const ink = readBlocks(parseSummary(text, 'plain'))
    .blocks.map(({ block }) => (block.type === 'paragraph' ? textOf(block.runs) : ''))
    .join('')
    .replace(/\s/g, '');
  assert.equal(pages.flat().join(''), ink);
  return pages;
}

/** Of these lines those of 28 characters that are as wide as high. */
export const fullLines = (pages: readonly (readonly string[])[]) =>
  pages.flat().filter((line) => /^[\p{Script=Han}，、。；：“”（）]{28}$/u.test(line));

/** The text of each file once its tracked changes are accepted or rejected there. */
export function settledAsText(
  files: readonly { readonly docx: Uint8Array; readonly as: 'accept' | 'reject' }[],
): string[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'work-summary-changes-'));
  try {
    const url = (name: string) => pathToFileURL(path.join(folder, name)).href;
    const calls = files.map(({ docx, as }, index) => {
      writeFileSync(path.join(folder, `${index}.docx`), docx);
      const command = as === 'accept' ? 'AcceptAllTrackedChanges' : 'RejectAllTrackedChanges';
      return `Settle "${command}", "${url(`${index}.docx`)}", "${url(`${index}.txt`)}"`;
    });
    const start = (what: string) =>
      execFileSync('soffice', [`-env:UserInstallation=${url('profile')}`, '--headless', what], {
        cwd: folder,
        stdio: 'ignore',
      });
    // A new profile gets macros of its own, in place of those that are there.
    start('--terminate_after_init');
    writeMacro(path.join(folder, 'profile'), calls);
    start('macro:///Standard.Module1.Main');
    return files.map((_, index) => readFileSync(path.join(folder, `${index}.txt`), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A macro of the profile: what one is called with on the command line does not reach it. */
function writeMacro(profile: string, calls: readonly string[]): void {
  const library = path.join(profile, 'user/basic/Standard');
  mkdirSync(library, { recursive: true });
  const doctype = (root: string, file: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${root} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${file}">\n`;
  writeFileSync(
    path.join(profile, 'user/basic/script.xlc'),
    `${doctype('library:libraries', 'libraries.dtd')}<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>`,
  );
  writeFileSync(
    path.join(library, 'script.xlb'),
    `${doctype('library:library', 'library.dtd')}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>`,
  );
  const source = `Sub Main()
${calls.join('\n')}
End Sub
Sub Settle(command As String, source As String, target As String)
  Dim opened(0) As New com.sun.star.beans.PropertyValue
  opened(0).Name = "Hidden"
  opened(0).Value = True
  Dim text As Object
  text = StarDesktop.loadComponentFromURL(source, "_blank", 0, opened())
  Dim dispatcher As Object
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(text.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
  Dim saved(1) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName"
  saved(0).Value = "Text (encoded)"
  saved(1).Name = "FilterOptions"
  saved(1).Value = "UTF8,LF"
  text.storeToURL(target, saved())
  text.close(True)
End Sub`;
  writeFileSync(
    path.join(library, 'Module1.xba'),
    `${doctype('script:module', 'module.dtd')}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${source}</script:module>`,
  );
}
