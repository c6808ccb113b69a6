import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { startGateway } from './gatewayProcess.js';
import { table } from './support.js';

/** 1.4 GB: close to the most that Gong takes. */
const RECORDING_BYTES = 1_400_000_000;
const PIECE_BYTES = 1_000_000;
const SAMPLE_MS = 100;
const MIB = 1024 * 1024;
/** More than the form around a recording. */
const MAX_FORM_BYTES = 1000;

/** What passes through the gateway, and how much it grows meanwhile, as the process is measured by its own metrics. */
export async function measureUploads(): Promise<string> {
  const gong = await startCountingGong();
  const stateDir = await mkdtemp(join(tmpdir(), 'gateway-bench-'));
  const env = { GATEWAY_STATE_DIR: stateDir };
  const rows: string[][] = [];
  for (const [name, send] of [
    ['PUT to an uploadUrl', putRecording],
    ['GraphQL multipart request', postRecording],
  ] as const) {
    const gateway = await startGateway(gong.url, env);
    const before = await residentBytes(gateway.origin);
    let peak = before;
    let isOver = false;
    const watching = (async () => {
      while (!isOver) {
        peak = Math.max(peak, await residentBytes(gateway.origin));
        await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
      }
    })();
    const startedAt = performance.now();
    await send(gateway.origin);
    const seconds = (performance.now() - startedAt) / 1000;
    isOver = true;
    await watching;
    await gateway.kill();
    const arrived = gong.takeBytes();
    const isWhole = arrived >= RECORDING_BYTES && arrived < RECORDING_BYTES + MAX_FORM_BYTES;
    rows.push([
      name,
      isWhole ? '1.4 GB' : `${arrived} bytes`,
      `${(RECORDING_BYTES / 1e6 / seconds).toFixed(0)} MB/s`,
      `${((peak - before) / MIB).toFixed(1)} MiB`,
    ]);
  }
  await gong.close();
  await rm(stateDir, { recursive: true });
  return table(['1.4 GB by', 'arrived', 'speed', 'growth of the process at most'], rows);
}

/** Takes whatever is uploaded, and counts it. */
async function startCountingGong() {
  let bytes = 0;
  const server = createServer((incoming, outgoing) => {
    incoming.on('data', (chunk: Buffer) => (bytes += chunk.length));
    incoming.on('end', () => outgoing.writeHead(201).end('{"requestId":"r","callId":"1"}'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeBytes: () => {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function recording(): Readable {
  const piece = randomBytes(PIECE_BYTES);
  return Readable.from(
    (function* () {
      for (let sent = 0; sent < RECORDING_BYTES; sent += PIECE_BYTES) yield piece;
    })(),
    { objectMode: false },
  );
}

async function putRecording(origin: string): Promise<void> {
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation { addCallMedia(input: { callId: "1" }) { uploadUrl } }',
    }),
  });
  const { data } = (await answer.json()) as { data: { addCallMedia: { uploadUrl: string } } };
  await send(data.addCallMedia.uploadUrl, 'PUT', recording(), {
    'content-type': 'audio/wav',
    'content-length': String(RECORDING_BYTES),
  });
}

async function postRecording(origin: string): Promise<void> {
  const boundary = createHash('sha256').update('bench').digest('hex');
  const query =
    'mutation ($file: Upload) { addCallMedia(input: { callId: "1", file: $file }) { callId } }';
  const field = (name: string, value: string): string =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head =
    field('operations', JSON.stringify({ query, variables: { file: null } })) +
    field('map', '{"0":["variables.file"]}') +
    `--${boundary}\r\ncontent-disposition: form-data; name="0"; filename="a.wav"\r\n` +
    'content-type: audio/wav\r\n\r\n';
  const body = Readable.from(
    (async function* () {
      yield Buffer.from(head);
      yield* recording();
      yield Buffer.from(`\r\n--${boundary}--\r\n`);
    })(),
    { objectMode: false },
  );
  await send(`${origin}/graphql`, 'POST', body, {
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'apollo-require-preflight': '1',
  });
}

/** Fails where the recording isn't accepted. */
async function send(
  url: string,
  method: string,
  body: Readable,
  headers: Record<string, string>,
): Promise<void> {
  const sending = request(url, { method, headers });
  const answered = new Promise<object>((resolve, reject) => {
    sending.on('response', (response) => {
      json(response).then((said) => {
        resolve(said as object);
      }, reject);
    });
    sending.on('error', reject);
  });
  const [said] = await Promise.all([answered, pipeline(body, sending)]);
  if ('errors' in said) throw new Error(JSON.stringify(said));
}

async function residentBytes(origin: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]);
}
