/** `npm run doctor`: whether a gateway with this environment would work, and what to do where not. A tenant's name may follow. */
import { diagnose } from './doctor/diagnose.js';
import { diagnosisText } from './doctor/diagnosisText.js';
import { keyAccess } from './doctor/access.js';
import { systemClock } from './gong/clock.js';
import { createKeepAliveFetch } from './gong/fetch.js';
import { createSandbox, DEFAULT_CREDENTIAL } from './sandbox/index.js';

const gong = createKeepAliveFetch(systemClock);
try {
  const diagnosis = await diagnose(process.env, process.argv[2], {
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
