/** `gong-graphql`: runs the command that its first argument names. The only file in src/ that acts when it is loaded. */
import { runCommand } from './commandLine/command.js';
import { commands } from './commands.js';

const [name, ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name ?? '') ? commands[name ?? ''] : undefined;
if (name === '--help' || name === '-h') {
  console.log(usage());
} else if (name === undefined || command === undefined) {
  const problem = name === undefined ? 'The command is missing.' : `Unknown command '${name}'.`;
  console.error(`${problem}\n\n${usage()}`);
  process.exitCode = 1;
} else {
  await runCommand(name, await command.load(), args);
}

function usage(): string {
  const width = Math.max(...Object.keys(commands).map(({ length }) => length));
  const lines = Object.entries(commands).map(
    ([each, { summary }]) => `  ${each.padEnd(width)}  ${summary}`,
  );
  return `Usage: gong-graphql COMMAND [OPTIONS]

${lines.join('\n')}

gong-graphql COMMAND --help describes a command. Environment variables configure all of them.`;
}
