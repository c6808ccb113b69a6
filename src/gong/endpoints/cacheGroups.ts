/** Entries of one group are invalidated together. A write names the groups that it affects. */
export const cacheGroups = [
  'users',
  'workspaces',
  'trackers',
  'scorecards',
  'folders',
  'calls',
  'transcripts',
  'reviews',
  'permissionProfiles',
  'callAccess',
  'crm',
  'flows',
  'prospects',
  'tasks',
] as const;
export type CacheGroup = (typeof cacheGroups)[number];
