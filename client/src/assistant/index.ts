import * as vscode from 'vscode';
import { detectMojibake } from '../../../server/src/core/mojibake.js';
import { REPORT, type ReportParams, type TextReport } from '../../../server/src/lsp/protocol.js';
import { changeText, readOnly } from '../change-text.js';
import type { Feature, Services } from '../feature.js';
import { type Asked, documentAt } from './documents.js';

/** More findings than this help no assistant. */
const MOST_FINDINGS = 200;
/** Changes that the user is shown before agreeing. */
const MOST_SHOWN = 8;

interface Input {
  /** A path or URI; the active editor's document without. */
  readonly path?: string;
}

/** Tools for an assistant inside the editor: what can be known of a text, and fix-all, which the user confirms. */
export const assistant: Feature = (services) => {
  const { context, active } = services;
  const document = ({ path }: Input) => documentAt(path, active);
  const json = (asked: Asked, answer: object) =>
    new vscode.LanguageModelToolResult([
      new vscode.LanguageModelTextPart(JSON.stringify({ file: asked.name, ...answer })),
    ]);

  const reading = (
    name: string,
    message: (file: string) => string,
    tell: (report: TextReport) => object,
  ) =>
    vscode.lm.registerTool<Input>(name, {
      prepareInvocation: async ({ input }) => ({
        invocationMessage: message((await document(input)).name),
      }),
      invoke: async ({ input }) => {
        const asked = await document(input);
        return json(asked, tell(await reportOn(asked, services)));
      },
    });

  /** The version of a document that its user was asked about. */
  const confirmed = new WeakMap<vscode.TextDocument, number>();
  context.subscriptions.push(
    reading(
      'workSummary_check',
      (file) => vscode.l10n.t('Checking {0}', file),
      ({ findings }) => ({
        findings: findings
          .slice(0, MOST_FINDINGS)
          .map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes.map(({ title }) => title) })),
        total: findings.length,
      }),
    ),
    reading(
      'workSummary_outline',
      (file) => vscode.l10n.t('Reading the outline of {0}', file),
      ({ outline }) => outline,
    ),
    reading(
      'workSummary_placeholders',
      (file) => vscode.l10n.t('Looking in {0} for what is to be filled in', file),
      ({ placeholders }) => ({ placeholders, total: placeholders.length }),
    ),
    vscode.lm.registerTool<Input>('workSummary_fix', {
      prepareInvocation: async ({ input }) => {
        const asked = await document(input);
        const target = await openToChange(asked);
        const { version } = target;
        const { fixAll } = await reportOn({ ...asked, text: target.getText() }, services);
        if (target.version === version) confirmed.set(target, version);
        return confirmation(asked, target, fixAll);
      },
      invoke: async ({ input }) => {
        const asked = await document(input);
        const target = await openToChange(asked);
        const { version } = target;
        const { fixAll } = await reportOn({ ...asked, text: target.getText() }, services);
        if (fixAll.length === 0) return json(asked, { fixed: 0 });
        const changes = changesOf(target, fixAll);
        const agreed = confirmed.get(target) === version;
        confirmed.delete(target);
        const change = async () => {
          await vscode.window.showTextDocument(target, { preview: false, preserveFocus: true });
          return changeText(target, version, fixAll);
        };
        const made = agreed ? await change() : 'outdated';
        if (made === 'readOnly') throw new Error(readOnly());
        if (made === 'outdated') {
          throw new Error(
            vscode.l10n.t('The text is not the one that the user agreed to change. Ask again.'),
          );
        }
        return json(asked, { fixed: fixAll.length, changes, saved: false });
      },
    }),
  );
};

async function reportOn({ uri, markdown, text }: Asked, services: Services): Promise<TextReport> {
  await services.started;
  const params: ReportParams = { uri: uri.toString(), markdown, text };
  return services.client.sendRequest<TextReport>(REPORT, params);
}

/** The document in an editor, so that a change of it can be seen and taken back. */
async function openToChange({ uri, name }: Asked): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (detectMojibake(document.getText()) !== null) {
    throw new Error(vscode.l10n.t('{0} is garbled. Reopen it in the right encoding first.', name));
  }
  return document;
}

type Edits = TextReport['fixAll'];

function changesOf(document: vscode.TextDocument, edits: Edits) {
  return edits.map(({ range: { start, end }, newText }) => ({
    line: start.line + 1,
    column: start.character + 1,
    before: document.getText(
      new vscode.Range(start.line, start.character, end.line, end.character),
    ),
    after: newText,
  }));
}

/** Nothing is asked when there is nothing to change. */
function confirmation(
  asked: Asked,
  document: vscode.TextDocument,
  edits: Edits,
): vscode.PreparedToolInvocation {
  const invocationMessage = vscode.l10n.t('Fixing {0}', asked.name);
  if (edits.length === 0) return { invocationMessage };
  const message = new vscode.MarkdownString();
  message.appendText(
    vscode.l10n.t('Only fixes that keep the meaning are made; one undo takes them all back.'),
  );
  for (const { line, before, after } of changesOf(document, edits.slice(0, MOST_SHOWN))) {
    message.appendMarkdown('\n\n');
    message.appendText(describe(line, before, after));
  }
  if (edits.length > MOST_SHOWN) message.appendMarkdown('\n\n…');
  return {
    invocationMessage,
    confirmationMessages: {
      title: vscode.l10n.t('Fix {0} places in {1}?', edits.length, asked.name),
      message,
    },
  };
}

function describe(line: number, before: string, after: string): string {
  if (after === '') return vscode.l10n.t('Line {0}: delete “{1}”', line, before);
  if (before === '') return vscode.l10n.t('Line {0}: insert “{1}”', line, after);
  return vscode.l10n.t('Line {0}: “{1}” becomes “{2}”', line, before, after);
}
