import { expect } from '@jest/globals';
import type { Call, Company } from '../../../sandbox/src/index.js';
import { createRandom, type Random } from '../support.js';
import { companyOf, plainReview, usersOf } from '../../support/companies.js';
import { listCases, type ListCase } from './lists.js';
import { callAt, callsOf, NOW, shapes, type Shape } from './traffic.js';
import { checkOrder, walkToEnd, type Scene, type WalkResult } from './walk.js';

const shapeNames = Object.keys(shapes) as Shape[];

/** A company with calls of the shape, and as many users and reviews. */
export function companyWith(random: Random, shape: Shape, count: number): Company {
  const calls = callsOf(random, shape, count);
  const range = Array.from({ length: count }, (_, index) => index);
  return companyOf({
    calls,
    users: usersOf(count).map((user, index) => ({ ...user, active: index % 3 === 0 })),
    answeredScorecards: range.map((index) =>
      plainReview({ answeredScorecardId: String(9_000 + index) }),
    ),
  });
}

/** The lists, some of them with bounds at a call's very start. */
export function listsOf({ calls }: Company): readonly ListCase[] {
  const starts = calls.map(({ metaData }) => metaData.started).sort();
  return listCases(starts[Math.floor(starts.length / 2)] ?? new Date(NOW).toISOString());
}

/** A walk with everything left to chance: list, traffic, page size, caches, what happens meanwhile. */
export async function walkByChance(seed: number): Promise<void> {
  const random = createRandom(seed);
  const shape = random.pick(shapeNames);
  const count = random.pick([1, 99, 100, 101, 230, 330]);
  const company = companyWith(random, shape, count);
  const list = random.pick(listsOf(company));
  const before = { ...company, calls: [...company.calls], users: [...company.users] };
  const changes = new Changes(random, company);
  const [isChanging, isExpiring, isLimited] = [0.5, 0.4, 0.3].map((each) => random.chance(each));
  const scene: Scene = {
    list,
    company,
    first: random.pick([7, 20, 50, 100, 130, 500]),
    cacheTtlSeconds: random.pick([0, 300]),
    expiresAt: () => isExpiring === true && random.chance(0.15),
    between: () => {
      if (isChanging === true && random.chance(0.4)) changes.make();
    },
    maxRequests: () => (isLimited === true ? random.pick([1, 2, 4, 8]) : 1_000),
  };

  const result = await walkToEnd(scene);

  checkOrder(scene, before, result.ids);
  checkCompleteness(scene, before, changes, result.ids);
  checkPrice(scene, count, changes, result);
}

/** Records that come and go while a list is read. */
class Changes {
  /** Records that were taken away. */
  readonly gone = new Set<string>();
  private made = 0;

  constructor(
    private readonly random: Random,
    private readonly company: Company,
  ) {}

  make(): void {
    const { random, company } = this;
    this.made += 1;
    const index = 50_000 + this.made;
    if (random.chance(0.5)) {
      company.calls.push(this.lateCall(index));
      company.users.unshift(...usersOf(1).map((user) => ({ ...user, id: String(index) })));
      return;
    }
    const [call] = company.calls.splice(random.integer(0, company.calls.length - 1), 1);
    const [user] = company.users.splice(random.integer(0, company.users.length - 1), 1);
    for (const id of [call?.metaData.id, user?.id]) if (id !== undefined) this.gone.add(id);
  }

  /** Processed late: it started together with some other, or any time. */
  private lateCall(index: number): Call {
    const { random, company } = this;
    const call = callAt(random.next() * 40 * 86_400_000_000, index);
    if (company.calls.length > 0 && random.chance(0.6)) {
      call.metaData.started = random.pick(company.calls).metaData.started;
    }
    return call;
  }
}

/**
 * What was there from the beginning to the end came. Gong numbers the pages of a list: each record that goes pulls
 * those behind it forward, across an end of a page perhaps, where nobody can see it.
 */
function checkCompleteness(
  { list, company }: Scene,
  before: Company,
  { gone }: Changes,
  ids: readonly string[],
): void {
  const given = new Set(ids);
  const lasting = list.idsIn(before).filter((id) => !gone.has(id));
  const missing = lasting.filter((id) => !given.has(id));
  expect(missing.length).toBeLessThanOrEqual(gone.size);
  const possible = new Set([...list.idsIn(before), ...list.idsIn(company), ...gone]);
  expect(ids.filter((id) => !possible.has(id))).toEqual([]);
}

/** Pages of Gong's for a page of the list, its windows and bursts, and for what was read again. */
function checkPrice(
  { first }: Scene,
  count: number,
  changes: Changes,
  { pages, cuts, refusals }: WalkResult,
): void {
  const all = Math.ceil((count + changes.gone.size) / 100) + 1;
  const expired = pages.flat().filter(({ status }) => status === 400).length;
  for (const sent of pages) {
    expect(sent.length).toBeLessThanOrEqual(MAX_GUESSES + (2 + Math.min(expired, 4)) * all);
  }
  expect(cuts + refusals).toBeLessThanOrEqual(pages.length);
  expect(first).toBeGreaterThan(0);
}
const MAX_GUESSES = 20;
