/**
 * Returns variables of the same shape in which every ID is different. They are equal for variables that differ only
 * in their IDs, which cost about the same. Other values, such as times and cursors, stay unchanged.
 */
export function withDistinctIds(variables: object): Readonly<Record<string, unknown>> {
  let ids = 0;
  return JSON.parse(JSON.stringify(variables), (_, value: unknown) =>
    typeof value === 'string' && /^\d{1,20}$/.test(value) ? String((ids += 1)) : value,
  ) as Readonly<Record<string, unknown>>;
}
