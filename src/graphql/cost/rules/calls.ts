import { NAMELESS_SPEAKERS_PER_CALL, REVIEWS_PER_CALL } from '../assumptions.js';
import { newPlace, type Place } from '../place.js';
import type { Population } from '../population.js';
import { selectionOf, typeNamed, type Rule, type Visit } from '../pricing.js';
import { DEFAULT_CALLS } from '../../selection/pageSizes.js';
import { itemNodes, selects } from '../../selection/selectedFields.js';
import { canonicalTime } from '../reads/window.js';
import type { Moment } from '../moments.js';
import { below, oneForEach } from './references.js';

const totalCount: ReadonlySet<string> = new Set(['totalCount']);

/** The arguments of a list of calls that filters and windows have in common. */
function pageOf(visit: Visit) {
  const { first, after } = visit.field.args;
  return {
    first: (first ?? DEFAULT_CALLS) as number,
    after: after ?? null,
    needsTotal: selects(selectionOf(visit), 'CallConnection', totalCount),
  };
}

const calls: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const filter = (field.args['filter'] ?? {}) as Record<string, unknown>;
  const { first, after, needsTotal } = pageOf(visit);
  const list = {
    from: filter['from'],
    to: filter['to'],
    workspaceId: (filter['workspaceId'] ?? null) as string | null,
    callIds: distinct(filter['callIds']),
    hosts: distinct(filter['primaryUserIds']),
    isNewestFirst: field.args['order'] === 'NEWEST_FIRST',
    first,
    after,
    needsTotal,
  };
  pricing.bill.callWalks.list(list, field.path);
  pricing.bill.judge(field.path, true);
  const key = { ...list, first: null, needsTotal: null };
  const objects = {
    source: pricing.sources.named(JSON.stringify(key)),
    most: Math.min(first, list.callIds?.length ?? first),
  };
  const isScattered = list.callIds !== null || list.hosts !== null;
  return listed(visit, objects, pricing.moments.after('lists', place.known), isScattered);
};

const hostedCalls: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const { from, to, order } = field.args;
  const { first, after, needsTotal } = pageOf(visit);
  const isNewestFirst = order !== 'OLDEST_FIRST';
  const window = { from, to };
  const { callWalks } = pricing.bill;
  callWalks.ofHosts(
    place.asked,
    {
      ...window,
      isNewestFirst,
      first,
      after,
      needsTotal,
      hosts: place.ids ?? place.objects,
    },
    place.ids !== null,
    field.path,
  );
  pricing.bill.judge(field.path, place.ids !== null);
  const key = [canonicalTime(from), canonicalTime(to), isNewestFirst, after];
  const hosts = place.objects;
  const objects = {
    source: pricing.sources.named(JSON.stringify(key), hosts.source),
    most:
      hosts.most <= 1
        ? hosts.most * first
        : Math.min(hosts.most * first, callWalks.mostCallsOf(hosts.most, window)),
  };
  return listed(visit, objects, pricing.moments.after('hosts', place.asked), true);
};

function listed(
  visit: Visit,
  objects: Population,
  known: Moment,
  isScattered: boolean,
): readonly Place[] {
  const { field, place } = visit;
  const nodes = itemNodes(selectionOf(visit), 'Call').flat();
  if (nodes.length === 0) return [];
  return [
    newPlace({
      type: typeNamed(visit, 'Call'),
      nodes,
      path: { before: field.path, name: 'nodes' },
      objects,
      known,
      calls: { ...objects, known, isScattered },
      hasDirectory: place.hasDirectory,
    }),
  ];
}

const transcript: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const { bill, moments } = pricing;
  if (place.ids === null) bill.transcripts.refer(place.asked, place.objects, field.path);
  else bill.transcripts.ask(place.asked, place.ids, true, field.path);
  const known = moments.after('transcripts', place.known);
  return [below(visit, 'Transcript', { known, calls: place.calls })];
};

/** Names of speakers are asked for as soon as the call is known. */
const speakerNames: Rule = ({ place, field, pricing }) => {
  const { calls } = place;
  if (calls === null || place.hasDirectory) return [];
  const source = pricing.sources.named('people', calls.source);
  const most = Math.min(calls.most * NAMELESS_SPEAKERS_PER_CALL, pricing.company.users);
  pricing.bill.users.byId.refer(calls.known, { source, most: Math.ceil(most) }, field.path);
  return [];
};

const partyName: Rule = (visit) => (visit.place.isSpeaker ? speakerNames(visit) : []);

const speaker: Rule = (visit) => {
  const { calls } = visit.place;
  return [below(visit, 'Party', { calls, isSpeaker: true })];
};

const reviewsOfCall: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const { calls } = place;
  if (calls === null) return [];
  pricing.bill.reviews.ofCalls(place.known, calls, field.path);
  const { source, most } = oneForEach(visit);
  return [
    below(visit, 'AnsweredScorecard', {
      objects: { source, most: most * REVIEWS_PER_CALL },
      known: pricing.moments.after('reviewsOfCalls', place.known),
      calls,
    }),
  ];
};

function distinct(ids: unknown): readonly string[] | null {
  return Array.isArray(ids) ? [...new Set(ids as string[])].sort() : null;
}

export const callRules: Readonly<Record<string, Rule>> = {
  'Query.calls': calls,
  'User.calls': hostedCalls,
  'Call.transcript': transcript,
  'Transcript.text': speakerNames,
  'Monologue.speaker': speaker,
  'TrackerOccurrence.speaker': speaker,
  'Party.name': partyName,
  'Call.answeredScorecards': reviewsOfCall,
};
