/**
 * Gives an object a member that is computed when first read and is an ordinary one from then on; it
 * can be assigned before that too, and a copy by spreading reads it.
 */
export const lazily = <T extends object, K extends keyof T>(
  target: T,
  name: K,
  compute: () => T[K],
): void => {
  const settle = (value: T[K]): void => {
    Object.defineProperty(target, name, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  };
  Object.defineProperty(target, name, {
    get: () => {
      const value = compute();
      settle(value);
      return value;
    },
    set: settle,
    enumerable: true,
    configurable: true,
  });
};

/** Whether a member still waits for its first reading. */
export const isPending = (target: object, name: string): boolean =>
  Object.getOwnPropertyDescriptor(target, name)?.get !== undefined;
