import { describe, expect, it } from '@jest/globals';
import { setUp as setUpWire } from '../mutations/support.js';
import { code, setUp } from './support.js';

const TASKS = `query ($id: ID!, $filter: TaskFilter!) { user(id: $id) { tasks(filter: $filter) {
  id status type actions title dueAt createdAt updatedAt crmType user { id } priority { name weight }
  flow { id name } step { number } account { name } opportunity { amount stage }
  contact { crmId firstName emailAddresses phoneNumbers { raw } } } } }`;

describe('User.tasks', () => {
  it('returns the open tasks, with IDs that Gong sends as numbers', async () => {
    const { gateway, company, task } = setUp();
    const open = company.engage.tasks.filter(
      ({ userId, status }) => userId === task.userId && status === 'OPEN',
    );
    const { data, errors, sent } = await gateway.trace(TASKS, { id: task.userId, filter: {} });

    expect(errors).toBeUndefined();
    const [first] = open;
    const prospect = company.engage.prospects.find(({ crmId }) => crmId === first?.crmProspectId);
    const tasks = (data?.['user'] as unknown as { tasks: { id: string }[] }).tasks;
    expect(tasks.map(({ id }) => id)).toEqual(open.map(({ id }) => id));
    expect(tasks[0]).toMatchObject({
      status: 'OPEN',
      type: 'FLOW',
      actions: ['CALL'],
      dueAt: new Date(first?.dueDate ?? '').toISOString(),
      crmType: 'SALESFORCE',
      user: { id: task.userId },
      priority: { name: first?.priority },
      flow: { id: first?.flowId },
      step: { number: first?.stepOrder },
      account: { name: prospect?.companyName },
      opportunity: { amount: '48000', stage: 'Discovery' },
      contact: {
        crmId: prospect?.crmId,
        firstName: prospect?.firstName,
        emailAddresses: [prospect?.email],
        phoneNumbers: [{ raw: prospect?.phoneNumber }],
      },
    });
    expect(sent.at(-1)?.body).toEqual({
      filter: {
        userId: task.userId,
        types: ['FLOW', 'MANUAL'],
        taskAction: ['CALL'],
        status: ['OPEN'],
      },
    });
  });

  it('passes on the filter, and reads each user and filter once', async () => {
    const { gateway, company } = setUp();
    const users = company.users.slice(0, 2).map(({ id }) => id);
    const workspaceId = company.workspaces[0]?.id;
    const { errors, sent } = await gateway.trace(
      `query ($ids: [ID!]!, $a: TaskFilter!, $b: TaskFilter!) { usersByIds(ids: $ids) {
         a: tasks(filter: $a) { id } b: tasks(filter: $b) { id } } }`,
      {
        ids: users,
        a: { workspaceId, types: ['MANUAL'], statuses: ['DONE', 'OPEN', 'DONE'] },
        b: { workspaceId, types: ['MANUAL'], statuses: ['OPEN', 'DONE'] },
      },
    );

    expect(errors).toBeUndefined();
    const filters = sent
      .filter(({ operationId }) => operationId === 'listTasks')
      .map(({ body }) => (body as { filter: object }).filter);
    expect(filters).toEqual(
      users.map((userId) => ({
        userId,
        workspaceId,
        types: ['MANUAL'],
        taskAction: ['CALL'],
        status: ['DONE', 'OPEN'],
      })),
    );
  });

  it('is [] when the user has none', async () => {
    const { gateway, company } = setUp({}, ({ engage }) => {
      engage.tasks = [];
    });
    const id = company.users[0]?.id;
    const { data, errors } = await gateway.execute(TASKS, { id, filter: {} });

    expect(errors).toBeUndefined();
    expect(data).toEqual({ user: { tasks: [] } });
  });

  it.each([
    [500, 'GONG_NOT_LICENSED', 1],
    [403, 'GONG_NOT_LICENSED', 1],
    [503, 'GONG_UNAVAILABLE', 3],
  ])('fails on a %i with %s, after %i attempts', async (status, expected, attempts) => {
    const { gateway, sandbox, clock, task } = setUp();
    const fault = { kind: 'answer', status, body: { errors: ['Internal server error'] } } as const;
    sandbox.faults.add({ operationId: 'listTasks', fault, times: 9 });
    const { data, errors, sent } = await clock.runUntil(
      gateway.trace(TASKS, { id: task.userId, filter: {} }),
    );

    expect(data).toEqual({ user: { tasks: null } });
    expect(errors).toMatchObject([code(expected)]);
    expect(sent.filter(({ operationId }) => operationId === 'listTasks')).toHaveLength(attempts);
  });

  it('refuses an answer whose tasks are no list', async () => {
    const { gateway, sandbox, task } = setUp();
    const fault = { kind: 'answer', status: 200, body: { tasks: { odd: 1 } } } as const;
    sandbox.faults.add({ operationId: 'listTasks', fault });
    const { errors } = await gateway.execute(TASKS, { id: task.userId, filter: {} });

    expect(errors).toMatchObject([code('GONG_BAD_RESPONSE')]);
  });

  it.each([
    [{ statuses: [] }, /tasks\(filter\.statuses:\)/],
    [{ types: ['UNKNOWN'] }, /must not be UNKNOWN/],
    [{ workspaceId: 'x' }, /tasks\(filter\.workspaceId:\)/],
  ])('refuses a bad filter without a request: %j', async (filter, message) => {
    const { errors, sent } = await setUp().gateway.trace(TASKS, { id: '1', filter });

    expect(errors).toMatchObject([{ message: expect.stringMatching(message) }]);
    expect(sent).toEqual([]);
  });
});

