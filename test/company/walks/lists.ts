import { parseInstant, type Instant } from '../../../src/lib/instant.js';
import type { Call, Company, SandboxCredential } from '../../../sandbox/src/index.js';
import { DEFAULT_CREDENTIAL } from '../../../sandbox/src/index.js';
import { HOSTS } from './traffic.js';

/** A list that a walk reads, as a client asks for it. */
export interface ListCase {
  readonly name: string;
  /** The field with its arguments, `%` where those of the page go. */
  readonly field: string;
  /** Where the connection is in the response. */
  readonly path: string;
  /** The company's records that the list holds, in its order; no order where it is Gong's own. */
  readonly order: 'newest first' | 'oldest first' | null;
  readonly idsIn: (company: Company) => readonly string[];
  readonly hidesPrivateCalls?: true;
  readonly credentials?: readonly SandboxCredential[];
}

/** From the very start of some call, or to it, as a filter of microseconds. */
export function listCases(middle: string): readonly ListCase[] {
  const orders = [
    ['newest first', 'NEWEST_FIRST'],
    ['oldest first', 'OLDEST_FIRST'],
  ] as const;
  return [
    ...orders.flatMap(([order, value]) => [
      calls(`calls, ${order}`, `calls(order: ${value}%)`, order),
      calls(
        `calls from a call on, ${order}`,
        `calls(order: ${value}, filter: { from: "${middle}" }%)`,
        order,
        (call) => startOf(call) >= instantOf(middle),
      ),
      calls(
        `calls up to a call, ${order}`,
        `calls(order: ${value}, filter: { to: "${middle}" }%)`,
        order,
        (call) => startOf(call) < instantOf(middle),
      ),
      {
        ...calls(
          `calls that the viewer may see, ${order}`,
          `calls(order: ${value}%)`,
          order,
          ({ metaData }) => !metaData.isPrivate,
        ),
        hidesPrivateCalls: true as const,
      },
      {
        ...calls(`calls by the least scope, ${order}`, `calls(order: ${value}%)`, order),
        credentials: [{ ...DEFAULT_CREDENTIAL, scopes: ['api:calls:read:basic'] }],
      },
      {
        ...calls(
          `calls of a user, ${order}`,
          `user(id: "500") { calls(order: ${value}%)`,
          order,
          ({ metaData }) => metaData.primaryUserId === HOSTS[0],
        ),
        path: 'user.calls',
      },
    ]),
    users('users', 'users(%)', () => true),
    users(
      'users that were created',
      'users(filter: { createdFrom: "2020-01-01T00:00:00Z" }%)',
      () => true,
    ),
    users('active users', 'users(filter: { active: true }%)', ({ active }) => active),
    {
      name: 'reviews',
      field: 'answeredScorecards(%)',
      path: 'answeredScorecards',
      order: null,
      idsIn: ({ answeredScorecards }) => answeredScorecards.map((each) => each.answeredScorecardId),
    },
  ];
}

function calls(
  name: string,
  field: string,
  order: 'newest first' | 'oldest first',
  isIn: (call: Call) => boolean = () => true,
): ListCase {
  const sign = order === 'newest first' ? -1 : 1;
  return {
    name,
    field,
    path: 'calls',
    order,
    idsIn: (company) =>
      company.calls
        .filter(isIn)
        .sort((a, b) => sign * (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0))
        .map(({ metaData }) => metaData.id),
  };
}

function users(
  name: string,
  field: string,
  isIn: (user: Company['users'][number]) => boolean,
): ListCase {
  return {
    name,
    field,
    path: 'users',
    order: null,
    idsIn: (company) => company.users.filter(isIn).map(({ id }) => id),
  };
}

const startOf = ({ metaData }: Call): Instant => instantOf(metaData.started);

function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`Not a time: ${text}`);
  return instant;
}
