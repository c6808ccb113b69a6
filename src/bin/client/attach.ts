import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { readSecret } from '../../config/config.js';
import { packageRoot } from '../../lib/packageRoot.js';

/** A gateway that a program talks to. */
export interface AttachedGateway {
  readonly origin: string;
  /** Whether the program has started it, and ends it. */
  readonly isOwn: boolean;
  /** Undefined: none is sent. */
  readonly token: string | undefined;
  close(): Promise<void>;
}

export interface AttachOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly fetch: typeof fetch;
  /** Program of the gateway, as Node is given it, with its options. */
  readonly server?: readonly string[];
}

/** Addresses clients; the gateway itself reads neither. */
const CLIENT_VARIABLES = ['GATEWAY_URL', 'GATEWAY_CLIENT_TOKEN', 'GATEWAY_CLIENT_TOKEN_FILE'];
/** With these, the started gateway would ask the program for what only clients have. */
const AUTHENTICATION = /^GATEWAY_(TOKENS|JWKS_URL|JWT_|OPEN)/;

/**
 * The gateway at `GATEWAY_URL`, or else the one that runs on this machine at `PORT`: so that all share one quota. Where
 * none runs, one is started for as long as the program needs it.
 *
 * @throws Error when the gateway at `GATEWAY_URL` is not there, or none can be started.
 */
export async function attachGateway(options: AttachOptions): Promise<AttachedGateway> {
  return (await findGateway(options)) ?? start(options);
}

/**
 * The gateway that runs already; null: none runs on this machine.
 *
 * @throws Error when the gateway at `GATEWAY_URL` is not there, or the file of the token cannot be used.
 */
export async function findGateway(
  options: Pick<AttachOptions, 'environment' | 'fetch'>,
): Promise<AttachedGateway | null> {
  const { environment } = options;
  const { GATEWAY_URL: url, PORT: port = '4000' } = environment;
  const token = readSecret(environment, 'GATEWAY_CLIENT_TOKEN');
  const running = (origin: string): AttachedGateway => ({
    origin,
    isOwn: false,
    token,
    close: () => Promise.resolve(),
  });
  if (url !== undefined) {
    const origin = url.replace(/\/+$/, '').replace(/\/graphql$/, '');
    if (await isGateway(origin, options.fetch)) return running(origin);
    throw new Error(
      `No gateway responds at GATEWAY_URL (${origin}). Start it, or correct the URL.`,
    );
  }
  const origin = `http://127.0.0.1:${port}`;
  return (await isGateway(origin, options.fetch)) ? running(origin) : null;
}

/** Whether a gateway responds there. It answers this without a request to Gong and without a token. */
async function isGateway(origin: string, send: typeof fetch): Promise<boolean> {
  try {
    const response = await send(`${origin}/health/live`);
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

async function start({ environment, server = serverProgram() }: AttachOptions) {
  const own = Object.entries(environment).filter(
    ([name]) => !CLIENT_VARIABLES.includes(name) && !AUTHENTICATION.test(name),
  );
  const child = spawn(process.execPath, server, {
    cwd: fileURLToPath(packageRoot),
    env: { ...Object.fromEntries(own), HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const origin = await addressOf(child);
  return {
    origin,
    isOwn: true,
    token: undefined,
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** The program of this package that serves: as built where this is built, else from its source. */
function serverProgram(): readonly string[] {
  const isSource = import.meta.url.endsWith('.ts');
  const file = fileURLToPath(new URL(`../gongGraphql.${isSource ? 'ts' : 'js'}`, import.meta.url));
  return [...(isSource ? ['--import', 'tsx'] : []), file, 'serve'];
}

/** Where it serves, which it prints. What it prints when it can't start says why. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: string): void => {
      output += chunk;
      const origin = /(http:\/\/[\w.:[\]]+)\/graphiql/.exec(output)?.[1];
      if (origin === undefined) return;
      // Nobody reads on: it must not wait for that.
      child.stdout?.off('data', read).resume();
      child.stderr?.off('data', read).resume();
      resolve(origin);
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
    child.once('exit', () => {
      reject(new Error(`No gateway runs here, and none can be started:\n${output.trim()}`));
    });
  });
}
