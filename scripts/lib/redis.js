import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.js';

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Path of a Redis server on this machine, or null. REDIS_SERVER_PATH decides where it is set. */
export function findRedis(env = process.env) {
  if (env.REDIS_SERVER_PATH)
    return isExecutable(env.REDIS_SERVER_PATH) ? env.REDIS_SERVER_PATH : null;
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  for (const folder of folders) {
    const file = join(folder, 'redis-server');
    if (folder !== '' && isExecutable(file)) return file;
  }
  return null;
}

/**
 * Path of a Redis server, installed from the system's packages where there is none and we may. The tests with
 * Redis are never skipped, so without one this throws, naming the package.
 */
export async function ensureRedis() {
  const found = findRedis();
  if (found !== null) return found;
  if (process.env.REDIS_SERVER_PATH) {
    throw new Error(
      `REDIS_SERVER_PATH (${process.env.REDIS_SERVER_PATH}) is no program that can be run.`,
    );
  }
  const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (process.getuid?.() !== 0 || !hasApt) {
    throw new Error(
      'The tests need a Redis server. Install the package `redis-server` (Debian: apt-get install ' +
        'redis-server), or set REDIS_SERVER_PATH to one of version 6.2 or later.',
    );
  }
  console.log('Redis is missing: installing the package redis-server.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const failed =
    (await run('apt-get', ['update', '-qq'], { env })) ||
    (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], {
      env,
    }));
  const installed = findRedis();
  if (failed || installed === null) {
    throw new Error('The package `redis-server` could not be installed with apt-get.');
  }
  return installed;
}
