/** `npm run doctor`: whether a gateway with this environment would work, and what to do where not. */
import { connectedCompany } from './doctor/connectedCompany.js';
import { diagnose } from './doctor/diagnose.js';
import { diagnosisText } from './doctor/diagnosisText.js';
import { keyAccess } from './doctor/access.js';
import { DEFAULT_TENANT } from './clients/client.js';
import { systemClock } from './gong/clock.js';
import { createKeepAliveFetch } from './gong/fetch.js';
import { createSandbox, DEFAULT_CREDENTIAL } from './sandbox/index.js';

const gong = createKeepAliveFetch(systemClock);
try {
  const diagnosis = await diagnose(process.env, {
    fetch: gong.fetch,
    clock: systemClock,
    random: Math.random,
    connectedCompany: (config) =>
      connectedCompany(config, process.argv[2] ?? DEFAULT_TENANT, gong.fetch, systemClock),
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
