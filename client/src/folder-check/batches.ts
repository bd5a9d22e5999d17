import vscode = require('vscode');

import { CHECK_FILES, type FileFigure } from '#protocol';
import { toBase64 } from '#server/encoding/base64';
import { LIMITS, NOT_REGULAR } from '#server/reading/limits';
import { messageOf } from '../errors.js';
import type { Services } from '../feature.js';
import { localized } from '../localized.js';

/** Few enough that the requests of a writer who is typing do not wait noticeably for one of these. */
const FILES_PER_REQUEST = 20;

/** What became of one file: its problems, or null when it is not there any more. */
export type OnChecked = (
  uri: vscode.Uri,
  found: readonly vscode.Diagnostic[] | null,
  figures: readonly FileFigure[],
) => void;

/**
 * Has files checked in batches, and reads the next batch meanwhile. `onChecked` is called for each file; after a
 * cancellation for no more of them.
 * @throws when a request to the server fails.
 */
export async function checkInBatches(
  { client }: Services,
  files: readonly vscode.Uri[],
  onChecked: OnChecked,
  isCancelled: () => boolean,
): Promise<void> {
  let next = readBatch(files.slice(0, FILES_PER_REQUEST));
  for (let at = 0; at < files.length; at += FILES_PER_REQUEST) {
    const batch = await next;
    next = readBatch(files.slice(at + FILES_PER_REQUEST, at + 2 * FILES_PER_REQUEST));
    if (isCancelled()) return;
    const params = {
      first: at === 0,
      files: batch.flatMap(({ uri, data }) =>
        data === undefined ? [] : [{ uri: uri.toString(), data }],
      ),
    };
    const { files: answers } = await client.sendRequest(CHECK_FILES, params);
    const found = new Map(answers.map((answer) => [answer.uri, answer]));
    for (const { uri, problem } of batch) {
      const answer = found.get(uri.toString());
      if (answer === undefined) onChecked(uri, problem && [problem], []);
      else {
        const { asDiagnostics } = client.protocol2CodeConverter;
        onChecked(uri, await asDiagnostics([...answer.diagnostics]), answer.figures);
      }
    }
  }
}

interface FileBytes {
  readonly uri: vscode.Uri;
  /** The bytes as base64. */
  readonly data?: string;
  /** Why there are none; null when the file is not there. */
  readonly problem: vscode.Diagnostic | null;
}

function readBatch(files: readonly vscode.Uri[]): Promise<FileBytes[]> {
  return Promise.all(files.map(read));
}

async function read(uri: vscode.Uri): Promise<FileBytes> {
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    // Reading a pipe or a device may never end.
    if ((type & vscode.FileType.File) === 0) {
      return { uri, problem: problemOf(localized(NOT_REGULAR)) };
    }
    // It would also keep the server from the writer for too long.
    if (size > LIMITS.folderDocumentBytes) {
      const message = vscode.l10n.t(
        'This file has more than 8 MB, which is no document; it was not checked. Split or move it.',
      );
      return { uri, problem: problemOf(message) };
    }
    return { uri, data: toBase64(await vscode.workspace.fs.readFile(uri)), problem: null };
  } catch (error) {
    if (isMissing(error)) return { uri, problem: null };
    return { uri, problem: problemOf(couldNotRead(error)) };
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** A problem of a file as a whole, at its beginning. */
function problemOf(message: string): vscode.Diagnostic {
  const problem = new vscode.Diagnostic(
    new vscode.Range(0, 0, 0, 0),
    message,
    vscode.DiagnosticSeverity.Warning,
  );
  problem.source = vscode.l10n.t('Work Summary');
  problem.code = vscode.l10n.t('file');
  return problem;
}

function couldNotRead(error: unknown): string {
  return vscode.l10n.t(
    'This file could not be read and was not checked. See whether you may read it and whether it is intact. ({0})',
    messageOf(error),
  );
}
