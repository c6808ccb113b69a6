import { CALLS_IN_FOLDER, CALLS_PER_FOLDER, FOLDERS_PER_WORKSPACE } from '../assumptions.js';
import type { Rule } from '../pricing.js';
import { below, oneForEach } from './references.js';

/** Folders of the workspaces at hand, or of the one named. */
const folders: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const { library } = pricing.bill;
  const { workspaceId } = field.args;
  const ids = typeof workspaceId === 'string' ? [workspaceId] : place.ids;
  if (ids === null) library.folders.refer(place.objects, field.path);
  else library.folders.ask(ids, !pricing.policy.readsWorkspaces, field.path);
  pricing.bill.judgePlaces(field.path, ids !== null);
  const workspaces = ids?.length ?? place.objects.most;
  const source = pricing.sources.named(`folders ${ids?.join() ?? ''}`, place.objects.source);
  return [
    below(visit, 'Folder', {
      objects: { source, most: workspaces * FOLDERS_PER_WORKSPACE },
      known: pricing.moments.after('folders', place.asked, workspaces),
    }),
  ];
};

const parent: Rule = (visit) => [below(visit, 'Folder')];

/** The list of a workspace has them. */
const children: Rule = (visit) => {
  const { source, most } = oneForEach(visit);
  return [
    below(visit, 'Folder', { objects: { source, most: Math.max(most, FOLDERS_PER_WORKSPACE) } }),
  ];
};

const calls: Rule = (visit) => {
  const { place, field, pricing } = visit;
  const { source, most: folderCount } = oneForEach(visit);
  let { known } = place;
  if (!place.isContent) {
    pricing.bill.library.contents.refer(place.objects, field.path);
    known = pricing.moments.after('contents', place.known, folderCount);
  }
  const most = Math.max(Math.min(folderCount, 1) * CALLS_IN_FOLDER, folderCount * CALLS_PER_FOLDER);
  const objects = { source, most };
  if (pricing.policy.mayHideCalls) {
    pricing.bill.calls.refer(known, objects, field.path);
    pricing.bill.judge(field.path, false);
    known = pricing.moments.after('calls', known);
  }
  return [below(visit, 'FolderCall', { objects, known })];
};

export const libraryRules: Readonly<Record<string, Rule>> = {
  'Query.folders': folders,
  'Workspace.folders': folders,
  'Folder.parent': parent,
  'Folder.children': children,
  'Folder.calls': calls,
};
