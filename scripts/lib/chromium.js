import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Path of a Chromium on this machine, or null. CHROMIUM_PATH decides where it is set. */
export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) return isExecutable(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null;
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  for (const name of NAMES) {
    for (const folder of folders) {
      const file = join(folder, name);
      if (folder !== '' && isExecutable(file)) return file;
    }
  }
  return null;
}

/**
 * Path of a Chromium, installed from the system's packages where there is none and we may. The browser tests
 * are never skipped, so without one this throws, naming the package.
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  if (process.env.CHROMIUM_PATH) {
    throw new Error(`CHROMIUM_PATH (${process.env.CHROMIUM_PATH}) is no program that can be run.`);
  }
  const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (process.getuid?.() !== 0 || !hasApt) {
    throw new Error(
      'The browser tests need Chromium. Install the package `chromium` (Debian: apt-get install chromium), ' +
        'or set CHROMIUM_PATH to a Chromium or Chrome.',
    );
  }
  console.log('Chromium is missing: installing the packages chromium and fonts-dejavu-core.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const packages = ['chromium', 'fonts-dejavu-core'];
  const failed =
    (await run('apt-get', ['update', '-qq'], { env })) ||
    (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      env,
    }));
  const installed = findChromium();
  if (failed || installed === null) {
    throw new Error('The package `chromium` could not be installed with apt-get.');
  }
  return installed;
}
