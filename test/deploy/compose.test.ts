import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { knownVariables, parseConfig } from '../../src/config/config.js';
import { withTls } from '../../src/storage/postgres/connection.js';
import { readPage, root } from '../docs/support.js';
import { environmentOf, parseDockerfile } from './dockerfile.js';

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly networks?: readonly string[];
  readonly network_mode?: string;
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
  readonly stop_grace_period?: string;
  readonly [further: string]: unknown;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, unknown>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const source = readPage('compose.yaml');
const compose = parse(source, { merge: true }) as Compose;
const services = Object.entries(compose.services);
const gateways = services.filter(([name]) => name.startsWith('gateway'));

/** Keys of a service, as the Compose Specification names them. */
const SERVICE_KEYS = new Set(
  (
    'image build environment depends_on healthcheck networks network_mode volumes secrets read_only tmpfs cap_drop ' +
    'security_opt init stop_grace_period restart ports command'
  ).split(' '),
);

/** What a user puts into `.env`. */
const settings: Readonly<Record<string, string>> = {
  GONG_ACCESS_KEY: 'KEY',
  GONG_ACCESS_KEY_SECRET: 'key-secret',
  GATEWAY_TOKENS: 'web:a-token-of-sixteen-characters',
  GATEWAY_SECRET: 'x'.repeat(32),
  GATEWAY_PUBLIC_URL: 'https://gong.example.com',
  POSTGRES_PASSWORD: 'abc123',
  TLS_CERTIFICATE_FILE: 'tls.crt',
  TLS_KEY_FILE: 'tls.key',
};

const interpolate = (value: string): string =>
  value.replaceAll(
    /\$\{(\w+)(?::[-?]([^}]*))?\}/g,
    (_, name: string, fallback = '') => settings[name] ?? String(fallback),
  );

const settingsOf = (environment: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, interpolate(value)]),
  );

describe('compose.yaml', () => {
  it('has the gateway twice, Redis, PostgreSQL, and nginx, with keys that Compose knows', () => {
    expect(Object.keys(compose.services)).toEqual([
      'gateway-1',
      'gateway-2',
      'nginx',
      'redis',
      'postgres',
    ]);
    for (const [, service] of services) {
      expect(Object.keys(service).filter((key) => !SERVICE_KEYS.has(key))).toEqual([]);
    }
    expect(compose.services['gateway-1']).toEqual(compose.services['gateway-2']);
  });

  it('sets known variables only, with which the gateway starts', () => {
    const image = parseDockerfile(readPage('Dockerfile')).at(-1);
    if (image === undefined) throw new Error('The Dockerfile has no stage.');
    for (const [, { environment = {} }] of gateways) {
      expect(Object.keys(environment).filter((name) => !knownVariables.includes(name))).toEqual([]);
      const config = parseConfig({ ...environmentOf(image), ...settingsOf(environment) });

      expect(config).toMatchObject({ host: '0.0.0.0', isLocalOnly: false, isSandbox: false });
      const { place } = config.replica;
      if (typeof place !== 'object') throw new Error('The replica is not in PostgreSQL.');
      // Left as it is: the socket needs no TLS.
      expect(withTls(place.postgresUrl)).toBe(place.postgresUrl);
    }
  });

  it('requires each secret from outside, and holds none', () => {
    const required = [...source.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);

    expect([...new Set(required)].sort()).toEqual(Object.keys(settings).sort());
  });

  it('waits for what is healthy', () => {
    for (const [, { depends_on: needs = {} }] of services) {
      for (const [name, { condition }] of Object.entries(needs)) {
        const needed = compose.services[name];
        // The image of the gateway has its own check.
        expect(needed?.healthcheck ?? needed?.build).toBeDefined();
        expect(condition).toBe('service_healthy');
      }
    }
  });

  it('names files, volumes, networks, and secrets that exist', () => {
    for (const [, service] of services) {
      for (const volume of service.volumes ?? []) {
        const [from = ''] = volume.split(':');
        if (from.startsWith('.')) expect(existsSync(join(root, from))).toBe(true);
        else expect(Object.keys(compose.volumes)).toContain(from);
      }
      for (const name of service.networks ?? []) expect(compose.networks).toHaveProperty(name);
      for (const name of service.secrets ?? []) expect(compose.secrets).toHaveProperty(name);
    }
  });

  it('gives the gateways time for their drain and the running operations', () => {
    for (const [, { stop_grace_period: grace = '', environment = {} }] of gateways) {
      const { drainMs, deadlineMs } = parseConfig(settingsOf(environment));

      expect(grace).toMatch(/^\d+s$/);
      expect(Number.parseInt(grace) * 1000).toBeGreaterThan(drainMs + deadlineMs + 1000);
    }
  });

  it('lets no container reach more than it needs', () => {
    for (const [, service] of gateways) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], init: true });
    }
    expect(compose.services['nginx']?.networks).toEqual(['front']);
    expect(compose.services['redis']?.networks).toEqual(['back']);
    expect(compose.networks['back']).toEqual({ internal: true });
    expect(compose.services['postgres']?.network_mode).toBe('none');
  });
});
