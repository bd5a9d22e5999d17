import { hoverAt, RULES } from '../../core/index.js';
import { toHover, toOffset } from '../convert.js';
import type { Feature } from '../session.js';

/** What a finding, a set term or an abbreviation is about. */
export const hover: Feature = {
  register(session) {
    const { connection, configurations, answer } = session;
    connection.onHover(async ({ textDocument: { uri }, position }) => {
      await configurations.ready(uri);
      return answer(uri, null, ({ summary, findings }) => {
        const offset = toOffset(summary.lines, position);
        const info = hoverAt(summary, findings, offset, RULES, configurations.get(uri));
        return info === null ? null : toHover(summary.lines, info, session.client.locale);
      });
    });
  },
};
