import type { Company } from '../company.js';
import type { FreshReads } from '../freshReads.js';
import type { CallRecord } from '../../gong/endpoints/calls.js';
import {
  basicSelection,
  type CallBlock,
  type CallSelection,
} from '../../gong/endpoints/callSelection.js';
import { isNotReady } from '../../gong/errors.js';
import type { Clock } from '../../lib/clock.js';
import type { Caller } from '../../gong/client.js';
import { blocksOf, type CallPart } from '../../replica/parts.js';
import type { Replica, ReplicaWriter } from '../../replica/replica.js';

/** What a copy of these parts reads of a call: never the media links, which expire. */
export function selectionOf(holds: ReadonlySet<CallPart>): CallSelection {
  const blocks = new Set<CallBlock>();
  for (const part of holds) for (const block of blocksOf[part] ?? []) blocks.add(block);
  return { ...basicSelection, blocks, context: holds.has('CRM') ? 'Extended' : 'None' };
}

/** Result of reading calls by ID. */
export interface CallsRead {
  readonly found: ReadonlySet<string>;
  /** IDs of the calls that Gong does not have. */
  readonly absent: ReadonlySet<string>;
}

/**
 * Reads calls by ID and stores them.
 *
 * @throws GongError, DatabaseError
 */
export async function readCalls(
  { company, replica, reads, clock }: ReadCallsOptions,
  ids: readonly string[],
): Promise<CallsRead> {
  const readAt = clock.now();
  const selection = selectionOf(replica.holds);
  const { values, refused } = await reads.records(company.calls, ids, selection);
  await replica.putCalls([...values.values()].map(asRead), readAt);
  const absent = ids.filter((id) => !values.has(id) && !isNotReady(refused.get(id)));
  return { found: new Set(values.keys()), absent: new Set(absent) };
}

export interface ReadCallsOptions {
  readonly company: Company;
  readonly replica: ReplicaWriter & Pick<Replica, 'holds'>;
  readonly reads: FreshReads;
  readonly clock: Clock;
}

/**
 * Reads the transcripts of calls and stores them, or that Gong has none. Of a call that Gong processes again, the kept
 * transcript stays.
 *
 * @throws GongError, DatabaseError
 */
export async function readTranscripts(
  { company, replica, reads, clock }: ReadCallsOptions,
  ids: readonly string[],
): Promise<void> {
  const readAt = clock.now();
  const { values, refused } = await reads.records(company.transcripts, ids, null);
  const known = ids.filter((id) => !isNotReady(refused.get(id)));
  await replica.putTranscripts(new Map(known.map((id) => [id, values.get(id) ?? null])), readAt);
}

/**
 * Reads calls again, ahead of the sync, and stores them with their transcripts, where these are kept.
 *
 * @param caller pays, and waits for it.
 * @throws GongError, DatabaseError
 */
export async function refreshCalls(
  options: Omit<ReadCallsOptions, 'reads'>,
  ids: readonly string[],
  caller: Caller,
): Promise<CallsRead> {
  const reading = { ...options, reads: options.company.fresh(caller) };
  const read = await readCalls(reading, ids);
  if (options.replica.holds.has('TRANSCRIPT') && read.found.size > 0) {
    await readTranscripts(reading, [...read.found]);
  }
  return read;
}

/** Narrows the selection of a call to the parts that Gong sent: a missing scope kept back the others. */
function asRead(call: CallRecord): CallRecord {
  if (call.refused === undefined) return call;
  const { id, basic, details } = call;
  return { id, basic, details, selection: basicSelection };
}
