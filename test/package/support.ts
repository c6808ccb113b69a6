import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export const root = fileURLToPath(new URL('../../', import.meta.url));

export const NAME = 'gong-graphql-gateway';

/** Of our own environment only what every shell has. */
export const shell = { PATH: process.env['PATH'], HOME: process.env['HOME'], NO_COLOR: '1' };

/** Packs the product as it is built, into an empty folder. Returns the folder and the file. */
export async function pack(): Promise<{ readonly folder: string; readonly file: string }> {
  if (!existsSync(join(root, 'dist', 'gong-graphql.js'))) {
    throw new Error('dist/gong-graphql.js is missing: run `npm run build`.');
  }
  const folder = await mkdtemp(join(tmpdir(), 'gateway-package-'));
  const options = ['--ignore-scripts', '--json', '--pack-destination', folder];
  const { stdout } = await execute('npm', ['pack', ...options], { cwd: root, env: shell });
  const [packed] = JSON.parse(stdout) as [{ readonly filename: string }];
  return { folder, file: join(folder, packed.filename) };
}

/** Packs the product and unpacks it where npm would install it, beside links to the packages that it needs. */
export async function packAndLink(): Promise<string> {
  const { folder, file } = await pack();
  const modules = join(folder, 'node_modules');
  await mkdir(modules);
  await execute('tar', ['-xzf', file, '-C', modules]);
  await rename(join(modules, 'package'), join(modules, NAME));
  const { dependencies, peerDependencies } = JSON.parse(
    await readFile(join(modules, NAME, 'package.json'), 'utf8'),
  ) as Record<'dependencies' | 'peerDependencies', Readonly<Record<string, string>>>;
  for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(root, 'node_modules', name), join(modules, name));
  }
  return folder;
}

/** Runs Node in a folder to its end. */
export async function node(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  return execute(process.execPath, args, { cwd: folder, env: { ...shell, ...environment } });
}
