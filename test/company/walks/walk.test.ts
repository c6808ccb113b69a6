import { describe, expect, it } from '@jest/globals';
import { GongError } from '../../../src/gong/errors.js';
import { ProgressGuard } from '../../../src/company/walks/walk.js';

const expired = new GongError('bad-request', 'cursor has expired', {
  messages: ['cursor has expired'],
});

describe('ProgressGuard', () => {
  it('refuses a request that was sent before', () => {
    const guard = new ProgressGuard();
    guard.beforeRequest('a');
    guard.beforeRequest('b');

    expect(() => {
      guard.beforeRequest('a');
    }).toThrow(/repeat an earlier one/);
  });

  it('allows a request once more for each cursor that expired, up to three times', () => {
    const guard = new ProgressGuard();
    let sent = 0;
    const send = () => {
      for (let given = 0; given < 10; given += 1) {
        guard.beforeRequest('a');
        sent += 1;
        guard.restart(expired, given);
      }
    };

    expect(send).toThrow(/expire sooner/);
    expect(sent).toBe(4);
  });

  it('ends when a cursor is refused twice without new items in between', () => {
    const guard = new ProgressGuard();
    guard.restart(expired, 100);
    guard.restart(expired, 200);

    expect(() => {
      guard.restart(expired, 200);
    }).toThrow(expect.objectContaining({ kind: 'bad-request', messages: ['cursor has expired'] }));
  });

  it('throws a failure that does not concern a cursor', () => {
    const failure = new GongError('unavailable', 'down');

    expect(() => {
      new ProgressGuard().restart(failure, 0);
    }).toThrow(failure);
  });
});
