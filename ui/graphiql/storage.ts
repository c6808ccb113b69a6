import type { Storage } from '@graphiql/toolkit';

/**
 * GraphiQL keeps tabs, history and theme in the browser's storage under names of its own. Another GraphiQL that
 * once ran on the same address (a developer's machine: nearly always) would show its tabs here in place of the
 * starters, so ours have a name of their own.
 */
const PREFIX = 'gong-graphql-gateway:';

/** Null where the browser keeps nothing for this page (private windows, blocked storage). */
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
