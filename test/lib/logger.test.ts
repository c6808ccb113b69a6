import { describe, expect, it } from '@jest/globals';
import { GongError } from '../../src/gong/errors.js';
import { createLogger } from '../../src/bin/serve/createLogger.js';

function logged(error: unknown): Record<string, unknown> {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => lines.push(line) });
  logger.error({ err: error, operation: 'Test' }, 'Operation failed unexpectedly');
  return JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;
}

describe('createLogger', () => {
  it('logs errors without addresses and phone numbers', () => {
    const cause = new SyntaxError('Unexpected token in "joe@acme.com"');
    const error = Object.assign(
      new GongError('bad-request', 'No such user: joe@acme.com.', {
        operation: 'listUsers',
        requestId: 'r-5551234567',
        messages: ['Call +1 555 123 4567.'],
        cause,
      }),
      { details: [{ phoneNumber: '12-34', deep: { text: 'joe@acme.com' } }] },
    );

    const line = logged(error);

    expect(line).toMatchObject({
      msg: 'Operation failed unexpectedly',
      operation: 'Test',
      err: {
        type: 'GongError',
        kind: 'bad-request',
        requestId: 'r-5551234567',
        messages: ['Call •••67.'],
        details: [{ phoneNumber: '•••', deep: { text: '•••@acme.com' } }],
        stack: expect.stringContaining('logger.test.ts'),
      },
    });
    expect(JSON.stringify(line)).not.toContain('joe');
  });

  it('logs circular errors', () => {
    const error: Error & { self?: unknown } = new Error('Loop');
    error.self = { error: { of: [error] }, data: Buffer.from('x') };

    expect(logged(error)).toMatchObject({ err: { message: 'Loop' } });
  });

  it('logs other values unchanged', () => {
    expect(logged('text')).toMatchObject({ err: 'text' });
    expect(logged(undefined)).toMatchObject({ msg: 'Operation failed unexpectedly' });
  });
});
