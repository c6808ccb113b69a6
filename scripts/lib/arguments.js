import { parseArgs } from 'node:util';

/**
 * As src/bin/commandLine/arguments.ts, for scripts that run before anything is built.
 *
 * @param usage what `--help` prints.
 * @param options of `parseArgs`, beside `--help`.
 */
export function readArguments(usage, options = {}) {
  try {
    const { values } = parseArgs({
      options: { ...options, help: { type: 'boolean', short: 'h' } },
    });
    if (!values.help) return values;
  } catch (error) {
    // Of Node's message, the sentence that says what is wrong: the usage says what is right.
    const [problem] = error.message.split('. ');
    console.error(`${problem}.\n\n${usage}`);
    process.exit(1);
  }
  console.log(usage);
  process.exit(0);
}
