/**
 * Makes the product: `npm run build`. dist/ gets the compiled gateway, GraphiQL's static files under
 * dist/graphiql, and a stamp of what it was made from, by which `npm start` and `npm test` see whether it is current.
 */
import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { readArguments } from './lib/arguments.js';
import { dist, root } from './lib/paths.js';
import { run } from './lib/run.js';
import { inputsHash, writeStamp } from './lib/stamp.js';

readArguments(`Usage: npm run build

Makes dist/: the compiled gateway and the GraphiQL page. It takes no options.`);

const require = createRequire(import.meta.url);

// Taken first: a file that changes while we build makes this build stale, not current.
const hash = await inputsHash();

await rm(dist, { recursive: true, force: true });
const [compiled] = await Promise.all([
  run(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json']),
  build({ configFile: join(root, 'ui', 'graphiql', 'vite.config.ts'), logLevel: 'warn' }),
]);
if (compiled !== 0) process.exit(compiled);

// The programs by short names, as README and deployments start them.
const programs = {
  index: 'server',
  doctor: 'doctor',
  scopes: 'scopes',
  purge: 'purge',
  export: 'export',
  sync: 'sync',
};
await Promise.all(
  Object.entries(programs).map(([name, program]) =>
    writeFile(join(dist, `${name}.js`), `import './src/bin/${program}.js';\n`),
  ),
);

await writeStamp(hash);
console.log('Built dist/ (gateway) and dist/graphiql/ (GraphiQL).');
