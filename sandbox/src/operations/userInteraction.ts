import { notFound } from '../errors.js';
import { formatInstant } from '../instants.js';
import { createRandom } from '../random.js';
import { ok, type Handler } from './types.js';
import { midnightOf, statsWindow } from './userStats.js';

/** `POST /v2/stats/interaction`: how the users that hosted calls on these days speak on calls. */
export const listInteractionStats: Handler = (request) => {
  const { company, paginate } = request;
  const { users, userIds, dayOf, fromDate, toDate } = statsWindow(request);
  const hosts = new Set(
    company.calls.flatMap(({ metaData }) =>
      dayOf(metaData.started) === null ? [] : (metaData.primaryUserId ?? []),
    ),
  );
  const measured = users.flatMap(({ id, emailAddress }) => {
    const isHost = hosts.has(id);
    if (!isHost && userIds === undefined) return [];
    const personInteractionStats = isHost ? statsOf(id) : [];
    return [{ userId: id, userEmailAddress: emailAddress, personInteractionStats }];
  });
  if (!measured.some(({ userId }) => hosts.has(userId))) {
    throw notFound('No users were found corresponding to the provided filters');
  }
  const { items, records } = paginate(measured);
  const at = (day: string): string => {
    const { millis, offsetMinutes } = midnightOf(day, company.timeZone);
    return formatInstant(millis * 1000, offsetMinutes, 'seconds');
  };
  return ok({
    records,
    peopleInteractionStats: items,
    fromDateTime: at(fromDate),
    toDateTime: at(toDate),
    timeZone: company.timeZone,
  });
};

/** A manner of speaking, which a user keeps. */
const statsOf = (userId: string) => {
  const random = createRandom('interaction', userId);
  const between = (least: number, most: number): number => random.integer(least, most) / 100;
  return [
    { name: 'Longest Monologue', value: between(3000, 18_000) },
    { name: 'Longest Customer Story', value: between(2000, 12_000) },
    { name: 'Interactivity', value: between(100, 900) },
    { name: 'Patience', value: between(30, 150) },
    { name: 'Question Rate', value: between(500, 2500) },
  ];
};
