/** The language model of the repository's own data, read once for all tests of a process. */

import { languageData } from '../../server/scripts/language/data.js';
import { LanguageModel } from '../../server/src/core/language/model.js';

let model: LanguageModel | undefined;

export function languageModel(): LanguageModel {
  model ??= LanguageModel.of(languageData());
  return model;
}
