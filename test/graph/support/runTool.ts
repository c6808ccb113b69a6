import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

const require = createRequire(import.meta.url);
const execute = promisify(execFile);

/**
 * Runs a program of a package in a folder, as `npx` does, and gives what it printed. What it printed is the error, too,
 * where it fails.
 *
 * @param program file within its package, such as `vite/bin/vite.js`.
 */
export async function runTool(
  directory: string,
  program: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
) {
  const slash = program.indexOf('/', program.startsWith('@') ? program.indexOf('/') + 1 : 0);
  // Not every package exports its program.
  const manifest = require.resolve(`${program.slice(0, slash)}/package.json`);
  const file = manifest.replace(/package\.json$/, program.slice(slash + 1));
  // Of our own environment only the path: Jest's options are not for them.
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment };
  try {
    const { stdout, stderr } = await execute(process.execPath, [file, ...args], {
      cwd: directory,
      env,
    });
    return stdout + stderr;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} failed:\n${stdout}${stderr}`, { cause: error });
  }
}
