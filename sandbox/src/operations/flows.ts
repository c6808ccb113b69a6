import type { Company, Flow, FlowFolder } from '../company/types.js';
import { notFound } from '../errors.js';
import type { JsonObject } from '../json.js';
import { ok, type Handler } from './types.js';

/** Flows to which prospects were assigned last. */
const MAX_RECENT_FLOWS = 20;

/** `GET /v2/flows`: the company's flows, and what a user has or was given. */
export const listFlows: Handler = ({ company, query, paginate }) => {
  const { flows, folders } = company.engage;
  const { flowOwnerEmail, workspaceId, folderId, mostRecentlyAssigned } = query;
  const found = flows.filter(
    (flow) =>
      isSeenBy(flow, flowOwnerEmail as string) &&
      (workspaceId === undefined || flow.workspaceId === workspaceId) &&
      (folderId === undefined || flow.folderId === folderId),
  );
  const listed = mostRecentlyAssigned === true ? latest(found, company) : found;
  const { items, records } = paginate(listed);
  return ok({
    records,
    flows: items.map((flow) => ({
      ...common(flow),
      folderName: folders.find(({ id }) => id === flow.folderId)?.name,
    })),
  });
};

const isSeenBy = (
  { visibility, ownerEmail, sharedWith }: Flow | FlowFolder,
  email: string,
): boolean =>
  visibility === 'Company' ||
  [ownerEmail, ...sharedWith].some((each) => each?.toLowerCase() === email.toLowerCase());

const latest = (flows: readonly Flow[], { engage }: Company): Flow[] => {
  const dates = new Map<string, string>();
  for (const { flowId, createDate } of engage.instances) {
    if (createDate > (dates.get(flowId) ?? '')) dates.set(flowId, createDate);
  }
  const dateOf = ({ id }: Flow) => dates.get(id) ?? '';
  return flows
    .filter((flow) => dateOf(flow) !== '')
    .sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1))
    .slice(0, MAX_RECENT_FLOWS);
};

const common = ({ id, name, folderId, visibility, creationDate, exclusive }: Flow): JsonObject => ({
  id,
  name,
  folderId: folderId ?? undefined,
  visibility,
  creationDate,
  exclusive,
});

/** `GET /v2/flows/folders`: the same of folders, in which nothing is the text "null". */
export const listFlowsFolders: Handler = ({ company, query, paginate }) => {
  const { flowFolderOwnerEmail, workspaceId, parentId } = query;
  // It may have been read as a number, and lost digits: so must what it is compared with.
  const isWithin = ({ id, parentFolderId }: FlowFolder): boolean =>
    [id, parentFolderId].some((each) => each !== null && Number(each) === Number(parentId));
  const found = company.engage.folders.filter(
    (folder) =>
      isSeenBy(folder, flowFolderOwnerEmail as string) &&
      (workspaceId === undefined || folder.workspaceId === workspaceId) &&
      (parentId === undefined || isWithin(folder)),
  );
  const { items, records } = paginate(found);
  const flowsFolders = items.map(({ id, name, parentFolderId, createdById, visibility }) => ({
    id,
    name,
    parentFolderId: parentFolderId ?? 'null',
    createdById: createdById ?? 'null',
    visibility,
  }));
  return ok({ records, flowsFolders });
};

/** `POST /v2/flows/steps`: for one unknown ID, it refuses all. */
export const getFlowSteps: Handler = ({ company, body }) => {
  const ids = (body['flowIds'] ?? []) as readonly string[];
  const flows = ids.map((id) => {
    const flow = company.engage.flows.find((each) => each.id === id);
    if (!flow) throw notFound(`Flow not found: flowId=${id}`);
    const steps = flow.steps.map(({ subject, body: text, ...step }) => ({
      ...step,
      subject: subject ?? undefined,
      body: text ?? undefined,
    }));
    return { ...common(flow), description: flow.description ?? undefined, steps };
  });
  return ok({ flows });
};
