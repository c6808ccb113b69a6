import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { page, table, code } from './markdown.js';

const root = join(import.meta.dirname, '..', '..');

/** The package's program, from its source. */
const program = 'src/bin/gongGraphql.ts';

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
    if (plain[name] === undefined) usages.set(name, await usageOf(scripts[name] ?? '', name));
  }
  const parts = [...usages].map(([name, usage]) => {
    const command = ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;
    return `## ${command}\n\n\`\`\`text\n${usage}\n\`\`\``;
  });
  return page(
    'Commands',
    'Every command prints its usage with `--help` and refuses options that it does not know. Options follow `--`: ' +
      '`npm run scopes -- --json`. Exit codes: 0 for success, 1 for a failure or a finding.',
    `## gong-graphql\n\nThe program of the installed package has these commands. They take the same options as the npm scripts ` +
      `of the same names, without \`--\`: \`gong-graphql scopes --json\`.\n\n\`\`\`text\n${await usageOf(`tsx ${program}`, '')}\n\`\`\``,
    ...parts,
    `## Commands of other packages\n\n${table(
      ['Command', 'Meaning'],
      Object.entries(plain).map(([name, meaning]) => [code(`npm run ${name}`), meaning]),
    )}`,
  );
}

/** Runs a command from its sources, so that nothing has to be built. */
function usageOf(command: string, name: string): Promise<string> {
  const [, built] = /^node (?:dist\/|scripts\/run\.js )(\w+)(?:\.js)?$/.exec(command) ?? [];
  const [, source] = /^tsx (?:watch )?(.+)$/.exec(command) ?? [];
  const ours = built === undefined ? source : `${program} ${built === 'index' ? 'serve' : built}`;
  const args =
    ours === undefined ? command.split(' ').slice(1) : ['--import', 'tsx', ...ours.split(' ')];
  // Commands print how npm runs them where npm does.
  const env = { ...process.env, npm_lifecycle_event: name };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [...args, '--help'], { cwd: root, env }, (error, stdout) => {
      if (error === null) resolve(stdout.trim());
      else reject(new Error(`${command} --help failed: ${error.message}`));
    });
  });
}
