import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/config.js';

const auditLogOf = (value: string) =>
  parseConfig({ GATEWAY_AUDIT_LOG: value, GATEWAY_STATE_DIR: '/var/lib/gateway' }).auditLog;

describe('GATEWAY_AUDIT_LOG', () => {
  it.each([
    ['', null],
    ['off', null],
    ['stdout', 'stdout'],
    ['file', { path: '/var/lib/gateway/audit.log' }],
    ['file:/var/log/a.log', { path: '/var/log/a.log' }],
  ])('accepts %j', (value, expected) => {
    expect(auditLogOf(value)).toEqual(expected);
  });

  it.each(['on', 'file:', '/var/log/a.log', 'stdout:x'])('refuses %j with the fix', (value) => {
    expect(() => auditLogOf(value)).toThrow(
      'GATEWAY_AUDIT_LOG must be off, stdout, file, or file: with a path.',
    );
  });
});
