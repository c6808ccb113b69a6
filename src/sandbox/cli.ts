import { createSandbox, DEFAULT_CREDENTIAL } from './index.js';

/** Port when SANDBOX_PORT is not set. */
const DEFAULT_PORT = 4010;

const port = Number(process.env['SANDBOX_PORT'] ?? DEFAULT_PORT);
const host = process.env['SANDBOX_HOST'] ?? '127.0.0.1';
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`SANDBOX_PORT must be a port number, got "${process.env['SANDBOX_PORT'] ?? ''}".`);
  process.exit(1);
}

const { url, close } = await createSandbox()
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
