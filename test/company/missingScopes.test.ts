import { expect, it } from '@jest/globals';
import { MINUTE_MS } from '../../src/lib/clock.js';
import { GongError } from '../../src/gong/errors.js';
import { MissingScopes } from '../../src/company/missingScopes.js';
import { FakeClock } from '../support/clock.js';

const refusal = (requiredScope: string): GongError =>
  new GongError('missing-scope', `lacks ${requiredScope}`, { requiredScope });

it('remembers the refusal of the scope in the error', () => {
  const denied = new MissingScopes(new FakeClock());
  const error = refusal('api:a');

  expect(denied.learnFrom(error)).toBe(true);

  expect(denied.denial('api:a')).toBe(error);
  expect(denied.denial('api:b')).toBeUndefined();
});

it('learns nothing from a scope known to be missing', () => {
  const denied = new MissingScopes(new FakeClock());
  const first = refusal('api:a');
  denied.learnFrom(first);

  expect(denied.learnFrom(refusal('api:a'))).toBe(false);

  expect(denied.denial('api:a')).toBe(first);
});

it.each([
  ['an error that names no scope', new GongError('bad-credentials', 'no')],
  ['an error that is not of Gong', Object.assign(new Error('x'), { requiredScope: 'api:a' })],
  ['no error at all', null],
])('learns nothing from %s', (_, error) => {
  const denied = new MissingScopes(new FakeClock());

  expect(denied.learnFrom(error)).toBe(false);
  expect(denied.denial('api:a')).toBeUndefined();
});

it('remembers a refusal for 10 minutes', async () => {
  const clock = new FakeClock();
  const denied = new MissingScopes(clock);
  denied.learnFrom(refusal('api:a'));

  await clock.advance(10 * MINUTE_MS - 1);
  const before = denied.denial('api:a');
  await clock.advance(1);

  expect(before).toBeDefined();
  expect(denied.denial('api:a')).toBeUndefined();
  expect(denied.learnFrom(refusal('api:a'))).toBe(true);
});
