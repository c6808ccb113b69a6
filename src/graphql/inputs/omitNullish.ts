/** Returns the members that are neither null nor undefined, because Gong treats null as a value. */
export function omitNullish<T extends object>(
  members: T,
): { [Name in keyof T]?: NonNullable<T[Name]> } {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null && value !== undefined),
  ) as { [Name in keyof T]?: NonNullable<T[Name]> };
}
