import { describe, expect, it } from '@jest/globals';
import { setUp as setUpWire } from '../mutations/support.js';
import { code, setUp } from './support.js';

const ASSIGN = `mutation ($input: AssignToFlowInput!) { assignToFlow(input: $input) {
  assigned { id crmProspectId status } rejected { prospectId code message } } }`;
const UNASSIGN = `mutation ($input: UnassignFromFlowsInput!) { unassignFromFlows(input: $input) {
  unassigned rejected { flowInstanceId code message } } }`;
const OPEN = `query ($ids: [ID!]!) { prospectFlows(crmProspectIds: $ids) { id } }`;

const idsIn = (body: unknown) => (body as { flowInstanceIds: string[] }).flowInstanceIds;

describe('Mutation.assignToFlow', () => {
  it('reports the result for each prospect, and invalidates cached assignments', async () => {
    const { gateway, flowId, ownerEmail, freeProspects } = setUp({
      config: { cacheTtlSeconds: 300 },
    });
    const [prospect = ''] = freeProspects;
    await gateway.execute(OPEN, { ids: [prospect] });
    const { data, errors, sent } = await gateway.trace(ASSIGN, {
      input: { flowId, ownerEmail, crmProspectIds: [prospect, 'unknown'] },
    });
    const after = await gateway.trace(OPEN, { ids: [prospect] });

    expect(errors).toBeUndefined();
    expect(data?.['assignToFlow']).toEqual({
      assigned: [{ id: expect.any(String), crmProspectId: prospect, status: 'PENDING' }],
      rejected: [
        {
          prospectId: 'unknown',
          code: 'InvalidArgument',
          message: 'Prospect not found in the CRM',
        },
      ],
    });
    expect(sent).toHaveLength(1);
    expect(after.sent).toHaveLength(1);
    expect(after.data?.['prospectFlows']).toHaveLength(1);
  });

  it('rejects a prospect in the cool-off period, unless it is overridden', async () => {
    const {
      gateway,
      company,
      otherFlowId: flowId,
      ownerEmail,
    } = setUp({}, ({ engage }) => {
      const [instance] = engage.instances;
      if (instance !== undefined) {
        engage.instances = [
          { ...instance, status: 'Finished', createDate: '2026-05-30T10:00:00Z' },
        ];
      }
    });
    const crmProspectIds = [company.engage.instances[0]?.crmProspectId];
    const input = { flowId, ownerEmail, crmProspectIds };
    const cool = await gateway.trace(ASSIGN, { input });
    const over = await gateway.trace(ASSIGN, { input: { ...input, coolOffOverride: true } });

    expect(cool.data?.['assignToFlow']).toMatchObject({
      assigned: [],
      rejected: [{ code: 'InvalidState' }],
    });
    expect(over.sent[0]?.body).toMatchObject({ overrides: { coolOffOverride: true } });
    expect(over.data?.['assignToFlow']).toMatchObject({ assigned: [{}], rejected: [] });
  });

  it('fails when Gong has no such flow', async () => {
    const { gateway, ownerEmail } = setUp();
    const input = { flowId: '77', ownerEmail, crmProspectIds: ['a'] };

    expect((await gateway.execute(ASSIGN, { input })).errors).toMatchObject([
      code('GONG_NOT_FOUND'),
    ]);
  });

  it.each([
    [{ crmProspectIds: [] }, /crmProspectIds/],
    [{ crmProspectIds: Array.from({ length: 101 }, String) }, /at most 100 items/],
    [{ ownerEmail: 'nobody' }, /ownerEmail/],
    [{ steps: [{ number: 0 }] }, /steps\[0\]\.number/],
  ])('refuses bad input without a request: %j', async (change, message) => {
    const { run, wire } = setUpWire([]);
    const input = { flowId: '1', ownerEmail: 'a@b.example', crmProspectIds: ['x'], ...change };
    const { errors } = await run(ASSIGN, { input });

    expect(errors).toMatchObject([{ message: expect.stringMatching(message) }]);
    expect(wire.sent).toEqual([]);
  });
});

describe('Mutation.bulkAssignToFlow', () => {
  it.each([
    [[{ firstName: 'Jo' }], /prospects\[0\]\.lastName:\)" is required without "crmId"/],
    [[{ crmId: 'a' }, {}], /prospects\[1\]\.firstName/],
    [[], /prospects/],
    [Array.from({ length: 51 }, () => ({ crmId: 'a' })), /at most 50 items/],
  ])('refuses bad people without a request', async (prospects, message) => {
    const { run, wire } = setUpWire([]);
    const { errors } = await run(
      'mutation ($input: BulkAssignToFlowInput!) { bulkAssignToFlow(input: $input) { requestId } }',
      { input: { flowId: '1', ownerEmail: 'a@b.example', prospects } },
    );

    expect(errors?.map((error) => error.message).join('\n')).toMatch(message);
    expect(wire.sent).toEqual([]);
  });
});

