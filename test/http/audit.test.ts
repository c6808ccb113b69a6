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

it.each(['MUST', 'SHOULD'])('passes everything that a server %s do', (requirement) => {
  expect(failed(requirement)).toEqual([]);
});

it('omits only what CSRF prevention forbids', () => {
  // All of these are GETs without a header that a browser sends only after asking.
  expect(failed('MAY')).toEqual([
    'MAY accept application/x-www-form-urlencoded formatted GET requests',
    'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
    'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
  ]);
});

it('sends Gong no request for the audit’s queries', () => {
  expect(server.sandbox.requests).toEqual([]);
});
