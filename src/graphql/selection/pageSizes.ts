/**
 * How many items a list gives that is asked without `first`. These defaults stand in the SDL too and hold
 * for absent arguments; an explicit null means the same.
 */
export const DEFAULT_CALLS = 20;
export const DEFAULT_PEOPLE_OR_REVIEWS = 100;
