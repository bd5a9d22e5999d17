/** error = 必错, warning = 疑似, information and hint = 提示. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';
