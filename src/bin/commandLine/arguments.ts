import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What a program takes on its command line, beside `--help`. */
interface AcceptedArguments {
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /** Most arguments without a name. */
  readonly mostPositionals?: number;
}

/** What was given of it. */
export interface Arguments {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

/**
 * Reads the arguments of a program. `--help` prints the usage and ends the process with 0; anything that the program
 * doesn't take ends it with 1.
 */
export function readArguments(
  usage: string,
  { options, mostPositionals = 0 }: AcceptedArguments = {},
): Arguments {
  try {
    const { values, positionals } = parseArgs({
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: mostPositionals > 0,
    });
    const [unexpected] = positionals.slice(mostPositionals);
    if (unexpected !== undefined) throw new TypeError(`Unexpected argument '${unexpected}'`);
    if (values['help'] !== true) return { values, positionals };
  } catch (error) {
    // Of Node's message, the sentence that says what is wrong: the usage says what is right.
    const [problem] = (error as Error).message.split('. ');
    console.error(`${problem}.\n\n${usage}`);
    process.exit(1);
  }
  console.log(usage);
  process.exit(0);
}
