import type { User } from '../company/types.js';
import { badRequest, notFound, TEXTS } from '../errors.js';
import { toMicros } from '../instants.js';
import { ok, type Handler } from './types.js';

/** `GET /v2/users`: everybody. Nothing is filtered, so an empty company gives an empty list. */
export const listUsers: Handler = ({ company, query, paginate }) => {
  const everybody = query['includeAvatars'] === true ? withAvatars(company) : company.users;
  const { items, records } = paginate(everybody);
  return ok({ records, users: items });
};

/** `GET /v2/users/{id}`. */
export const getUser: Handler = ({ company, path }) => {
  const id = path['id'] ?? '';
  const user = withAvatars(company).find((candidate) => candidate.id === id);
  if (!user) throw notFound(`User ID ${id} was not found`);
  return ok({ user });
};

interface UserFilter {
  createdFromDateTime?: string;
  createdToDateTime?: string;
  includeAvatars?: boolean;
  userIds?: readonly string[];
}

/** `POST /v2/users/extensive`: by id and creation time, in no promised order. */
export const listMultipleUsers: Handler = ({ company, body, paginate }) => {
  const filter = body['filter'] as UserFilter;
  const { createdFromDateTime: fromText, createdToDateTime: toText } = filter;
  const from = fromText === undefined ? -Infinity : toMicros(fromText);
  const to = toText === undefined ? Infinity : toMicros(toText);
  if (from >= to) {
    throw badRequest('filter.createdFromDateTime: must be before filter.createdToDateTime');
  }
  const ids = filter.userIds && new Set(filter.userIds);
  const candidates = filter.includeAvatars ? withAvatars(company) : company.users;
  const found = candidates.filter(({ id, created }) => {
    const time = toMicros(created);
    return (!ids || ids.has(id)) && from <= time && time < to;
  });
  if (found.length === 0) throw notFound(TEXTS.noUsers);
  const { items, records } = paginate(found);
  return ok({ records, users: items });
};

const withAvatars = (company: { users: User[]; avatars: User[] }): User[] => [
  ...company.users,
  ...company.avatars,
];
