/**
 * `npm run doctor`: checks whether a gateway with this environment would work, and says what to fix. A tenant's name
 * can follow.
 */
import { readArguments } from './commandLine/arguments.js';
import { diagnose } from './doctor/diagnose.js';
import { diagnosisText } from './doctor/diagnosisText.js';
import { keyAccess } from './doctor/access.js';
import { systemClock } from '../lib/clock.js';
import { createKeepAliveFetch } from '../gong/fetch.js';
import { createSandbox, DEFAULT_CREDENTIAL } from '../../sandbox/src/index.js';

const { positionals } = readArguments(
  `Usage: npm run doctor [-- TENANT]

Checks whether a gateway with this environment would work, with at most 5 requests to Gong.
Ends with 1 when there is a problem.

  TENANT      The tenant whose company to check. If omitted, the default tenant's or the first.
  -h, --help  Prints this text.`,
  { mostPositionals: 1 },
);
const gong = createKeepAliveFetch(systemClock);
try {
  const diagnosis = await diagnose(process.env, positionals[0], {
    fetch: gong.fetch,
    clock: systemClock,
    random: Math.random,
    startSandbox: async () => {
      const { url, close } = await createSandbox().listen();
      return { access: keyAccess({ ...DEFAULT_CREDENTIAL, baseUrl: url }, 'sandbox'), close };
    },
  });
  console.log(diagnosisText(diagnosis));
  if (diagnosis.findings.some(({ grade }) => grade === 'problem')) process.exitCode = 1;
} finally {
  gong.close();
}
