import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Answer } from './gateway.js';

const execute = promisify(execFile);

/** The examples of the repository, each a folder. */
export const examplesFolder = fileURLToPath(new URL('../../../examples/', import.meta.url));

/** Where the packages of examples are installed already, in the order in which Node finds them from test/graph. */
const installed = ['../node_modules/', '../../../node_modules/'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);

export interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

type Environment = Readonly<Record<string, string>>;

/** A copy of an example outside the repository, with its scripts as a reader runs them. */
export interface Example {
  readonly path: string;
  /** Runs `npm run SCRIPT` to its end. Rejects with what it printed when it fails. */
  run(script: string, environment?: Environment, args?: readonly string[]): Promise<Output>;
  /** Starts `npm run SCRIPT`, and returns the URLs that it printed as soon as it has printed so many. */
  serve(script: string, count: number, environment: Environment): Promise<Served>;
  remove(): Promise<void>;
}
export interface Output {
  readonly stdout: string;
  readonly stderr: string;
}
export interface Served {
  readonly urls: readonly string[];
  stop(): Promise<void>;
}

/** Copies an example out of the repository. It finds only the packages that its own package.json names. */
export async function copyExample(name: string): Promise<Example> {
  const path = await mkdtemp(join(tmpdir(), `example-${name}-`));
  await cp(join(examplesFolder, name), path, {
    recursive: true,
    filter: (file) => basename(file) !== 'node_modules',
  });
  await linkPackages(path);
  const options = (environment: Environment) => ({
    cwd: path,
    // Of our own environment only what every shell has: Jest's options are not for examples.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NO_COLOR: '1', ...environment },
  });
  return {
    path,
    run: async (script, environment = {}, args = []) => {
      try {
        const line = ['run', '--silent', script, '--', ...args];
        return await execute('npm', line, options(environment));
      } catch (error) {
        const { stdout = '', stderr = '' } = error as Partial<Output>;
        throw new Error(`${stdout}${stderr}`, { cause: error });
      }
    },
    serve: async (script, count, environment) => {
      // A group of its own, for npm does not pass signals on to everything that it starts.
      const child = spawn('npm', ['run', '--silent', ...script.split(' ')], {
        ...options(environment),
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const exited = once(child, 'exit');
      let output = '';
      const urls = await new Promise<readonly string[]>((resolve, reject) => {
        const read = (chunk: string): void => {
          output += chunk;
          const found = [...output.matchAll(/http:\/\/[\w.:]+\//g)].map(([url]) => url);
          if (found.length >= count) resolve(found);
        };
        child.stdout.setEncoding('utf8').on('data', read);
        child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
        child.once('exit', () => {
          reject(new Error(`${name}: ${script} ended before it served:\n${output}`));
        });
      });
      return {
        urls,
        stop: async () => {
          process.kill(-(child.pid ?? 0), 'SIGTERM');
          await exited;
        },
      };
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

export async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** Stands in for `npm install`: links each named package, and its programs. */
async function linkPackages(path: string): Promise<void> {
  const { dependencies, devDependencies } = await readManifest(path);
  const programs = join(path, 'node_modules', '.bin');
  await mkdir(programs, { recursive: true });
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    const source = installed.map((folder) => join(folder, name)).find(existsSync);
    if (source === undefined) throw new Error(`${name} is not installed for test/graph.`);
    const target = join(path, 'node_modules', name);
    await mkdir(dirname(target), { recursive: true });
    await symlink(source, target);
    const { bin = {} } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as {
      readonly bin?: string | Readonly<Record<string, string>>;
    };
    const files = typeof bin === 'string' ? { [basename(name)]: bin } : bin;
    for (const [program, file] of Object.entries(files))
      await symlink(join(source, file), join(programs, program));
  }
}

/** Asks a graph that an example serves. */
export async function askGraph<Data>(
  url: string,
  query: string,
  headers: Readonly<Record<string, string>> = {},
  variables = {},
): Promise<Answer<Data>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer<Data>;
}
