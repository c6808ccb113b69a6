import { createSandbox, DEFAULT_CREDENTIAL, DEFAULT_OAUTH_APP } from './sandbox/index.js';

/** Port when SANDBOX_PORT is not set. */
const DEFAULT_PORT = 4010;
/** How long a recording is processed when SANDBOX_PROCESSING_SECONDS is not set. */
const DEFAULT_PROCESSING_SECONDS = 30;

const port = Number(process.env['SANDBOX_PORT'] ?? DEFAULT_PORT);
const host = process.env['SANDBOX_HOST'] ?? '127.0.0.1';
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`SANDBOX_PORT must be a port number, got "${process.env['SANDBOX_PORT'] ?? ''}".`);
  process.exit(1);
}

const processingMs =
  1000 * Number(process.env['SANDBOX_PROCESSING_SECONDS'] ?? DEFAULT_PROCESSING_SECONDS);
if (!(processingMs >= 0)) {
  console.error('SANDBOX_PROCESSING_SECONDS must be a number of seconds.');
  process.exit(1);
}

const consent = process.env['SANDBOX_OAUTH_CONSENT'] ?? 'at once';
if (consent !== 'at once' && consent !== 'page') {
  console.error('SANDBOX_OAUTH_CONSENT must be "page" or "at once".');
  process.exit(1);
}
const redirectUri = process.env['SANDBOX_OAUTH_REDIRECT_URI'] ?? DEFAULT_OAUTH_APP.redirectUris[0];
if (!URL.canParse(redirectUri)) {
  console.error('SANDBOX_OAUTH_REDIRECT_URI must be an address.');
  process.exit(1);
}

const { url, close } = await createSandbox({
  uploads: { processingMs, analysisMs: processingMs },
  oauth: { consent, redirectUris: [...DEFAULT_OAUTH_APP.redirectUris, redirectUri] },
})
  .listen({ port, host })
  .catch((error: unknown) => {
    console.error(
      `Cannot listen on ${host}:${port}:`,
      error instanceof Error ? error.message : error,
    );
    process.exit(1);
  });
console.log(`Gong sandbox: ${url}

A gateway logs in with an access key:
  export GONG_ACCESS_KEY=${DEFAULT_CREDENTIAL.accessKey}
  export GONG_ACCESS_KEY_SECRET=${DEFAULT_CREDENTIAL.accessKeySecret}
  export GONG_API_BASE_URL=${url} GONG_ALLOW_ANY_HOST=true

or by OAuth 2.0, with a secret and an administrator's token that are good for trying it out alone:
  export GONG_OAUTH_CLIENT_ID=${DEFAULT_OAUTH_APP.clientId}
  export GONG_OAUTH_CLIENT_SECRET=${DEFAULT_OAUTH_APP.clientSecret}
  export GONG_OAUTH_REDIRECT_URI=${redirectUri}
  export GONG_OAUTH_BASE_URL=${url} GONG_ALLOW_ANY_HOST=true
  export GATEWAY_SECRET=a-secret-for-trying-the-sandbox-alone
  export GATEWAY_ADMIN_TOKEN=sandbox-admin-token
and then /oauth/gong/start?tenant=default at the gateway, any name, that token as the password
`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void close());
}
