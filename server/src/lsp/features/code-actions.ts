import { newConfigurationUri } from '../../config/configuration-store.js';
import { codeActions as actionsOf } from '../actions.js';
import type { Feature } from '../session.js';

/** Fixes of findings, what the writer can say of them for good, fix-all, renumbering. */
export const codeActions: Feature = {
  register(session) {
    const { connection, configurations, documents, answer } = session;
    connection.onCodeAction(async (params) => {
      const { client } = session;
      const { uri } = params.textDocument;
      await configurations.ready(uri);
      const file = configurations.fileOf(uri);
      const target = file?.uri ?? newConfigurationUri(uri, client.workspaceFolders);
      const can =
        target !== null && client.versionedEdits && (file !== null || client.createsFiles);
      const configuration = can ? { uri: target, file } : null;
      return answer(uri, [], (analysis) =>
        actionsOf(analysis, params, {
          ...client,
          configuration,
          config: configurations.get(uri),
          isFinal: documents.isFinal(uri),
        }),
      );
    });
  },
};
