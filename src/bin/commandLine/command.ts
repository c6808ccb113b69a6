import { readArguments, type AcceptedArguments, type Arguments } from './arguments.js';

/** A subcommand of `gong-graphql`. In a checkout, `npm run` has a script of the same name. */
export interface Command extends AcceptedArguments {
  /** The forms of its arguments; empty: it takes none. */
  readonly forms?: readonly string[];
  /** What it does, and its options: what `--help` prints after the forms. */
  readonly help: string;
  /** Does it. What goes wrong is printed, and sets the exit code. */
  readonly run: (given: Arguments) => Promise<void>;
}

/** Reads the arguments of a command and runs it. `--help` and unknown arguments end the process. */
export async function runCommand(
  name: string,
  { forms = [''], help, run, ...accepted }: Command,
  args: readonly string[],
): Promise<void> {
  const usage = forms.map((form) => invocation(name, form)).join('\n       ');
  await run(readArguments(`Usage: ${usage}\n\n${help}`, accepted, args));
}

/** Returns how the command is typed: with npm where npm runs it, which takes options only after `--`. */
function invocation(name: string, form: string): string {
  if (process.env['npm_lifecycle_event'] !== name) return `gong-graphql ${name} ${form}`.trimEnd();
  const command = `npm run ${name}`;
  if (form === '') return command;
  const [, optional] = /^\[([^[\]]*)\]$/.exec(form) ?? [];
  if (optional !== undefined) return `${command} [-- ${optional}]`;
  return form.startsWith('[') ? `${command} [-- ${form}]` : `${command} -- ${form}`;
}
