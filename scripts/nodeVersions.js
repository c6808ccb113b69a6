/**
 * Runs the built gateway and the tests over HTTP with other major versions of Node: `node scripts/nodeVersions.js`. npm
 * brings these versions for the time of the run; the package depends on none. A version that no registry offers is
 * reported as not checked.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { delimiter, dirname } from 'node:path';
import { readArguments } from './lib/arguments.js';
import { buildIfStale } from './lib/buildIfStale.js';
import { root } from './lib/paths.js';
import { run } from './lib/run.js';

readArguments(`Usage: node scripts/nodeVersions.js

Runs the built gateway and the tests over HTTP with Node 22 and 24. It takes no options.`);

const VERSIONS = [22, 24];
/** The built gateway, installed as a package, and everything over HTTP. */
const SUITES = ['test/package/', 'test/http/'];

/** Returns the path of a version of Node from npm, or null when npm cannot bring it. */
function findNode(version) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}@${version}`;
  const ask = ['exec', '--yes', `--package=${name}`, '--', 'node', '-p', 'process.execPath'];
  const { status, stdout, stderr } = spawnSync('npm', ask, { cwd: root, encoding: 'utf8' });
  if (status === 0) return stdout.trim();
  console.log(`NOT CHECKED with Node ${version}: npm could not bring ${name}.\n${stderr.trim()}`);
  return null;
}

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
await buildIfStale();
for (const version of VERSIONS) {
  const node = findNode(version);
  if (node === null) continue;
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  console.log(`Node ${stdout.trim()}: ${SUITES.join(', ')}`);
  const code = await run(node, [jest, ...SUITES], {
    env: {
      ...process.env,
      PATH: [dirname(node), process.env.PATH].join(delimiter),
      NODE_OPTIONS: '--experimental-vm-modules',
    },
  });
  if (code !== 0) {
    console.error(`The tests failed with Node ${version}.`);
    process.exitCode = 1;
  }
}
