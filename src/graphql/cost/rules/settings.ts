import { SCORECARDS, TRACKERS } from '../assumptions.js';
import { selectionOf, type Rule } from '../pricing.js';
import { freeOfQuestion } from '../../selection/referenceFields.js';
import { selectsBeyond } from '../../selection/selectedFields.js';
import { below, oneForEach } from './references.js';

const workspaces: Rule = (visit) => {
  const { place, field, pricing } = visit;
  pricing.bill.workspaces.ask(true, field.path);
  const known = pricing.moments.after('workspaces', place.known);
  const objects = { source: oneForEach(visit).source, most: pricing.company.workspaces };
  return [below(visit, 'Workspace', { objects, known })];
};

/** All trackers, or those of the workspace named. */
const trackers: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const workspaceId = (field.args['workspaceId'] ?? null) as string | null;
  // Of a workspace that may not be seen, they aren't read.
  const isSure = workspaceId === null || !pricing.policy.readsWorkspaces;
  pricing.bill.trackers.ask(place.known, workspaceId, isSure, field.path);
  pricing.bill.judgePlaces(field.path);
  const known = pricing.moments.after('trackers', place.known);
  const objects = { source: pricing.sources.named('trackers'), most: TRACKERS };
  return [below(visit, 'Tracker', { objects, known })];
};

const trackersOfWorkspace: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const { bill, moments, sources } = pricing;
  const isSure = !pricing.policy.readsWorkspaces;
  for (const id of place.ids ?? []) bill.trackers.ask(place.asked, id, isSure, field.path);
  if (place.ids === null) bill.trackers.refer(place.asked, place.objects, field.path);
  const objects = { source: sources.named('trackers'), most: TRACKERS };
  return [below(visit, 'Tracker', { objects, known: moments.after('trackers', place.asked) })];
};

const scorecards: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const isSure = place.type.name === 'Query' || place.ids !== null;
  pricing.bill.scorecards.ask(isSure, field.path);
  pricing.bill.judgePlaces(field.path, isSure);
  const objects = { source: pricing.sources.named('scorecards'), most: SCORECARDS };
  const known = pricing.moments.after('scorecards', place.asked);
  return [below(visit, 'Scorecard', { objects, known })];
};

const question: Rule = (visit) => {
  const { field, pricing } = visit;
  if (selectsBeyond(selectionOf(visit), 'ScorecardQuestion', freeOfQuestion)) {
    pricing.bill.scorecards.ask(false, field.path);
    pricing.bill.judgePlaces(field.path, false);
  }
  return [];
};

export const settingsRules: Readonly<Record<string, Rule>> = {
  'Query.workspaces': workspaces,
  'Query.trackers': trackers,
  'Workspace.trackers': trackersOfWorkspace,
  'Query.scorecards': scorecards,
  'Workspace.scorecards': scorecards,
  'ScorecardAnswer.question': question,
};
