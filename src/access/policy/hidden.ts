/** Replaces masked text. */
export const HIDDEN = '•••';
