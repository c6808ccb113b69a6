/** Replaces a name that must not be a label. */
export const OTHER = 'other';

/** Maximum of different operation names. Each one adds a time series, or dozens. */
export const MAX_NAMES = 200;

/** Longer names are generated. */
const MAX_NAME_LENGTH = 64;

/** This many consecutive digits are an ID or a time that a program wrote into the name. */
const GENERATED = /\d{5}/;

/**
 * Converts the names of GraphQL operations to labels. Clients choose them, so their number and content must be
 * limited.
 */
export class OperationLabels {
  private readonly known = new Set<string>();

  /** Returns the name, or `other` when it looks generated or there are too many names. */
  of(name: string): string {
    if (this.known.has(name)) return name;
    if (!isPlainName(name) || this.known.size >= MAX_NAMES) return OTHER;
    this.known.add(name);
    return name;
  }
}

/** Returns whether the name of an operation does not look generated. */
export function isPlainName(name: string): boolean {
  return name.length <= MAX_NAME_LENGTH && !GENERATED.test(name);
}

/** Returns the name of a client, unless it is a person's email. */
export function clientLabel(client: string): string {
  return client.includes('@') ? OTHER : client;
}
