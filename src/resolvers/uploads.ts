import type { Resolvers } from '../generated/graphql.js';
import { InputError } from '../loaders/inputError.js';
import { RecordingError } from '../uploads/recordingError.js';
import { findCall } from './references.js';

export const uploadResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'CreateCallPayload'> = {
  Query: {
    uploadStatus: (_parent, { callId }, { loaders }) => loaders.uploadStatusByCallId.load(callId),
  },
  Mutation: {
    createCall: (_parent, { input }, { actions }) => actions.uploads.createCall(input),
    addCallMedia: async (_parent, { input: { callId, file } }, { actions, origin }) => {
      await actions.uploads.check(callId);
      if (file == null) {
        const uploadUrl = `${origin}${actions.uploads.uploadPath(callId)}`;
        return { callId, callUrl: null, uploadUrl, requestId: null };
      }
      try {
        const added = await actions.uploads.addMedia(callId, file.open());
        return { ...added, uploadUrl: null };
      } catch (error) {
        if (!(error instanceof RecordingError)) throw error;
        const message = `Argument "addCallMedia(input.file:)": ${error.message}`;
        throw new InputError('BAD_USER_INPUT', message);
      }
    },
  },
  CreateCallPayload: {
    // What was registered just now can't be there yet: it isn't asked for.
    call: ({ callId, alreadyExisted }, _args, context, info) =>
      callId === null || !alreadyExisted ? null : findCall(callId, context, info),
  },
};
