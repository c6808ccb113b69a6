import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox } from '../../../sandbox/src/index.js';
import { runProgram } from '../../support/program.js';
import { startRecorder, type Recorder } from './recorder.js';

export interface Answer<Data> {
  readonly data: Data;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: { readonly gong?: { readonly requests: number } };
}

/** The gateway as clients and supergraphs meet it: an address, a token, and no more. */
export interface JudgedGateway extends Recorder {
  /** Its client's. */
  readonly token: string;
  /** What a client sends along with each request. */
  readonly headers: { readonly authorization: string };
  /** Asks without being recorded: what a test needs to know before it begins. */
  ask<Data>(query: string, variables?: object): Promise<Answer<Data>>;
}

const TOKEN = 'graph-tests-token';

/**
 * The gateway at `GRAPH_TEST_URL` (its `/graphql`), which wants the token `GRAPH_TEST_TOKEN`; without that variable,
 * the program of these sources as a process of its own, over a small sandbox without limits. Whatever it is, the tests
 * reach it through a recorder. A gateway with a replica is always the program, and its first copy is complete.
 *
 * @param scopes of the gateway's key for Gong; all if omitted. Any other key needs the sandbox, whatever `GRAPH_TEST_URL` is.
 */
export async function openGateway(
  environment: Record<string, string> = {},
  scopes?: readonly string[],
): Promise<JudgedGateway> {
  const { url, token, close } = await target(environment, scopes);
  const headers = { authorization: `Bearer ${token}` };
  const recorder = await startRecorder(url);
  return {
    ...recorder,
    token,
    headers,
    ask: async <Data>(query: string, variables = {}) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer<Data>;
    },
    close: async () => {
      await recorder.close();
      await close();
    },
  };
}

async function target(environment: Record<string, string>, scopes?: readonly string[]) {
  const url = process.env['GRAPH_TEST_URL'];
  const isReplicated = environment['GATEWAY_REPLICA'] !== undefined;
  if (url !== undefined && scopes === undefined && !isReplicated) {
    const token = process.env['GRAPH_TEST_TOKEN'];
    if (token === undefined) throw new Error('GRAPH_TEST_URL needs GRAPH_TEST_TOKEN beside it.');
    return { url, token, close: () => Promise.resolve() };
  }

  const credential = { accessKey: 'GRAPHTESTKEY', accessKeySecret: 'graph-test-key-secret' };
  const limited = scopes === undefined ? credential : { ...credential, scopes };
  const sandbox = createSandbox({
    calls: 60,
    users: 12,
    requestsPerSecond: Infinity,
    credentials: [limited],
  });
  const listening = await sandbox.listen();
  const state = await mkdtemp(join(tmpdir(), 'gateway-graph-'));
  const program = runProgram({
    GONG_ACCESS_KEY: credential.accessKey,
    GONG_ACCESS_KEY_SECRET: credential.accessKeySecret,
    GONG_API_BASE_URL: listening.url,
    GONG_ALLOW_ANY_HOST: 'true',
    GONG_REQUESTS_PER_SECOND: '1000',
    GATEWAY_TOKENS: `graph-tests:${TOKEN}`,
    GATEWAY_STATE_DIR: state,
    ...environment,
  });
  const close = async () => {
    await program.kill('SIGKILL');
    await listening.close();
    await rm(state, { recursive: true, force: true });
  };
  try {
    const origin = await program.started;
    if (isReplicated) await program.printed('Replica is current');
    return { url: `${origin}/graphql`, token: TOKEN, close };
  } catch (error) {
    await close();
    throw error;
  }
}
