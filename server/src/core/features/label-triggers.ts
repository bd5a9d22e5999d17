/** Characters that begin or end a label, whose typing asks for completion. Digits are no letters of an input method. */
export const LABEL_TRIGGERS: readonly string[] = ['（', '(', '；', ...'123456789'];
