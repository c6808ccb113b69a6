import { COLLEAGUES_PER_CALL } from '../assumptions.js';
import { newPlace, type Place } from '../place.js';
import type { Population } from '../population.js';
import { selectionOf, typeNamed, type Rule, type Visit } from '../pricing.js';
import { selectsBlocks } from '../selectedBlocks.js';
import {
  freeFields,
  freeFieldsWithName,
  type RecordType,
} from '../../selection/referenceFields.js';
import { selects, selectsBeyond } from '../../selection/selectedFields.js';

/**
 * Fields that lead to a record by its id. The record is read only where a field is selected that the reference
 * itself doesn't hold.
 */

/** As many of another type as the objects at hand, one each. */
export function oneForEach({ place, field, pricing }: Visit): Population {
  const { source, most } = place.objects;
  return { source: pricing.sources.named(field.name, source), most };
}

/** A place right below the one at hand, known with it. */
export function below(visit: Visit, type: string, more: Partial<Place> = {}): Place {
  const { place, field } = visit;
  return newPlace({
    type: typeNamed(visit, type),
    nodes: field.nodes,
    path: field.path,
    objects: more.objects ?? oneForEach(visit),
    known: place.known,
    hasDirectory: place.hasDirectory,
    ...more,
  });
}

const directReports: ReadonlySet<string> = new Set(['directReports']);

const user: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const info = selectionOf(visit);
  const objects = usersReferredTo(visit);
  // Who wants the reports reads the directory first, which then serves the user too.
  const hasDirectory = place.hasDirectory || selects(info, 'User', directReports);
  if (!selectsBeyond(info, 'User', freeFields.User)) {
    return [below(visit, 'User', { objects, hasDirectory })];
  }
  if (!hasDirectory) pricing.bill.users.byId.refer(place.known, objects, field.path);
  const known = pricing.moments.after('users', place.known);
  return [below(visit, 'User', { objects, hasDirectory, asked: place.known, known })];
};

/** Managers, and those who review: few, and the same again and again. */
const byManagers: ReadonlySet<string> = new Set([
  'User.manager',
  'AnsweredScorecard.reviewer',
  'AnsweredScorecard.editor',
]);

function usersReferredTo(visit: Visit): Population {
  const { place, field, pricing } = visit;
  const { sources, company } = pricing;
  const coordinate = `${place.type.name}.${field.name}`;
  const { source, most } = place.objects;
  if (byManagers.has(coordinate)) {
    return { source: sources.named('managers', source), most: Math.min(most, company.managers) };
  }
  const { calls } = place;
  if (calls !== null && place.type.name !== 'AnsweredScorecard') {
    // Hosts are among those whom the parts of a call name.
    const perCall = place.type.name === 'Call' ? 1 : COLLEAGUES_PER_CALL;
    const people = Math.min(calls.most * perCall, company.users);
    return { source: sources.named('people', calls.source), most: people };
  }
  return { source: sources.named(field.name, source), most: Math.min(most, company.users) };
}

/** What names calls. */
const lookedUp: ReadonlySet<string> = new Set(['FolderCall', 'AnsweredScorecard']);

const call: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const info = selectionOf(visit);
  const objects = oneForEach(visit);
  const wantsBlocks = selectsBlocks(info);
  const isFree = !wantsBlocks && !selectsBeyond(info, 'Call', freeFields.Call);
  // A review that was found by its call leads back to that call, which is there.
  // One that was looked up to know whether it may be named was read with what is wanted of it.
  const isLookedUp =
    pricing.policy.mayHideCalls && lookedUp.has(place.type.name) && place.calls === null;
  const isHeld = isLookedUp || (!wantsBlocks && place.calls !== null);
  const isRead = !isFree && !isHeld;
  if (isRead) pricing.bill.calls.refer(place.known, objects, field.path);
  const known = isRead ? pricing.moments.after('calls', place.known) : place.known;
  const calls = { ...objects, known, isScattered: true };
  return [below(visit, 'Call', { objects, asked: place.known, known, calls })];
};

const workspace: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const { source } = oneForEach(visit);
  const objects = { source, most: Math.min(place.objects.most, pricing.company.workspaces) };
  if (!selectsBeyond(selectionOf(visit), 'Workspace', freeFields.Workspace)) {
    return [below(visit, 'Workspace', { objects })];
  }
  pricing.bill.workspaces.ask(false, field.path);
  const known = pricing.moments.after('workspaces', place.known);
  return [below(visit, 'Workspace', { objects, asked: place.known, known })];
};

const tracker: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const free = place.type.name === 'CallTracker' ? freeFieldsWithName.Tracker : freeFields.Tracker;
  if (!selectsBeyond(selectionOf(visit), 'Tracker', free)) return [];
  pricing.bill.trackers.ask(place.known, null, false, field.path);
  pricing.bill.judgePlaces(field.path, false);
  return [below(visit, 'Tracker', { known: pricing.moments.after('trackers', place.known) })];
};

const scorecard: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const isNamed = place.type.name === 'AnsweredScorecard';
  const free = isNamed ? freeFieldsWithName.Scorecard : freeFields.Scorecard;
  if (!selectsBeyond(selectionOf(visit), 'Scorecard', free)) return [below(visit, 'Scorecard')];
  pricing.bill.scorecards.ask(false, field.path);
  pricing.bill.judgePlaces(field.path, false);
  const known = pricing.moments.after('scorecards', place.known);
  return [below(visit, 'Scorecard', { asked: place.known, known })];
};

/** By the type that the field leads to. */
export const referenceRules: Readonly<Record<RecordType, Rule>> = {
  Call: call,
  User: user,
  Workspace: workspace,
  Tracker: tracker,
  Scorecard: scorecard,
};
