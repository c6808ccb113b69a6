import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createGateway,
  type EmbeddedGateway,
  type GatewayOptions,
} from '../../../src/bin/index.js';
import { DEFAULT_CREDENTIAL, type Sandbox } from '../../../sandbox/src/index.js';
import { createTestSandbox } from '../../support/sandbox.js';

/** An embedded gateway, and Gong as it sees it. */
export interface Embedded {
  readonly gateway: EmbeddedGateway;
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

/** Settings that connect a gateway to another Gong, with a state folder of its own. */
export const settingsFor = (url: string, stateDir: string) => ({
  GONG_ACCESS_KEY: DEFAULT_CREDENTIAL.accessKey,
  GONG_ACCESS_KEY_SECRET: DEFAULT_CREDENTIAL.accessKeySecret,
  GONG_API_BASE_URL: url,
  GONG_ALLOW_ANY_HOST: 'true',
  GONG_REQUESTS_PER_SECOND: '1000000',
  GATEWAY_STATE_DIR: stateDir,
});

/** Opens a gateway with these options over a small sandbox. */
export async function embed(options: Partial<GatewayOptions> = {}): Promise<Embedded> {
  const sandbox = createTestSandbox({ calls: 20, users: 5 });
  const gong = await sandbox.listen();
  const stateDir = await mkdtemp(join(tmpdir(), 'gateway-embedded-'));
  const gateway = await createGateway({
    ...options,
    settings: { ...settingsFor(gong.url, stateDir), ...options.settings },
  });
  return {
    gateway,
    sandbox,
    close: async () => {
      await gateway.close();
      await gong.close();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

/** What a client gets. */
export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string };
  }[];
  readonly extensions?: { readonly gong: { readonly requests: number } };
}

/** A request as clients send it, to a path of the embedding server. */
export const post = (
  query: string,
  { headers, url = 'https://app.example/api/gong', ...init }: RequestInit & { url?: string } = {},
): Request =>
  new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(headers as object | undefined) },
    body: JSON.stringify({ query }),
    ...init,
  });

export const answerOf = async (response: Response): Promise<Answer> =>
  (await response.json()) as Answer;
