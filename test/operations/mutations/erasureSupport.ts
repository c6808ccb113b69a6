import { expect } from '@jest/globals';
import { createSandbox, type Company } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { callsAt, companyOf, usersOf } from '../../support/companies.js';
import { policyIn } from '../../support/config.js';
import {
  createTestGateway,
  type ClientRequest,
  type TestGateway,
  type TestGatewayOptions,
} from '../../support/gateway.js';

export const NOW = Date.parse('2026-06-01T12:00:00Z');
export const DAY_MS = 24 * 60 * 60 * 1000;
export const EMAIL = 'jo@customer.example';
export const PHONE = '+1 (425) 555-2671';
export const enabled = new Set(['GATEWAY_ERASURE'] as const);

export const LOOK_UP = `query ($email: String, $phoneNumber: String) {
  dataSubject(email: $email, phoneNumber: $phoneNumber) {
    confirmation
    calls { callId status externalRecords { system type id } call { id title } }
    emails { id from sentAt mailbox messageHash }
    meetings { id }
    customerData { system objects { id type externalId fields { name value } } }
    engagement { eventType eventName at contentId contentUrl reportingSystem sourceEventId }
    matchingPhoneNumbers
    emailAddresses
  }
}`;

/** Three calls, of which Jo takes part in the first two; the second is private. */
export function companyWithJo(): Company {
  const calls = callsAt([3, 2, 1].map((days) => NOW - days * DAY_MS));
  calls.forEach((call, index) => {
    call.metaData.title = `Call ${index}`;
    call.metaData.isPrivate = index === 1;
    call.metaData.primaryUserId = '500';
    call.context = [{ system: 'Salesforce', objects: [] }];
    call.parties = [
      { id: '1', affiliation: 'Internal', userId: '500', emailAddress: 'user500@lumenta.example' },
      {
        id: '2',
        affiliation: 'External',
        name: 'Jo Buyer',
        emailAddress: index === 2 ? 'other@customer.example' : 'Jo@customer.example',
        phoneNumber: index === 2 ? '+1 425 555 0000' : '+1 425 555 2671',
        context: [
          {
            system: 'HubSpot',
            objects: [
              {
                objectType: 'Contact',
                objectId: 'c7',
                fields: [{ name: 'Email', value: EMAIL }],
              },
            ],
          },
        ],
      },
    ];
  });
  return companyOf({ calls, users: usersOf(1) });
}

export function gatewayOver(options: TestGatewayOptions = {}) {
  const clock = new FakeClock(NOW);
  const company = companyWithJo();
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
  const config = { enabled, policy: policyIn('show-private'), ...options.config };
  const gateway = createTestGateway({ clock, sandbox, ...options, config });
  return { gateway, sandbox, clock, ids: company.calls.map(({ metaData }) => metaData.id) };
}

export async function confirmationFrom(
  gateway: Pick<TestGateway, 'execute'>,
  variables: Record<string, unknown> = { email: EMAIL },
  request: ClientRequest = {},
): Promise<string> {
  const { data, errors } = await gateway.execute(LOOK_UP, variables, request);
  expect(errors).toBeUndefined();
  return (data?.['dataSubject'] as unknown as { confirmation: string }).confirmation;
}
