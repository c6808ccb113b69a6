import { formatInstant, toMicros } from '../instants.js';
import { createRandom } from '../random.js';
import type { Company } from './types.js';

const PLANS = [
  ['Deal review', 'Where a deal is and what is at risk', true],
  ['Account handover', 'What the next owner of an account must know', true],
  ['Renewal risks', 'Signs of churn in the last calls', false],
] as const;

const DAY_US = 86_400_000_000;

/** Definitions of AI briefs, the same in every workspace. */
export const briefsOf = ({ workspaces, users }: Company) =>
  workspaces.flatMap(({ id: workspaceId }) => {
    const random = createRandom('briefs', workspaceId);
    return PLANS.map(([briefName, description, isPublished], index) => {
      const creator = users[random.integer(0, Math.max(users.length - 1, 0))];
      const created = toMicros('2026-01-12T09:30:00Z') + random.integer(0, 30) * DAY_US;
      return {
        briefId: `${workspaceId.slice(0, 12)}${index + 1}`,
        briefName,
        workspaceId,
        description,
        status: isPublished ? 'Published' : 'Not published',
        creator: creator === undefined ? '' : `${creator.firstName} ${creator.lastName}`,
        creatorUserId: creator?.id ?? '-1',
        created: formatInstant(created, 0),
        updated: formatInstant(created + random.integer(0, 20) * DAY_US, 0),
      };
    });
  });
