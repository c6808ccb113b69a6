import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { trace } from '@opentelemetry/api';
import { recordSpans } from '../../support/spans.js';
import { embed, post, type Embedded } from './support.js';

const QUERY = 'query Users { users(first: 1) { nodes { id } } }';
const CLIENT_SPAN = 'a1a2a3a4a5a6a7a8';
const headers = { traceparent: `00-${'c'.repeat(32)}-${CLIENT_SPAN}-01` };

const recorded = recordSpans();
let embedded: Embedded;
beforeEach(async () => {
  recorded.take();
  embedded = await embed({ authenticate: () => ({ client: 'app' }) });
});
afterEach(() => embedded.close());

/** The span of the operation, and the endpoints of its requests to Gong. */
function take() {
  const spans = recorded.take();
  const operation = spans.find(({ name }) => name === 'graphql.operation');
  const requests = spans.filter(
    ({ name, parentId }) => name === 'gong.request' && parentId === operation?.id,
  );
  return { operation, endpoints: requests.map(({ attributes }) => attributes['gong.endpoint']) };
}

/** Runs within a span of the embedding program, and returns its ID. */
async function inSpan(run: () => Promise<unknown>): Promise<string> {
  return trace.getTracer('app').startActiveSpan('app', async (span) => {
    await run();
    span.end();
    return span.spanContext().spanId;
  });
}

it('records an operation in the running span of the embedding program', async () => {
  const id = await inSpan(() => embedded.gateway.execute({ document: QUERY }, { client: 'app' }));

  const { operation, endpoints } = take();
  expect(operation).toMatchObject({
    parentId: id,
    attributes: { 'graphql.operation.name': 'Users', 'gong_gateway.client': 'app' },
  });
  expect(endpoints).toEqual(['listUsers']);
});

it('records an operation of a request in the running span rather than in the span of the client', async () => {
  const id = await inSpan(() => embedded.gateway.handle(post(QUERY, { headers })));

  expect(take().operation?.parentId).toBe(id);
});

it('records an operation of a request in the span of the client when no span runs', async () => {
  await embedded.gateway.handle(post(QUERY, { headers }));

  expect(take().operation?.parentId).toBe(CLIENT_SPAN);
});

it('records an operation of an own executor when its context is closed', async () => {
  const context = await embedded.gateway.createContext({ client: 'ana@example.com' });
  context.close();
  context.close();

  expect(take().operation?.attributes).toMatchObject({
    'graphql.operation.name': 'anonymous',
    'gong_gateway.client': 'other',
  });
});
