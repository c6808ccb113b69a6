import { sql } from 'kysely';
import type { Row } from '../database.js';
import type { DetectedTracker } from '../replica.js';
import type { CallVisibility } from '../visibility.js';
import type { QueryContext } from './calls.js';
import { allOf, callConditions, callKey, isOneOf, type Condition } from './conditions.js';
import { judgeOf, pageOf } from './judge.js';

/** Returns the trackers that Gong detected under such a name in a call that the viewer may see. */
export async function detectedTrackers(
  context: QueryContext,
  isMeant: (name: string) => boolean,
  visibility: CallVisibility,
): Promise<readonly DetectedTracker[]> {
  const { database, db, reader } = context;
  const rows = await database.all(
    db.raw(sql`select distinct tracker_id as id, name from call_tracker where name is not null`),
  );
  const judge = judgeOf(visibility, reader);
  const seen: DetectedTracker[] = [];
  for (const tracker of rows.map(toTracker).filter(({ name }) => isMeant(name))) {
    const found = await pageOf(
      1,
      null,
      (after: Row | null, limit) => callsWith(context, tracker, visibility, after, limit),
      judge,
      ({ id }) => String(id),
    );
    if (found.page.length > 0) seen.push(tracker);
  }
  return seen;
}

/** Calls in which the tracker was detected under its name, newest first. */
function callsWith(
  { database, db }: QueryContext,
  { id, name }: DetectedTracker,
  visibility: CallVisibility,
  after: Row | null,
  limit: number,
): Promise<readonly Row[]> {
  const all: Condition[] = [
    isOneOf(db, 't.tracker_id', [id]),
    isOneOf(db, 't.name', [name]),
    ...callConditions(db, {}, visibility),
    ...(after === null ? [] : [sql<boolean>`t.key < ${Number(after['key'])}`]),
  ];
  return database.all(
    db.raw(sql`select c.id as id, t.key as key from call_tracker as t join call as c on ${callKey} = t.key
      where ${allOf(all)} order by t.key desc limit ${limit}`),
  );
}

function toTracker({ id, name }: Row): DetectedTracker {
  return { id: String(id), name: String(name) };
}
