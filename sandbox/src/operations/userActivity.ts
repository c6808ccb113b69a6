import { badRequest, notFound } from '../errors.js';
import { localDay, toMicros } from '../instants.js';
import { ok, type Handler } from './types.js';

/** `POST /v2/stats/activity/aggregate`: what can be counted of the company's calls and reviews. */
export const listMultipleUsersAggregateActivity: Handler = ({ company, body, now, paginate }) => {
  const { fromDate, toDate, userIds } = body['filter'] as {
    fromDate: string;
    toDate: string;
    userIds?: readonly string[];
  };
  const { timeZone, calls, users, answeredScorecards } = company;
  if (fromDate > toDate) throw badRequest('filter.fromDate: must not be after filter.toDate');
  if (toDate > localDay(timeZone, now))
    throw badRequest('filter.toDate: must not be in the future');
  const isWithin = (time: string): boolean => {
    const day = localDay(timeZone, toMicros(time) / 1000);
    return fromDate <= day && day < toDate;
  };
  const held = calls.filter(({ metaData }) => isWithin(metaData.started));
  const reviews = answeredScorecards.filter(({ reviewTime }) => isWithin(reviewTime));
  const stats = users
    .filter(({ id }) => userIds === undefined || userIds.includes(id))
    .flatMap(({ id, emailAddress }) => {
      const own = held.filter(({ metaData }) => metaData.primaryUserId === id).length;
      const given = reviews.filter(({ reviewerUserId }) => reviewerUserId === id).length;
      const received = reviews.filter(({ reviewedUserId }) => reviewedUserId === id).length;
      // Users without activity are left out.
      if (own + given + received === 0) return [];
      return [
        {
          userId: id,
          userEmailAddress: emailAddress,
          userAggregateActivityStats: {
            callsAsHost: own,
            callsAttended: Math.floor(own / 2),
            callsGaveFeedback: given,
            callsRequestedFeedback: Math.floor(own / 10),
            callsReceivedFeedback: received,
            ownCallsListenedTo: Math.floor(own / 3),
            othersCallsListenedTo: given,
            callsSharedInternally: Math.floor(own / 5),
            callsSharedExternally: Math.floor(own / 8),
            callsScorecardsFilled: given,
            callsScorecardsReceived: received,
            callsCommentsGiven: given,
            callsCommentsReceived: received,
            callsMarkedAsFeedbackGiven: given,
            callsMarkedAsFeedbackReceived: received,
          },
        },
      ];
    });
  if (stats.length === 0)
    throw notFound('No users were found corresponding to the provided filters');
  const { items, records } = paginate(stats);
  return ok({ records, usersAggregateActivityStats: items, timeZone });
};
