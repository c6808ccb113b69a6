/** What is cached together is dropped together: a write names the groups that it touches. */
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
