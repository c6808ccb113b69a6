import { describe, expect, it } from '@jest/globals';
import { code, setUp } from './support.js';

const INSTANCE = `id flow { id name } crmProspectId ownerEmail ownerName createdAt status
  workspace { id } exclusive`;
const PROSPECTS = `query ($ids: [ID!]!) { prospectFlows(crmProspectIds: $ids) { ${INSTANCE} } }`;
const BY_IDS = `query ($ids: [ID!]!) { flowInstancesByIds(ids: $ids) { ${INSTANCE} } }`;

describe('Query.prospectFlows', () => {
  it('returns open assignments in the order of the prospects, [] for unknown ones', async () => {
    const { gateway, company, prospectId } = setUp();
    const [, second] = company.engage.instances.filter(({ status }) => status === 'Running');
    const { data, errors, sent } = await gateway.trace(PROSPECTS, {
      ids: [second?.crmProspectId, 'nobody', prospectId],
    });

    expect(errors).toBeUndefined();
    const flow = company.engage.flows.find(({ id }) => id === second?.flowId);
    const owner = company.users.find(({ emailAddress }) => emailAddress === second?.ownerEmail);
    expect(data?.['prospectFlows']).toMatchObject([
      {
        id: second?.flowInstanceId,
        flow: { id: flow?.id, name: flow?.name },
        crmProspectId: second?.crmProspectId,
        ownerEmail: owner?.emailAddress,
        ownerName: `${owner?.firstName ?? ''} ${owner?.lastName ?? ''}`,
        createdAt: new Date(second?.createDate ?? '').toISOString(),
        status: 'RUNNING',
        workspace: { id: flow?.workspaceId },
        exclusive: flow?.exclusive,
      },
      { crmProspectId: prospectId },
    ]);
    expect(sent.map(({ body }) => body)).toEqual([
      { crmProspectsIds: [second?.crmProspectId, 'nobody', prospectId] },
    ]);
  });

  it('returns every assignment of a prospect, and none that has ended', async () => {
    const { gateway, company, prospectId, instanceId } = setUp();
    const [instance] = company.engage.instances.filter(
      ({ flowInstanceId }) => flowInstanceId === instanceId,
    );
    if (instance === undefined) throw new Error('There is no open assignment.');
    company.engage.instances.push(
      { ...instance, flowInstanceId: '901', status: 'Paused' },
      { ...instance, flowInstanceId: '902', status: 'FinishedNoReply' },
    );
    const { data } = await gateway.execute(PROSPECTS, { ids: [prospectId, prospectId] });

    const found = data?.['prospectFlows'] as unknown as { id: string }[];
    expect(found.map(({ id }) => id)).toEqual([instanceId, '901']);
  });

  it('reads 100 prospects a request', async () => {
    const { gateway } = setUp();
    const ids = Array.from({ length: 150 }, (_, index) => `003${index}`);
    const { data, sent } = await gateway.trace(PROSPECTS, { ids });

    expect(data).toEqual({ prospectFlows: [] });
    const sizes = sent.map(({ body }) => (body as { crmProspectsIds: [] }).crmProspectsIds.length);
    expect(sizes.sort()).toEqual([100, 50]);
  });

  it('reads more of the flows in 1 further request', async () => {
    const { gateway, prospectId } = setUp();
    const { errors, sent } = await gateway.trace(
      `query ($ids: [ID!]!) { prospectFlows(crmProspectIds: $ids) { flow { steps { number } } } }`,
      { ids: [prospectId] },
    );

    expect(errors).toBeUndefined();
    expect(sent.map(({ operationId }) => operationId)).toEqual([
      'getProspectsAssignedFlows',
      'getFlowSteps',
    ]);
  });

  it.each([
    ['prospectFlows(crmProspectIds: []) { id }', /prospectFlows\(crmProspectIds:\)/],
    ['prospectFlows(crmProspectIds: [" "]) { id }', /must be non-blank text/],
    ['flowInstancesByIds(ids: [""]) { id }', /flowInstancesByIds\(ids:\)/],
    ['flowBulkJob(id: "") { id }', /flowBulkJob\(id:\)/],
  ])('refuses bad arguments without a request: %s', async (field, message) => {
    const { errors, sent } = await setUp().gateway.trace(`{ ${field} }`);

    expect(errors).toMatchObject([{ message: expect.stringMatching(message) }]);
    expect(sent).toEqual([]);
  });

  it('is not licensed without Engage, after 1 attempt', async () => {
    const { gateway, sandbox } = setUp();
    const fault = { kind: 'answer', status: 403, body: { errors: ['Forbidden'] } } as const;
    sandbox.faults.add({ fault, times: 9 });
    const { errors, sent } = await gateway.trace(PROSPECTS, { ids: ['a'] });

    expect(errors).toMatchObject([code('GONG_NOT_LICENSED')]);
    expect(sent).toHaveLength(1);
  });
});

