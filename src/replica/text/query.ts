/** One condition of a text query: a word, a phrase, or a prefix. */
export interface TextTerm {
  /** Folded tokens that must follow each other; one for a single word. */
  readonly tokens: readonly string[];
  /** Whether the last token is only the beginning of a word. */
  readonly isPrefix: boolean;
}

/** What is searched for in text. At least one term must be found, so `all` is not empty. */
export interface TextQuery {
  readonly all: readonly TextTerm[];
  readonly none: readonly TextTerm[];
}
