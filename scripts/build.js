/**
 * Makes the product: `npm run build`. dist/ gets the compiled gateway, the static files of the pages under
 * dist/graphiql and dist/status, and a stamp of what it was made from, by which `npm start` and `npm test` see whether it is current.
 */
import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { readArguments } from './lib/arguments.js';
import { dist, root } from './lib/paths.js';
import { run } from './lib/run.js';
import { inputsHash, writeStamp } from './lib/stamp.js';

readArguments(`Usage: npm run build

Makes dist/: the compiled gateway, the GraphiQL page, and the status page. It takes no options.`);

const require = createRequire(import.meta.url);

// Taken first: a file that changes while we build makes this build stale, not current.
const hash = await inputsHash();

await rm(dist, { recursive: true, force: true });
const [compiled] = await Promise.all([
  run(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json']),
  ...['graphiql', 'status'].map((page) =>
    build({ configFile: join(root, 'ui', page, 'vite.config.ts'), logLevel: 'warn' }),
  ),
]);
if (compiled !== 0) process.exit(compiled);

// The package's program, and the same with a command, as README and deployments start it.
const program = './src/bin/gongGraphql.js';
await writeFile(join(dist, 'gong-graphql.js'), `#!/usr/bin/env node\nimport '${program}';\n`, {
  mode: 0o755,
});
const { commands } = await import(pathToFileURL(join(dist, 'src', 'bin', 'commands.js')).href);
const names = Object.keys(commands).map((name) => [name, name]);
await Promise.all(
  [['index', 'serve'], ...names].map(([file, name]) =>
    writeFile(
      join(dist, `${file}.js`),
      `process.argv.splice(2, 0, '${name}');\nawait import('${program}');\n`,
    ),
  ),
);

await writeStamp(hash);
console.log('Built dist/ (gateway), dist/graphiql/ (GraphiQL), and dist/status/ (status page).');
