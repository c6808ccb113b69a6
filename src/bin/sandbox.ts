import { z } from 'zod';
import type { Command } from './commandLine/command.js';
import { listenProblem } from './commandLine/listenProblem.js';
import { nonEmptyVariables } from '../config/environment.js';
import { sandboxVariables } from '../config/sandbox.js';
import { misspelledVariables } from '../config/config.js';
import { SECOND_MS } from '../lib/clock.js';
import { createSandbox, DEFAULT_CREDENTIAL, DEFAULT_OAUTH_APP } from '../../sandbox/src/index.js';

/** Serves the imitation of Gong, to which a gateway can connect by API key or OAuth. */
export const sandbox: Command = {
  help: `Serves an imitation of Gong with invented data, and prints how a gateway signs in to it.
It takes no options. The SANDBOX_… variables configure it: see docs/reference/configuration.md.`,
  run: serveSandbox,
};

async function serveSandbox(): Promise<void> {
  const { SANDBOX_HOST: host, SANDBOX_PORT: port, ...settings } = readVariables();
  const processingMs = settings.SANDBOX_PROCESSING_SECONDS * SECOND_MS;
  const redirectUri = settings.SANDBOX_OAUTH_REDIRECT_URI ?? DEFAULT_OAUTH_APP.redirectUris[0];

  const { url, close } = await createSandbox({
    uploads: { processingMs, analysisMs: processingMs },
    life: {},
    oauth: {
      consent: settings.SANDBOX_OAUTH_CONSENT,
      redirectUris: [...DEFAULT_OAUTH_APP.redirectUris, redirectUri],
    },
  })
    .listen({ port, host })
    .catch((error: unknown) => {
      const variables = { hostVariable: 'SANDBOX_HOST', portVariable: 'SANDBOX_PORT' };
      console.error(listenProblem(error, { host, port, ...variables }));
      process.exit(1);
    });
  console.log(signInText(url, redirectUri));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close());
  }
}

function signInText(url: string, redirectUri: string): string {
  return `Gong sandbox: ${url}

A gateway signs in with an access key:
  export GONG_ACCESS_KEY=${DEFAULT_CREDENTIAL.accessKey}
  export GONG_ACCESS_KEY_SECRET=${DEFAULT_CREDENTIAL.accessKeySecret}
  export GONG_API_BASE_URL=${url} GONG_ALLOW_ANY_HOST=true

or with OAuth 2.0, with a secret and an administrator's token that are only for trying it out:
  export GONG_OAUTH_CLIENT_ID=${DEFAULT_OAUTH_APP.clientId}
  export GONG_OAUTH_CLIENT_SECRET=${DEFAULT_OAUTH_APP.clientSecret}
  export GONG_OAUTH_REDIRECT_URI=${redirectUri}
  export GONG_OAUTH_BASE_URL=${url} GONG_ALLOW_ANY_HOST=true
  export GATEWAY_SECRET=a-secret-for-trying-the-sandbox-alone
  export GATEWAY_ADMIN_TOKEN=sandbox-admin-token
Then open /oauth/gong/start?tenant=default at the gateway, with any name, and that token as the password.
`;
}

/** The sandbox ignores the gateway's variables. */
function readVariables(): z.infer<z.ZodObject<typeof sandboxVariables>> {
  const nonEmpty = nonEmptyVariables(process.env);
  const parsed = z.object(sandboxVariables).safeParse(nonEmpty);
  const problems = [
    ...misspelledVariables(nonEmpty).filter((problem) => problem.startsWith('SANDBOX_')),
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}.`),
  ];
  if (parsed.success && problems.length === 0) return parsed.data;
  console.error(`The sandbox cannot start:\n${problems.map((line) => `- ${line}`).join('\n')}`);
  process.exit(1);
}
