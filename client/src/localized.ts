import vscode = require('vscode');

import { type Localized, localize } from '#core';

/** A sentence of the server's or the engine's in the writer's language. */
export const localized = (text: Localized) => localize(text, vscode.env.language);
