import { expect, it } from '@jest/globals';
import { createTestGateway } from '../support/gateway.js';

it('answers a query over the sandbox', async () => {
  const gateway = createTestGateway();

  const { data, errors, sent } = await gateway.trace(
    '{ calls(first: 100) { nodes { id title primaryUser { name } } } }',
  );

  expect(errors).toBeUndefined();
  expect(data?.['calls']).toBeDefined();
  expect(sent.map(({ operationId }) => operationId)).toEqual([
    'listCallsExtensive',
    'listMultipleUsers',
  ]);
});
