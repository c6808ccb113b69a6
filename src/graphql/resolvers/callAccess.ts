import { list } from '../../gong/coerce.js';
import { getUsersAccessToCalls } from '../../gong/endpoints/callAccess.js';
import type { AccessRejection, ChangedAccess } from '../../operation/mutations/callAccess.js';
import type { Resolvers } from '../generated/graphql.js';
import { userReferences } from './references.js';

export type CallAccessPayloadModel = ChangedAccess;
export type CallAccessRejectionModel = AccessRejection;

export const callAccessResolvers: Pick<Resolvers, 'Call' | 'Mutation'> = {
  Call: {
    individualAccess: async ({ id }, _args, context, info) => {
      const access = await context.loaders.reads.one(getUsersAccessToCalls, id);
      const userIds = list(access?.users).map(({ userId }) => userId);
      return access === null ? null : userReferences(userIds, context, info);
    },
  },
  Mutation: {
    grantCallAccess: (_parent, { input }, { mutations }) =>
      mutations.callAccess.grant(input.grants.map(toChange)),
    revokeCallAccess: (_parent, { input }, { mutations }) =>
      mutations.callAccess.revoke(input.grants.map(toChange)),
  },
};

/** The input is copied, because Gong's client may change it. */
const toChange = ({
  callId,
  userIds,
}: {
  readonly callId: string;
  readonly userIds: readonly string[];
}) => ({ callId, userIds: [...userIds] });
