import { DAY_MS } from '../../lib/clock.js';
import type { CallFilter, SpeechCondition } from '../../replica/filter.js';
import type { CallPart } from '../../replica/parts.js';
import type {
  CallDimension,
  CallKey,
  FoundPassage,
  PassageKey,
  PassageSearch,
  PassagesFound,
  Stats,
} from '../../replica/replica.js';
import type { ReplicaStatus } from '../../replica/status.js';
import { matchesIn } from '../../replica/text/matches.js';
import type { TextQuery, TextTerm } from '../../replica/text/query.js';
import { everything, type CallVisibility } from '../../replica/visibility.js';
import { InputError } from '../inputError.js';
import type { ConnectionModel, Coverage } from '../loaders/connection.js';
import { listFingerprint } from '../loaders/cursors.js';
import {
  checkMaskedText,
  checkKept,
  checkPart,
  checkSpeech,
  neededParts,
  isContactSought,
  resolveFilter,
  type FilterChecks,
  type WrittenFilter,
} from './callFilters.js';
import { looking, type ReplicaParts } from './parts.js';
import { replicaFailure } from './replicaError.js';

/** What every search is given. */
interface Asked {
  /** Name of the field, for errors. */
  readonly field: string;
  readonly filter: WrittenFilter;
}

export interface CallSearchKey extends Asked {
  readonly order: 'NEWEST_FIRST' | 'OLDEST_FIRST';
  readonly first: number;
  readonly after: string | null;
  readonly needsTotal: boolean;
}

export interface PassageSearchKey extends Asked {
  readonly text: TextQuery;
  readonly speech: SpeechCondition | null;
  readonly order: 'NEWEST_FIRST' | 'RELEVANCE';
  readonly first: number;
  readonly after: string | null;
  readonly needsTotal: boolean;
}

export interface StatsKey extends Asked {
  readonly by: readonly CallDimension[];
  readonly timeZone: string | null;
  readonly first: number;
  /** The selected measures. */
  readonly measures: readonly string[];
}

export type CoveredPage<T> = ConnectionModel<T> & Coverage;

/** The passages of a call as they are counted at most. */
const MAX_PASSAGES_OF_CALL = 2048;

/** Passages that are examined for a page, at most, where some of them may be masked; and how many together. */
const [MAX_EXAMINED, EXAMINED_AT_ONCE] = [10_000, 200];

/** Without a beginning, statistics reach back so far at most. */
const MAX_OPEN_DAYS = 366;

/** The parts of which measures are counted. */
const partsOfMeasures: Readonly<Partial<Record<string, readonly CallPart[]>>> = {
  hostTalkRatio: ['INTERACTION'],
  customerTalkRatio: ['INTERACTION', 'PARTIES'],
  callsWithTalkTime: ['INTERACTION'],
  companyQuestions: ['INTERACTION'],
  otherQuestions: ['INTERACTION'],
  trackerHits: ['ANALYSIS'],
  callsWithTrackerHits: ['ANALYSIS'],
  reviews: ['REVIEWS'],
  averageScore: ['REVIEWS'],
};

const partsOfDimensions: Readonly<Partial<Record<CallDimension, CallPart>>> = {
  ACCOUNT: 'CRM',
  OPPORTUNITY: 'CRM',
  TRACKER: 'ANALYSIS',
  OUTCOME: 'ANALYSIS',
  SCORECARD: 'REVIEWS',
};

/** Searches and statistics of one operation, of what its viewer may see. */
export class ReplicaSearches {
  private readingStatus: Promise<ReplicaStatus> | null = null;

  constructor(private readonly parts: ReplicaParts) {}

  /** @throws ReplicaError */
  status(): Promise<ReplicaStatus> {
    this.readingStatus ??= this.parts.operation.awaitLookup(
      this.parts.open.status().catch((error: unknown) => {
        throw replicaFailure(error);
      }),
    );
    return this.readingStatus;
  }

  /**
   * IDs of calls that match.
   *
   * @throws InputError, ReplicaError, GongError, PolicyError
   */
  async calls({ order, first, after, needsTotal, ...asked }: CallSearchKey) {
    const list = listFingerprint('searchCalls', [asked.filter, order]);
    const { cursors } = this.parts;
    const at = after === null ? null : cursors.decode<{ key: CallKey }>(list, after).key;
    const { filter, visibility } = await this.resolve(asked);
    // First: what the sync reads in the meantime is not found.
    const coverage = await this.coverage(filter);
    const search = { filter, visibility, order, first, after: at, needsTotal };
    const found = seesNothing(visibility)
      ? { calls: [], hasNextPage: false, end: null, total: needsTotal ? 0 : null }
      : await looking(this.parts, (store) => store.searchCalls(search));
    const seal = (key: CallKey): string => cursors.encode(list, { key });
    return {
      entries: found.calls.map(({ id, key }) => ({ node: id, cursor: () => seal(key) })),
      hasNextPage: found.hasNextPage,
      hasPreviousPage: at !== null,
      totalCount: found.total,
      restartCursor: found.hasNextPage && found.end !== null ? seal(found.end) : null,
      cut: null,
      ...coverage,
    } satisfies CoveredPage<string>;
  }

