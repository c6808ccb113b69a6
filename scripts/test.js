/**
 * Runs the tests: `npm test`, with Jest's own arguments after `--`. With `--long`, runs the long simulations
 * (`*.long.test.ts`) instead: `npm run test:long`. With `--all`, runs both. What the tests need and the machine lacks
 * is installed or built first. The last line is always `N passed, N failed`; nothing counts as passed that didn't run.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from './lib/buildIfStale.js';
import { ensureChromium } from './lib/chromium.js';
import { ensureGraphTests } from './lib/graphTests.js';
import { ensureNginx } from './lib/nginx.js';
import { ensurePostgres } from './lib/postgres.js';
import { ensurePromtool } from './lib/promtool.js';
import { ensureRedis } from './lib/redis.js';
import { run } from './lib/run.js';
import { slowestSuites } from './lib/slowestSuites.js';

// All but the help is Jest's: it refuses what it doesn't know.
const { values } = parseArgs({
  strict: false,
  options: { help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  console.log(`Usage: npm test [-- FILES AND OPTIONS OF JEST]

Runs every test, or those of the files that the given words name: npm test -- test/company.
What the tests need is installed or built first.

  -h, --help  Prints this text. Further options are Jest's: npx jest --help.`);
  process.exit(0);
}

const require = createRequire(import.meta.url);

/** The suites that each command runs, for Jest. Without either argument, its configuration leaves the long ones out. */
const SUITES = {
  '--long': ['--testPathIgnorePatterns=/node_modules/', '--testPathPatterns=\\.long\\.test\\.ts$'],
  '--all': ['--testPathIgnorePatterns=/node_modules/'],
};

/** @returns Jest's arguments for a command, and those that follow it. */
function chooseSuites([first, ...others]) {
  return Object.hasOwn(SUITES, first ?? '')
    ? { chosen: SUITES[first], others }
    : { chosen: [], others: process.argv.slice(2) };
}

async function jest({ chromium, redis, postgres, nginx, promtool }) {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-tests-'));
  try {
    const results = join(folder, 'results.json');
    const { chosen, others } = chooseSuites(process.argv.slice(2));
    const options = process.env.NODE_OPTIONS ? `${process.env.NODE_OPTIONS} ` : '';
    const code = await run(
      process.execPath,
      [
        require.resolve('jest/bin/jest'),
        // Before an option: Jest would take a path behind them for one more pattern.
        ...chosen,
        '--json',
        `--outputFile=${results}`,
        ...others,
      ],
      {
        env: {
          ...process.env,
          // Jest runs ES modules only so.
          NODE_OPTIONS: `${options}--experimental-vm-modules`,
          CHROMIUM_PATH: chromium,
          REDIS_SERVER_PATH: redis,
          POSTGRES_SERVER_PATH: postgres,
          NGINX_PATH: nginx,
          PROMTOOL_PATH: promtool,
        },
      },
    );
    const report = await readFile(results, 'utf8').catch(() => {
      throw new Error(`Jest ended with exit code ${code} and no results.`);
    });
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } =
      JSON.parse(report);
    console.log(slowestSuites(testResults));
    // A file that doesn't load has no failed test in it, only tests that nobody will miss.
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, code };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

let passed = 0;
let failed = 0;
try {
  const chromium = await ensureChromium();
  const redis = await ensureRedis();
  const postgres = await ensurePostgres();
  const nginx = await ensureNginx();
  const promtool = await ensurePromtool();
  await ensureGraphTests();
  await buildIfStale();
  const outcome = await jest({ chromium, redis, postgres, nginx, promtool });
  ({ passed, failed } = outcome);
  if (passed + failed === 0) {
    console.error('No test ran.');
    process.exitCode = 1;
  } else if (outcome.code !== 0 && failed === 0) {
    console.error(`Jest ended with exit code ${outcome.code} although no test failed.`);
    failed = 1;
  }
} catch (error) {
  console.error(error.message);
  failed += 1;
}
if (failed > 0) process.exitCode = 1;
console.log(`${passed} passed, ${failed} failed`);
