import type { Storage } from '@graphiql/toolkit';

/**
 * Begins the names of what this page stores. On a developer's machine, another GraphiQL has often run at the same
 * origin, and its tabs would appear here in place of the starters.
 */
const PREFIX = 'gong-graphql-gateway:';

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
    kept?.setItem(PREFIX + key, value);
  },
  removeItem: (key) => kept?.removeItem(PREFIX + key),
  clear: () => {
    for (const key of ownKeys()) kept?.removeItem(key);
  },
  get length() {
    return ownKeys().length;
  },
};
