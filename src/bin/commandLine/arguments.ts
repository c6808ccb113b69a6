import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The arguments of a program besides `--help`. */
export interface AcceptedArguments {
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /** Maximum of arguments without a name. */
  readonly mostPositionals?: number;
}

/** The parsed arguments. */
export interface Arguments {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

/**
 * Reads the arguments of a program. `--help` prints the usage and exits with 0; an unknown argument exits with 1.
 *
 * @param args if omitted, those of the process.
 */
export function readArguments(
  usage: string,
  { options, mostPositionals = 0 }: AcceptedArguments = {},
  args: readonly string[] = process.argv.slice(2),
): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: mostPositionals > 0,
    });
    const [unexpected] = positionals.slice(mostPositionals);
    if (unexpected !== undefined) throw new TypeError(`Unexpected argument '${unexpected}'`);
    if (values['help'] !== true) return { values, positionals };
  } catch (error) {
    // The first sentence of Node's message says what is wrong, and the usage says what is right.
    const [problem] = (error as Error).message.split('. ');
    console.error(`${problem}.\n\n${usage}`);
    process.exit(1);
  }
  console.log(usage);
  process.exit(0);
}
