/**
 * Runs one of the product's programs, built first where that is needed: `node scripts/run.js scopes`. Where there is
 * nothing to build from, as in an image, what is built serves as it is.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist, root } from './lib/paths.js';
import { run } from './lib/run.js';
import { staleness } from './lib/stamp.js';

const [name] = process.argv.splice(2, 1);
const entry = join(dist, `${name}.js`);

if (canBuild()) {
  const reason = await staleness();
  if (reason !== null) {
    // What the program itself prints may be for machines.
    console.error(`Building the gateway first: ${reason}.`);
    const code = await run(process.execPath, [join(root, 'scripts', 'build.js')], {
      output: 'stderr',
    });
    if (code !== 0) process.exit(code);
  }
}
process.argv[1] = entry;
await import(pathToFileURL(entry).href);

function canBuild() {
  if (!existsSync(join(root, 'src'))) return false;
  try {
    createRequire(import.meta.url).resolve('typescript/bin/tsc');
    return true;
  } catch {
    return false;
  }
}
