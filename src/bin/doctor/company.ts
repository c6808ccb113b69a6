import { DEFAULT_TENANT } from '../../access/clients/client.js';
import type { Config } from '../../config/config.js';
import { openFileConnections } from '../../storage/disk/disk.js';
import { openConnectionManagement } from '../../tenants/connectionManagement.js';
import type { Connection } from '../../tenants/connections/connection.js';
import {
  StoreUnavailableError,
  type ConnectionStore,
} from '../../tenants/connections/connectionStore.js';
import { isRevoked, type Connections } from '../../tenants/connections/connections.js';
import { SECOND_MS, type Clock } from '../../lib/clock.js';
import type { Fetch } from '../../gong/exchange.js';
import { keyAccess, storedAccess, type DoctorAccess } from './access.js';
import { ok, problem, warning, type Finding } from './finding.js';
import { silentLogger } from './silentLogger.js';

/** The company that the doctor checks. */
export interface ChosenCompany {
  /** Null when there is none. */
  readonly access: DoctorAccess | null;
  /** Why there is none, and which other companies there are. */
  readonly findings: readonly Finding[];
}

export interface CompanyChoice {
  readonly config: Config;
  /** The requested tenant; undefined: the default one, or the first that is connected. */
  readonly tenant: string | undefined;
  /** The connections that instances share; null: those on disk. */
  readonly store: ConnectionStore | null;
  readonly fetch: Fetch;
  readonly clock: Clock;
}

/** The connection to Redis is established shortly after Redis was found. */
const MAX_LOOKUPS = 10;
const LOOKUP_INTERVAL_MS = SECOND_MS / 5;

export async function chooseCompany(choice: CompanyChoice): Promise<ChosenCompany> {
  const { config, tenant, store, fetch, clock } = choice;
  if (config.gong !== null && (tenant === undefined || tenant === DEFAULT_TENANT)) {
    return { access: keyAccess(config.gong), findings: [] };
  }
  const { secret } = config;
  if (secret === undefined) {
    return none(
      'no company can be connected without GATEWAY_SECRET.',
      'Set GATEWAY_SECRET to at least 32 random characters.',
    );
  }
  const connecting = openConnectionManagement({
    config,
    secret,
    store: store ?? openFileConnections({ stateDir: config.stateDir, secret }, clock, silentLogger),
    state: null,
    fetch,
    clock,
    logger: silentLogger,
  });
  let all: readonly Connection[];
  try {
    all = await listOf(connecting.connections, clock);
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    const says = `stored Gong connections cannot be read: ${error.message}`;
    return none(says, 'Correct the problem of Redis or GATEWAY_STATE_DIR.');
  }
  const names = all.map((each) => each.tenant).sort();
  const name = tenant ?? (names.includes(DEFAULT_TENANT) ? DEFAULT_TENANT : names[0]);
  const connection = all.find((each) => each.tenant === name);
  if (connection === undefined) {
    const who = name === undefined ? 'no company' : `no company of tenant "${name}"`;
    return none(`${who} is connected yet.`, startTodo(config, name ?? DEFAULT_TENANT), names);
  }
  const access = storedAccess(connection, connecting, clock);
  const findings = othersThan(connection, all);
  if (access !== null) return { access, findings };
  const refusal = none(
    `tenant "${connection.tenant}" is connected with OAuth 2.0, but this gateway is no longer configured for OAuth.`,
    'Set the GONG_OAUTH_* variables.',
  );
  return { access, findings: [...refusal.findings, ...findings] };
}

async function listOf(connections: Connections, clock: Clock): Promise<readonly Connection[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await connections.list();
    } catch (error) {
      if (!(error instanceof StoreUnavailableError) || attempt === MAX_LOOKUPS) throw error;
      await new Promise<void>((resolve) => {
        clock.after(LOOKUP_INTERVAL_MS, resolve);
      });
    }
  }
}

function none(says: string, todo: string, names: readonly string[] = []): ChosenCompany {
  const others =
    names.length === 0 ? [] : [{ ...ok('Connection', 'connected tenants:'), words: names }];
  return { access: null, findings: [problem('Connection', says, todo), ...others] };
}

function startTodo({ oauth }: Config, tenant: string): string {
  if (oauth === null) return 'Start the gateway, and connect the company as an administrator.';
  const page = oauth.redirectUri.replace(/callback$/, 'start');
  return `Start the gateway, and open ${page}?tenant=${tenant} as an administrator.`;
}

/** Names the other companies, which need their own runs of the doctor. */
function othersThan(connection: Connection, all: readonly Connection[]): readonly Finding[] {
  const others = all.filter((each) => each !== connection);
  if (others.length === 0) return [];
  const revoked = others.filter(isRevoked).map(({ tenant }) => tenant);
  const names = others.map(({ tenant }) => tenant).sort();
  return [
    {
      ...ok('Connection', 'to check another tenant, run npm run doctor -- TENANT:'),
      words: names,
    },
    ...(revoked.length === 0
      ? []
      : [
          {
            ...warning(
              'Connection',
              'Gong no longer accepts the connections of:',
              'Connect each again at /oauth/gong/start?tenant=TENANT.',
            ),
            words: revoked.sort(),
          },
        ]),
  ];
}
