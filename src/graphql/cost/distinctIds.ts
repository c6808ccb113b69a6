/**
 * Returns variables of the same form, equal for all that differ by their IDs alone: every ID is another one. They cost
 * about as much. What isn't an ID, such as a time or a cursor, stays as it is.
 */
export function withDistinctIds(variables: object): Readonly<Record<string, unknown>> {
  let ids = 0;
  return JSON.parse(JSON.stringify(variables), (_, value: unknown) =>
    typeof value === 'string' && /^\d{1,20}$/.test(value) ? String((ids += 1)) : value,
  ) as Readonly<Record<string, unknown>>;
}
