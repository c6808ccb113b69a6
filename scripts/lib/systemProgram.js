import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
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

/**
 * A program that tests need and npm doesn't bring.
 *
 * @param title what it is called in sentences.
 * @param names of its file, the likeliest first.
 * @param variable of the environment that says where it is; decides where it is set.
 * @param packages Debian packages to install; the first is the program's own.
 * @param otherFolders where it may be beside the folders of the path.
 * @param unpackIn folder in which the first package is unpacked, because its installation would start a service.
 */
export function systemProgram({
  title,
  names,
  variable,
  packages,
  otherFolders = () => [],
  unpackIn,
}) {
  /** Its path on this machine, or null. */
  function find(env = process.env) {
    const named = env[variable];
    if (named) return isExecutable(named) ? named : null;
    const folders = [
      ...(env.PATH ?? '').split(delimiter),
      '/usr/bin',
      '/usr/local/bin',
      ...otherFolders(),
    ];
    for (const name of names) {
      for (const folder of folders) {
        const file = join(folder, name);
        if (folder !== '' && isExecutable(file)) return file;
      }
    }
    return null;
  }

  /**
   * Its path, installed from the system's packages where it is missing and we may. Tests are never skipped, so
   * without it this throws, naming the package.
   */
  async function ensure() {
    const found = find();
    if (found !== null) return found;
    if (process.env[variable]) {
      throw new Error(`${variable} (${process.env[variable]}) is no program that can be run.`);
    }
    const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
    if (process.getuid?.() !== 0 || !hasApt) {
      throw new Error(
        `The tests need ${title}. Install the package \`${packages[0]}\` (Debian: apt-get install ` +
          `${packages[0]}), or set ${variable} to where it is.`,
      );
    }
    console.log(`${title} is missing: installing ${packages.join(' and ')}.`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const failed =
      (await run('apt-get', ['update', '-qq'], { env })) ||
      (unpackIn === undefined
        ? await install(packages, env)
        : await unpack(packages[0], unpackIn, env));
    const installed = find();
    if (failed || installed === null) {
      throw new Error(`The package \`${packages[0]}\` could not be installed with apt-get.`);
    }
    return installed;
  }

  return { find, ensure };
}

function install(packages, env) {
  const options = ['install', '-y', '-qq', '--no-install-recommends'];
  return run('apt-get', [...options, ...packages], { env });
}

function unpack(name, folder, env) {
  mkdirSync(folder, { recursive: true });
  const script = `cd "$1" && apt-get download -qq ${name} && dpkg-deb -x ${name}_*.deb . && rm ${name}_*.deb`;
  return run('sh', ['-c', script, 'sh', folder], { env });
}