const UPDATE = `mutation ($input: UpdateTaskInput!) { updateTask(input: $input) {
  task { id status dueAt priority { name } } } }`;

describe('Mutation.updateTask', () => {
  it('changes the task, which is then read again', async () => {
    const { gateway, task } = setUp({ config: { cacheTtlSeconds: 300 } });
    const id = task.userId;
    const read = () => gateway.trace(TASKS, { id, filter: { statuses: ['DISMISSED'] } });
    await read();
    const input = { ...task, status: 'DISMISSED', priority: 'LOW' };
    const { data, errors, sent } = await gateway.trace(UPDATE, { input });
    const after = await read();

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      updateTask: { task: { id: task.id, status: 'DISMISSED', priority: { name: 'low' } } },
    });
    expect(sent.map(({ body }) => body)).toEqual([
      { userId: task.userId, status: 'DISMISSED', priority: 'LOW' },
    ]);
    expect(after.data).toMatchObject({ user: { tasks: [{ id: task.id }] } });
  });

  it('fails for a task of another user', async () => {
    const { gateway, company, task } = setUp();
    const userId = company.users.at(-1)?.id;
    const { errors } = await gateway.execute(UPDATE, {
      input: { id: task.id, userId, status: 'DONE' },
    });

    expect(errors).toMatchObject([code('GONG_NOT_FOUND')]);
  });

  it.each([
    [{}, /updateTask\(input\.status:\)" is required without "dueAt" and "priority"/],
    [{ status: 'UNKNOWN' }, /must not be UNKNOWN/],
    [{ priority: ' ' }, /must be non-blank text/],
  ])('refuses a bad change without a request: %j', async (change, message) => {
    const { run, wire } = setUpWire([]);
    const { errors } = await run(UPDATE, { input: { id: '1', userId: '2', ...change } });

    expect(errors).toMatchObject([{ message: expect.stringMatching(message) }]);
    expect(wire.sent).toEqual([]);
  });

  it('has an unknown outcome when Gong fails without a message, as it does without Engage', async () => {
    const { run, wire } = setUpWire([{ status: 500, body: { errors: ['Internal error'] } }]);
    const { errors } = await run(UPDATE, { input: { id: '1', userId: '2', status: 'DONE' } });

    expect(errors).toMatchObject([code('OUTCOME_UNKNOWN')]);
    expect(wire.sent).toHaveLength(1);
  });
});
