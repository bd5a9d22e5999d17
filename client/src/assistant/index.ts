import vscode = require('vscode');

import { detectMojibake } from '#core';
import { REPORT, type TextReport } from '#protocol';
import { revealHidden } from '#server/report/visible';
import { changeText, readOnlyMessage } from '../change-text.js';
import type { Feature, Services } from '../feature.js';
import { toRange } from '../positions.js';
import { type Asked, documentAt } from './documents.js';

/** More findings than this help no assistant. */
const MAX_FINDINGS = 200;
/** All changes are shown before the user agrees; nobody looks through more, or through longer ones. */
const MAX_CHANGES = 200;
const MAX_CHARACTERS = 20_000;

interface Input {
  /** A path or URI; the active editor's document without. */
  readonly path?: string;
}

/** Tools for an assistant inside the editor: what can be known of a text, and fix-all, which the user confirms. */
export const assistant: Feature = (services) => {
  const { context } = services;
  const document = ({ path }: Input) => documentAt(path, services);
  const json = (asked: Asked, answer: object) =>
    new vscode.LanguageModelToolResult([
      new vscode.LanguageModelTextPart(JSON.stringify({ file: asked.name, ...answer })),
    ]);

  const registerReader = (
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

  /** What the user was shown and asked about, of which version: that is made, and nothing else. */
  const confirmed = new WeakMap<
    vscode.TextDocument,
    { readonly version: number; readonly fixAll: Edits }
  >();
  context.subscriptions.push(
    registerReader(
      'workSummary_check',
      (file) => vscode.l10n.t('Checking {0}', file),
      ({ findings }) => ({
        findings: findings
          .slice(0, MAX_FINDINGS)
          .map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes.map(({ title }) => title) })),
        total: findings.length,
      }),
    ),
    registerReader(
      'workSummary_outline',
      (file) => vscode.l10n.t('Reading the outline of {0}', file),
      ({ outline }) => outline,
    ),
    registerReader(
      'workSummary_placeholders',
      (file) => vscode.l10n.t('Looking in {0} for what is to be filled in', file),
      ({ placeholders }) => ({ placeholders, total: placeholders.length }),
    ),
    vscode.lm.registerTool<Input>('workSummary_fix', {
      prepareInvocation: async ({ input }) => {
        const asked = await document(input);
        const target = await openToChange(asked);
        confirmed.delete(target);
        const { version } = target;
        const { fixAll } = await reportOn({ ...asked, text: target.getText() }, services);
        const asking = confirmation(asked, target, fixAll);
        if (target.version === version) confirmed.set(target, { version, fixAll });
        return asking;
      },
      invoke: async ({ input }) => {
        const asked = await document(input);
        const target = await openToChange(asked);
        const agreed = confirmed.get(target);
        confirmed.delete(target);
        if (agreed?.version === target.version && agreed.fixAll.length === 0) {
          return json(asked, { fixed: 0 });
        }
        const { version, fixAll } = agreed ?? { version: -1, fixAll: [] };
        const changes = changesOf(target, fixAll);
        const change = async () => {
          await vscode.window.showTextDocument(target, { preview: false, preserveFocus: true });
          return changeText(target, version, fixAll);
        };
        const made = target.version === version ? await change() : 'outdated';
        if (made === 'readOnly') throw new Error(readOnlyMessage());
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
  const params = { uri: uri.toString(), markdown, text };
  return services.client.sendRequest(REPORT, params);
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
  return edits.map(({ range, newText }) => ({
    line: range.start.line + 1,
    column: range.start.character + 1,
    before: document.getText(toRange(range)),
    after: newText,
  }));
}

/**
 * Nothing is asked when there is nothing to change. What is shown is all of it: configurations bring
 * wording of their own, and a folder may come from anybody.
 * @throws Error when that is too much to look through.
 */
function confirmation(
  asked: Asked,
  document: vscode.TextDocument,
  edits: Edits,
): vscode.PreparedToolInvocation {
  const invocationMessage = vscode.l10n.t('Fixing {0}', asked.name);
  if (edits.length === 0) return { invocationMessage };
  const lines = changesOf(document, edits).map(({ line, before, after }) =>
    describe(line, revealHidden(before), revealHidden(after)),
  );
  const characters = lines.reduce((sum, { length }) => sum + length, 0);
  if (lines.length > MAX_CHANGES || characters > MAX_CHARACTERS) {
    throw new Error(
      vscode.l10n.t(
        '{0} has {1} places to fix, too many to show before they are agreed to. Fix them in the editor, with “Fix All…”.',
        asked.name,
        lines.length,
      ),
    );
  }
  const message = new vscode.MarkdownString();
  message.appendText(
    vscode.l10n.t('Only fixes that keep the meaning are made; one undo takes them all back.'),
  );
  for (const line of lines) {
    message.appendMarkdown('\n\n');
    message.appendText(line);
  }
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
