import { describe, expect, it } from '@jest/globals';
import { inColumns } from '../../../src/graphql/scopes/inColumns.js';
import { scopeReport } from '../../../src/graphql/scopes/report.js';
import { reportText } from '../../../src/graphql/scopes/reportText.js';
import type { ScopeUse } from '../../../src/graphql/scopes/uses.js';

const uses: readonly ScopeUse[] = [
  {
    field: 'Query.calls',
    operation: 'listCallsExtensive',
    scopes: ['api:calls:read:extensive'],
    whenArgument: null,
  },
  {
    field: 'Call.media',
    operation: 'listCallsExtensive',
    scopes: ['api:calls:read:extensive', 'api:calls:read:media-url'],
    whenArgument: 'signed',
  },
];

describe('the list of scopes', () => {
  it('lists operations by scope and fields by operation', () => {
    const endpoint = 'POST /v2/calls/extensive';
    const media = { field: 'Call.media', whenArgument: 'signed' };

    expect(scopeReport(uses, null)).toEqual({
      needed: [
        {
          scope: 'api:calls:read:extensive',
          isAlwaysAsked: false,
          operations: [
            {
              operation: 'listCallsExtensive',
              endpoint,
              fields: [{ field: 'Query.calls', whenArgument: null }, media],
            },
          ],
        },
        {
          scope: 'api:calls:read:media-url',
          isAlwaysAsked: false,
          operations: [{ operation: 'listCallsExtensive', endpoint, fields: [media] }],
        },
        { scope: 'api:users:read', isAlwaysAsked: true, operations: [] },
      ],
      configured: null,
      missing: [],
      superfluous: [],
    });
  });

  it('is readable', () => {
    expect(reportText(scopeReport(uses, null))).toBe(
      `The fields of the schema need 3 scopes. The list shows each with Gong's operations and the fields that read them.
"Type.*" are the fields of a type that have no source of their own.

api:calls:read:extensive
  POST /v2/calls/extensive  (listCallsExtensive)
    Query.calls, Call.media(signed:)

api:calls:read:media-url
  POST /v2/calls/extensive  (listCallsExtensive)
    Call.media(signed:)

api:users:read  (always requested)

Mutation.gongRequest needs the scopes of the operation that it calls, which are not listed here.

GONG_OAUTH_SCOPES is not set: OAuth 2.0 requests exactly these scopes.`,
    );
  });

  it('names missing and superfluous configured scopes, and the fix', () => {
    const configured = ['api:calls:read:extensive', 'api:calls:read', 'api:logs:read'];

    const text = reportText(scopeReport(uses, configured));

    expect(text).toContain(
      `MISSING in GONG_OAUTH_SCOPES: api:calls:read:media-url
MISSING in GONG_OAUTH_SCOPES: api:users:read
UNUSED in GONG_OAUTH_SCOPES: api:calls:read. No field needs it, and no operation of Gong's API description either. Check its spelling.
UNUSED in GONG_OAUTH_SCOPES: api:logs:read. No field needs it, only raw requests do (listLogs).
→ Unset GONG_OAUTH_SCOPES, or set it to:
  api:calls:read:extensive api:calls:read:media-url api:users:read`,
    );
  });

  it('confirms correct scopes', () => {
    const configured = ['api:calls:read:extensive', 'api:calls:read:media-url', 'api:users:read'];

    expect(reportText(scopeReport(uses, configured))).toMatch(
      /GONG_OAUTH_SCOPES contains exactly these scopes\.$/,
    );
  });
});

describe('words in columns', () => {
  it('stay within the width, and a word that is too long has its own line', () => {
    const words = Array.from({ length: 60 }, (_, index) => 'w'.repeat(1 + (index % 17)));
    const long = 'x'.repeat(120);

    const lines = inColumns([...words, long, 'end'], '  ');

    expect(lines.join(' ').split(/,?\s+/).filter(Boolean)).toEqual([...words, long, 'end']);
    expect(lines.filter((line) => line.length > 100)).toEqual([`  ${long},`]);
    expect(Math.max(...lines.slice(0, 3).map(({ length }) => length))).toBeGreaterThan(80);
    expect(inColumns([], '  ')).toEqual([]);
  });
});
