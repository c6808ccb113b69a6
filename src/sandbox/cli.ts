import { createSandbox, DEFAULT_CREDENTIAL } from './index.js';

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

const { url, close } = await createSandbox({ uploads: { processingMs, analysisMs: processingMs } })
  .listen({ port, host })
  .catch((error: unknown) => {
    console.error(
      `Cannot listen on ${host}:${port}:`,
      error instanceof Error ? error.message : error,
    );
    process.exit(1);
  });
console.log(`Gong sandbox: ${url}
  access key         ${DEFAULT_CREDENTIAL.accessKey}
  access key secret  ${DEFAULT_CREDENTIAL.accessKeySecret}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void close());
}
