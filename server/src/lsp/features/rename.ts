import { fillEdits, fillTargets, localize, placeholderAt } from '../../core/index.js';
import { toOffset, toRange, toWorkspaceEdit } from '../convert.js';
import type { Feature } from '../session.js';
import { problemsOf } from './fill-placeholder.js';

/** What a name may consist of while linked places are typed into: no blank, no mark. */
const NAME = '[^\\s，。；：、！？（）“”《》]*';

/** F2 on a placeholder that stands for a name gives all of its group that name; linked editing types it. */
export const rename: Feature = {
  register(session) {
    const { connection, answer } = session;
    const { LSPErrorCodes, ResponseError } = session.library;

    connection.onPrepareRename(({ textDocument: { uri }, position }) =>
      answer(uri, null, ({ summary: { lines }, placeholders }) => {
        const found = placeholderAt(placeholders, toOffset(lines, position));
        return found === undefined || found.group === null
          ? null
          : { range: toRange(lines, found.span), placeholder: found.text };
      }),
    );

    connection.onRenameRequest(({ textDocument: { uri }, position, newName }) => {
      const { versionedEdits: versioned, locale } = session.client;
      const result = answer(uri, null, (analysis) => {
        const { summary, version, placeholders } = analysis;
        const found = placeholderAt(placeholders, toOffset(summary.lines, position));
        if (found === undefined || found.group === null) return null;
        const targets = fillTargets(placeholders, found, 'group');
        // F2 asks nothing, so that a value that would double the word after it is turned down too.
        const problem = targets
          .flatMap((target) => problemsOf(analysis, target, newName))
          .find(({ level, code }) => level === 'error' || code === 'repeated-unit');
        if (problem !== undefined) return localize(problem.message, locale);
        const edits = fillEdits(summary.text, targets, newName.trim(), false);
        return toWorkspaceEdit({ uri, version, lines: summary.lines, versioned }, edits);
      });
      if (typeof result === 'string') {
        throw new ResponseError(LSPErrorCodes.RequestFailed, result);
      }
      return result;
    });

    connection.languages.onLinkedEditingRange(({ textDocument: { uri }, position }) =>
      answer(uri, null, ({ summary: { lines }, placeholders }) => {
        const found = placeholderAt(placeholders, toOffset(lines, position));
        if (found === undefined) return null;
        const targets = fillTargets(placeholders, found, 'group');
        // The ranges have to be equally long and hold the same text.
        const alike = targets.filter(({ text }) => text === found.text);
        return alike.length < 2
          ? null
          : { ranges: alike.map(({ span }) => toRange(lines, span)), wordPattern: NAME };
      }),
    );
  },
};