  /** @throws InputError, ReplicaError, GongError, PolicyError */
  async passages(key: PassageSearchKey): Promise<CoveredPage<FoundPassage>> {
    const { order, first, after, needsTotal, text, speech, ...asked } = key;
    const list = listFingerprint('searchTranscripts', [asked.filter, order, text, speech]);
    const { cursors } = this.parts;
    const at = after === null ? null : cursors.decode<PassageKey>(list, after);
    const checks = this.checks(asked.field, everything);
    checkPart('TRANSCRIPT', 'text', checks);
    checkMaskedText(text, 'text', checks);
    if (speech !== null) checkSpeech(speech, checks);
    const { filter, visibility } = await this.resolve(asked, true);
    const coverage = await this.coverage(filter, ['TRANSCRIPT']);
    const sought = this.sought(text);
    const search = {
      text: sought,
      speech,
      filter,
      visibility,
      order,
      first,
      after: at,
      needsTotal,
    };
    const found = seesNothing(visibility)
      ? { passages: [], hasNextPage: false, end: null, total: needsTotal ? 0 : null }
      : await this.shownPassages(search, text);
    const seal = (passage: PassageKey): string => cursors.encode(list, { ...passage });
    const entries = found.passages.map((passage) => {
      this.parts.operation.audit?.read('read-transcript', passage.callId);
      return { node: passage, cursor: () => seal(passage.key) };
    });
    return {
      entries,
      hasNextPage: found.hasNextPage,
      hasPreviousPage: at !== null,
      totalCount: found.total,
      restartCursor: found.hasNextPage && found.end !== null ? seal(found.end) : null,
      cut: null,
      ...coverage,
    };
  }

  /**
   * Passages of a call that the viewer may see, in the order in which they were said.
   *
   * @throws InputError, ReplicaError
   */
  async passagesOf(
    callId: string,
    text: TextQuery,
    speech: SpeechCondition | null,
    first: number,
  ): Promise<readonly FoundPassage[]> {
    const { policyFilter } = this.parts;
    const checks = this.checks('passages', everything);
    checkPart('TRANSCRIPT', 'text', checks);
    checkMaskedText(text, 'text', checks);
    if (speech !== null) checkSpeech(speech, checks);
    // A policy module may mask who has which address in this call only.
    if (speech?.emails !== undefined && policyFilter.masksEmailsOf(callId)) return [];
    const found = await looking(this.parts, (store) =>
      store.searchPassages({
        // A policy module may mask this call only.
        text: { ...text, none: [] },
        speech,
        filter: { callIds: [callId] },
        visibility: everything,
        order: 'NEWEST_FIRST',
        first: MAX_PASSAGES_OF_CALL,
        after: null,
        needsTotal: false,
      }),
    );
    const shown = found.passages
      .toReversed()
      .flatMap((passage) => this.shown(passage, text) ?? [])
      .slice(0, first);
    if (shown.length > 0) this.parts.operation.audit?.read('read-transcript', callId);
    return shown;
  }

  /**
   * When the transcript was read in which passages of the call are sought; undefined when it was not read.
   *
   * @throws ReplicaError
   */
  async transcriptReadAt(callId: string): Promise<number | undefined> {
    const { kept, operation } = this.parts;
    await kept.transcript(callId);
    return operation.partTimes.of('transcript', callId);
  }

  /** @throws InputError, ReplicaError, GongError, PolicyError */
  async stats({ by, timeZone, first, measures, ...asked }: StatsKey): Promise<Stats & Coverage> {
    const { companyTimeZone } = this.parts;
    const checks = this.checks(asked.field, everything);
    const parts: CallPart[] = by.flatMap((dimension) => partsOfDimensions[dimension] ?? []);
    for (const part of parts) checkPart(part, 'by', checks);
    for (const measure of measures) {
      for (const part of partsOfMeasures[measure] ?? []) {
        // Without the part, nothing is counted, which would look like zero.
        checkKept(part, `Field "CallMeasures.${measure}"`, this.parts.kept);
        parts.push(part);
      }
    }
    await this.checkWindow(asked);
    const { filter, visibility } = await this.resolve(asked);
    const coverage = await this.coverage(filter, parts);
    const zone = timeZone ?? companyTimeZone ?? 'UTC';
    const query = { filter, visibility, by, timeZone: zone, first };
    const stats = await looking(this.parts, (store) => store.stats(query));
    return { ...stats, ...coverage };
  }

  /** Conditions as the replica judges them, with what the viewer may see. */
  async resolve({ field, filter: written }: Asked, isTextSought = false) {
    const { policyFilter } = this.parts;
    const sought = written as CallFilter;
    const visibility = await policyFilter.visibility(isTextSought || isContactSought(sought));
    const filter = await resolveFilter(written, this.checks(field, visibility));
    return { filter, visibility };
  }

