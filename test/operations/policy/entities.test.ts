import { describe, expect, it } from '@jest/globals';
import { createSandbox } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway } from '../../support/gateway.js';
import { call, entities, entitiesOf, userBy } from '../entitySupport.js';
import { createPolicyCompany, NOW, policyCases } from './support.js';

describe('What a policy hides', () => {
  const policyClock = new FakeClock(NOW);

  it.each(policyCases.map((each) => [each.name, each] as const))(
    'is not found by reference: %s',
    async (_, { policy, asker, maySee }) => {
      const own = createPolicyCompany(120);
      const of = createSandbox({ company: own, clock: policyClock, requestsPerSecond: Infinity });
      const gateway = createTestGateway({ sandbox: of, clock: policyClock, config: { policy } });
      const references = own.calls.map(({ metaData }) => call(metaData.id));

      for (const select of ['id', 'title', 'id transcript { text }']) {
        const { errors, ...answer } = await gateway.execute(
          entities(`... on Call { ${select} }`),
          { r: references },
          asker(own),
        );

        expect(errors).toBeUndefined();
        expect(entitiesOf(answer).map((each) => each !== null)).toEqual(
          own.calls.map((each) => maySee(each, own)),
        );
      }
    },
  );

  it('of other workspaces is not found either', async () => {
    const own = createPolicyCompany(30);
    const of = createSandbox({ company: own, clock: policyClock, requestsPerSecond: Infinity });
    const config = { policy: policyIn('workspaces=Sales') };
    const gateway = createTestGateway({ sandbox: of, clock: policyClock, config });
    const seen = own.workspaces[0]?.id;
    const references = [
      ...own.workspaces.map(({ id }) => ({ __typename: 'Workspace', id, in: id })),
      ...own.folders.map(({ id, workspaceId }) => ({ __typename: 'Folder', id, in: workspaceId })),
      ...own.keywordTrackers.map(({ trackerId, workspaceId }) => ({
        __typename: 'Tracker',
        id: trackerId,
        in: workspaceId,
      })),
      ...own.scorecards.map(({ scorecardId, workspaceId }) => ({
        __typename: 'Scorecard',
        id: scorecardId,
        in: workspaceId,
      })),
    ];

    const { errors, ...answer } = await gateway.execute(entities(''), { r: references });

    expect(errors).toBeUndefined();
    expect(entitiesOf(answer).map((each) => each !== null)).toEqual(
      references.map((each) => each.in === seen),
    );
    expect(new Set(references.map((each) => each.in)).size).toBe(2);
  });

  it('is masked in users, which are still found by email', async () => {
    const own = createPolicyCompany(30);
    const of = createSandbox({ company: own, clock: policyClock, requestsPerSecond: Infinity });
    const config = { policy: policyIn('mask-emails') };
    const gateway = createTestGateway({ sandbox: of, clock: policyClock, config });

    const answer = await gateway.execute(entities('... on User { id emailAddress }'), {
      r: [userBy(own.users[0]?.emailAddress), userBy('•••@acme.com')],
    });

    expect(entitiesOf(answer)).toEqual([
      {
        __typename: 'User',
        id: own.users[0]?.id,
        emailAddress: expect.stringMatching(/^•••@/),
      },
      null,
    ]);
  });
});
