import { describe, expect, it } from '@jest/globals';
import { createSandbox, DEFAULT_CREDENTIAL } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway, silentLogger, type TestGateway } from '../../support/gateway.js';
import {
  companyWithJo,
  confirmationFrom,
  EMAIL,
  enabled,
  gatewayOver,
  LOOK_UP,
  NOW,
  PHONE,
} from './erasureSupport.js';
import { setUp } from './support.js';

const MINUTE_MS = 60_000;
const ERASE = `mutation ($input: EraseDataSubjectInput!) {
  eraseDataSubject(input: $input) { acceptedAt requestId }
}`;

describe('Mutation.eraseDataSubject', () => {
  it.each([
    ['an email address', { email: EMAIL }, 'purgeEmailAddress', { emailAddress: EMAIL }],
    ['a phone number', { phoneNumber: PHONE }, 'purgePhoneNumber', { phoneNumber: '+14255552671' }],
  ])('erases the person with %s', async (_, person, operationId, query) => {
    const { gateway, ids } = gatewayOver();
    const confirmation = await confirmationFrom(gateway, person);

    const { data, errors, sent } = await gateway.trace(ERASE, {
      input: { ...person, confirmation },
    });

    expect(errors).toBeUndefined();
    expect(sent).toMatchObject([{ method: 'POST', operationId, query }]);
    expect(data).toEqual({
      eraseDataSubject: {
        acceptedAt: new Date(NOW).toISOString(),
        requestId: expect.any(String) as unknown,
      },
    });
    const left = await gateway.execute(LOOK_UP, person);
    expect(left.data).toMatchObject({ dataSubject: { calls: [], emails: [] } });
    const calls = await gateway.execute('{ calls { nodes { id } } }');
    expect(calls.data).toEqual({ calls: { nodes: [{ id: ids[2] }] } });
  });

  it('invalidates everything that is cached of the company', async () => {
    const { gateway, ids } = gatewayOver({ config: { cacheTtlSeconds: 300 } });
    const query = '{ users { nodes { id } } workspaces { id } calls { nodes { id } } }';
    const confirmation = await confirmationFrom(gateway);
    const requestsOf = async () => (await gateway.trace(query)).sent.length;

    const before = [await requestsOf(), await requestsOf()];
    await gateway.execute(ERASE, { input: { email: EMAIL, confirmation } });
    const after = await gateway.trace(query);

    expect(before).toEqual([3, 0]);
    expect(after.sent).toHaveLength(3);
    expect(after.data).toMatchObject({ calls: { nodes: [{ id: ids[2] }] } });
  });

  it('accepts the confirmation of another instance for 15 minutes', async () => {
    const { gateway, sandbox, clock } = gatewayOver();
    const other = createTestGateway({ clock, sandbox, config: { enabled } });
    const confirmation = await confirmationFrom(gateway);
    const input = { email: EMAIL, confirmation };

    await clock.advance(15 * MINUTE_MS - 1);
    const { errors } = await other.execute(ERASE, { input });
    await clock.advance(1);
    const late = await other.trace(ERASE, { input });

    expect(errors).toBeUndefined();
    expect(late.errors).toMatchObject([
      {
        message: expect.stringMatching(
          /confirmation:\)" has expired.*Query\.dataSubject/,
        ) as unknown,
        extensions: { code: 'BAD_USER_INPUT', retryable: false },
      },
    ]);
    expect(late.sent).toEqual([]);
  });

  const flip = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
  it.each<[string, RegExp, (gateway: TestGateway) => Promise<string> | string]>([
    ['made up', /is not a confirmation/, () => 'yes'],
    ['empty', /is not a confirmation/, () => ''],
    ['altered', /is not a confirmation/, async (gateway) => flip(await confirmationFrom(gateway))],
    [
      'of another address',
      /another email address or phone number/,
      (gateway) => confirmationFrom(gateway, { email: 'jo@customer.example.com' }),
    ],
    [
      'of a phone number',
      /another email address or phone number/,
      (gateway) => confirmationFrom(gateway, { phoneNumber: PHONE }),
    ],
    [
      'of another company',
      /is not a confirmation/,
      () => {
        const access = { accessKey: 'OTHERKEY', accessKeySecret: 'another secret' };
        const clock = new FakeClock(NOW);
        const credentials = [{ ...DEFAULT_CREDENTIAL, ...access }];
        const company = companyWithJo();
        const sandbox = createSandbox({ company, clock, credentials, requestsPerSecond: Infinity });
        return confirmationFrom(createTestGateway({ clock, sandbox, access }));
      },
    ],
  ])('is not sent with a confirmation that is %s', async (_, message, confirm) => {
    const { gateway } = gatewayOver();
    const confirmation = await confirm(gateway);

    const { data, errors, sent } = await gateway.trace(ERASE, {
      input: { email: EMAIL, confirmation },
    });

    expect(data).toEqual({ eraseDataSubject: null });
    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(sent).toEqual([]);
  });

  it.each([
    ['email', { email: EMAIL }],
    ['phoneNumber', { phoneNumber: PHONE }],
  ])('logs an erasure by %s once, without personal data', async (by, person) => {
    const logged: { readonly fields: object; readonly message: string }[] = [];
    const info = (fields: object, message: string): void => {
      logged.push({ fields, message });
    };
    const { gateway } = gatewayOver({ logger: { ...silentLogger, info } });
    const confirmation = await confirmationFrom(gateway, person);
    const refused = await gateway.trace(ERASE, { input: { ...person, confirmation: 'yes' } });
    const { data, sent } = await gateway.trace(ERASE, { input: { ...person, confirmation } });

    expect([refused.sent, sent.length]).toEqual([[], 1]);
    expect(logged).toEqual([
      {
        message: 'Data subject erased',
        fields: {
          tenant: 'default',
          client: 'anonymous',
          by,
          calls: 2,
          emails: 2,
          meetings: 0,
          requestId: (data as { eraseDataSubject: { requestId: string } } | null)?.eraseDataSubject
            .requestId,
        },
      },
    ]);
    expect(JSON.stringify(logged)).not.toMatch(/customer|2671/i);
  });

  it('uses confirmations without an address', async () => {
    const { gateway } = gatewayOver();
    const confirmation = await confirmationFrom(gateway);
    expect(Buffer.from(confirmation, 'base64url').toString('latin1')).not.toContain('customer');
  });

  it.each<[Record<string, string>, RegExp]>([
    [{}, /^Exactly one of .*"eraseDataSubject\(input\.email:\)"/],
    [{ email: EMAIL, phoneNumber: PHONE }, /^Exactly one of the arguments/],
    [{ email: '@' }, /"eraseDataSubject\(input\.email:\)" must be an email address/],
  ])('refuses %j without a request', async (person, message) => {
    const { gateway } = gatewayOver();
    const confirmation = await confirmationFrom(gateway);
    const { errors, sent } = await gateway.trace(ERASE, { input: { ...person, confirmation } });
    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(sent).toEqual([]);
  });

  it('is not sent unless GATEWAY_ERASURE is on, by raw request either', async () => {
    const { gateway } = gatewayOver({ config: { enabled: new Set() } });
    const confirmation = await confirmationFrom(gateway);
    const raw = `mutation ($email: JSON) { gongRequest(input: { method: POST,
      path: "/v2/data-privacy/erase-data-for-email-address", query: $email }) { status } }`;

    for (const { errors, sent } of [
      await gateway.trace(ERASE, { input: { email: EMAIL, confirmation } }),
      await gateway.trace(raw, { email: { emailAddress: EMAIL } }),
    ]) {
      expect(errors).toMatchObject([
        {
          message: expect.stringContaining('GATEWAY_ERASURE=on') as unknown,
          extensions: { code: 'FORBIDDEN', retryable: false },
        },
      ]);
      expect(sent).toEqual([]);
    }
  });

  it.each(['team-calls', 'workspaces=Sales', 'mask-phones', 'read-only'])(
    'is denied under %s, except to a role that may',
    async (words) => {
      const policy = policyIn(words, { roles: { privacy: 'raw-requests' } });
      const { gateway } = gatewayOver({ config: { policy } });
      const asker = { person: '500', roles: ['privacy'] };
      const confirmation = await confirmationFrom(gateway, { email: EMAIL }, asker);
      const input = { email: EMAIL, confirmation };

      const denied = await gateway.trace(ERASE, { input }, { person: '500' });
      const allowed = await gateway.trace(ERASE, { input }, asker);

      expect(denied.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(denied.sent).toEqual([]);
      expect(allowed.errors).toBeUndefined();
      expect(allowed.sent).toHaveLength(1);
    },
  );

  it.each([
    [500, 'OUTCOME_UNKNOWN'],
    [400, 'GONG_BAD_REQUEST'],
    [401, 'GONG_MISSING_SCOPE'],
  ])('is sent once when Gong answers %i, and fails with %s', async (status, code) => {
    const errorsOfGong = [
      "You don't have permission to use 'api:data-privacy:delete' in your app.",
    ];
    const refusal = { requestId: 'r9', errors: status === 401 ? errorsOfGong : ['No.'] };
    const { clock, gateway, wire, run } = setUp(
      [{ body: { calls: [] } }, { status, body: refusal }, { body: {} }],
      { config: { enabled } },
    );
    const confirmation = await clock.runUntil(confirmationFrom(gateway));

    const { data, errors } = await run(ERASE, { input: { email: EMAIL, confirmation } });
    await clock.advance(MINUTE_MS);

    expect(data).toEqual({ eraseDataSubject: null });
    expect(errors).toMatchObject([{ extensions: { code, retryable: false } }]);
    expect(wire.sent).toHaveLength(2);
    expect(wire.sent[1]).toMatchObject({
      method: 'POST',
      url: 'https://gong.test/v2/data-privacy/erase-data-for-email-address?emailAddress=jo%40customer.example',
    });
  });

  it('is priced at 1 request, and not sent by an estimate', async () => {
    const { gateway } = gatewayOver();
    const confirmation = await confirmationFrom(gateway);
    const { extensions, sent } = await gateway.trace(
      ERASE,
      { input: { email: EMAIL, confirmation } },
      { extensions: { gong: { estimateOnly: true } } },
    );
    expect(extensions?.gong?.estimate).toEqual({ min: 1, max: 1 });
    expect(sent).toEqual([]);
  });
});
