import { createSandbox } from '../sandbox/src/index.js';
import { startRedis } from '../test/support/redis.js';
import { startGateway } from './gatewayProcess.js';
import { usage } from './rate.js';

const GATEWAYS = 4;
const CLIENTS_EACH = 50;
const PER_SECOND = 3;
const SECOND_MS = 1000;

/** Four processes on one Redis, fifty clients each, who always want more than the rate allows. */
export async function measureReplicas(): Promise<string> {
  const redis = await startRedis();
  const sandbox = createSandbox({ calls: 4000, requestsPerSecond: PER_SECOND });
  const gong = await sandbox.listen();
  const gateways = await Promise.all(
    Array.from({ length: GATEWAYS }, () => startGateway(gong.url, { REDIS_URL: redis.url })),
  );
  let isOver = false;
  const clients = gateways.flatMap(({ origin }, gateway) =>
    Array.from({ length: CLIENTS_EACH }, async (_, client) => {
      for (let count = 0; !isOver; count += 1) {
        // Each list is another: what can be shared would be.
        const from = new Date(Date.UTC(2024, gateway, 1 + client, 0, 0, count)).toISOString();
        await ask(origin, `{ calls(first: 20, filter: { from: "${from}" }) { nodes { id } } }`);
      }
    }),
  );
  const lines: string[] = [];
  const during = async (name: string, seconds: number): Promise<void> => {
    const since = sandbox.requests.length;
    await new Promise((resolve) => setTimeout(resolve, seconds * SECOND_MS));
    lines.push(`${name}: ${usage(sandbox.requests.slice(since), PER_SECOND)}`);
  };
  await during('Sharing Redis', 20);
  await redis.kill();
  await during('Redis away', 15);
  await redis.restart();
  await during('Redis back', 15);
  const quotas = await Promise.all(
    gateways.map(({ origin }) => ask(origin, '{ quota { usedToday } }')),
  );
  lines.push(`Gong saw ${sandbox.requests.length}; the gateways counted ${quotas.join(', ')}`);
  isOver = true;
  await Promise.all(gateways.map((gateway) => gateway.kill()));
  await Promise.allSettled(clients);
  await redis.close();
  await gong.close();
  return lines.join('\n');
}

async function ask(origin: string, query: string): Promise<string> {
  try {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data } = (await response.json()) as {
      data?: { quota?: { usedToday: number } } | null;
    };
    return String(data?.quota?.usedToday ?? '');
  } catch {
    // The gateway is being stopped.
    return '';
  }
}
