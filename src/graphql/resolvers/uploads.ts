import type { Resolvers } from '../generated/graphql.js';
import { InputError } from '../../operation/inputError.js';
import { RecordingError } from '../../company/uploads/recordingError.js';
import { toNewCall } from '../inputs/uploads.js';
import { findCall } from './references.js';

/** Status of the upload URL for such a file. */
const UNSUPPORTED_MEDIA_TYPE = 415;

export const uploadResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'CreateCallPayload'> = {
  Query: {
    uploadStatus: (_parent, { callId }, { loaders }) => loaders.uploadStatusByCallId.load(callId),
  },
  Mutation: {
    createCall: (_parent, { input }, { mutations }) =>
      mutations.uploads.createCall(toNewCall(input)),
    addCallMedia: async (_parent, { input: { callId, file } }, { mutations, origin }, info) => {
      const { check } = mutations.uploads;
      if (file == null) {
        await check(callId);
        const uploadUrl = `${origin}${mutations.uploads.uploadPath(callId)}`;
        return { callId, callUrl: null, uploadUrl, requestId: null };
      }
      try {
        const added = await mutations.uploads.addMedia(callId, file.open(), check);
        return { ...added, uploadUrl: null };
      } catch (error) {
        if (!(error instanceof RecordingError)) throw error;
        const message = `Argument "addCallMedia(input.file:)": ${error.message}`;
        const isAlone = info.operation.selectionSet.selections.length === 1;
        const isWrongType = error.problem === 'type';
        throw new InputError(
          'BAD_USER_INPUT',
          message,
          isAlone && isWrongType ? { http: { status: UNSUPPORTED_MEDIA_TYPE } } : {},
        );
      }
    },
  },
  CreateCallPayload: {
    // Gong cannot show a call that was just registered, so it is not requested.
    call: ({ callId, alreadyExisted }, _args, context, info) =>
      callId === null || !alreadyExisted ? null : findCall(callId, context, info),
  },
};
