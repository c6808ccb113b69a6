import type { components } from '../generated/types.js';
import { text } from '../coerce.js';
import { reads, type RecordKind } from './endpoint.js';
import { idOf, type Lenient } from './wire.js';

export type GongBrief = Lenient<components['schemas']['Brief']>;

export const briefs: RecordKind<GongBrief> = {
  name: 'briefDefinition',
  group: 'workspaces',
  idOf: ({ briefId }) => text(briefId),
  serves: 'directory',
  reveals: { workspaceOf: ({ workspaceId }) => idOf(workspaceId) },
};

/** Definitions of AI briefs of one workspace; null: of all. */
export const listBriefs = reads('listBriefs', briefs, {
  member: 'briefs',
  whole: {
    ask: (workspaceId: string | null) => ({ query: { workspaceId: workspaceId ?? undefined } }),
    workspaceOf: (workspaceId) => workspaceId,
    wider: {
      query: null,
      includes: (workspaceId, brief) =>
        workspaceId === null || idOf(brief.workspaceId) === workspaceId,
    },
  },
  probe: () => ({}),
});
