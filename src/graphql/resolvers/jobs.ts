import { enumOf } from '../../gong/coerce.js';
import type { Resolvers } from '../generated/graphql.js';

/** An error of any job. */
export interface JobErrorModel {
  readonly position: number | null;
  readonly code: string | null;
  readonly message: string | null;
}

/** Converts the state of a job. Gong's spellings differ only in the states of finished jobs. */
export const jobStatusOf = enumOf(['PENDING', 'IN_PROGRESS', 'COMPLETED', 'FAILED']);

export const jobResolvers: Pick<Resolvers, 'JobError'> = {
  JobError: {
    position: ({ position }) => position,
    code: ({ code }) => code,
    message: ({ message }) => message,
  },
};
