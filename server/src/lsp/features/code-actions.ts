import { newConfigurationUri } from '../../config/configuration-store.js';
import { localize } from '../../core/index.js';
import { RULE_FIXES } from '../../protocol/index.js';
import { type ActionContext, type ActionData, editOf } from '../action-edits.js';
import { codeActions as actionsOf } from '../actions.js';
import { toRuleFixes } from '../convert.js';
import { fixedTogether, titleOf } from '../findings.js';
import type { Feature } from '../session.js';

/** Fixes of findings, lasting decisions about them, fix-all, renumbering. */
export const codeActions: Feature = {
  register(session) {
    const { connection, messages, client, configurations, documents, answer } = session;
    const { LSPErrorCodes, ResponseError } = session.library;

    const contextOf = (uri: string): ActionContext => {
      const file = configurations.fileOf(uri);
      const target = file?.uri ?? newConfigurationUri(uri, client.workspaceFolders);
      const canConfigure =
        target !== null && client.versionedEdits && (file !== null || client.createsFiles);
      return {
        ...client,
        configuration: canConfigure ? { uri: target, file } : null,
        config: configurations.get(uri),
        isFinalCheckOn: documents.isFinalCheckOn(uri),
      };
    };

    connection.onCodeAction(async (params) => {
      const { uri } = params.textDocument;
      await configurations.ready(uri);
      return answer(uri, [], (analysis) => actionsOf(analysis, params, contextOf(uri)));
    });

    connection.onCodeActionResolve(async (action) => {
      const data: ActionData | null = action.data ?? null;
      if (data === null) return action;
      const { uri, version, choice } = data;
      await configurations.ready(uri);
      const edit = answer(uri, null, (analysis) =>
        // The offsets and findings of the choice are those of that version.
        analysis.version === version ? editOf(analysis, choice, contextOf(uri)) : null,
      );
      if (edit === null) return action;
      if ('refusal' in edit) {
        throw new ResponseError(LSPErrorCodes.RequestFailed, localize(edit.refusal, client.locale));
      }
      return { ...action, edit };
    });

    messages.onRequest(RULE_FIXES, ({ textDocument: { uri, version }, rule, severity }) =>
      answer(uri, null, (analysis) => {
        if (analysis.version !== version) return null;
        const fixed = fixedTogether(analysis, rule, severity);
        return toRuleFixes(analysis.summary, titleOf(rule), fixed, client.locale);
      }),
    );
  },
};
