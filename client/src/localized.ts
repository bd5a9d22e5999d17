import vscode = require('vscode');

import type { Localized } from '../../server/src/core/base/localized.js';

/** A sentence of the server's or the engine's in the writer's language. */
export const localized = ({ zh, en }: Localized) =>
  vscode.env.language.startsWith('zh') ? zh : en;
