import vscode = require('vscode');

import { localize } from '../../server/src/core/base/localize.js';
import type { Localized } from '../../server/src/core/base/localized.js';

/** A sentence of the server's or the engine's in the writer's language. */
export const localized = (text: Localized) => localize(text, vscode.env.language);
