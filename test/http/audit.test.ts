import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { auditServer, type AuditResult } from 'graphql-http';
import { startServer, type TestServer } from './support.js';

let server: TestServer;
let results: readonly AuditResult[];

beforeAll(async () => {
  server = await startServer();
  results = await auditServer({ url: `${server.origin}/graphql` });
});
afterAll(() => server.app.close());

const failed = (requirement: string): string[] =>
  results
    .filter(({ name, status }) => name.startsWith(requirement) && status !== 'ok')
    .map(({ name }) => name);

it('runs every audit of GraphQL over HTTP', () => {
  expect(results).toHaveLength(61);
});

/** Audits that the gateway fails on purpose: their IDs with the reasons. */
const exceptions = {
  '423L':
    'MAY use 400 status code on missing {query} parameter: as released in September 2026, the specification says 422 for a request that is not well formed.',
  '86EE':
    'SHOULD use a status code of 400 on variable coercion failure when accepting application/graphql-response+json: as released, it says 422.',
  '5A70':
    'MAY accept application/x-www-form-urlencoded formatted GET requests: the audit sends none of the headers that prevent cross-site request forgery.',
  D6D5: 'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json: likewise.',
  '6A70':
    'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json: likewise.',
};

it('passes everything that a server MUST do', () => {
  expect(failed('MUST')).toEqual([]);
});

it('passes everything else but the exceptions', () => {
  const unmet = results.filter(({ status }) => status !== 'ok');
  const told = unmet.map(({ id, name }) => [id, name]);

  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(
      Object.entries(exceptions).map(([id, reason]) => [id, reason.split(': ', 1)[0]]),
    ),
  );
});

it('sends Gong no request for the audit’s queries', () => {
  expect(server.sandbox.requests).toEqual([]);
});
