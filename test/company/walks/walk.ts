import { expect } from '@jest/globals';
import type { Fetch } from '../../../src/gong/exchange.js';
import { parseInstant } from '../../../src/lib/instant.js';
import {
  createFetch,
  createSandbox,
  type Company,
  type RecordedRequest,
} from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { policyIn, testConfig } from '../../support/config.js';
import { createTestGateway, type Answer, type TestGateway } from '../../support/gateway.js';
import { connectionIn, PAGE } from '../../support/walk.js';
import type { ListCase } from './lists.js';
import { NOW } from './traffic.js';

/** One walk through a list from its beginning to its end, and what happens to the list on the way. */
export interface Scene {
  readonly list: ListCase;
  readonly company: Company;
  readonly first: number;
  readonly cacheTtlSeconds: number;
  /** Whether cursors of Gong's expire before the request with a cursor that has this number in the walk. */
  readonly expiresAt: (request: number) => boolean;
  /** Changes the company after a page of the walk. */
  readonly between?: (page: number) => void;
  /** Most Gong requests of the page with this number. */
  readonly maxRequests?: (page: number) => number;
}

export interface WalkResult {
  readonly ids: readonly string[];
  readonly pages: readonly (readonly RecordedRequest[])[];
  readonly requests: number;
  /** Pages that were cut, and those that ended with an error because their limit of requests was too small. */
  readonly cuts: number;
  readonly refusals: number;
}

const CURSOR_LIFETIME_MS = 3_600_000;
const MAX_PAGES = 2_000;

/**
 * Walks the list to its end, over the real gateway, and checks each page: it gets further than the one before,
 * and none of its requests was sent twice, but after a cursor had expired.
 */
export async function walkToEnd(scene: Scene): Promise<WalkResult> {
  const { list, first } = scene;
  const { gateway, sandbox } = setUp(scene);
  const ids: string[] = [];
  const pages: RecordedRequest[][] = [];
  const cursors = new Set<string | null>([null]);
  let [cuts, refusals] = [0, 0];
  let after: string | null = null;
  for (let mayCost: number | undefined; pages.length < MAX_PAGES;) {
    const maxRequests = mayCost ?? scene.maxRequests?.(pages.length) ?? testConfig.maxGongRequests;
    const before = sandbox.requests.length;
    const answer = await gateway.execute(operationFor(list, first, after), {}, { maxRequests });
    const sent = sandbox.requests.slice(before);
    pages.push(sent);
    checkRequests(sent);
    expect(sent.length).toBeLessThanOrEqual(maxRequests);
    if (isRefused(answer, sent, maxRequests)) {
      refusals += 1;
      mayCost = testConfig.maxGongRequests;
      continue;
    }
    mayCost = undefined;
    const { nodes, pageInfo } = connectionIn(answer, list.path);
    const isCut = answer.extensions?.gong?.incomplete !== undefined;
    cuts += isCut ? 1 : 0;
    ids.push(...nodes.map(({ id }) => id));
    if (!pageInfo.hasNextPage) {
      return { ids, pages, requests: sandbox.requests.length, cuts, refusals };
    }
    expect(cursors).not.toContain(pageInfo.endCursor);
    if (list.hidesPrivateCalls === true) expect(nodes.length).toBeLessThanOrEqual(first);
    else if (!isCut) expect(nodes).toHaveLength(first);
    after = pageInfo.endCursor;
    cursors.add(after);
    scene.between?.(pages.length);
  }
  throw new Error('The walk has no end.');
}

function setUp({ list, company, cacheTtlSeconds, expiresAt }: Scene) {
  // Gong's time alone: the gateway's caches don't age with its cursors.
  let gongTime = NOW;
  let withCursor = 0;
  const sandbox = createSandbox({
    company,
    clock: { now: () => gongTime },
    requestsPerSecond: Infinity,
    ...(list.credentials === undefined ? {} : { credentials: [...list.credentials] }),
  });
  const ask = createFetch(sandbox);
  const fetch: Fetch = (url, init) => {
    if (hasCursor(String(url), init?.body)) {
      withCursor += 1;
      if (expiresAt(withCursor)) gongTime += 2 * CURSOR_LIFETIME_MS;
    }
    return ask(url, init);
  };
  return { gateway: gatewayOver(fetch, list, cacheTtlSeconds), sandbox };
}

