import { join } from 'node:path';
import { root } from './paths.js';
import { run } from './run.js';
import { staleness } from './stamp.js';

/** Builds dist/ unless it is current, because an old build must not pass for the new one. */
export async function buildIfStale() {
  const reason = await staleness();
  if (reason === null) return;
  console.log(`Building the gateway first: ${reason}.`);
  const code = await run(process.execPath, [join(root, 'scripts', 'build.js')]);
  if (code !== 0)
    throw new Error('The build failed, so the tests of the built product cannot run.');
}
