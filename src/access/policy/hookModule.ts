import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CallHook } from './hook.js';

/** What an operator's module was found to be. */
export type LoadedHook = { readonly hook: CallHook } | { readonly problem: string };

/**
 * Reads an operator's policy: an ES module whose default export judges calls, with what it needs of them beside it.
 *
 * @param path from where the process was started, or absolute.
 */
export async function loadHook(path: string): Promise<LoadedHook> {
  let loaded: { readonly default?: unknown; readonly needs?: unknown };
  try {
    loaded = (await import(pathToFileURL(resolve(path)).href)) as typeof loaded;
  } catch (error) {
    return { problem: `cannot be loaded: ${error instanceof Error ? error.message : 'it failed'}` };
  }
  const { default: judge, needs = [] } = loaded;
  if (typeof judge !== 'function') {
    return { problem: 'must export a function (viewer, call) as its default' };
  }
  if (!Array.isArray(needs) || needs.some((each) => each !== 'parties')) {
    return { problem: "may export only ['parties'] as its needs" };
  }
  return {
    hook: { judge: judge as CallHook['judge'], needsParties: needs.length > 0 },
  };
}
