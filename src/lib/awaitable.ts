/** A value that is there already, or the promise of one. A promise for each of thousands of values takes time. */
export type Awaitable<T> = T | Promise<T>;

/** Makes something of a value: at once when it is there, otherwise when its promise is fulfilled. */
export function andThen<T, U>(value: Awaitable<T>, next: (value: T) => Awaitable<U>): Awaitable<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** All values of a list, at once when all are there. */
export function allOf<T>(values: readonly Awaitable<T>[]): Awaitable<readonly T[]> {
  return values.some((value) => value instanceof Promise)
    ? Promise.all(values)
    : (values as readonly T[]);
}
