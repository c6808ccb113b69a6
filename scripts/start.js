/** Builds the product where that is needed, then serves it: `npm start`. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readArguments } from './lib/arguments.js';
import { endWithParent } from './lib/orphan.js';
import { dist, root } from './lib/paths.js';
import { run } from './lib/run.js';
import { staleness } from './lib/stamp.js';

readArguments(`Usage: npm start

Builds the gateway when something changed, then serves. It takes no options.
Its settings are variables: see docs/reference/configuration.md. Without any, it serves invented data from a sandbox.`);

// Only where npm stands in between: started directly, we may well outlive the shell, on purpose.
const wasTold = process.env.npm_lifecycle_event === undefined ? () => false : endWithParent();

const reason = await staleness();
if (reason !== null) {
  console.log(`Building the gateway first: ${reason}.`);
  const code = await run(process.execPath, [join(root, 'scripts', 'build.js')]);
  if (code !== 0) process.exit(code);
}

// In this same process: signals reach the gateway itself, and its exit code is ours. The arguments are
// set as if it had been started directly.
const entry = join(dist, 'index.js');
process.argv[1] = entry;
await import(pathToFileURL(entry).href);
// Told to stop while it was still starting: now there is somebody to hear it.
if (wasTold()) process.kill(process.pid, 'SIGTERM');
