import { RULES } from '../../core/index.js';
import { CAREFUL_CHECK } from '../../protocol/index.js';
import type { Feature } from '../session.js';

const WORD_RULES: ReadonlySet<string> = new Set(
  RULES.filter(({ topic }) => topic === 'words').map(({ id }) => id),
);

/** The careful check, for a finished draft: doubtful words are reported too while it is on. */
export const carefulCheck: Feature = {
  register({ messages, documents, language, answer }) {
    messages.onRequest(CAREFUL_CHECK, async ({ textDocument: { uri }, on }) => {
      const model = await language.load();
      documents.setCarefulCheck(uri, on);
      if (model === null) return null;
      return answer(uri, null, (analysis) => {
        language.readWhole(analysis);
        const found = analysis.findings.filter(({ rule }) => WORD_RULES.has(rule));
        const hints = found.filter(({ severity }) => severity === 'hint');
        return { found: found.length, hints: hints.length };
      });
    });
  },
};