  /** @param visibility what decides which trackers are known. */
  checks(field: string, visibility: CallVisibility): FilterChecks {
    const { kept, open, policyFilter, allowed } = this.parts;
    return {
      kept,
      allowed,
      crmFields: open.crmFields,
      mask: policyFilter.generalMask,
      nameOf: (member) => `${field}(${member}:)`,
      isDetected: async (trackerId) => {
        const filter = { trackers: [{ trackerIds: [trackerId], minCount: 1 }] };
        const search = { filter, visibility, order: 'NEWEST_FIRST' as const, first: 1 };
        const found = await looking(this.parts, (store) =>
          store.searchCalls({ ...search, after: null, needsTotal: false }),
        );
        return found.calls.length > 0;
      },
      detected: (isMeant) =>
        looking(this.parts, (store) => store.detectedTrackers(isMeant, visibility)),
    };
  }

  /** @param more parts of calls that are needed beside those of the filter. */
  private async coverage(filter: CallFilter, more: readonly CallPart[] = []): Promise<Coverage> {
    const { fromMs } = filter;
    const status = await this.status();
    const { state, from, lacksCalls, asOf } = status;
    const isWhole = state !== 'FILLING' && !lacksCalls;
    const reaches = fromMs === undefined ? isWhole : fromMs >= (from ?? Infinity);
    const parts = [...neededParts(filter), ...more];
    return { asOf, isComplete: from !== null && reaches && wereRead(parts, filter, status) };
  }

  private async checkWindow({ field, filter }: Asked): Promise<void> {
    if (filter.fromMs !== undefined) return;
    const { from } = await this.status();
    const until = filter.toMs ?? this.parts.now();
    if (from === null || until - from <= MAX_OPEN_DAYS * DAY_MS) return;
    throw new InputError(
      'BAD_USER_INPUT',
      `Argument "${field}(filter.from:)" is required, because the replica reaches back more than ` +
        `${MAX_OPEN_DAYS} days. Give the start of the window to count.`,
    );
  }

  /** What the index is searched for. It has what is masked, so it must not say which passages lack a word. */
  private sought(query: TextQuery): TextQuery {
    return this.parts.policyFilter.generalMask === null ? query : { ...query, none: [] };
  }

  /** A page of passages as the viewer may see them. What is masked in those that follow must not say that any do. */
  private async shownPassages(search: PassageSearch, text: TextQuery): Promise<PassagesFound> {
    const { first, needsTotal } = search;
    const isMasked = this.parts.policyFilter.generalMask !== null;
    const passages: FoundPassage[] = [];
    let { after } = search;
    let count = isMasked ? first + 1 : first;
    for (let examined = 0; examined < MAX_EXAMINED; examined += count, count = EXAMINED_AT_ONCE) {
      const part = { ...search, first: count, after, needsTotal: needsTotal && !isMasked };
      const found = await looking(this.parts, (store) => store.searchPassages(part));
      passages.push(...found.passages.flatMap((passage) => this.shown(passage, text) ?? []));
      if (!isMasked) return { ...found, passages };
      const page = passages.slice(0, first);
      if (passages.length > first || !found.hasNextPage) {
        const end = page.at(-1)?.key ?? null;
        return { passages: page, hasNextPage: passages.length > first, end, total: null };
      }
      after = found.end;
    }
    return { passages, hasNextPage: true, end: after, total: null };
  }

  /** The passage as the viewer may see it; null when what may be seen of it does not match. */
  private shown(passage: FoundPassage, query: TextQuery): FoundPassage | null {
    const { text } = this.parts.policyFilter.ofCall(passage.callId, { text: passage.text });
    const isThere = (term: TextTerm): boolean =>
      matchesIn(text, { all: [term], none: [] }).length > 0;
    if (!query.all.every(isThere) || query.none.some(isThere)) return null;
    return text === passage.text ? passage : { ...passage, text, matches: matchesIn(text, query) };
  }
}

/** Whether Gong was asked for these parts of every call in the window of the filter. */
function wereRead(
  parts: readonly CallPart[],
  { fromMs = -Infinity, toMs = Infinity }: CallFilter,
  { unreadTranscripts, unreadReviewsBefore }: ReplicaStatus,
): boolean {
  const lacksTranscripts =
    unreadTranscripts !== null &&
    unreadTranscripts.fromMs < toMs &&
    unreadTranscripts.toMs >= fromMs;
  const lacksReviews = unreadReviewsBefore !== null && fromMs < unreadReviewsBefore;
  return !(
    (lacksTranscripts && parts.includes('TRANSCRIPT')) ||
    (lacksReviews && parts.includes('REVIEWS'))
  );
}

/** Whether the viewer may see no call at all. */
export function seesNothing({ anyOf }: CallVisibility): boolean {
  return anyOf?.length === 0;
}
