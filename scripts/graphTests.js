/** Installs what the tests in test/graph need, where it is missing: lint and the type check look at them, too. */
import { ensureGraphTests } from './lib/graphTests.js';

try {
  await ensureGraphTests();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
