import { describe, expect, it } from '@jest/globals';
import type { Logger } from '../../../src/lib/logger.js';
import { policyIn } from '../../support/config.js';
import { DAY_MS, EMAIL, gatewayOver, LOOK_UP, NOW, PHONE } from '../mutations/erasureSupport.js';
import { setUp } from '../mutations/support.js';

describe('Query.dataSubject', () => {
  const text = expect.any(String) as unknown;

  it('returns what refers to an email address', async () => {
    const { gateway, ids } = gatewayOver();

    const { data, errors, sent } = await gateway.trace(LOOK_UP, { email: ` ${EMAIL} ` });

    expect(errors).toBeUndefined();
    expect(sent[0]).toMatchObject({
      operationId: 'findAllReferencesToEmailAddress',
      query: { emailAddress: EMAIL },
    });
    const at = (days: number) => new Date(NOW - days * DAY_MS).toISOString();
    expect(data).toEqual({
      dataSubject: {
        confirmation: text,
        calls: [0, 1].map((index) => ({
          callId: ids[index],
          status: 'COMPLETED',
          externalRecords: [{ system: 'Salesforce', type: 'Task', id: text }],
          call: { id: ids[index], title: `Call ${index}` },
        })),
        emails: [3, 2].map((days) => ({
          id: expect.stringMatching(/^[0-9a-f]{32}$/),
          from: EMAIL,
          sentAt: at(days),
          mailbox: 'user500@lumenta.example',
          messageHash: text,
        })),
        meetings: [],
        customerData: [
          {
            system: 'HubSpot',
            objects: [
              {
                id: expect.stringMatching(/^\d{18,19}$/) as unknown,
                type: 'Contact',
                externalId: 'c7',
                fields: [{ name: 'Email', value: EMAIL }],
              },
            ],
          },
        ],
        engagement: [
          {
            eventType: 'contentViewed',
            eventName: 'Viewed the deck',
            at: at(3),
            contentId: 'deck-1',
            contentUrl: 'https://decks.example.com/1',
            reportingSystem: 'decks',
            sourceEventId: `view${ids[0] ?? ''}`,
          },
        ],
        matchingPhoneNumbers: null,
        emailAddresses: null,
      },
    });
  });

  it('returns what refers to a phone number, which has no engagement', async () => {
    const { gateway, ids } = gatewayOver();

    const { data, errors, sent } = await gateway.trace(LOOK_UP, { phoneNumber: PHONE });

    expect(errors).toBeUndefined();
    // A bare "+" in the URL would have become a space.
    expect(sent[0]).toMatchObject({
      operationId: 'findAllReferencesToPhoneNumber',
      query: { phoneNumber: '+14255552671' },
    });
    expect(data).toMatchObject({
      dataSubject: {
        calls: [{ callId: ids[0] }, { callId: ids[1] }],
        customerData: [{ system: 'HubSpot' }],
        engagement: null,
        matchingPhoneNumbers: ['+1 425 555 2671'],
        emailAddresses: ['Jo@customer.example'],
      },
    });
  });

  it('returns empty lists for a person that Gong does not know', async () => {
    const { gateway } = gatewayOver();
    const { data, errors, sent } = await gateway.trace(LOOK_UP, { email: 'x@y.example' });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      dataSubject: { confirmation: text, calls: [], emails: [], customerData: [], engagement: [] },
    });
    expect(sent).toHaveLength(1);
  });

  it('leaves out calls that the policy hides', async () => {
    const { gateway, ids } = gatewayOver({ config: { policy: policyIn('hide-private') } });

    const { data, errors, sent } = await gateway.trace(LOOK_UP, { email: EMAIL });

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ dataSubject: { calls: [{ call: { id: ids[0] } }] } });
    expect(JSON.stringify(data)).not.toContain(ids[1]);
    expect(sent.map(({ operationId }) => operationId)).toEqual([
      'findAllReferencesToEmailAddress',
      'listCallsExtensive',
    ]);
  });

  it('is denied as a raw request where calls may be hidden', async () => {
    const { gateway } = gatewayOver({ config: { policy: policyIn('hide-private') } });

    const { errors, sent } = await gateway.trace(
      `mutation ($query: JSON) { gongRequest(input: {
        method: GET, path: "/v2/data-privacy/data-for-email-address", query: $query
      }) { body } }`,
      { query: { emailAddress: EMAIL } },
    );

    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('Select the typed field instead') as unknown,
        extensions: { code: 'FORBIDDEN' },
      },
    ]);
    expect(sent).toEqual([]);
  });

  it.each(['own-calls', 'workspaces=Sales', 'mask-emails', 'mask-phones'])(
    'is denied under %s, except to a role that allows raw requests',
    async (words) => {
      const policy = policyIn(words, { roles: { privacy: `${words}, raw-requests` } });
      const { gateway } = gatewayOver({ config: { policy } });
      const person = '500';

      const denied = await gateway.trace(LOOK_UP, { email: EMAIL }, { person });
      const allowed = await gateway.execute(
        LOOK_UP,
        { email: EMAIL },
        { person, roles: ['privacy'] },
      );

      expect(denied.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(denied.sent).toEqual([]);
      expect(allowed.errors).toBeUndefined();
      expect(allowed.data).toMatchObject({ dataSubject: { confirmation: text } });
      if (words === 'mask-emails') expect(JSON.stringify(allowed.data)).not.toMatch(/jo@customer/i);
    },
  );

  it.each<[Record<string, string>, RegExp]>([
    [{}, /^Exactly one of .*"dataSubject\(email:\)" and "dataSubject\(phoneNumber:\)" is required/],
    [{ email: EMAIL, phoneNumber: PHONE }, /^Exactly one of the arguments/],
    [{ email: 'jo.customer' }, /^Argument "dataSubject\(email:\)" must be an email address\.$/],
    [{ phoneNumber: '425 555 2671' }, /"dataSubject\(phoneNumber:\)" must begin with "\+"/],
    [{ phoneNumber: '+x' }, /"dataSubject\(phoneNumber:\)" must begin with "\+"/],
  ])('refuses %j without a request, and without repeating it', async (variables, message) => {
    const { gateway } = gatewayOver();
    const { errors, sent } = await gateway.trace(LOOK_UP, variables);
    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    for (const value of Object.values(variables)) {
      expect(errors?.[0]?.message).not.toContain(value);
    }
    expect(sent).toEqual([]);
  });

  it('fails for the address of a user of the company', async () => {
    const { gateway } = gatewayOver();
    const { errors } = await gateway.execute(LOOK_UP, { email: 'user500@lumenta.example' });
    expect(errors).toMatchObject([{ extensions: { code: 'GONG_BAD_REQUEST' } }]);
  });

  it('is one request per person and operation, and never cached', async () => {
    const { gateway } = gatewayOver({ config: { cacheTtlSeconds: 300 } });
    const query = `{ a: dataSubject(email: "${EMAIL}") { meetings { id } }
      b: dataSubject(email: "${EMAIL}") { emails { id } }
      c: dataSubject(phoneNumber: "${PHONE}") { emails { id } } }`;

    const { sent } = await gateway.trace(query);
    const again = await gateway.trace(query);
    const { extensions } = await gateway.execute(
      query,
      {},
      { extensions: { gong: { estimateOnly: true } } },
    );

    expect(sent).toHaveLength(2);
    expect(again.sent).toHaveLength(2);
    expect(extensions?.gong?.estimate).toEqual({ min: 2, max: 2 });
  });

  it('leaves the address out of logs, also when Gong fails', async () => {
    const lines: unknown[] = [];
    const log = (...line: readonly unknown[]): void => {
      lines.push(line);
    };
    const logger: Logger = { debug: log, info: log, warn: log, error: log };
    const failing = { status: 500, body: { requestId: 'r9', errors: ['Oops.'] } };
    const { run } = setUp([failing], { logger });

    await run(LOOK_UP, { email: EMAIL });

    expect(lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).not.toContain('customer.example');
  });
});
