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

/** Whether the page is about to be loaded again, with the starter queries. */
let isReloading = false;

export const storage: Storage = {
  getItem: (key) => kept?.getItem(PREFIX + key) ?? null,
  setItem: (key, value) => {
    if (!isReloading) kept?.setItem(PREFIX + key, value);
  },
  removeItem: (key) => kept?.removeItem(PREFIX + key),
  clear: () => {
    for (const key of ownKeys()) kept?.removeItem(key);
  },
  get length() {
    return ownKeys().length;
  },
};

/**
 * Forgets the tabs and the contents of the editors, for the page to be loaded again; history and theme stay. GraphiQL writes
 * its tabs down a moment after they change: such a write would bring them back, so nothing is written from here on.
 */
export function forgetTabs(): void {
  isReloading = true;
  for (const name of ['tabState', 'query', 'variables', 'headers']) {
    storage.removeItem(`graphiql:${name}`);
  }
}
