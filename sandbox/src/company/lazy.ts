/** What computes the members of an object that are still pending, by name. */
const computations = new WeakMap<object, Map<string, () => unknown>>();
/** One accessor for each name: objects with accessors of their own would each need a hidden class of their own. */
const accessors = new Map<string, PropertyDescriptor>();

/**
 * Gives an object a member that is computed when first read and is an ordinary one from then on; it
 * can be assigned before that too, and a copy by spreading reads it.
 */
export const lazily = <T extends object, K extends keyof T & string>(
  target: T,
  name: K,
  compute: () => T[K],
): void => {
  const known = computations.get(target);
  if (known === undefined) computations.set(target, new Map([[name, compute]]));
  else known.set(name, compute);
  Object.defineProperty(target, name, accessorOf(name));
};

const accessorOf = (name: string): PropertyDescriptor => {
  const known = accessors.get(name);
  if (known !== undefined) return known;
  const accessor: PropertyDescriptor = {
    get(this: object) {
      const value = computations.get(this)?.get(name)?.();
      settle(this, name, value);
      return value;
    },
    set(this: object, value: unknown) {
      settle(this, name, value);
    },
    enumerable: true,
    configurable: true,
  };
  accessors.set(name, accessor);
  return accessor;
};

const settle = (target: object, name: string, value: unknown): void => {
  computations.get(target)?.delete(name);
  Object.defineProperty(target, name, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
};

/** Whether a member still waits for its first reading. */
export const isPending = (target: object, name: string): boolean =>
  Object.getOwnPropertyDescriptor(target, name)?.get !== undefined;
