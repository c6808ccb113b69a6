import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { Service } from 'kubernetes-models/v1/Service';
import { parseAllDocuments } from 'yaml';
import { knownVariables, parseConfig } from '../../src/config/config.js';
import { readPage, root } from '../docs/support.js';
import { environmentOf, lastOf, parseDockerfile } from './dockerfile.js';

const FOLDER = 'deploy/kubernetes';
const KINDS = { Deployment, Service, PodDisruptionBudget };

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
}

const manifests = readdirSync(`${root}${FOLDER}`).flatMap((file) =>
  parseAllDocuments(readPage(`${FOLDER}/${file}`)).map((document) => document.toJS() as Manifest),
);

/** Returns the only manifest of a kind, checked against the description of Kubernetes. */
function manifestOf<K extends keyof typeof KINDS>(kind: K): InstanceType<(typeof KINDS)[K]> {
  const found = manifests.filter((manifest) => manifest.kind === kind);
  expect(found).toHaveLength(1);
  const Model = KINDS[kind] as unknown as new (data: object) => InstanceType<(typeof KINDS)[K]>;
  return new Model(found[0] ?? {});
}

const deployment = manifestOf('Deployment');
const pod = deployment.spec?.template.spec;
const [container] = pod?.containers ?? [];
if (pod === undefined || container === undefined)
  throw new Error('The Deployment has no container.');
const image = parseDockerfile(readPage('Dockerfile')).at(-1);
if (image === undefined) throw new Error('The Dockerfile has no stage.');

describe('the manifests', () => {
  it.each(manifests.map(({ kind, apiVersion }) => [kind, apiVersion]))(
    '%s fits the description of Kubernetes',
    (kind, apiVersion) => {
      const manifest = manifestOf(kind as keyof typeof KINDS);

      expect(manifest.apiVersion).toBe(apiVersion);
      expect(() => {
        manifest.validate();
      }).not.toThrow();
    },
  );

  it('are checked by a description that refuses unknown values', () => {
    const wrong = manifests.find(({ kind }) => kind === 'Service') as object;

    expect(() => {
      new Service({
        ...wrong,
        spec: { ports: [{ port: 'eighty' as unknown as number }] },
      }).validate();
    }).toThrow();
  });

  it('contain no secret, only references to one', () => {
    expect(manifests.map(({ kind }) => kind).sort()).toEqual(Object.keys(KINDS).sort());
    const names = (container.env ?? []).flatMap(({ name, valueFrom }) =>
      valueFrom?.secretKeyRef?.key === name ? [name] : [],
    );

    expect(names).toEqual([
      'GONG_ACCESS_KEY',
      'GONG_ACCESS_KEY_SECRET',
      'GATEWAY_TOKENS',
      'GATEWAY_SECRET',
      'REDIS_URL',
      'GATEWAY_REPLICA',
    ]);
  });

  it('select the pods of the Deployment', () => {
    const labels = deployment.spec?.template.metadata?.labels;

    expect(deployment.spec?.selector.matchLabels).toEqual(labels);
    expect(manifestOf('Service').spec?.selector).toEqual(labels);
    expect(manifestOf('PodDisruptionBudget').spec?.selector?.matchLabels).toEqual(labels);
    expect(manifestOf('Service').spec?.ports?.[0]?.targetPort).toBe(container.ports?.[0]?.name);
  });
});

describe('the Deployment', () => {
  const values: Readonly<Record<string, string>> = {
    ...environmentOf(image),
    GONG_ACCESS_KEY: 'KEY',
    GONG_ACCESS_KEY_SECRET: 'key-secret',
    GATEWAY_TOKENS: 'web:a-token-of-sixteen-characters',
    GATEWAY_SECRET: 'x'.repeat(32),
    REDIS_URL: 'rediss://redis.example.com',
    GATEWAY_REPLICA: 'postgres://gong:password@db.example.com/gong',
    ...Object.fromEntries(
      (container.env ?? []).flatMap(({ name, value }) =>
        value === undefined ? [] : [[name, value]],
      ),
    ),
  };
  const config = parseConfig(values);

  it('runs this version of the image at the port that it listens on', () => {
    const { version, name } = JSON.parse(readPage('package.json')) as Record<string, string>;

    expect(container.image).toBe(`${name}:${version}`);
    expect(container.ports).toEqual([{ name: 'http', containerPort: config.port }]);
  });

  it('sets known variables only, and lets Kubernetes add none', () => {
    const names = (container.env ?? []).map(({ name }) => name);

    expect(names.filter((name) => !knownVariables.includes(name))).toEqual([]);
    expect(pod.enableServiceLinks).toBe(false);
  });

  it('lets the drain outlast the probe of readiness, and the end outlast both', () => {
    const {
      periodSeconds = 10,
      timeoutSeconds = 1,
      failureThreshold = 3,
    } = container.readinessProbe ?? {};

    expect(config.drainMs / 1000).toBeGreaterThanOrEqual(
      periodSeconds * failureThreshold + timeoutSeconds,
    );
    expect((pod.terminationGracePeriodSeconds ?? 30) * 1000).toBeGreaterThan(
      config.drainMs + config.deadlineMs + 1000,
    );
  });

  it('probes paths of the gateway', () => {
    const paths = [container.startupProbe, container.readinessProbe, container.livenessProbe];

    expect(paths.map((probe) => probe?.httpGet?.path)).toEqual([
      '/health/ready',
      '/health/ready',
      '/health/live',
    ]);
  });

  it('runs without privileges on a read-only file system, and mounts what the gateway writes to', () => {
    expect(pod.securityContext?.runAsNonRoot).toBe(true);
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(container.volumeMounts?.map(({ mountPath }) => mountPath)).toEqual([
      lastOf(image, 'VOLUME').text,
      '/tmp',
    ]);
    expect(container.volumeMounts?.map(({ name }) => name)).toEqual(
      pod.volumes?.map(({ name }) => name),
    );
  });
});
