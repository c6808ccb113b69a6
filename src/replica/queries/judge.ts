import type { ReplicaReader } from '../replica.js';
import type { CallVisibility } from '../visibility.js';

/** Judging takes each call as a whole out of the database: so many at most for one answer. */
export const MAX_JUDGED = 10_000;
const JUDGED_AT_ONCE = 200;

/** More calls would have to be judged, one by one, than one answer may take. */
export class TooManyToJudgeError extends Error {
  override readonly name = 'TooManyToJudgeError';

  constructor() {
    super(`More than ${MAX_JUDGED} calls match, and a policy module judges each of them.`);
  }
}

export interface VisiblePage<Found> {
  readonly page: readonly Found[];
  readonly hasNextPage: boolean;
  /** Where the next page begins: after the last one that was examined. Null when none was. */
  readonly end: Found | null;
}

/** What decides which of the found calls, by ID, a viewer may see. */
export type Judge = (ids: readonly string[]) => Promise<ReadonlySet<string>>;

/** The judgement of a policy module; null when there is none. Each call is judged once. */
export function judgeOf(
  { judge }: CallVisibility,
  reader: Pick<ReplicaReader, 'findCalls'>,
): Judge | null {
  if (judge === null) return null;
  const judged = new Map<string, boolean>();
  return async (ids) => {
    const asked = [...new Set(ids)].filter((id) => !judged.has(id));
    const kept = await reader.findCalls(asked);
    for (const id of asked) {
      const call = kept.get(id)?.call;
      judged.set(id, call !== undefined && (await judge(call)));
    }
    return new Set(ids.filter((id) => judged.get(id) === true));
  };
}

/**
 * A page of what is found, without what the viewer may not see.
 *
 * @param next what is found after a row, in the order of the search; fewer than the limit at its end only.
 */
export async function pageOf<Found>(
  first: number,
  after: Found | null,
  next: (after: Found | null, limit: number) => Promise<readonly Found[]>,
  judge: Judge | null,
  idOf: (found: Found) => string,
): Promise<VisiblePage<Found>> {
  if (judge === null) {
    const found = await next(after, first + 1);
    const page = found.slice(0, first);
    return { page, hasNextPage: found.length > first, end: page.at(-1) ?? null };
  }
  const page: Found[] = [];
  let last = after;
  for (let examined = 0; examined < MAX_JUDGED;) {
    const limit = Math.min(JUDGED_AT_ONCE, MAX_JUDGED - examined);
    const found = await next(last, limit);
    const visible = await judge(found.map(idOf));
    for (const each of found) {
      if (!visible.has(idOf(each))) continue;
      if (page.length === first) return { page, hasNextPage: true, end: page.at(-1) ?? null };
      page.push(each);
    }
    if (found.length < limit) return { page, hasNextPage: false, end: found.at(-1) ?? last };
    examined += found.length;
    last = found.at(-1) ?? last;
  }
  return { page, hasNextPage: true, end: last };
}
