import { describe, expect, it } from '@jest/globals';
import { createSandbox } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway } from '../../support/gateway.js';
import { createPolicyCompany, NOW } from './support.js';

const clock = new FakeClock(NOW);

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

describe('Reviews', () => {
  it.each([
    ['all of them', 'answeredScorecards'],
    ['those of a scorecard', 'scorecard'],
  ])('of visible calls are read completely, each once: %s', async (_, field) => {
    const company = createPolicyCompany(300);
    const [some] = company.answeredScorecards;
    if (some === undefined) throw new Error('There are no reviews.');
    company.answeredScorecards = company.calls.map(({ metaData }, index) => ({
      ...some,
      answeredScorecardId: `${9000 + index}`,
      callId: metaData.id,
      callStartTime: metaData.started,
    }));
    const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
    const gateway = createTestGateway({ sandbox, clock, config: { policy: policyIn('') } });
    const page = 'totalCount nodes { id } pageInfo { hasNextPage endCursor }';
    const query =
      field === 'scorecard'
        ? `query ($after: String) {
            scorecard(id: "${some.scorecardId}") { answers(first: 70, after: $after) { ${page} } }
          }`
        : `query ($after: String) { answeredScorecards(first: 70, after: $after) { ${page} } }`;

    const found: string[] = [];
    let after: string | null = null;
    do {
      const { data, errors } = await gateway.execute(query, { after }, { maxRequests: 5 });
      expect(errors).toBeUndefined();
      const at = data as unknown as Record<string, Page> & { scorecard: { answers: Page } };
      const read = field === 'scorecard' ? at.scorecard.answers : at['answeredScorecards'];
      expect(read?.totalCount).toBeNull();
      found.push(...(read?.nodes ?? []).map(({ id }) => id));
      if (read?.pageInfo.hasNextPage === true) expect(read.nodes.length).toBeGreaterThan(0);
      after = read?.pageInfo.hasNextPage === true ? read.pageInfo.endCursor : null;
    } while (after !== null);

    expect(found).toEqual(
      company.calls.flatMap(({ metaData }, index) =>
        metaData.isPrivate ? [] : [`${9000 + index}`],
      ),
    );
  });

  it('that are cut before the first visible one continue after the examined ones', async () => {
    const company = createPolicyCompany(300);
    const [some] = company.answeredScorecards;
    if (some === undefined) throw new Error('There are no reviews.');
    company.answeredScorecards = company.calls.map(({ metaData }, index) => {
      metaData.isPrivate = index < 290;
      return { ...some, answeredScorecardId: `${9000 + index}`, callId: metaData.id };
    });
    const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
    const gateway = createTestGateway({ sandbox, clock, config: { policy: policyIn('') } });
    const query = `query ($after: String) { answeredScorecards(first: 10, after: $after) {
      nodes { id } pageInfo { hasNextPage endCursor }
    } }`;
    const run = async (after: string | null) => {
      const { data } = await gateway.execute(query, { after }, { maxRequests: 2 });
      return data?.['answeredScorecards'] as unknown as Page;
    };

    const first = await run(null);
    const second = await run(first.pageInfo.endCursor);
    const third = await run(second.pageInfo.endCursor);

    expect([first, second].map(({ nodes }) => nodes)).toEqual([[], []]);
    expect(third.nodes.map(({ id }) => id)).toEqual(
      Array.from({ length: 10 }, (_, index) => `${9290 + index}`),
    );
  });
});
