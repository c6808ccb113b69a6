/** A value, or the promise of one. Promises for thousands of known values would take time. */
export type Awaitable<T> = T | Promise<T>;

/** Converts a value: at once when it is known, otherwise when its promise is fulfilled. */
export function andThen<T, U>(value: Awaitable<T>, next: (value: T) => Awaitable<U>): Awaitable<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** Returns all values of a list, at once when all are known. */
export function allOf<T>(values: readonly Awaitable<T>[]): Awaitable<readonly T[]> {
  return values.some((value) => value instanceof Promise)
    ? Promise.all(values)
    : (values as readonly T[]);
}
