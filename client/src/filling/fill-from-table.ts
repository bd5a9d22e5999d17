import vscode = require('vscode');

import { inSingular } from '#core';
import {
  FILL_DOCUMENT,
  type FilledDocument,
  PREPARE_FILLING,
  type PreparedFilling,
} from '#protocol';
import { toBase64 } from '#server/encoding/base64';
import { refusalOf } from '#server/reading/limits';
import { readBounded } from '../bounded-file.js';
import { changeText } from '../change-text.js';
import type { Client } from '../deferred-client.js';
import type { Services } from '../feature.js';
import { localized } from '../localized.js';
import { type BatchResult, writeDocuments } from './batch.js';
import { nameParts, namesIn } from './files.js';
import type { LongMessages } from './long-messages.js';

/** Lines in the detail of a modal message; more do not fit a small screen. */
const MAX_LINES = 8;

/** For scripts and key bindings; what is left out is asked for. */
export interface FillArguments {
  /** File with the values. */
  readonly table?: vscode.Uri;
  /** One document per row into this folder. */
  readonly folder?: vscode.Uri;
  /** Only the row with this number, into the document itself. */
  readonly row?: number;
}

/** Fills the document from a table: one row into it, or every row into a document of its own. */
export async function fillFromTable(
  services: Services,
  longMessages: LongMessages,
  document: vscode.TextDocument,
  given: FillArguments,
): Promise<void> {
  const { client } = services;
  const table = given.table ?? (await pickTable(document));
  if (table === undefined) return;
  const prepared = await prepare(client, document, table);
  if (prepared === null) return;
  if (prepared.errors.length > 0) {
    await refuse(longMessages, nameParts(table).stem, prepared.errors);
    return;
  }
  if (!(await confirmDoubts(prepared))) return;
  const target = await pickTarget(document, prepared, given);
  if (target === undefined) return;
  const fill = (values: Readonly<Record<string, string>>) =>
    client.sendRequest(FILL_DOCUMENT, {
      uri: document.uri.toString(),
      version: prepared.version,
      values,
    });
  if ('row' in target) {
    const row = prepared.documents.find((one) => one.row === target.row);
    const filled = row === undefined ? null : await fill(row.values);
    if (filled === null) return warnChanged();
    const change = await changeText(document, prepared.version, filled.edits);
    if (change === 'outdated') warnChanged();
    if (change !== 'made') return;
    await reportOne(longMessages, prepared, filled);
  } else {
    const { folder } = target;
    const replaced = await mayReplace(folder, prepared, document.uri);
    if (replaced === null) return;
    const { documents } = prepared;
    const result = await writeDocuments(
      services,
      document,
      table,
      folder,
      replaced,
      documents,
      fill,
    );
    await reportBatch(longMessages, prepared, target.folder, result);
  }
}

async function pickTable(document: vscode.TextDocument): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Table to fill the document from'),
    openLabel: vscode.l10n.t('Use This Table'),
    ...(!document.isUntitled && { defaultUri: vscode.Uri.joinPath(document.uri, '..') }),
    filters: {
      [vscode.l10n.t('Tables (CSV, Excel, YAML, JSON)')]: ['csv', 'xlsx', 'yaml', 'yml', 'json'],
      [vscode.l10n.t('All files')]: ['*'],
    },
  });
  return picked?.[0];
}

async function prepare(
  client: Client,
  document: vscode.TextDocument,
  table: vscode.Uri,
): Promise<PreparedFilling | null> {
  let bytes: Uint8Array;
  try {
    bytes = await readBounded(table, 'tableBytes');
  } catch (error) {
    const { stem, extension } = nameParts(table);
    const refused = refusalOf(error);
    void vscode.window.showErrorMessage(
      refused === null
        ? vscode.l10n.t('“{0}” cannot be read. Is it still there?', stem + extension)
        : `${stem}${extension}: ${localized(refused)}`,
    );
    return null;
  }
  return client.sendRequest(PREPARE_FILLING, {
    uri: document.uri.toString(),
    name: table.path,
    data: toBase64(bytes),
    base: nameParts(document.uri).stem,
  });
}

async function refuse(
  longMessages: LongMessages,
  name: string,
  errors: readonly string[],
): Promise<void> {
  const all = vscode.l10n.t('Show All');
  const picked = await vscode.window.showErrorMessage(
    errors.length === 1
      ? vscode.l10n.t('Nothing was filled. {0}', errors[0]!)
      : vscode.l10n.t(
          'Nothing was filled: {0} problems in the table. {1}',
          errors.length,
          errors[0]!,
        ),
    ...(errors.length > 1 ? [all] : []),
  );
  if (picked === all) {
    await longMessages.show(vscode.l10n.t('Problems of “{0}”', name), errors);
  }
}

/** Asks before going on with doubtful values or with columns that are not there. */
async function confirmDoubts({ warnings, missing }: PreparedFilling): Promise<boolean> {
  const lines = [
    ...missing.map((name) => vscode.l10n.t('No column “{0}”: these placeholders stay.', name)),
    ...warnings,
  ];
  if (lines.length === 0) return true;
  const go = vscode.l10n.t('Fill Anyway');
  const more = lines.length - MAX_LINES;
  const picked = await vscode.window.showWarningMessage(
    vscode.l10n.t('The table does not fit the document entirely.'),
    {
      modal: true,
      detail: [
        ...lines.slice(0, MAX_LINES),
        ...(more > 0 ? [vscode.l10n.t('… and {0} more', more)] : []),
      ].join('\n'),
    },
    go,
  );
  return picked === go;
}

