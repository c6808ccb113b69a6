import { readWithoutRefused } from '../../company/idRefusals.js';
import { unassignFlows } from '../../gong/endpoints/flowProspects.js';
import { updateReminder, type GongTask, type TaskChange } from '../../gong/endpoints/tasks.js';
import { GongError, isIdRefusal } from '../../gong/errors.js';
import type { Loaders } from '../loaders/index.js';
import type { OperationWrites } from './operationWrites.js';

/** An assignment that was not ended, and the reason. */
export interface UnassignRejection {
  readonly flowInstanceId: string;
  readonly code: 'NOT_FOUND' | 'NOT_UNASSIGNED' | 'FAILED';
  readonly message: string;
}

export interface UnassignResult {
  readonly unassigned: readonly string[];
  readonly rejected: readonly UnassignRejection[];
  readonly requestId: string | null;
}

export interface EngageMutations {
  /**
   * Ends assignments by their IDs.
   *
   * @param byEmail email of the user that requests it.
   * @throws GongError when none was ended.
   */
  readonly unassign: (
    ids: readonly string[],
    byEmail: string | undefined,
  ) => Promise<UnassignResult>;
  /** @throws GongError, also when the viewer may not see the task. */
  readonly updateTask: (
    change: TaskChange,
  ) => Promise<{ readonly task: GongTask | null; readonly requestId: string | null }>;
}

export function createEngageMutations(
  writes: OperationWrites,
  loaders: () => Loaders,
): EngageMutations {
  return {
    unassign: (ids, byEmail) => unassign([...new Set(ids)], byEmail, writes),
    updateTask: async (change) => {
      writes.check();
      await loaders().engage.checkTask(change.id, change.change.userId);
      return writes.send(updateReminder, change);
    },
  };
}

/** When Gong does not know one of the IDs, it ends none. The others are then sent without it. */
async function unassign(
  ids: readonly string[],
  byEmail: string | undefined,
  writes: OperationWrites,
): Promise<UnassignResult> {
  const unassigned: string[] = [];
  const rejected = new Map<string, UnassignRejection>();
  let requestId: string | null = null;
  const reject = (id: string, code: UnassignRejection['code'], message: string): void => {
    rejected.set(id, { flowInstanceId: id, code, message });
  };
  const end = async (some: readonly string[]): Promise<void> => {
    const by = byEmail === undefined ? {} : { unassignedByUserEmail: byEmail };
    const ended = await writes.send(unassignFlows, { flowInstanceIds: [...some], ...by });
    requestId = ended.requestId;
    unassigned.push(...ended.instanceIds);
    for (const id of some) {
      if (!ended.instanceIds.includes(id)) reject(id, 'NOT_UNASSIGNED', NOT_UNASSIGNED);
    }
  };
  try {
    await endWithoutRefused(ids, end, (id) => {
      reject(id, 'NOT_FOUND', NOT_FOUND);
    });
  } catch (error) {
    // The response must report the assignments that ended, so it reports this failure too.
    if (!(error instanceof GongError) || unassigned.length === 0) throw error;
    for (const id of ids) {
      if (!unassigned.includes(id) && !rejected.has(id)) reject(id, 'FAILED', error.message);
    }
  }
  return { unassigned, rejected: [...rejected.values()], requestId };
}

async function endWithoutRefused(
  ids: readonly string[],
  end: (some: readonly string[]) => Promise<void>,
  onRefused: (id: string) => void,
): Promise<void> {
  try {
    await end(ids);
  } catch (error) {
    if (!isIdRefusal(error)) throw error;
    await readWithoutRefused(ids, error, true, { idOf: (id) => id, read: end, onRefused });
  }
}

const NOT_FOUND = 'Gong has no assignment with this ID.';
const NOT_UNASSIGNED = 'Gong did not end this assignment, and gave no reason.';
