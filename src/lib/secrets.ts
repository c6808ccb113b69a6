/** Fewer characters could be guessed. */
export const MIN_SECRET_LENGTH = 32;

/**
 * Returns the secrets in a text, separated by spaces or line breaks. The first seals; all open. Where a part is too
 * short for a secret, the whole text is one, such as a sentence. A list ends with the whole text, which may have been one
 * secret before lists were possible.
 */
export function secretsIn(text: string): readonly [string, ...string[]] {
  const [first = text, ...others] = text.trim().split(/\s+/);
  const isList = others.length > 0 && [first, ...others].every(isLongEnough);
  return isList ? [first, ...new Set([...others, text])] : [text];
}

function isLongEnough({ length }: string): boolean {
  return length >= MIN_SECRET_LENGTH;
}
