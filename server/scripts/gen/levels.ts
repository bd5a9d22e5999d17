import type { Severity } from '../../src/core/base/severity.js';

/** The levels as writers know them. */
export const LEVELS: Record<Severity, string> = {
  error: '必错',
  warning: '疑似',
  information: '提示',
  hint: '提示',
};
