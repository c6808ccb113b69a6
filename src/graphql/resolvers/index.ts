import type { Resolvers } from '../generated/graphql.js';
import { answeredScorecardResolvers } from './answeredScorecards.js';
import { callAnalysisResolvers } from './callAnalysis.js';
import { callResolvers } from './calls.js';
import { pageInfoResolvers } from './connections.js';
import { engagementResolvers } from './engagement.js';
import { entityResolvers } from './entities.js';
import { libraryResolvers } from './library.js';
import { meetingResolvers } from './meetings.js';
import { nodeResolvers } from './node.js';
import { partyResolvers } from './parties.js';
import { quotaResolvers } from './quota.js';
import { rawRequestResolvers } from './rawRequests.js';
import { scorecardResolvers } from './scorecards.js';
import { trackerResolvers } from './trackers.js';
import { transcriptResolvers } from './transcripts.js';
import { uploadResolvers } from './uploads.js';
import { userResolvers } from './users.js';
import { workspaceResolvers } from './workspaces.js';

/** Every resource's resolvers; `createSchema` merges them. */
export const resolvers: readonly Resolvers[] = [
  { PageInfo: pageInfoResolvers },
  nodeResolvers,
  entityResolvers,
  callResolvers,
  callAnalysisResolvers,
  partyResolvers,
  transcriptResolvers,
  userResolvers,
  workspaceResolvers,
  libraryResolvers,
  trackerResolvers,
  scorecardResolvers,
  answeredScorecardResolvers,
  meetingResolvers,
  uploadResolvers,
  engagementResolvers,
  rawRequestResolvers,
  quotaResolvers,
];
