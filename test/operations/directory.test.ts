import { describe, expect, it } from '@jest/globals';
import type { FaultRule } from '../../sandbox/src/index.js';
import { createTestGateway } from '../support/gateway.js';

const setUp = (fault?: Partial<FaultRule>) => {
  const gateway = createTestGateway({ sandbox: { calls: 1, users: 240 } });
  if (fault !== undefined) {
    gateway.sandbox.faults.add({
      fault: {
        kind: 'answer',
        status: 400,
        body: { requestId: 'r', errors: ['cursor has expired'] },
      },
      operationId: 'listUsers',
      matches: ({ query }) => query['cursor'] !== undefined,
      ...fault,
    });
  }
  const { users } = gateway.sandbox.company;
  return { gateway, last: users.at(-1)?.emailAddress ?? '' };
};

describe('The user directory, when a cursor expires during the walk', () => {
  it('returns the complete list of users', async () => {
    const { gateway } = setUp({});

    const { data, errors, sent } = await gateway.trace(
      '{ users(first: 240) { nodes { id } pageInfo { hasNextPage } } }',
    );

    const { nodes, pageInfo } = data?.['users'] as unknown as {
      nodes: { id: string }[];
      pageInfo: { hasNextPage: boolean };
    };
    expect(errors).toBeUndefined();
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(240);
    expect(pageInfo.hasNextPage).toBe(false);
    // The first page, the refused second, and all three again.
    expect(sent).toHaveLength(5);
  });

  it('still finds a user on its last page', async () => {
    const { gateway, last } = setUp({});

    const { data, errors } = await gateway.execute(
      'query ($email: String!) { searchUsers(email: $email) { emailAddress } }',
      { email: last.toUpperCase() },
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({ searchUsers: [{ emailAddress: last }] });
  });

  it('fails when the cursor is refused again', async () => {
    const { gateway, last } = setUp({ times: 50 });

    const { data, errors, sent } = await gateway.trace(
      'query ($email: String!) { searchUsers(email: $email) { id } }',
      { email: last },
    );

    expect(data).toEqual({ searchUsers: null });
    expect(errors?.[0]?.extensions['code']).toBe('GONG_BAD_REQUEST');
    expect(sent.length).toBeLessThanOrEqual(4);
  });
});

describe('A party with an invalid user ID', () => {
  it('causes no request for a user', async () => {
    const { gateway } = setUp();
    const [call] = gateway.sandbox.company.calls;
    if (call === undefined) throw new Error('The company has a call.');
    call.parties = [{ id: '1', userId: '-1', speakerId: '7', affiliation: 'Internal' }];
    call.transcript = [
      { speakerId: '7', topic: null, sentences: [{ start: 0, end: 900, text: 'Hello.' }] },
    ];

    const { data, errors, sent } = await gateway.trace(
      '{ calls { nodes { transcript { text monologues { speaker { name } } } } } }',
    );

    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toContain('Unknown speaker 1: Hello.');
    expect(sent.map(({ operationId }) => operationId)).not.toContain('listMultipleUsers');
  });
});
