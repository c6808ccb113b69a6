import type { ContextValue } from '../context.js';
import type { CallRecord } from '../../gong/endpoints/calls.js';
import { listBriefs } from '../../gong/endpoints/briefs.js';
import { listScorecards, listTrackers } from '../../gong/endpoints/settings.js';
import type { GongCallTranscript } from '../../gong/endpoints/wire.js';
import type { ConnectionModel } from '../../operation/loaders/connection.js';
import {
  prefetchableFields,
  type PrefetchableField,
  type RecordType,
} from '../selection/referenceFields.js';
import {
  argumentsOf,
  objectType,
  selectedFields,
  type SelectedField,
  type SelectionInfo,
} from '../selection/selectedFields.js';
import { scorecardReviewsKey, userCallsKey } from './arguments.js';

/**
 * Prefetches fields of a record whose ID is already known: they are requested in parallel to the record instead of
 * after it. The resolvers of these fields find their loads in progress.
 *
 * When the record does not exist, these requests had no use. In return, no part waits for the response of another.
 */
export interface Prefetch {
  readonly context: ContextValue;
  readonly info: SelectionInfo;
}

/** @returns the prefetched transcript, when it is selected. */
export function prefetchForCall(
  id: string,
  prefetch: Prefetch,
): readonly Promise<GongCallTranscript | null>[] {
  return fieldsOf('Call', prefetch).map(() =>
    start(prefetch.context.loaders.transcriptByCallId.load(id)),
  );
}

/** @returns the prefetched calls of the user, when they are selected. */
export function prefetchForUser(
  id: string,
  prefetch: Prefetch,
): readonly Promise<ConnectionModel<CallRecord>>[] {
  const { loaders, operation } = prefetch.context;
  const calls: Promise<ConnectionModel<CallRecord>>[] = [];
  for (const field of fieldsOf('User', prefetch)) {
    switch (field.name) {
      case 'directReports':
        // No field waits for it, so a trial omits it: see `findUser`.
        if (operation.trial === null) void start(loaders.people.reportingTo(id));
        break;
      case 'calls': {
        const args = argumentsOf(prefetch.info, objectType(prefetch.info, 'User'), field);
        const key = userCallsKey(id, args, { ...prefetch.info, fieldNodes: field.nodes });
        calls.push(start(loaders.callsByPrimaryUserId.load(key)));
      }
    }
  }
  return calls;
}

export function prefetchForWorkspace(id: string, prefetch: Prefetch): void {
  const { loaders } = prefetch.context;
  for (const { name } of fieldsOf('Workspace', prefetch)) {
    switch (name) {
      case 'folders':
        void start(loaders.folders(id));
        break;
      case 'trackers':
        void start(loaders.reads.whole(listTrackers, id));
        break;
      case 'scorecards':
        void start(loaders.reads.whole(listScorecards, null));
        break;
      case 'briefDefinitions':
        void start(loaders.reads.whole(listBriefs, id));
        break;
      case 'permissionProfiles':
        void start(loaders.permissionProfiles.ofWorkspace(id));
    }
  }
}

export function prefetchForScorecard(id: string, prefetch: Prefetch): void {
  const { loaders } = prefetch.context;
  for (const field of fieldsOf('Scorecard', prefetch)) {
    const args = argumentsOf(prefetch.info, objectType(prefetch.info, 'Scorecard'), field);
    const { info } = prefetch;
    const key = scorecardReviewsKey(id, args, { ...info, fieldNodes: field.nodes });
    if (key !== null) void start(loaders.answeredScorecardsByScorecardId.load(key));
  }
}

function fieldsOf<T extends RecordType>(
  type: T,
  { info }: Prefetch,
): readonly (SelectedField & { readonly name: PrefetchableField<T> })[] {
  const names: readonly string[] = prefetchableFields[type];
  return selectedFields(info, objectType(info, type)).filter(
    (field): field is SelectedField & { readonly name: PrefetchableField<T> } =>
      names.includes(field.name),
  );
}

/** The field that loads the same reports a failure, so it is ignored here. */
function start<T>(load: Promise<T>): Promise<T> {
  load.catch(() => undefined);
  return load;
}
