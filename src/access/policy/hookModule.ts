import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CallHook } from './hook.js';

/** The result of loading an operator's module. */
export type LoadedHook = { readonly hook: CallHook } | { readonly problem: string };

/**
 * Loads an operator's policy module: an ES module whose default export judges calls, and whose export `needs` lists
 * what it needs of them. Its export `gone` judges who may learn that a call is gone.
 *
 * @param path absolute, or relative to the working directory.
 */
export async function loadHook(path: string): Promise<LoadedHook> {
  let loaded: { readonly default?: unknown; readonly needs?: unknown; readonly gone?: unknown };
  try {
    loaded = (await import(pathToFileURL(resolve(path)).href)) as typeof loaded;
  } catch (error) {
    return { problem: `cannot be loaded: ${error instanceof Error ? error.message : 'it failed'}` };
  }
  const { default: judge, needs = [], gone } = loaded;
  if (typeof judge !== 'function') {
    return { problem: 'must export a function (viewer, call) as its default' };
  }
  if (!Array.isArray(needs) || needs.some((each) => each !== 'parties')) {
    return { problem: "may export only ['parties'] as its needs" };
  }
  if (gone !== undefined && typeof gone !== 'function') {
    return { problem: 'must export a function (viewer, call) as "gone", or nothing' };
  }
  return {
    hook: {
      judge: judge as CallHook['judge'],
      needsParties: needs.length > 0,
      ...(gone === undefined ? {} : { judgeGone: gone as NonNullable<CallHook['judgeGone']> }),
    },
  };
}
