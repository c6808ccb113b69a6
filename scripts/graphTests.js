/** Installs what the tests in test/graph need, where it is missing: lint and the type check look at them, too. */
import { readArguments } from './lib/arguments.js';
import { ensureGraphTests } from './lib/graphTests.js';

readArguments(`Usage: node scripts/graphTests.js

Installs the packages of test/graph when they are missing. It takes no options.`);

try {
  await ensureGraphTests();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