/** Gateways that keep nothing, by what they differ in; to make one takes longer than a walk. */
const kept = new Map<string, { readonly gateway: TestGateway; fetch: Fetch }>();

function gatewayOver(fetch: Fetch, list: ListCase, cacheTtlSeconds: number): TestGateway {
  const name = JSON.stringify([list.hidesPrivateCalls, list.credentials]);
  const known = cacheTtlSeconds === 0 ? kept.get(name) : undefined;
  if (known !== undefined) {
    known.fetch = fetch;
    return known.gateway;
  }
  const made = { fetch };
  const policy = list.hidesPrivateCalls === true ? { policy: policyIn('') } : {};
  const gateway = createTestGateway({
    fetch: (url, init) => made.fetch(url, init),
    clock: new FakeClock(NOW),
    config: { cacheTtlSeconds, ...policy },
  });
  if (cacheTtlSeconds === 0) kept.set(name, Object.assign(made, { gateway }));
  return gateway;
}

function hasCursor(url: string, body: unknown): boolean {
  return url.includes('cursor=') || (typeof body === 'string' && body.includes('"cursor":'));
}

function operationFor({ field, path }: ListCase, first: number, after: string | null): string {
  const page = `, first: ${first}${after === null ? '' : `, after: ${JSON.stringify(after)}`}`;
  const ends = ' }'.repeat(path.split('.').length);
  return `{ ${field.replace('%', page)} { ${PAGE} }${ends}`;
}

/** Whether a page ended with an error that says why, after which the same may be asked again. */
function isRefused(
  { errors }: Answer,
  sent: readonly RecordedRequest[],
  maxRequests: number,
): boolean {
  if (errors === undefined) return false;
  const expired = sent.filter(({ status }) => status === 400).length;
  const codes = [
    ...(maxRequests < testConfig.maxGongRequests ? ['COST_LIMIT_EXCEEDED'] : []),
    // Its cursors expired sooner than it could use them.
    ...(expired > 1 ? ['GONG_BAD_REQUEST', 'GONG_BAD_RESPONSE'] : []),
  ];
  for (const { extensions } of errors) expect(codes).toContain(extensions['code']);
  return true;
}

/** A cursor that expired may make a page be read again; nothing else may. */
function checkRequests(sent: readonly RecordedRequest[]): void {
  const expired = sent.filter(({ status }) => status === 400).length;
  const times = new Map<string, number>();
  for (const { operationId, path, query, body } of sent) {
    const name = JSON.stringify([operationId, path, query, body]);
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  const repeated = [...times].filter(([, count]) => count > 1 + Math.min(expired, 3));
  expect(repeated).toEqual([]);
}

/** Nothing comes twice, and what is ordered comes in order. */
export function checkOrder(
  { list, company }: Scene,
  before: Company,
  ids: readonly string[],
): void {
  expect(new Set(ids).size).toBe(ids.length);
  if (list.order === null) return;
  const startOf = new Map(
    [...before.calls, ...company.calls].map(({ metaData }) => [
      metaData.id,
      parseInstant(metaData.started) ?? 0n,
    ]),
  );
  const early = new Set(before.calls.map(({ metaData }) => metaData.id));
  // A call that came and went during the walk is in neither.
  const known = ids.filter((id) => startOf.has(id));
  const outOfOrder = known.filter((id, index) => {
    const previous = known[index - 1];
    if (previous === undefined) return false;
    // Within a millisecond, a call that arrived during the walk may come after later ones: better late than never.
    const unit = early.has(id) && early.has(previous) ? 1n : 1000n;
    const [start, earlier] = [id, previous].map((each) => (startOf.get(each) ?? 0n) / unit);
    if (start === undefined || earlier === undefined) return false;
    if (list.order === 'oldest first') return start < earlier;
    return start > earlier || (unit === 1n && start === earlier && BigInt(id) > BigInt(previous));
  });
  expect(outOfOrder).toEqual([]);
}
