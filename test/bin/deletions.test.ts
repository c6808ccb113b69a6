import { describe, expect, it } from '@jest/globals';
import { confirmDeletions, type DeletionsOptions } from '../../src/bin/sync/deletions.js';

/** A gateway of which Gong no longer shows calls, and a person that answers. */
function setUp(
  options: Partial<DeletionsOptions> & { readonly missing?: number; answer?: string },
) {
  const { missing = 3012, answer } = options;
  const printed: string[] = [];
  const sent: { method: string; url: string; body: unknown; authorization: string | null }[] = [];
  const send: typeof fetch = (input, init) => {
    const method = init?.method ?? 'GET';
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : null;
    const authorization = new Headers(init?.headers).get('authorization');
    sent.push({ method, url: typeof input === 'string' ? input : '', body, authorization });
    if (method === 'POST' && (body as { calls: number }).calls !== missing) {
      const errors = [{ message: `Gong no longer shows ${missing}.` }];
      return Promise.resolve(Response.json({ errors }, { status: 409 }));
    }
    return Promise.resolve(
      Response.json({ tenant: 'acme', calls: missing, since: '2026-06-01T12:00:00.000Z' }),
    );
  };
  const confirming = confirmDeletions({
    origin: 'http://gateway.test',
    adminToken: 'admin-token-of-16',
    tenant: 'acme',
    calls: undefined,
    ask: answer === undefined ? null : () => Promise.resolve(answer),
    print: (line) => printed.push(line),
    fetch: send,
    ...options,
  });
  return { confirming, printed, sent };
}

describe('npm run sync -- --confirm-deletions', () => {
  it('shows how many calls are missing, and confirms that number when a person types it', async () => {
    const { confirming, printed, sent } = setUp({ answer: ' 3012 ' });
    await confirming;

    const url = 'http://gateway.test/admin/replicas/acme/deletions';
    const authorization = 'Bearer admin-token-of-16';
    expect(sent).toEqual([
      { method: 'GET', url, body: null, authorization },
      { method: 'POST', url, body: { calls: 3012 }, authorization },
    ]);
    expect(printed[0]).toBe(
      'Gong no longer shows 3012 calls of tenant "acme", since 2026-06-01T12:00:00.000Z.',
    );
    expect(printed.at(-1)).toMatch(/^Confirmed\. The gateway removes 3012 calls/);
  });

  it.each(['', 'yes', '30'])('confirms nothing when a person types "%s"', async (answer) => {
    const { confirming, sent } = setUp({ answer });

    await expect(confirming).rejects.toThrow('Nothing was confirmed.');
    expect(sent.map(({ method }) => method)).toEqual(['GET']);
  });

  it('names the option to use when there is no terminal', async () => {
    const { confirming, sent } = setUp({});

    await expect(confirming).rejects.toThrow('Add --calls 3012 to confirm them.');
    expect(sent.map(({ method }) => method)).toEqual(['GET']);
  });

  it('repeats why the gateway refuses another number', async () => {
    await expect(setUp({ calls: 30 }).confirming).rejects.toThrow('Gong no longer shows 3012.');
  });

  it('asks nothing when no call is missing', async () => {
    const { confirming, printed, sent } = setUp({ missing: 0, answer: '0' });
    await confirming;

    expect(printed).toEqual(['No calls of tenant "acme" wait for a confirmation.']);
    expect(sent).toHaveLength(1);
  });

  it('sends nothing without the token of an administrator', async () => {
    const { confirming, sent } = setUp({ adminToken: undefined, answer: '3012' });

    await expect(confirming).rejects.toThrow('GATEWAY_ADMIN_TOKEN is required');
    expect(sent).toEqual([]);
  });
});
