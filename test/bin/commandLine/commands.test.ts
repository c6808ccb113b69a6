import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { runNode } from '../../support/runNode.js';

const TYPESCRIPT = ['--import', 'tsx'];

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
    return [...TYPESCRIPT, `src/bin/${built === 'index' ? 'server' : built}.ts`];
  }
  const [, source] = /^tsx (?:watch )?(\S+)$/.exec(command) ?? [];
  if (source !== undefined) return [...TYPESCRIPT, source];
  const [, script = '', options = ''] = /^node (\S+)((?: --\w+)*)$/.exec(command) ?? [];
  return [script, ...options.split(' ').filter((option) => option !== '')];
}

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
describe.each(programs.filter(([name]) => !/^test\b/.test(name)))('npm run %s', (_, program) => {
  it('refuses an unknown option with its usage, and does nothing else', async () => {
    const { code, stdout, stderr } = await runNode([...program, '--no-such-option']);

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Unknown option '--no-such-option'\.\n\nUsage: /);
  });
});

it.each(['test', 'test:long', 'build', 'serve'])(
  'npm run %s prints its usage with --help and does nothing else',
  async (name) => {
    const { code, stdout, stderr } = await runNode([...(commands.get(name) ?? []), '--help']);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: npm /);
  },
);

it.each([
  ['serve', ['acme'], "Unexpected argument 'acme'."],
  ['doctor', ['acme', 'globex'], "Unexpected argument 'globex'."],
  ['bench', ['rate', 'speed'], 'There is no part speed.'],
])('npm run %s refuses the arguments %j that it does not take', async (name, args, problem) => {
  const { code, stdout, stderr } = await runNode([...(commands.get(name) ?? []), ...args]);

  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.split('\n\nUsage: npm ')[0]).toBe(problem);
});
