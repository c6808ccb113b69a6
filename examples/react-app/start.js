/** Starts the gateway of this repository, which serves its sandbox when nothing is configured, and then this page. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));
const children = [];
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);

if (!existsSync(pathOf('../../scripts/start.js'))) {
  console.error('This folder is not in the repository. Start the gateway, then use `npm run dev`.');
  process.exit(1);
}
if (!existsSync(pathOf('node_modules'))) {
  const [code] = await once(
    spawn('npm', ['install'], { cwd: pathOf('.'), stdio: 'inherit' }),
    'exit',
  );
  if (code !== 0) process.exit(code ?? 1);
}
// On a port of its own, for another gateway may run already.
const gateway = start('../../scripts/start.js', { PORT: '0' }, ['ignore', 'pipe', 'inherit']);
const origin = await servedBy(gateway);
start('node_modules/vite/bin/vite.js', { EXAMPLE_GATEWAY_ORIGIN: origin }, 'inherit');

/** Starts a program of Node. When it ends, the other one is of no use. */
function start(program, environment, stdio) {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [pathOf(program)], { cwd: pathOf('.'), env, stdio });
  children.push(child);
  child.once('exit', (code) => {
    process.exitCode ??= code ?? 1;
    stop();
  });
  return child;
}

function stop() {
  for (const child of children) child.kill('SIGTERM');
}

/** Resolves with the gateway's origin as soon as it serves. */
function servedBy(child) {
  let printed = '';
  return new Promise((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      printed += text;
      const origin = /(http:\/\/[\w.:[\]-]+)\/graphiql/.exec(printed)?.[1];
      if (origin === undefined) process.stdout.write(text);
      else resolve(origin);
    });
  });
}
