import { counted } from '../../lib/counted.js';

export interface DeletionsOptions {
  readonly origin: string;
  /** The administrator's; undefined: none is known. */
  readonly adminToken: string | undefined;
  readonly tenant: string;
  /** How many missing calls the person confirms; undefined: `ask` finds out. */
  readonly calls: number | undefined;
  /** Returns what the person answers; null: no person is there to ask. */
  readonly ask: ((question: string) => Promise<string>) | null;
  readonly print: (line: string) => void;
  readonly fetch: typeof fetch;
}

/**
 * Shows how many calls Gong no longer shows, and confirms that they are deleted when the person repeats that number.
 *
 * @throws Error when nothing was confirmed, with what to do.
 */
export async function confirmDeletions(options: DeletionsOptions): Promise<void> {
  const { tenant, ask, print } = options;
  const { calls, since } = (await send(options, 'GET')) as Found;
  if (calls === 0) {
    print(`No calls of tenant "${tenant}" wait for a confirmation.`);
    return;
  }
  print(
    `Gong no longer shows ${counted(calls, 'call')} of tenant "${tenant}", since ${since ?? ''}.`,
  );
  print(
    'If people deleted them, confirm that: the gateway requests them once more, and removes those that Gong does not have.',
  );
  print('If the API key or its user lost access, restore that instead: then nothing is removed.');
  const confirmed = options.calls ?? (await numberFrom(ask, calls));
  await send(options, 'POST', { calls: confirmed });
  print(`Confirmed. The gateway removes ${counted(calls, 'call')} within about 15 minutes.`);
}

interface Found {
  readonly calls: number;
  readonly since: string | null;
}

async function numberFrom(ask: DeletionsOptions['ask'], calls: number): Promise<number> {
  if (ask === null) {
    throw new Error(
      `Nothing was confirmed, because there is no terminal to ask. Add --calls ${calls} to confirm them.`,
    );
  }
  const said = (await ask('Type the number of calls to confirm, or press Enter to stop: ')).trim();
  if (said !== String(calls)) throw new Error('Nothing was confirmed.');
  return calls;
}

async function send(
  { origin, adminToken, tenant, fetch: request }: DeletionsOptions,
  method: 'GET' | 'POST',
  body?: object,
): Promise<unknown> {
  if (adminToken === undefined) {
    throw new Error(
      'GATEWAY_ADMIN_TOKEN is required to confirm deletions. Set it to the value that the gateway has.',
    );
  }
  const url = `${origin}/admin/replicas/${encodeURIComponent(tenant)}/deletions`;
  const response = await request(url, {
    method,
    headers: {
      authorization: `Bearer ${adminToken}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as { errors?: readonly { message: string }[] };
  if (response.ok) return answer;
  throw new Error(answer.errors?.[0]?.message ?? `The gateway responded ${response.status}.`);
}
