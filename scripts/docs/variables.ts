import type { VariableDoc } from './variableGroups.js';
import type { variables } from '../../src/config/config.js';
import { replicaVariableDocs } from './replicaVariables.js';
import { sandboxVariableDocs } from './sandboxVariables.js';

export type VariableName = keyof typeof variables.shape;

export const variableDocs: Readonly<Record<VariableName, VariableDoc>> = {
  ...replicaVariableDocs,
  GONG_ACCESS_KEY: {
    group: 'Connection to Gong',
    description:
      'Access key of the company of the tenant `default`. Needs `GONG_ACCESS_KEY_SECRET`.',
    example: 'ABCDEFGHIJKLMNOP',
  },
  GONG_ACCESS_KEY_SECRET: {
    group: 'Connection to Gong',
    description: 'Secret of the access key.',
    example: 'eyJhbGciOi…',
  },
  GONG_API_BASE_URL: {
    group: 'Connection to Gong',
    description:
      'API host of the company, as its API page at Gong shows it: https, `gong.io` or a subdomain of it.',
    example: 'https://us-1234.api.gong.io',
  },
  GONG_ALLOW_ANY_HOST: {
    group: 'Connection to Gong',
    description:
      'Allows any host and http for `GONG_API_BASE_URL` and `GONG_OAUTH_BASE_URL`, for tests and proxies.',
    example: 'true',
  },
  GONG_OAUTH_CLIENT_ID: {
    group: 'OAuth 2.0',
    description: 'Client ID of the app that is registered at Gong.',
    example: 'my-app-id',
  },
  GONG_OAUTH_CLIENT_SECRET: {
    group: 'OAuth 2.0',
    description: 'Client secret of the app.',
    example: 'my-app-secret',
  },
  GONG_OAUTH_REDIRECT_URI: {
    group: 'OAuth 2.0',
    description:
      'URL of `/oauth/gong/callback` of this gateway, as registered at Gong: https, or http on this machine.',
    example: 'https://gong.example.com/oauth/gong/callback',
  },
  GONG_OAUTH_SCOPES: {
    group: 'OAuth 2.0',
    description:
      'Scopes to request, separated by spaces or commas. `api:users:read` is always added. `npm run scopes` lists those that are needed.',
    example: 'api:calls:read:basic api:users:read',
    fallback: 'what the fields need',
  },
  GONG_OAUTH_BASE_URL: {
    group: 'OAuth 2.0',
    description: 'Where the sign-in pages of Gong are: https, `gong.io` or a subdomain of it.',
    example: 'https://app.gong.io',
  },
  GONG_REQUESTS_PER_SECOND: {
    group: 'Quota and time',
    description:
      "Share of the company's rate limit. A fraction is rounded down. Below 1, it means 1 request in `1 / rate` seconds.",
    unit: 'requests per second',
    example: '3',
  },
  GONG_REQUESTS_PER_DAY: {
    group: 'Quota and time',
    description: "Share of the company's daily quota.",
    unit: 'requests per day',
    example: '10000',
  },
  GONG_RATE_MARGIN_MS: {
    group: 'Quota and time',
    description:
      'Added to the second in which no more requests may start, because networks deliver unevenly. A 429 widens it for some minutes.',
    unit: 'milliseconds',
    example: '15',
  },
  GONG_DAY_TIME_ZONE: {
    group: 'Quota and time',
    description: 'Time zone in which the day of the daily quota begins.',
    example: 'UTC',
  },
  GONG_COMPANY_TIME_ZONE: {
    group: 'Quota and time',
    description:
      'Time zone of the company. Gong selects reviews by days of this zone. If unset, the gateway reads one day more on both sides.',
    example: 'Europe/Berlin',
  },
  HOST: {
    group: 'HTTP server',
    description:
      'Address to listen on. An address that others can reach needs `GATEWAY_TOKENS`, `GATEWAY_JWKS_URL`, or `GATEWAY_OPEN`.',
    example: '0.0.0.0',
  },
  PORT: {
    group: 'HTTP server',
    description: 'Port to listen on. `0` takes a free one and prints it.',
    example: '4000',
  },
  GATEWAY_PUBLIC_URL: {
    group: 'HTTP server',
    description:
      'URL at which clients reach the gateway. Upload URLs begin with it. If unset, they begin with the `Host` header of the client, by http.',
    example: 'https://gong.example.com',
  },
  GATEWAY_BEHIND_TLS: {
    group: 'HTTP server',
    description:
      'Says that a proxy in front of the gateway encrypts what clients send. Otherwise a `HOST` that others can reach with tokens logs a warning at startup: the gateway serves plain HTTP.',
    example: 'on',
    fallback: '`on` if `GATEWAY_PUBLIC_URL` is an https URL, else `off`',
  },
  GATEWAY_CORS_ORIGINS: {
    group: 'HTTP server',
    description:
      'Origins whose pages may send operations and uploads, separated by commas, or `*`. If unset, no other origin may.',
    example: 'https://app.example.com',
  },
  GATEWAY_MAX_CONNECTIONS: {
    group: 'HTTP server',
    description: 'Maximum open connections. The gateway closes further ones at once.',
    unit: 'connections',
    example: '1000',
  },
  GATEWAY_REQUEST_TIMEOUT_MS: {
    group: 'HTTP server',
    description:
      'How long a client may take to send its headers, to send its JSON body, and to accept each part of a response.',
    unit: 'milliseconds',
    example: '30000',
  },
  GATEWAY_MEDIA_IDLE_TIMEOUT_MS: {
    group: 'HTTP server',
    description:
      'How long the upload of a recording may stand still. Uploads have no other deadline.',
    unit: 'milliseconds',
    example: '60000',
  },
  GATEWAY_DRAIN_SECONDS: {
    group: 'HTTP server',
    description:
      'How long an instance that stops still serves, while `/health/ready` says 503. Load balancers then send no client to a closed port. Health checks must be more frequent.',
    unit: 'seconds',
    example: '15',
    fallback: '`5`; `0` while only this machine is served, without authentication',
  },
  GATEWAY_TOKENS: {
    group: 'Clients and tenants',
    description:
      'Bearer tokens of clients: `name:token` or `name@tenant:token`, separated by commas. `sha256=` and the SHA-256 of a token (64 hexadecimal digits) may stand for the token.',
    example: 'web:5f0c…,batch@acme:91ab…',
  },
  GATEWAY_OPEN: {
    group: 'Clients and tenants',
    description: 'Serves every client that can reach `HOST`, without a token.',
    example: 'true',
  },
  GATEWAY_JWKS_URL: {
    group: 'Clients and tenants',
    description:
      'URL of the keys of the issuer of JWTs: https, or http on this machine. Needs issuer and audience.',
    example: 'https://login.example.com/.well-known/jwks.json',
  },
  GATEWAY_JWT_ISSUER: {
    group: 'Clients and tenants',
    description: 'Required value of the claim `iss`.',
    example: 'https://login.example.com/',
  },
  GATEWAY_JWT_AUDIENCE: {
    group: 'Clients and tenants',
    description: 'Accepted values of the claim `aud`, separated by commas.',
    example: 'gong-gateway',
  },
  GATEWAY_JWT_ALGORITHMS: {
    group: 'Clients and tenants',
    description:
      'Accepted signature algorithms, separated by commas: some of RS256 to RS512, PS256 to PS512, ES256 to ES512, EdDSA, and Ed25519.',
    example: 'RS256,ES256',
    fallback: 'all',
  },
  GATEWAY_JWT_TENANT_CLAIM: {
    group: 'Clients and tenants',
    description:
      'Claim that names the tenant. Every JWT must then have it. If unset, all clients belong to `default`.',
    example: 'https://example.com/tenant',
  },
  GATEWAY_JWT_VIEWER_CLAIM: {
    group: 'Clients and tenants',
    description: 'Claim with the email address or the Gong user ID of the viewer.',
    example: 'email',
  },
  GATEWAY_JWT_ROLES_CLAIM: {
    group: 'Clients and tenants',
    description:
      'Claim with the roles of the viewer: a list, or text separated by spaces. A path such as `realm_access.roles` reaches nested claims.',
    example: 'realm_access.roles',
  },
  GATEWAY_JWT_CLOCK_TOLERANCE_SECONDS: {
    group: 'Clients and tenants',
    description: 'How far the clock of the issuer may be off.',
    unit: 'seconds',
    example: '5',
  },
  GATEWAY_ADMIN_TOKEN: {
    group: 'Clients and tenants',
    description:
      'Bearer token for `/admin`, `/status`, and `/oauth/gong/start`. If unset, these are off. Needs `GATEWAY_SECRET`.',
    example: 'ab12cd34ef56ab78',
  },
  GATEWAY_METRICS_TOKEN: {
    group: 'Clients and tenants',
    description:
      'Bearer token for `/metrics`. If unset, `/metrics` needs no token: restrict it by network.',
    example: 'cd34ef56ab78ab12',
  },
  GATEWAY_METRICS_PORT: {
    group: 'HTTP server',
    description:
      'Port at `HOST` that serves `/metrics` and nothing else. `PORT` then no longer serves it. If unset, `PORT` serves it.',
    example: '9464',
  },
  GATEWAY_TRUSTED_PROXIES: {
    group: 'HTTP server',
    description:
      'Addresses and networks of the proxies in front of the gateway, separated by commas. From these alone, it takes the address of a client (`X-Forwarded-For`), `X-Forwarded-Proto`, and `X-Forwarded-Host`. If unset, it ignores these headers.',
    example: '10.0.0.0/8,fd00::/8',
  },
  GATEWAY_CLIENT_REQUESTS_PER_DAY: {
    group: 'Clients and tenants',
    description:
      "Maximum Gong requests per day of each client. Further fields that need Gong fail with `QUOTA_EXHAUSTED`. If unset, the company's share alone limits clients.",
    unit: 'requests',
    example: '2000',
  },
  GATEWAY_CLIENT_OPERATIONS_PER_MINUTE: {
    group: 'Clients and tenants',
    description:
      'Maximum operations per minute of each client. Further ones get 429 with `Retry-After`. If unset, a client may send any number.',
    unit: 'operations',
    example: '600',
  },
  GATEWAY_TENANTS_FILE: {
    group: 'Clients and tenants',
    description:
      'JSON file of the tenants and their settings. If unset, every connected tenant is served with the same settings.',
    example: 'tenants.json',
  },
  GATEWAY_POLICY: {
    group: 'Policy',
    description:
      'Policy words, separated by commas. Without any, private calls are hidden, and nothing else.',
    example: 'team-calls, mask-emails',
  },
  GATEWAY_POLICY_ROLES: {
    group: 'Policy',
    description:
      'Policy words for viewers with a role. They replace `GATEWAY_POLICY`. The first listed role of a viewer counts.',
    example: 'manager: team-calls; compliance: show-private',
  },
  GATEWAY_POLICY_MODULE: {
    group: 'Policy',
    description:
      'Path of an ES module that decides about each call, relative to the folder that the gateway starts in.',
    example: './policy.mjs',
  },
  GATEWAY_DEADLINE_MS: {
    group: 'Operation limits',
    description: 'Maximum time of one operation, including the time that it waits for quota.',
    unit: 'milliseconds',
    example: '25000',
  },
  GATEWAY_MAX_GONG_REQUESTS: {
    group: 'Operation limits',
    description: 'Maximum Gong requests of one operation.',
    unit: 'requests',
    example: '100',
  },
  GATEWAY_MAX_GONG_RESPONSE_MIB: {
    group: 'Operation limits',
    description:
      'Maximum size of one Gong response after decompression. A larger one fails with `GONG_BAD_RESPONSE`.',
    unit: 'MiB',
    example: '64',
  },
  GATEWAY_MAX_OBJECTS: {
    group: 'Operation limits',
    description:
      'Maximum objects in one response. An object that is looked up counts as 10, and 100 characters of text count as 1.',
    unit: 'objects',
    example: '500000',
  },
  GATEWAY_MAX_QUEUED: {
    group: 'Operation limits',
    description:
      'Maximum Gong requests that wait for their send slot. Further ones fail with `RATE_LIMITED`.',
    unit: 'requests',
    example: '1000',
  },
  GATEWAY_MAX_DEPTH: {
    group: 'Document limits',
    description: 'Maximum levels of nested fields. Introspection is exempt.',
    unit: 'levels',
    example: '16',
  },
  GATEWAY_MAX_ALIASES: {
    group: 'Document limits',
    description:
      'Maximum aliases in one operation. A fragment counts at each place where it is spread.',
    unit: 'aliases',
    example: '100',
  },
  GATEWAY_MAX_DIRECTIVES: {
    group: 'Document limits',
    description: 'Maximum directives in one operation, counted like aliases.',
    unit: 'directives',
    example: '100',
  },
  GATEWAY_MAX_TOKENS: {
    group: 'Document limits',
    description: 'Maximum names, numbers, strings, and symbols in a document.',
    unit: 'tokens',
    example: '3000',
  },
  GATEWAY_PERSISTED_DOCUMENTS: {
    group: 'Document limits',
    description:
      '`apq`: automatic persisted queries. `only`: only documents of the manifest run. `off`: hashes are refused.',
    example: 'only',
  },
  GATEWAY_PERSISTED_DOCUMENTS_FILE: {
    group: 'Document limits',
    description: 'Manifest that `GATEWAY_PERSISTED_DOCUMENTS=only` needs. Read at startup.',
    example: 'manifest.json',
  },
  GATEWAY_CACHE_TTL_SECONDS: {
    group: 'Cache and state',
    description:
      'How long users, workspaces, trackers, scorecards, and folders are cached. `0` disables all caches; reads in flight are still shared.',
    unit: 'seconds',
    example: '300',
  },
  GATEWAY_CACHE_MAX_MIB: {
    group: 'Cache and state',
    description:
      'Maximum size of the cache in the process, measured as the length of the cached responses of Gong.',
    unit: 'MiB',
    example: '128',
  },
  GATEWAY_STATE_DIR: {
    group: 'Cache and state',
    description:
      'Folder that keeps the daily count, holds, upload states, and Gong connections across restarts, when there is no Redis.',
    example: '/var/lib/gong-gateway',
  },
  REDIS_URL: {
    group: 'Cache and state',
    description:
      'Redis that instances share, by `redis://` or `rediss://`. The instances share quota and cached responses, and need the same `GATEWAY_SECRET`.',
    example: 'redis://127.0.0.1:6379',
  },
  GATEWAY_SECRET: {
    group: 'Cache and state',
    description:
      'Encrypts cursors, upload URLs, and stored data. All instances need the same. A random one ends with the process. May list several, separated by spaces: the first encrypts, all decrypt.',
    example: 'openssl rand -base64 32',
    fallback: 'random',
  },
  GATEWAY_RAW_REQUESTS: {
    group: 'Features',
    description: 'Allows `gongRequest`, which sends any documented request to Gong.',
    example: 'on',
    fallback: '`off`; `on` in the sandbox',
  },
  GATEWAY_RAW_PATHS: {
    group: 'Features',
    description:
      "Paths that `gongRequest` may use although Gong's API description lacks them, separated by commas.",
    example: '/v2/new/{id}',
  },
  GATEWAY_AI: {
    group: 'Features',
    description:
      'Allows `askGong` and `generateEntityBrief`, also as raw requests, which spend Gong credits.',
    example: 'on',
  },
  GATEWAY_ERASURE: {
    group: 'Features',
    description:
      'Allows `eraseDataSubject`, also as a raw request, which erases all data about a person at Gong and cannot be undone.',
    example: 'on',
  },
  GATEWAY_AUDIT_LOG: {
    group: 'Process',
    description:
      'Where the gateway writes who read, changed, or was refused what: `stdout`, `file` for `audit.log` in `GATEWAY_STATE_DIR`, or `file:` with a path. `off` writes nothing.',
    example: 'file:/var/log/gong-gateway/audit.log',
  },
  GATEWAY_AUDIT_SECRETS: {
    group: 'Policy',
    description:
      '`show` leaves session tokens, CSRF tokens, and IP addresses in the audit log, which `Query.auditLog` and `gongRequest` read.',
    example: 'show',
  },
  GATEWAY_INTROSPECTION: {
    group: 'Features',
    description:
      '`off` hides the schema from clients and other gateways, and removes suggestions from error messages.',
    example: 'off',
  },
  GATEWAY_GRAPHIQL: {
    group: 'Features',
    description: '`off` removes `/graphiql` and the redirect at `/`.',
    example: 'off',
  },
  GATEWAY_SUBGRAPH_NODE: {
    group: 'Features',
    description:
      '`off` leaves `node`, `nodes`, and the interface `Node` out of the SDL for other gateways.',
    example: 'off',
  },
  ...sandboxVariableDocs,
  GATEWAY_URL: {
    group: 'Client programs',
    description:
      'Address of the gateway to ask. If unset, the gateway at `PORT` on this machine; where none runs there, one is started.',
    example: 'https://gateway.example.com',
  },
  GATEWAY_CLIENT_TOKEN: {
    group: 'Client programs',
    description: 'Bearer token to send to that gateway.',
    example: 'a-token-of-sixteen-characters',
  },
  NODE_ENV: {
    group: 'Process',
    description: '`production` keeps the sandbox from starting by itself.',
    example: 'production',
  },
  LOG_LEVEL: {
    group: 'Process',
    description: 'Least severe level that is logged: JSON lines, or readable text on a terminal.',
    example: 'warn',
  },
};
