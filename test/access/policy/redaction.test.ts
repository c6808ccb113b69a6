import { describe, expect, it } from '@jest/globals';
import { redacted, REDACTED } from '../../../src/access/policy/redaction.js';

describe('redacted', () => {
  it('removes credentials and IP addresses by their member names', () => {
    const record = {
      action: 'LOGIN',
      httpRequest: {
        clientIp: '203.0.113.7',
        csrfToken: 'c5rf',
        parameters: { crossLoginToken: ['a', 'b'], page: 2 },
        headers: [
          { name: 'Cookie', value: 'g-session=abc' },
          { name: 'Accept', value: 'text/html' },
        ],
      },
      workspaceId: null,
      ip: null,
    };

    expect(redacted(record)).toEqual({
      action: 'LOGIN',
      httpRequest: {
        clientIp: REDACTED,
        csrfToken: REDACTED,
        parameters: { crossLoginToken: REDACTED, page: 2 },
        headers: [
          { name: 'Cookie', value: REDACTED },
          { name: 'Accept', value: 'text/html' },
        ],
      },
      workspaceId: null,
      ip: null,
    });
  });

  it.each([
    ['from 203.0.113.7 at 09:30:15', `from ${REDACTED} at 09:30:15`],
    ['from 2001:db8::7', `from ${REDACTED}`],
    ['from ::1, then', `from ${REDACTED}, then`],
    ['/home?csrf-token=abc&tab=2', `/home?csrf-token=${REDACTED}&tab=2`],
    ['{"sessionId":"abc","page":1}', `{"sessionId":${REDACTED},"page":1}`],
    ['Bearer abc.def', REDACTED],
    ['eyJhbGciOi.eyJzdWIi.c2ln', REDACTED],
    ['Version 1.2.3 of shipIt', 'Version 1.2.3 of shipIt'],
    [
      'https://gong.example/call?id=7782342274025937895',
      'https://gong.example/call?id=7782342274025937895',
    ],
  ])('removes them in text: %s', (text, expected) => {
    expect(redacted({ text })).toEqual({ text: expected });
  });
});
