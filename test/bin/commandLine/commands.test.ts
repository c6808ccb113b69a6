import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { commands as listed } from '../../../src/bin/commands.js';
import { runNode } from '../../support/runNode.js';

const TYPESCRIPT = ['--import', 'tsx'];
const PROGRAM = 'src/bin/gongGraphql.ts';

const { scripts } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
) as { scripts: Record<string, string> };

/** Of other packages: they print usages of their own. */
const FOREIGN = ['lint', 'format', 'typecheck'];

/** What each of our own commands runs, from its sources: nothing has to be built for this. */
const commands = new Map(
  Object.entries(scripts)
    .filter(([name]) => !FOREIGN.includes(name))
    .map(([name, command]): [string, readonly string[]] => [name, programOf(command)]),
);

function programOf(command: string): readonly string[] {
  const [, built] = /^node (?:dist\/|scripts\/run\.js )(\w+)(?:\.js)?$/.exec(command) ?? [];
  if (built !== undefined) {
    return [...TYPESCRIPT, PROGRAM, built === 'index' ? 'serve' : built];
  }
  const [, source] = /^tsx (?:watch )?(.+)$/.exec(command) ?? [];
  if (source !== undefined) return [...TYPESCRIPT, ...source.split(' ')];
  const [, script = '', options = ''] = /^node (\S+)((?: --\w+)*)$/.exec(command) ?? [];
  return [script, ...options.split(' ').filter((option) => option !== '')];
}

/** What npm adds to the environment of a script. */
const asNpm = (name: string) => ({ npm_lifecycle_event: name });

/** Of several commands that run the same, the first. */
const programs = [...commands].filter(
  ([, program], index, all) =>
    all.findIndex(([, each]) => each.join() === program.join()) === index,
);

it('knows every command', () => {
  expect([...commands.keys()]).toEqual(
    expect.arrayContaining(['start', 'serve', 'doctor', 'scopes', 'purge', 'sandbox', 'build']),
  );
  expect([...commands.values()].filter((program) => program.includes(''))).toEqual([]);
});

// Further options of tests are Jest's, which refuses what it doesn't know.
describe.each(programs.filter(([name]) => !/^test\b/.test(name)))('npm run %s', (name, program) => {
  it('refuses an unknown option with its usage, and does nothing else', async () => {
    const { code, stdout, stderr } = await runNode([...program, '--no-such-option'], asNpm(name));

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Unknown option '--no-such-option'\.\n\nUsage: /);
  });
});

it.each(['test', 'test:long', 'build', 'serve'])(
  'npm run %s prints its usage with --help and does nothing else',
  async (name) => {
    const { code, stdout, stderr } = await runNode(
      [...(commands.get(name) ?? []), '--help'],
      asNpm(name),
    );

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: npm /);
  },
);

it.each([
  ['serve', ['acme'], "Unexpected argument 'acme'."],
  ['doctor', ['acme', 'globex'], "Unexpected argument 'globex'."],
  ['bench', ['rate', 'speed'], 'There is no part speed.'],
])('npm run %s refuses the arguments %j that it does not take', async (name, args, problem) => {
  const { code, stdout, stderr } = await runNode(
    [...(commands.get(name) ?? []), ...args],
    asNpm(name),
  );

  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.split('\n\nUsage: npm ')[0]).toBe(problem);
});

describe('gong-graphql', () => {
  const run = (...args: string[]) => runNode([...TYPESCRIPT, PROGRAM, ...args]);

  it('lists its commands with --help', async () => {
    const { code, stdout, stderr } = await run('--help');

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const [name, { summary }] of Object.entries(listed)) {
      expect(stdout).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'));
    }
  });

  it.each([
    [['deploy'], "Unknown command 'deploy'."],
    [['toString'], "Unknown command 'toString'."],
    [[], 'The command is missing.'],
  ])('refuses %j with the list of its commands', async (args, problem) => {
    const { code, stdout, stderr } = await run(...args);

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.startsWith(`${problem}\n\nUsage: gong-graphql COMMAND`)).toBe(true);
  });

  it.each(Object.keys(listed))(
    'prints the usage of %s, and npm has a script for it',
    async (name) => {
      const { code, stdout } = await run(name, '--help');

      expect(code).toBe(0);
      expect(stdout.startsWith(`Usage: gong-graphql ${name}`)).toBe(true);
      expect(commands.has(name)).toBe(true);
    },
  );

  it('names the options as they are typed', async () => {
    const { stdout } = await run('doctor', '--help');

    expect(stdout).toMatch(/^Usage: gong-graphql doctor \[--all-scopes\] \[TENANT\]\n/);
  });
});
