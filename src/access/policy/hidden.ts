/** Stands in place of what is masked. */
export const HIDDEN = '•••';
