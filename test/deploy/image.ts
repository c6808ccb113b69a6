import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, delimiter, dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../docs/support.js';
import { contextFilter, environmentOf, type Instruction, type Stage } from './dockerfile.js';

const execute = promisify(execFile);

/** A stage whose steps have run, in a folder in place of its root file system. */
export interface BuiltStage {
  readonly stage: Stage;
  readonly folder: string;
  /** Where its program starts. */
  readonly workdir: string;
  /** Its variables. Paths are those of the folder. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What the stages of one image share. */
export interface Build {
  readonly folder: string;
  /** The stages so far, by name. */
  readonly built: Map<string, BuiltStage>;
  /** A folder of programs in place of the system's. */
  readonly tools: string;
  readonly isInContext: (path: string) => boolean;
}

/** Begins an image in an empty folder. */
export async function beginBuild(folder: string): Promise<Build> {
  const tools = join(folder, 'tools');
  await mkdir(tools);
  // The machine need not have the image's user, and only root may give files away.
  await writeFile(join(tools, 'chown'), '#!/bin/sh\ntest "$1" = node:node && test -d "$2"\n');
  await chmod(join(tools, 'chown'), 0o755);
  const isInContext = contextFilter(await readFile(join(root, '.dockerignore'), 'utf8'));
  return { folder, built: new Map(), tools, isInContext };
}

/**
 * Runs the steps of a stage one by one without a container engine, in a folder of its own. What needs an engine stays
 * untested: the base image with its Node, the users, and the volume.
 */
export async function buildStage(stage: Stage, build: Build): Promise<BuiltStage> {
  const folder = join(build.folder, stage.name);
  const environment = Object.fromEntries(
    Object.entries(environmentOf(stage)).map(([name, value]) => [
      name,
      value.startsWith('/') ? join(folder, value) : value,
    ]),
  );
  let workdir = folder;
  await mkdir(folder);
  for (const instruction of stage.instructions) {
    if (instruction.name === 'WORKDIR') {
      workdir = join(folder, instruction.text);
      await mkdir(workdir, { recursive: true });
    }
    if (instruction.name === 'COPY') await copy(instruction, workdir, build);
    if (instruction.name === 'RUN') await runStep(instruction, workdir, environment, build);
  }
  const result = { stage, folder, workdir, environment };
  build.built.set(stage.name, result);
  return result;
}

async function runStep(
  { text }: Instruction,
  workdir: string,
  environment: Readonly<Record<string, string>>,
  { tools }: Build,
): Promise<void> {
  await execute('sh', ['-c', text], {
    cwd: workdir,
    env: {
      ...process.env,
      ...environment,
      PATH: [tools, dirname(process.execPath), process.env['PATH']].join(delimiter),
      // Of Jest's own options, nothing is for npm.
      NODE_OPTIONS: '',
      npm_config_prefer_offline: 'true',
    },
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** Copies as COPY does: of a folder its content, of a file the file. */
async function copy(
  { flags, text }: Instruction,
  workdir: string,
  { built, isInContext }: Build,
): Promise<void> {
  const paths = text.split(/\s+/);
  const target = paths.pop() ?? '';
  const from = flags.get('from');
  for (const path of paths) {
    const source =
      from === undefined ? resolve(root, path) : join(built.get(from)?.folder ?? '', path);
    const isFolder = (await stat(source)).isDirectory();
    const to = join(workdir, target, isFolder ? '' : basename(path));
    await cp(source, to, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (each) => {
        const inContext = relative(root, each);
        return from !== undefined || inContext === '' || isInContext(inContext);
      },
    });
  }
}