type Target = { readonly row: number } | { readonly folder: vscode.Uri };

async function pickTarget(
  document: vscode.TextDocument,
  { documents }: PreparedFilling,
  given: FillArguments,
): Promise<Target | undefined> {
  if (given.folder !== undefined) return { folder: given.folder };
  if (given.row !== undefined) return { row: given.row };
  const [first] = documents;
  const here =
    documents.length === 1
      ? vscode.l10n.t('Fill this document')
      : vscode.l10n.t('Fill this document from one row…');
  const files =
    documents.length === 1
      ? vscode.l10n.t('Fill a copy in a folder…')
      : vscode.l10n.t('One document per row into a folder… ({0} documents)', documents.length);
  const picked = await vscode.window.showQuickPick(
    documents.length === 1 ? [here, files] : [files, here],
    { title: vscode.l10n.t('Fill from a table') },
  );
  if (picked === files) {
    const folders = await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: vscode.l10n.t('Folder for the filled documents'),
      openLabel: vscode.l10n.t('Write Here'),
      ...(!document.isUntitled && { defaultUri: vscode.Uri.joinPath(document.uri, '..') }),
    });
    return folders?.[0] === undefined ? undefined : { folder: folders[0] };
  }
  if (picked !== here) return undefined;
  if (documents.length === 1) return { row: first!.row };
  const row = await vscode.window.showQuickPick(
    documents.map(({ row, stem, values }) => ({
      row,
      label: stem,
      description: vscode.l10n.t('row {0}', row),
      detail: Object.values(values)
        .filter((value) => value !== '')
        .join('　'),
    })),
    { title: vscode.l10n.t('Which row fills this document?'), matchOnDetail: true },
  );
  return row === undefined ? undefined : { row: row.row };
}

/** Asks once before files are replaced, and gives their names in lower case; the template itself never is. */
async function mayReplace(
  folder: vscode.Uri,
  { documents }: PreparedFilling,
  template: vscode.Uri,
): Promise<ReadonlySet<string> | null> {
  const names = await namesIn(folder);
  const extension = nameParts(template).extension || '.txt';
  const existing = documents
    .map(({ stem }) => `${stem}${extension}`)
    .filter((name) => names.has(name.toLowerCase()));
  if (existing.length === 0) return new Set();
  const templateUri = template.toString();
  if (existing.some((name) => vscode.Uri.joinPath(folder, name).toString() === templateUri)) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'One row would replace the document that is being filled. Choose another folder or another file name.',
      ),
    );
    return null;
  }
  const replace = vscode.l10n.t('Replace Them');
  const picked = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} of the files exist already in this folder.', existing.length),
    { modal: true, detail: existing.slice(0, MAX_LINES).join('\n') },
    replace,
  );
  return picked === replace ? new Set(existing.map((name) => name.toLowerCase())) : null;
}

function warnChanged(): void {
  void vscode.window.showWarningMessage(
    vscode.l10n.t('The document was changed meanwhile, so nothing was filled. Please try again.'),
  );
}

function unusedLine(unused: readonly string[]): string[] {
  return unused.length === 0
    ? []
    : [vscode.l10n.t('Columns of the table that were not used: {0}', unused.join('、'))];
}

async function reportOne(
  longMessages: LongMessages,
  { unused }: PreparedFilling,
  { edits, unfilled }: FilledDocument,
): Promise<void> {
  const lines = [
    ...(unfilled.length === 0 ? [] : [vscode.l10n.t('Not filled:'), ...unfilled.map(item)]),
    ...unusedLine(unused),
  ];
  await showMessage(
    longMessages,
    unfilled.length === 0
      ? inSingular(vscode.l10n.t('{0} placeholders filled.', edits.length))
      : inSingular(
          vscode.l10n.t('{0} placeholders filled, {1} left.', edits.length, unfilled.length),
        ),
    lines,
  );
}

async function reportBatch(
  longMessages: LongMessages,
  { documents, unused }: PreparedFilling,
  folder: vscode.Uri,
  { written, unfilled, stopReason }: BatchResult,
): Promise<void> {
  const open = [...unfilled].filter(([, names]) => names.length > 0);
  const lines = [
    ...open.map(([stem, names]) =>
      vscode.l10n.t('“{0}” is not filled at: {1}', stem, names.join('、')),
    ),
    ...unusedLine(unused),
  ];
  const counts = [written, documents.length] as const;
  const message =
    stopReason === null
      ? inSingular(vscode.l10n.t('{0} documents written.', written))
      : stopReason === 'cancelled'
        ? vscode.l10n.t(
            'Cancelled: {0} of {1} documents were written, each of them whole.',
            ...counts,
          )
        : vscode.l10n.t('Stopped: {0} of {1} documents were written. {2}', ...counts, stopReason);
  const left =
    open.length === 0
      ? ''
      : vscode.l10n.t(' In {0} of them something is left to fill in.', open.length);
  await showMessage(
    longMessages,
    message + left,
    [message, folder.fsPath, ...lines],
    lines.length > 0,
  );
}

const item = (name: string) => `　${name}`;

/** A message, and a button for the report when there is more to say. */
async function showMessage(
  longMessages: LongMessages,
  message: string,
  lines: readonly string[],
  more = lines.length > 0,
): Promise<void> {
  const show = vscode.l10n.t('Show Report');
  const picked = await vscode.window.showInformationMessage(message, ...(more ? [show] : []));
  if (picked === show) await longMessages.show(vscode.l10n.t('Report of the filling'), lines);
}
