// Written by `npm run gen` from the files in languages/. Do not edit.
import type { Language } from './localized.js';

export const LANGUAGES: readonly Language[] = [];
