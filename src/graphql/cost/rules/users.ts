import { REPORTS_PER_MANAGER, USERS_FOUND } from '../assumptions.js';
import { newPlace } from '../place.js';
import { selectionOf, typeNamed, type Rule } from '../pricing.js';
import { DEFAULT_PEOPLE_OR_REVIEWS } from '../../selection/pageSizes.js';
import { itemNodes } from '../../selection/selectedFields.js';
import { below, oneForEach } from './references.js';

const users: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const filter = (field.args['filter'] ?? {}) as Record<string, unknown>;
  const ids = Array.isArray(filter['userIds']) ? new Set(filter['userIds'] as string[]) : null;
  const first = (field.args['first'] ?? DEFAULT_PEOPLE_OR_REVIEWS) as number;
  const { createdFrom, createdTo, active } = filter;
  const after = field.args['after'] ?? null;
  const list = { ids, createdFrom, createdTo, active, first, after };
  const lists = pricing.bill.users.list(list, field.path);
  const nodes = itemNodes(selectionOf(visit), 'User').flat();
  if (nodes.length === 0) return [];
  const key = JSON.stringify([ids && [...ids].sort(), createdFrom, createdTo, active, after]);
  return [
    newPlace({
      type: typeNamed(visit, 'User'),
      nodes,
      path: { before: field.path, name: 'nodes' },
      objects: {
        source: pricing.sources.named(`users ${key}`),
        most: Math.min(first, ids?.size ?? pricing.company.users),
      },
      known: pricing.moments.after('userLists', place.known, lists),
    }),
  ];
};

const searchUsers: Rule = (visit) => {
  const { place, field, pricing } = visit;
  pricing.bill.users.askAll(true, field.path);
  const source = pricing.sources.named(JSON.stringify(field.args));
  const known = pricing.moments.after('directory', place.known);
  const objects = { source, most: USERS_FOUND };
  return [below(visit, 'User', { objects, known, hasDirectory: true })];
};

const directReports: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const { bill, company, moments } = pricing;
  bill.users.askAll(place.ids !== null, field.path);
  const { source, most } = oneForEach(visit);
  const objects = { source, most: Math.min(most * REPORTS_PER_MANAGER, company.users) };
  const known = moments.after('directory', place.asked);
  return [below(visit, 'User', { objects, known, hasDirectory: true })];
};

export const userRules: Readonly<Record<string, Rule>> = {
  'Query.users': users,
  'Query.searchUsers': searchUsers,
  'User.directReports': directReports,
};
