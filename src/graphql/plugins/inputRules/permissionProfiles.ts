import { reportOn, type InputRule } from './rule.js';

/** Returns a rule for a list that one level requires and the others forbid. */
const listOf =
  (member: string, level: string): InputRule =>
  (values, context) => {
    if (values['level'] === level && values[member] == null) {
      reportOn(context, member, `must be given with the level ${level}`);
    } else if (values['level'] !== level && values[member] != null) {
      reportOn(context, member, `is only allowed with the level ${level}: leave it out`);
    }
  };

const nothingIsDeniedAndAllowed: InputRule = ({ allow, deny }, context) => {
  const allowed = new Set((allow ?? []) as readonly string[]);
  const both = ((deny ?? []) as readonly string[]).find((name) => allowed.has(name));
  if (both !== undefined) reportOn(context, 'deny', `holds ${both}, which "allow" holds too`);
};

const flags = [
  'managePublicFolder',
  'manageStreams',
  'manageFolderCalls',
  'shareFoldersAndStreams',
] as const;

const nothingIsManagedWithoutFolders: InputRule = (values, context) => {
  if (values['level'] !== 'NONE') return;
  for (const name of flags) {
    if (values[name] != null) {
      reportOn(context, name, 'is not allowed with the level NONE: leave it out');
    }
  }
};

export const permissionProfileRules: Readonly<Record<string, readonly InputRule[]>> = {
  PermissionReachInput: [listOf('teamLeadIds', 'MANAGERS_TEAM')],
  LibraryFolderAccessInput: [
    listOf('folderIds', 'SPECIFIC_FOLDERS'),
    nothingIsManagedWithoutFolders,
  ],
  UpdatePermissionProfileInput: [nothingIsDeniedAndAllowed],
};
