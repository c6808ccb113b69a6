import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSandbox, type ServerAddress } from '../../../sandbox/src/index.js';
import { credential, stateDir } from './support.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Runs the program from its sources, with nothing of our own environment but the path. */
function run(
  environment: Record<string, string>,
  ...args: string[]
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'src/bin/gongGraphql.ts', 'doctor', ...args],
      { cwd: root, env: { PATH: process.env['PATH'], ...environment } },
      (error, stdout, stderr) => {
        resolve({ code: Number(error?.code ?? 0), output: stdout + stderr });
      },
    );
  });
}

describe('npm run doctor', () => {
  const sandbox = createSandbox({ calls: 20, users: 5, credentials: [credential] });
  let server: ServerAddress;
  beforeAll(async () => {
    server = await sandbox.listen();
  });
  afterAll(() => server.close());

  it('checks the built-in sandbox without credentials, and exits with 0', async () => {
    const { code, output } = await run({});

    expect(output).toContain('the gateway serves its embedded sandbox');
    expect(output).toContain("ok       Clock: this machine's clock agrees with Gong's.");
    expect(output).toMatch(/0 problems, 2 warnings\. Requests sent to Gong: 5\.\n$/);
    expect(code).toBe(0);
  });

  it('tries all scopes with --all-scopes', async () => {
    const { code, output } = await run({}, '--all-scopes');

    expect(output).toMatch(/ok {7}Scopes: granted:\n(?: {9}api:.*\n)*.*api:tasks:read/);
    expect(output).toMatch(/0 problems, 2 warnings\. Requests sent to Gong: 26\.\n$/);
    expect(code).toBe(0);
  }, 60_000);

  it('ends with 1 on a problem, and prints nothing secret', async () => {
    const secrets = {
      GONG_ACCESS_KEY: 'KEYTHATISWRONG',
      GONG_ACCESS_KEY_SECRET: 'hidden-key-secret',
      GATEWAY_SECRET: 'hidden-secret-of-at-least-32-characters',
      GATEWAY_TOKENS: 'web:hidden-token',
    };

    const { code, output } = await run({
      ...secrets,
      GONG_API_BASE_URL: server.url,
      GONG_ALLOW_ANY_HOST: 'true',
      GATEWAY_STATE_DIR: stateDir(),
    });

    expect(code).toBe(1);
    expect(output).toContain('problem  Key: Gong rejected the key (401): it is wrong');
    expect(output).not.toMatch(/hidden|KEYTHATISWRONG/);
    expect(sandbox.requests.map(({ status }) => status)).toEqual([401]);
  });
});
