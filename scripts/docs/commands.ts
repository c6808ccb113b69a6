import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { page, table, code } from './markdown.js';

const root = join(import.meta.dirname, '..', '..');

/** Commands without a usage of their own. */
const plain: Readonly<Record<string, string>> = {
  lint: 'Checks sources, schema, and formatting, with ESLint and Prettier.',
  format: 'Corrects what `npm run lint` can correct.',
  typecheck: 'Checks the types of sources, GraphiQL page, scripts, and tests.',
};

/** docs/reference/commands.md: every script of package.json, with what it prints on `--help`. */
export async function commandsPage(): Promise<string> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const names = Object.keys(scripts).filter((name) => !/^(pre|post)/.test(name));
  const usages = new Map<string, string>();
  // One after the other: each starts a process, and this runs beside other checks.
  for (const name of names) {
    if (plain[name] === undefined) usages.set(name, await usageOf(scripts[name] ?? ''));
  }
  const parts = [...usages].map(([name, usage]) => {
    const command = ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;
    return `## ${command}\n\n\`\`\`text\n${usage}\n\`\`\``;
  });
  return page(
    'Commands',
    'Every command prints its usage with `--help` and refuses options that it does not know. Options follow `--`: ' +
      '`npm run scopes -- --json`. Exit codes: 0 for success, 1 for a failure or a finding.',
    ...parts,
    `## Commands of other packages\n\n${table(
      ['Command', 'Meaning'],
      Object.entries(plain).map(([name, meaning]) => [code(`npm run ${name}`), meaning]),
    )}`,
  );
}

/** Runs a command from its sources, so that nothing has to be built. */
function usageOf(command: string): Promise<string> {
  const [, built] = /^node (?:dist\/|scripts\/run\.js )(\w+)(?:\.js)?$/.exec(command) ?? [];
  const [, source] = /^tsx (?:watch )?(\S+)$/.exec(command) ?? [];
  const file = built === undefined ? source : `src/bin/${built === 'index' ? 'server' : built}.ts`;
  const args = file === undefined ? command.split(' ').slice(1) : ['--import', 'tsx', file];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [...args, '--help'], { cwd: root }, (error, stdout) => {
      if (error === null) resolve(stdout.trim());
      else reject(new Error(`${command} --help failed: ${error.message}`));
    });
  });
}
