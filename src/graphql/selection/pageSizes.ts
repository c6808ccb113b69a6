/**
 * Number of items of a list without `first`. The SDL contains the same default for missing arguments; an explicit
 * null means the same.
 */
export const DEFAULT_CALLS = 20;
export const DEFAULT_PEOPLE_OR_REVIEWS = 100;
