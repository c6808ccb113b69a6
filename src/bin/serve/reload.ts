import { isDeepStrictEqual } from 'node:util';
import { digestOfToken, type ClientToken } from '../../access/clients/staticTokens.js';
import { ConfigError, type Config } from '../../config/config.js';
import type { App } from '../../http/app.js';
import type { Logger } from '../../lib/logger.js';
import type { OpenGateway } from './openGateway.js';

/** What runs with the files. */
export interface Reloaded {
  readonly open: OpenGateway;
  readonly app: Pick<App, 'usePersistedDocuments'>;
  readonly logger: Logger;
}

/** What a file may change only with a restart, by the variable that names it. */
const afterRestart: Readonly<Record<string, (config: Config) => unknown>> = {
  GATEWAY_SECRET_FILE: ({ secret }) => secret,
  GATEWAY_REPLICA_FILE: ({ replica }) => replica.place,
  GONG_OAUTH_CLIENT_SECRET_FILE: ({ oauth }) => oauth?.clientSecret,
  REDIS_URL_FILE: ({ redisUrl }) => redisUrl,
};

/**
 * Returns a function that reads the files of the configuration again, and uses what has changed in them: tokens, the
 * administrators' token, the API key of Gong, tenants, and the manifest. When a file has a problem, nothing changes.
 *
 * @param read reads the configuration.
 */
export function createReload(read: () => Config, { open, app, logger }: Reloaded) {
  let running = open.config;
  let last: Promise<void> = Promise.resolve();
  const reload = async (): Promise<void> => {
    const next = read();
    const changed = changesBetween(running, next);
    if (next.tenants !== undefined) {
      const problems = await open.gateway.useTenants(next.tenants);
      if (problems.length > 0) throw new ConfigError(problems);
    }
    if (next.tokens.length > 0) open.authenticator.useTokens(next.tokens);
    open.administrators.token = next.adminToken;
    if (next.gong !== null) open.gateway.tenants.useAccess(next.gong);
    app.usePersistedDocuments(next.http.persistedDocuments);
    const waiting = Object.entries(afterRestart).flatMap(([name, valueOf]) =>
      isDeepStrictEqual(valueOf(next), valueOf(open.config)) ? [] : [name],
    );
    running = next;
    logger.info({ changed, afterRestart: waiting }, 'Files read again');
  };
  return (): Promise<void> => {
    last = last.then(reload).catch((error: unknown) => {
      const problems = error instanceof ConfigError ? error.problems : null;
      logger.error(
        problems === null ? { err: error as Error } : { problems },
        'Files not used: the earlier values stay in use',
      );
    });
    return last;
  };
}

/** Names what has changed, without values. */
function changesBetween(before: Config, next: Config): readonly string[] {
  const isChanged = (valueOf: (config: Config) => unknown): boolean =>
    !isDeepStrictEqual(valueOf(before), valueOf(next));
  return [
    ...changedNames('GATEWAY_TOKENS', digests(before.tokens), digests(next.tokens)),
    ...(isChanged(({ adminToken }) => adminToken) ? ['GATEWAY_ADMIN_TOKEN'] : []),
    ...(isChanged(({ gong }) => gong) ? ['GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET'] : []),
    ...changedNames('GATEWAY_TENANTS_FILE', before.tenants, next.tenants),
    ...(isChanged(({ http }) => http.persistedDocuments)
      ? ['GATEWAY_PERSISTED_DOCUMENTS_FILE']
      : []),
  ];
}

/** The digests of each client's tokens. */
function digests(tokens: readonly ClientToken[]): ReadonlyMap<string, readonly string[]> {
  const byClient = new Map<string, readonly string[]>();
  for (const token of tokens) {
    const client = `${token.client}@${token.tenant}`;
    byClient.set(client, [...(byClient.get(client) ?? []), digestOfToken(token).toString('hex')]);
  }
  return byClient;
}

function changedNames(
  variable: string,
  before: ReadonlyMap<string, unknown> = new Map(),
  next: ReadonlyMap<string, unknown> = new Map(),
): readonly string[] {
  return [...new Set([...before.keys(), ...next.keys()])].flatMap((name) => {
    if (isDeepStrictEqual(before.get(name), next.get(name))) return [];
    const change = !before.has(name) ? 'added' : next.has(name) ? 'changed' : 'removed';
    return [`${variable}: ${name} ${change}`];
  });
}
