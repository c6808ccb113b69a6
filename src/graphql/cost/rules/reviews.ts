import { newPlace, type Place } from '../place.js';
import { selectionOf, typeNamed, type Rule, type Visit } from '../pricing.js';
import type { Moment } from '../moments.js';
import type { Population } from '../population.js';
import { DEFAULT_PEOPLE_OR_REVIEWS } from '../../selection/pageSizes.js';
import { itemNodes } from '../../selection/selectedFields.js';

const BOTH = 'BOTH';

function listOf({ field }: Visit) {
  const { filter, first, after } = field.args;
  const given = (filter ?? {}) as Record<string, unknown>;
  return {
    filter: { ...given, reviewMethod: given['reviewMethod'] ?? BOTH },
    first: (first ?? DEFAULT_PEOPLE_OR_REVIEWS) as number,
    after: after ?? null,
  };
}

const answeredScorecards: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const list = listOf(visit);
  pricing.bill.reviews.list(list, field.path);
  pricing.bill.judge(field.path, false);
  const source = pricing.sources.named(JSON.stringify([list.filter, list.after]));
  const known = pricing.moments.after('reviews', place.known);
  return listed(visit, { source, most: list.first }, known);
};

const answers: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const list = listOf(visit);
  const { scorecardIds, ...filter } = list.filter as Record<string, unknown>;
  const allowed = Array.isArray(scorecardIds) ? new Set(scorecardIds as string[]) : null;
  const ids = place.ids?.filter((id) => allowed?.has(id) !== false) ?? null;
  const most = Math.min(ids?.length ?? place.objects.most, allowed?.size ?? Infinity);
  // A filter that excludes the scorecard itself lets nothing through.
  if (most === 0) return [];
  pricing.bill.judge(field.path, false);
  const scorecards = ids ?? { source: place.objects.source, most };
  const isSure = ids !== null;
  pricing.bill.reviews.ofScorecards(
    place.asked,
    { ...list, filter },
    scorecards,
    isSure,
    field.path,
  );
  const source = pricing.sources.named(JSON.stringify(list), place.objects.source);
  const known = pricing.moments.after('answers', place.asked);
  return listed(visit, { source, most: most * list.first }, known);
};

function listed(visit: Visit, objects: Population, known: Moment): readonly Place[] {
  const { field, place } = visit;
  const nodes = itemNodes(selectionOf(visit), 'AnsweredScorecard').flat();
  if (nodes.length === 0) return [];
  return [
    newPlace({
      type: typeNamed(visit, 'AnsweredScorecard'),
      nodes,
      path: { before: field.path, name: 'nodes' },
      objects,
      known,
      hasDirectory: place.hasDirectory,
    }),
  ];
}

export const reviewRules: Readonly<Record<string, Rule>> = {
  'Query.answeredScorecards': answeredScorecards,
  'Scorecard.answers': answers,
};