describe('Query.flowInstancesByIds', () => {
  it('returns assignments in any state in the given order, null for unknown ones', async () => {
    const { gateway, company } = setUp();
    const [ended] = company.engage.instances.filter(({ status }) => status === 'Finished');
    const [open] = company.engage.instances.filter(({ status }) => status === 'Pending');
    const { data, errors, sent } = await gateway.trace(BY_IDS, {
      ids: [ended?.flowInstanceId, 'unknown', open?.flowInstanceId],
    });

    expect(errors).toBeUndefined();
    expect(data?.['flowInstancesByIds']).toMatchObject([
      { id: ended?.flowInstanceId, status: 'FINISHED' },
      null,
      { id: open?.flowInstanceId, status: 'PENDING' },
    ]);
    expect(sent.map(({ body }) => body)).toEqual([
      { flowInstanceIds: [ended?.flowInstanceId, 'unknown', open?.flowInstanceId] },
    ]);
  });
});

const JOB = `id status totalCount processedCount successCount errorCount
  errors { position code message }
  results { status crmId flowInstanceId code message
    prospect { crmId firstName lastName emailAddress jobTitle companyName } }`;

describe('Query.flowBulkJob', () => {
  it('follows a job from its start to its end, at 1 request in 15 seconds', async () => {
    const config = { cacheTtlSeconds: 300 };
    const { gateway, clock, flowId, ownerEmail, freeProspects } = setUp({ config });
    const started = await gateway.execute(
      `mutation ($input: BulkAssignToFlowInput!) { bulkAssignToFlow(input: $input) {
         requestId job { ${JOB} } } }`,
      {
        input: {
          flowId,
          ownerEmail,
          prospects: [
            { crmId: freeProspects[0] },
            { firstName: 'Jo', lastName: 'Berg', emailAddress: 'jo@example.com', jobTitle: 'CFO' },
            { crmId: 'unknown' },
          ],
        },
      },
    );
    const { job } = started.data?.['bulkAssignToFlow'] as unknown as { job: { id: string } };
    expect(job).toMatchObject({ status: 'PENDING', totalCount: 3, processedCount: 0, results: [] });

    const look = () =>
      gateway.trace(`query ($id: ID!) { flowBulkJob(id: $id) { ${JOB} } }`, { id: job.id });
    await clock.advance(25_000);
    const middle = await look();
    const again = await look();
    await clock.advance(25_000);
    const end = await look();

    expect(middle.data?.['flowBulkJob']).toMatchObject({ status: 'IN_PROGRESS', successCount: 2 });
    expect(again.sent).toEqual([]);
    expect(end.data?.['flowBulkJob']).toMatchObject({
      id: job.id,
      status: 'COMPLETED',
      processedCount: 3,
      successCount: 2,
      errorCount: 1,
      errors: [
        {
          position: null,
          code: 'InvalidArgument',
          message: 'Prospect not found in the CRM',
        },
      ],
      results: [
        { status: 'ASSIGNED', crmId: freeProspects[0], flowInstanceId: expect.any(String) },
        {
          status: 'ASSIGNED',
          crmId: expect.stringMatching(/^003/),
          prospect: { firstName: 'Jo', emailAddress: 'jo@example.com', jobTitle: 'CFO' },
        },
        { status: 'CRM_OPERATION_FAILED', crmId: null, flowInstanceId: null },
      ],
    });
  });

  it('is null for an unknown job', async () => {
    const { data, errors, sent } = await setUp().gateway.trace('{ flowBulkJob(id: "no") { id } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ flowBulkJob: null });
    expect(sent).toHaveLength(1);
  });
});
