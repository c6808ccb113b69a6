import { describe, expect, it } from '@jest/globals';
import { Sealer } from '../../src/lib/sealer.js';
import type { EndedOperation } from '../../src/telemetry/endedOperation.js';
import { logOperations } from '../../src/telemetry/operationLine.js';

const SECRET = 'a secret for tests, long enough to be one';

const ended: EndedOperation = {
  kind: 'graphql',
  type: 'query',
  requestId: 'r-1',
  tenant: 'acme',
  client: 'web',
  person: null,
  name: 'Calls',
  documentHash: 'abc',
  durationMs: 12.4,
  waitedMs: 3.6,
  gongRequests: 2,
  cacheHits: 5,
  shared: 1,
  errors: [{ code: 'FORBIDDEN', path: ['calls'] }],
  errorCodes: ['FORBIDDEN'],
  isPartial: true,
  audit: null,
  trace: null,
};

function lineOf(changes: Partial<EndedOperation>, secret = SECRET) {
  const lines: Readonly<Record<string, unknown>>[] = [];
  const log = (fields: object): void => {
    lines.push({ ...fields });
  };
  const logger = { debug: log, info: log, warn: log, error: log };
  logOperations(logger, new Sealer(secret, 'log'))({ ...ended, ...changes });
  return lines[0];
}

describe('the line of an operation', () => {
  it('has the facts, in whole milliseconds', () => {
    expect(lineOf({})).toEqual({
      requestId: 'r-1',
      tenant: 'acme',
      client: 'web',
      viewer: null,
      operation: 'Calls',
      document: 'abc',
      durationMs: 12,
      waitedMs: 4,
      gongRequests: 2,
      cacheHits: 5,
      shared: 1,
      errorCodes: ['FORBIDDEN'],
      isPartial: true,
    });
  });

  it('names a person by a keyed hash that is the same in any case of the address', () => {
    const line = lineOf({ person: 'Ada@Acme.example', client: 'ada@acme.example' });

    expect(line?.['viewer']).toMatch(/^[\w-]{12}$/);
    expect(line?.['client']).toBe(line?.['viewer']);
    expect(lineOf({ person: 'ada@acme.example' })?.['viewer']).toBe(line?.['viewer']);
    expect(JSON.stringify(line).toLowerCase()).not.toContain('ada');
  });

  it.each([
    ['person', { person: 'bob@acme.example' }, SECRET],
    ['tenant', { person: 'ada@acme.example', tenant: 'globex' }, SECRET],
    ['secret', { person: 'ada@acme.example' }, `${SECRET}!`],
  ])('has another hash for another %s', (_what, changes, secret) => {
    const one = lineOf({ person: 'ada@acme.example' })?.['viewer'];

    expect(lineOf(changes, secret)?.['viewer']).not.toBe(one);
  });

  it('names a Gong user by the ID', () => {
    expect(lineOf({ person: '234599484848423' })?.['viewer']).toBe('234599484848423');
  });

  it.each(['Call12345', 'x'.repeat(65)])('replaces the generated name %s', (name) => {
    expect(lineOf({ name })?.['operation']).toBe('other');
  });
});
