import { describe, expect, it } from '@jest/globals';
import { isAdmin } from '../../../src/access/clients/admin.js';

const token = 'an:admin tökén';
const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

describe('isAdmin', () => {
  it.each([
    `Bearer ${token}`,
    `bearer   ${token} `,
    basic(`admin:${token}`),
    basic(`:${token}`),
    `basic  ${Buffer.from(`x:${token}`).toString('base64')}`,
  ])('accepts the token: %s', (header) => {
    expect(isAdmin(header, token)).toBe(true);
  });

  it.each([
    undefined,
    '',
    token,
    'Bearer',
    'Bearer ',
    `Bearer ${token}x`,
    `Bearer ${token.slice(0, -1)}`,
    `Bearer ${token.toUpperCase()}`,
    `Digest ${token}`,
    basic(token.replace(':', '')),
    basic(`${token}:`),
    basic(`admin:${token}x`),
    `Basic ${token}`,
    'Basic',
    'Basic !!!',
  ])('refuses any other header: %s', (header) => {
    expect(isAdmin(header, token)).toBe(false);
  });

  it.each([undefined, 'Bearer ', 'Bearer undefined', basic(':'), basic('admin:undefined')])(
    'refuses every request without a configured token: %s',
    (header) => {
      expect(isAdmin(header, undefined)).toBe(false);
    },
  );
});
