import { describe, expect, it } from '@jest/globals';
import { Sealer } from '../../../src/lib/sealer.js';
import { MemoryState } from '../../../src/lib/memoryState.js';
import { UploadTickets, type UploadTicketsOptions } from '../../../src/company/uploads/tickets.js';
import { FakeClock } from '../../support/clock.js';

const SECRET = 'a secret for tests, long enough to be one';
const MINUTE = 60_000;
const asked = {
  callId: '7000000000000000001',
  client: { name: 'web', tenant: 'acme', person: 'ada@acme.example', roles: ['manager'] },
  company: 'acme',
  operation: 'Add',
};

function setUp(options: Partial<UploadTicketsOptions> = {}) {
  const clock = new FakeClock();
  let count = 0;
  const tickets = new UploadTickets({
    sealer: new Sealer(SECRET, 'ticket'),
    state: new MemoryState(clock),
    clock,
    createId: () => String((count += 1)),
    ...options,
  });
  return { clock, tickets };
}

function readOne(tickets: UploadTickets) {
  const ticket = tickets.read(tickets.issue(asked));
  if (typeof ticket === 'string') throw new Error(`It is ${ticket}.`);
  return ticket;
}

describe('an upload ticket', () => {
  it('contains its purpose, in characters that a URL allows', () => {
    const { tickets } = setUp();
    const text = tickets.issue(asked);

    expect(text).toMatch(/^[\w-]+$/);
    expect(tickets.read(text)).toMatchObject(asked);
    for (const secret of [asked.callId, 'ada@acme.example']) {
      expect(Buffer.from(text, 'base64url').toString()).not.toContain(secret);
    }
  });

  it('can be used once', async () => {
    const { tickets } = setUp();
    const [one, other] = [readOne(tickets), readOne(tickets)];

    expect(await Promise.all([tickets.use(one), tickets.use(one)])).toEqual([true, false]);
    expect(await tickets.use(other)).toBe(true);
  });

  it('can be used again after it was returned', async () => {
    const { tickets } = setUp();
    const ticket = readOne(tickets);
    await tickets.use(ticket);

    await tickets.giveBack(ticket);

    expect(await tickets.use(ticket)).toBe(true);
    expect(await tickets.use(ticket)).toBe(false);
  });

  it('is valid for 15 minutes', async () => {
    const { clock, tickets } = setUp();
    const text = tickets.issue(asked);

    await clock.advance(15 * MINUTE - 1);
    expect(tickets.read(text)).toMatchObject(asked);
    await clock.advance(1);
    expect(tickets.read(text)).toBe('expired');
  });

  it.each<[string, Partial<UploadTicketsOptions>]>([
    ['another secret', { sealer: new Sealer(`${SECRET}!`, 'ticket') }],
    ['another purpose', { sealer: new Sealer(SECRET, 'state') }],
  ])('of %s is invalid', (_, options) => {
    expect(setUp(options).tickets.read(setUp().tickets.issue(asked))).toBe('invalid');
  });

  it.each(['', 'x', '..', 'a'.repeat(5000)])('cannot be invented: %s', (text) => {
    expect(setUp().tickets.read(text.slice(0, 20))).toBe('invalid');
  });

  it('that was changed at any position is invalid', () => {
    const { tickets } = setUp();
    const text = tickets.issue(asked);
    for (const index of [0, 20, 60, text.length - 2]) {
      const letter = text[index] === 'A' ? 'B' : 'A';
      expect(tickets.read(`${text.slice(0, index)}${letter}${text.slice(index + 1)}`)).toBe(
        'invalid',
      );
    }
  });
});
