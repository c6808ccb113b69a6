import type { Storage } from '@graphiql/toolkit';

/**
 * Begins the names of what this page stores. On a developer's machine, another GraphiQL has often run at the same
 * origin, and its tabs would appear here in place of the starters.
 */
const PREFIX = 'gong-graphql-gateway:';

/** What GraphiQL's history stores. Unlike tabs, its items have headers also when headers must not be stored. */
const HISTORY: ReadonlySet<string> = new Set(['graphiql:queries', 'graphiql:favorites']);

/** Headers contain credentials. */
function withoutHeaders(json: string): string {
  return JSON.stringify(JSON.parse(json), (name, value: unknown) =>
    name === 'headers' ? undefined : value,
  );
}

/** Returns null when the browser stores nothing for this page, as in some private windows. */
function browserStorage(): globalThis.Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const kept = browserStorage();

function ownKeys(): string[] {
  return kept === null ? [] : Object.keys(kept).filter((key) => key.startsWith(PREFIX));
}

export const storage: Storage = {
  getItem: (key) => kept?.getItem(PREFIX + key) ?? null,
  setItem: (key, value) => {
    kept?.setItem(PREFIX + key, HISTORY.has(key) ? withoutHeaders(value) : value);
  },
  removeItem: (key) => kept?.removeItem(PREFIX + key),
  clear: () => {
    for (const key of ownKeys()) kept?.removeItem(key);
  },
  get length() {
    return ownKeys().length;
  },
};

// The pages of earlier versions stored headers.
for (const key of HISTORY) {
  const stored = storage.getItem(key);
  if (stored === null) continue;
  try {
    storage.setItem(key, stored);
  } catch {
    // It is not JSON, so that GraphiQL could not read it either.
    storage.removeItem(key);
  }
}