describe('Mutation.unassignFromFlows', () => {
  it('removes a prospect from one flow or all', async () => {
    const { gateway, company, prospectId, instanceId } = setUp();
    const [instance] = company.engage.instances.filter(
      ({ flowInstanceId }) => flowInstanceId === instanceId,
    );
    const unassign = (input: object) => gateway.trace(UNASSIGN, { input });
    const other = await unassign({ crmProspectId: prospectId, flowId: '77' });
    const all = await unassign({ crmProspectId: prospectId });
    const unknown = await unassign({ crmProspectId: 'unknown' });

    expect(other.data).toEqual({ unassignFromFlows: { unassigned: [], rejected: [] } });
    expect(other.sent[0]?.body).toEqual({ crmProspectId: prospectId, flowId: '77' });
    expect(all.data).toEqual({ unassignFromFlows: { unassigned: [instanceId], rejected: [] } });
    expect(instance?.status).toBe('Finished');
    expect(unknown.errors).toBeUndefined();
  });

  it('ends the others when Gong does not know one, and reports each', async () => {
    const { gateway, company, instanceIds } = setUp();
    const ended = company.engage.instances.find(({ status }) => status === 'Finished');
    const open = instanceIds.slice(0, 6);
    const ids = [...open, 'unknown', ended?.flowInstanceId ?? ''];
    const { data, errors, sent } = await gateway.trace(UNASSIGN, {
      input: { flowInstanceIds: ids },
    });

    expect(errors).toBeUndefined();
    expect(data?.['unassignFromFlows']).toMatchObject({
      unassigned: expect.arrayContaining(open),
      rejected: expect.arrayContaining([
        {
          flowInstanceId: 'unknown',
          code: 'NOT_FOUND',
          message: 'Gong has no assignment with this ID.',
        },
        {
          flowInstanceId: ended?.flowInstanceId,
          code: 'NOT_UNASSIGNED',
          message: 'Gong did not end this assignment, and gave no reason.',
        },
      ]),
    });
    // All, then halves until one is alone, then the rest. No ID that was accepted is sent again.
    expect(sent.map(({ body }) => idsIn(body).length)).toEqual([8, 4, 2, 1, 1]);
    const accepted = sent.filter(({ status }) => status === 200).flatMap(({ body }) => idsIn(body));
    expect(new Set(accepted).size).toBe(accepted.length);
  });

  it('is no error when Gong knows none of the IDs', async () => {
    const { gateway } = setUp();
    const { data, errors } = await gateway.execute(UNASSIGN, {
      input: { flowInstanceIds: ['a', 'b'] },
    });

    expect(errors).toBeUndefined();
    expect(data?.['unassignFromFlows']).toMatchObject({
      unassigned: [],
      rejected: [{ code: 'NOT_FOUND' }, { code: 'NOT_FOUND' }],
    });
  });

  it('keeps what was ended when a later request fails', async () => {
    const refuse = {
      status: 400,
      body: { errors: ['One or more of the given flowInstanceIds does not exist'] },
    };
    const { run, wire } = setUpWire([
      refuse,
      { body: { unassignedFlowInstanceIds: ['a', 'b'] } },
      { status: 500, body: { errors: ['Oops.'] } },
    ]);
    const { data, errors } = await run(UNASSIGN, {
      input: { flowInstanceIds: ['a', 'b', 'c', 'd'] },
    });

    expect(errors).toBeUndefined();
    expect(data?.['unassignFromFlows']).toEqual({
      unassigned: ['a', 'b'],
      rejected: ['c', 'd'].map((flowInstanceId) => ({
        flowInstanceId,
        code: 'FAILED',
        message: expect.stringContaining('may or may not have been made'),
      })),
    });
    expect(wire.sent).toHaveLength(3);
  });

  it.each([
    [{}, /crmProspectId:\)" or "flowInstanceIds" is required/],
    [{ crmProspectId: 'a', flowInstanceIds: ['b'] }, /only one of them/],
    [{ flowInstanceIds: ['b'], flowId: '7' }, /flowId:\)" must be omitted/],
    [{ flowInstanceIds: [] }, /flowInstanceIds/],
    [{ flowInstanceIds: Array.from({ length: 201 }, String) }, /at most 200 items/],
  ])('refuses bad input without a request: %j', async (input, message) => {
    const { run, wire } = setUpWire([]);
    const { errors } = await run(UNASSIGN, { input });

    expect(errors?.[0]?.message).toMatch(message);
    expect(wire.sent).toEqual([]);
  });
});
