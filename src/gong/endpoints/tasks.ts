import type { components } from '../generated/types.js';
import type { GongBody } from '../client.js';
import type { Success } from '../exchange.js';
import { readItems, reads, writes, type RecordKind } from './endpoint.js';
import { isObject, referenceId, type Lenient } from './wire.js';

type Schemas = components['schemas'];
type Filter = Schemas['ReminderFilter'];

export interface GongTask extends Lenient<Schemas['ReminderDataDto']> {
  /** The response contains it once for all tasks. */
  readonly crmType?: unknown;
}

/** A filter of one user's tasks. Gong requires everything except the workspace. */
export interface TaskQuery extends Readonly<Pick<Filter, 'types' | 'taskAction' | 'status'>> {
  readonly workspaceId?: string | undefined;
}

export interface UserTasks {
  readonly userId: string | null;
  readonly tasks: readonly GongTask[];
}

export const userTasks: RecordKind<UserTasks> = {
  name: 'userTasks',
  group: 'tasks',
  idOf: ({ userId }) => userId,
  serves: 'briefly',
  reveals: 'owned',
};

/** Reads the tasks of one user. Gong accepts one user per request, and has no pages. */
export const listTasks = reads('listTasks', userTasks, {
  member: null,
  toItem: (body, _selection, key) => ({ userId: key, tasks: tasksIn('listTasks', body) }),
  byKey: {
    max: 1,
    ask: ([userId = ''], _selection, _cursor, query?: TaskQuery) => ({
      body: { filter: { ...query, userId } },
    }),
  },
  probe: (_now, _minuteAgo, { userId }) =>
    userId === undefined
      ? null
      : { body: { filter: { userId, types: ['FLOW'], taskAction: ['CALL'], status: ['OPEN'] } } },
});

export interface TaskChange {
  readonly id: string;
  readonly change: Schemas['UpdateReminderRequest'];
}

/** Changes a task. Gong responds with the whole task. */
export const updateReminder = writes('updateReminder', {
  ask: ({ id, change }: TaskChange) => ({ path: { taskId: id }, body: change }),
  parse: ({ body, requestId }: Success, { id }) => {
    const answer = isObject(body) ? body : {};
    const task = tasksIn('updateReminder', answer).find((each) => referenceId(each.id) === id);
    return { task: task ?? null, requestId: requestId ?? null };
  },
  invalidates: ['tasks'],
});

function tasksIn(operation: 'listTasks' | 'updateReminder', body: GongBody): readonly GongTask[] {
  const { crmType } = body;
  return readItems<GongTask>(operation, body, 'tasks', (task) =>
    referenceId(task['id']) === null ? null : { ...task, crmType },
  );
}
