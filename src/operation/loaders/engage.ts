import type { CallPolicy } from '../../access/policy/callPolicy.js';
import { text } from '../../gong/coerce.js';
import type { ReadEndpoint } from '../../gong/endpoints/endpoint.js';
import {
  getFlowProspectsBulkAssignment,
  getProspectsAssignedFlows,
  type GongBulkAssignment,
  type GongFlowInstance,
  type InstancesBy,
} from '../../gong/endpoints/flowProspects.js';
import { getFlowSteps, type GongFlow } from '../../gong/endpoints/flows.js';
import { listTasks, type GongTask, type TaskQuery } from '../../gong/endpoints/tasks.js';
import { idOf } from '../../gong/endpoints/wire.js';
import { GongError } from '../../gong/errors.js';
import { memoByKey } from '../../lib/memo.js';
import { forbid, InputError } from '../inputError.js';
import type { ListPart, Reads } from '../reads.js';
import type { CallPolicyFilter } from './callPolicyFilter.js';
import { hiddenList, type ConnectionModel } from './connection.js';

/** A list of one user's records. */
interface OwnersQuery {
  readonly ownerEmail: string;
  readonly workspaceId?: string | undefined;
}

/**
 * Flows, prospects, and tasks, as the viewer may see them: those of users and workspaces whose calls the viewer may
 * see. All functions throw GongError, PolicyError, and InputError.
 */
export interface EngageLoaders {
  /** @param field names the field in messages. */
  readonly list: <Item extends object, Query extends OwnersQuery>(
    field: string,
    endpoint: ReadEndpoint<Item, null, Query>,
    query: Query,
    part: ListPart,
  ) => Promise<ConnectionModel<Item>>;
  readonly flow: (id: string) => Promise<GongFlow | null>;
  /** Returns a visible flow by the ID in a reference. */
  readonly flowOf: (id: string) => Promise<GongFlow | null>;
  readonly instances: (id: string, by: InstancesBy) => Promise<readonly GongFlowInstance[]>;
  readonly bulkJob: (id: string) => Promise<GongBulkAssignment | null>;
  readonly tasks: (userId: string, query: TaskQuery) => Promise<readonly GongTask[]>;
  /** Checks that the viewer may see a task before it is changed. */
  readonly checkTask: (id: string, userId: string) => Promise<void>;
}

interface EngageOptions {
  readonly policy: CallPolicy;
  readonly reads: Reads;
  readonly policyFilter: Pick<CallPolicyFilter, 'general'>;
  /** Why the viewer may see none of these records; null when the viewer may. */
  readonly denial: string | null;
}

export function createEngageLoaders({
  policy,
  reads,
  policyFilter,
  denial,
}: EngageOptions): EngageLoaders {
  const check = (): void => {
    forbid(denial);
  };
  const seesInstance = memoByKey((key: string) => {
    const [owner, workspaceId] = JSON.parse(key) as [string | null, (string | null)?];
    return policy.mayBeSeenOf(owner, workspaceId);
  });
  const seesOwner = (owner: string, workspaceId?: string): Promise<boolean> =>
    seesInstance.load(JSON.stringify(workspaceId === undefined ? [owner] : [owner, workspaceId]));
  /** Returns whether a record without an owner may be seen. */
  const seesUnowned = async (): Promise<boolean> => {
    check();
    return policy.mayBeSeenOf(null, null);
  };
  const shown = async (instance: GongFlowInstance): Promise<GongFlowInstance | null> => {
    const { flowInstanceOwnerEmail, workspaceId } = instance;
    const key = JSON.stringify([text(flowInstanceOwnerEmail), idOf(workspaceId)]);
    return (await seesInstance.load(key)) ? policyFilter.general(instance) : null;
  };
  const readFlow = (id: string) => reads.one(getFlowSteps, id);
  return {
    list: async (field, endpoint, query, part) => {
      check();
      const workspaceId = await allowedWorkspace(policy, query.workspaceId, field);
      if (workspaceId === null || !(await seesOwner(query.ownerEmail, workspaceId)))
        return hiddenList;
      return reads.list(endpoint, { ...query, workspaceId }, part);
    },
    flow: async (id) => ((await seesUnowned()) ? readFlow(id) : null),
    flowOf: readFlow,
    instances: async (id, by) => {
      check();
      const found = await reads.unmasked(getProspectsAssignedFlows, id, by);
      const instances = await Promise.all((found?.instances ?? []).map(shown));
      return instances.filter((instance) => instance !== null);
    },
    bulkJob: async (id) =>
      (await seesUnowned()) ? reads.one(getFlowProspectsBulkAssignment, id) : null,
    tasks: async (userId, query) => {
      check();
      const workspaceId = await allowedWorkspace(policy, query.workspaceId, 'tasks(filter.');
      if (workspaceId === null || !(await seesOwner(userId, workspaceId))) return [];
      return (await reads.one(listTasks, userId, { ...query, workspaceId }))?.tasks ?? [];
    },
    checkTask: async (id, userId) => {
      check();
      if (!(await seesOwner(userId))) throw taskNotFound(id);
    },
  };
}

/**
 * Returns the workspace to request; null when it is hidden, undefined for all.
 *
 * @throws InputError when some workspaces are hidden and the query names none of several others, because Gong lists
 *   one or all.
 */
async function allowedWorkspace(
  policy: CallPolicy,
  workspaceId: string | undefined,
  field: string,
): Promise<string | null | undefined> {
  const allowed = await policy.workspaces();
  if (allowed === null) return workspaceId;
  if (workspaceId !== undefined) return allowed.has(workspaceId) ? workspaceId : null;
  const [only, ...others] = allowed;
  if (others.length === 0) return only ?? null;
  const message =
    `Argument "${field}workspaceId:)" is required: the policy of this gateway shows you some workspaces, ` +
    'and Gong lists those of one workspace or of all. Name one of the workspaces that you may see.';
  throw new InputError('BAD_USER_INPUT', message);
}

function taskNotFound(id: string): GongError {
  const message = `Task ${id} was not found. It does not exist, or you may not see it. Check both IDs.`;
  return new GongError('not-found', message);
}
