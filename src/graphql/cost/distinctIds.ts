/**
 * Returns variables of the same form, equal for all that differ by their IDs alone: every ID is another one. They cost
 * about as much. What isn't an ID, such as a time or a cursor, stays as it is.
 */
export function withDistinctIds(
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  let ids = 0;
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string') return ID.test(value) ? String((ids += 1)) : value;
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, replace(member)]),
    );
  };
  return replace(variables) as Readonly<Record<string, unknown>>;
}

const ID = /^\d{1,20}$/;
