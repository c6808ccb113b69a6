import type { components } from '../generated/types.js';
import type { GongBody } from '../client.js';
import { list, texts, type GongList } from '../coerce.js';
import type { Success } from '../exchange.js';
import { reads, writes, type RecordKind } from './endpoint.js';
import { GongError } from '../errors.js';
import { idOf, isObject, type Lenient } from './wire.js';

type Schemas = components['schemas'];
export type GongFlowInstance = Lenient<Schemas['PublicApiAssignedFlow']>;
export type GongAssignFailure = Lenient<Schemas['AssignedFlowFailure']>;
export type GongBulkAssignment = Lenient<Schemas['FlowProspectsBulkAssignmentResponse']>;
export type GongBulkResult = Lenient<Schemas['FlowAssignmentResult']>;

/** The kind of IDs in one request: of prospects, or of assignments. */
export type InstancesBy = 'prospect' | 'instance';

/** The assignments of one key: several for a prospect, one for an assignment's own ID. */
export interface FlowInstances {
  /** Null for an assignment without the requested kind of ID. */
  readonly key: string | null;
  readonly instances: readonly GongFlowInstance[];
}

export const flowInstances: RecordKind<FlowInstances> = {
  name: 'flowInstance',
  group: 'prospects',
  idOf: ({ key }) => key,
  serves: 'briefly',
  reveals: 'owned',
};

/**
 * Reads assignments of prospects to flows. By prospect, they are open ones; by their own IDs, they are in any state.
 */
export const getProspectsAssignedFlows = reads('getProspectsAssignedFlows', flowInstances, {
  member: 'prospectsAssigned',
  toItem: (raw): FlowInstances => ({ key: idOf(raw['flowInstanceId']), instances: [raw] }),
  // Gong documents no limit. Other operations accept 100 prospects.
  byKey: {
    max: 100,
    ask: (ids, _selection, _cursor, by?: InstancesBy) => ({
      body: by === 'prospect' ? { crmProspectsIds: ids } : { flowInstanceIds: ids },
    }),
    group: (items, by) => (by === 'prospect' ? byProspect(items) : items),
  },
});

function byProspect(items: readonly FlowInstances[]): readonly FlowInstances[] {
  const groups = new Map<string | null, GongFlowInstance[]>();
  for (const instance of items.flatMap(({ instances }) => instances)) {
    const key = idOf(instance.crmProspectId);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [instance]);
    else group.push(instance);
  }
  return [...groups].map(([key, instances]) => ({ key, instances }));
}

/** The result of an assignment. A successful response may contain failures. */
export interface AssignmentOutcome {
  readonly assigned: readonly GongFlowInstance[];
  readonly rejected: readonly GongAssignFailure[];
  readonly requestId: string | null;
}

export const assignProspects = writes('assignProspects', {
  ask: (assignment: Schemas['AssignFlowRequestV2']) => ({ body: assignment }),
  parse: ({ body, requestId }: Success): AssignmentOutcome => ({
    assigned: partsOf(body, 'prospectsAssigned'),
    rejected: partsOf(body, 'prospectsNotAssigned'),
    requestId: requestId ?? null,
  }),
  invalidates: ['prospects', 'tasks'],
});

/** IDs of the assignments that were ended. */
export interface UnassignmentOutcome {
  readonly instanceIds: readonly string[];
  readonly requestId: string | null;
}

const ended = ({ body, requestId }: Success): UnassignmentOutcome => ({
  instanceIds: texts(isObject(body) ? body['unassignedFlowInstanceIds'] : undefined),
  requestId: requestId ?? null,
});

/** Ends the assignments of one prospect. */
export const unassignProspectFlows = writes('unassignProspectFlows', {
  ask: (unassignment: Schemas['UnassignProspectFlowsRequest']) => ({ body: unassignment }),
  parse: ended,
  invalidates: ['prospects', 'tasks'],
});

/** Maximum of assignments that one request can end. */
export const MAX_UNASSIGNED = 200;

/** Ends assignments by their IDs. Gong refuses all with a 400 when one is unknown, and ends none. */
export const unassignFlows = writes('unassignFlows', {
  ask: (unassignment: Schemas['UnassignFlowsRequest']) => ({ body: unassignment }),
  parse: ended,
  invalidates: ['prospects', 'tasks'],
});

export const bulkAssignments: RecordKind<GongBulkAssignment> = {
  name: 'flowBulkJob',
  group: 'prospects',
  idOf: ({ id }) => idOf(id),
  serves: 'polled',
  reveals: 'owned',
};

/** Queues the assignment of prospects. Gong creates prospects that it does not know. */
export const submitFlowProspectsBulkAssignment = writes('submitFlowProspectsBulkAssignment', {
  ask: (assignment: Schemas['FlowProspectsBulkAssignmentRequest']) => ({ body: assignment }),
  parse: ({ status, body, requestId }: Success) => {
    const job: GongBulkAssignment = isObject(body) ? body : {};
    if (idOf(job.id) !== null) return { job, requestId: requestId ?? null };
    const operation = 'submitFlowProspectsBulkAssignment';
    const message = `Gong's answer to ${operation} is malformed: it has no id.`;
    throw new GongError('bad-response', `${message} The assignment may have been queued.`, {
      operation,
      status,
      requestId,
      isRetryable: false,
    });
  },
  invalidates: ['prospects', 'tasks'],
});

/** Reads a queued assignment. */
export const getFlowProspectsBulkAssignment = reads(
  'getFlowProspectsBulkAssignment',
  bulkAssignments,
  {
    member: null,
    toItem: (body, _selection, key) => ({ ...body, id: key ?? body['id'] }),
    byKey: { max: 1, ask: ([id = '']) => ({ path: { id } }) },
  },
);

function partsOf<Part extends object>(body: unknown, member: string): readonly Part[] {
  const answer: GongBody = isObject(body) ? body : {};
  return list(answer[member] as GongList<Part>);
}
