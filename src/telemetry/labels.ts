/** In place of what is not for a label. */
export const OTHER = 'other';

/** Most names of operations that are told apart: each one is a time series, or dozens. */
export const MAX_NAMES = 200;

/** Nobody writes longer ones by hand. */
const MAX_NAME_LENGTH = 64;

/** So many digits in a row are an id or a time that a program wrote into the name. */
const GENERATED = /\d{5}/;

/**
 * Names of GraphQL operations, as labels. Clients choose them: there may be any number, and anything that a
 * name can hold.
 */
export class OperationLabels {
  private readonly known = new Set<string>();

  /** The name itself, or `other` where it looks generated or there are too many already. */
  of(name: string): string {
    if (this.known.has(name)) return name;
    const isPlain = name.length <= MAX_NAME_LENGTH && !GENERATED.test(name);
    if (!isPlain || this.known.size >= MAX_NAMES) return OTHER;
    this.known.add(name);
    return name;
  }
}

/** The name of a gateway's client, unless it is somebody's e-mail address. */
export function clientLabel(client: string): string {
  return client.includes('@') ? OTHER : client;
}
