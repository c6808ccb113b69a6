import { describe, expect, it } from '@jest/globals';
import { plainCall, type Scorecard } from '../../../sandbox/src/index.js';
import { policyIn } from '../../support/config.js';
import { companyOf, plainReview } from '../../support/companies.js';
import { gatewayTo, STARTED } from '../values/support.js';

/** What Gong's description doesn't have, yet Gong may send. */
const odd = <T>(value: unknown): T => value as T;

describe('Options that a review selects', () => {
  const scorecards = odd<Scorecard[]>([
    {
      scorecardId: '10',
      scorecardName: 'Discovery',
      workspaceId: '1',
      questions: [
        {
          questionId: '30',
          answerOptions: [
            { id: 1, text: 'Much' },
            { id: '2', text: 'Little' },
          ],
        },
        { questionId: '31', answerOptions: null },
      ],
    },
  ]);
  const answer = (questionId: string, selectedOptions: unknown) =>
    odd<ReturnType<typeof plainReview>['answers'][number]>({
      questionId,
      questionRevisionId: `9${questionId}`,
      selectedOptions,
    });
  const answers = [
    answer('30', ['2', 1, '9']),
    answer('31', ['1']),
    answer('99', ['1']),
    answer('30', null),
  ];
  const parts = { scorecards, answeredScorecards: [plainReview({ answers })] };
  const select = (fields: string) =>
    `{ answeredScorecards { nodes { answers { selectedOptions { ${fields} } } } } }`;
  const optionsIn = (data: unknown) => {
    type Data = { answeredScorecards: { nodes: { answers: { selectedOptions: unknown[] }[] }[] } };
    const [review] = (data as Data).answeredScorecards.nodes;
    return review?.answers.map(({ selectedOptions }) => selectedOptions);
  };
  const operationsIn = (sent: readonly { readonly operationId: string | null }[]) =>
    sent.map(({ operationId }) => operationId);

  it('have the text of the scorecard’s question, for one request more', async () => {
    const { data, errors, sent } = await gatewayTo(parts).trace(select('optionId text'));

    expect(errors).toBeUndefined();
    const lost = [{ optionId: '1', text: null }];
    expect(optionsIn(data)).toEqual([
      [
        { optionId: '2', text: 'Little' },
        { optionId: '1', text: 'Much' },
        { optionId: '9', text: null },
      ],
      lost,
      lost,
      [],
    ]);
    expect(operationsIn(sent)).toEqual(['listAnsweredScorecards', 'listScorecards']);
  });

  it('cost nothing more by their IDs', async () => {
    const gateway = gatewayTo(parts);
    const priced = { extensions: { gong: { estimateOnly: true } } };

    const { data, sent } = await gateway.trace(select('optionId'));
    const prices = await Promise.all(
      ['optionId', 'text'].map((fields) => gatewayTo(parts).execute(select(fields), {}, priced)),
    );

    expect(optionsIn(data)?.[0]).toEqual([{ optionId: '2' }, { optionId: '1' }, { optionId: '9' }]);
    expect(operationsIn(sent)).toEqual(['listAnsweredScorecards']);
    expect(prices.map(({ extensions }) => extensions?.gong?.estimate?.max)).toEqual([1, 2]);
  });

  it('have no text where the scorecard’s workspace is hidden, or Gong fails', async () => {
    const workspaces = [
      { id: '1', name: 'Sales', description: '' },
      { id: '2', name: 'Partners', description: '' },
    ];
    const [scorecard] = scorecards;
    const elsewhere = odd<Scorecard>({ ...scorecard, workspaceId: '2' });
    const company = companyOf({
      ...parts,
      workspaces,
      scorecards: [elsewhere],
      calls: [plainCall({ id: '100', started: STARTED })],
    });
    const policy = policyIn('workspaces=Sales');
    const hidden = gatewayTo(company, { config: { policy } });
    const failing = gatewayTo(parts);
    failing.sandbox.faults.add({
      operationId: 'listScorecards',
      fault: { kind: 'answer', status: 403, body: { errors: ['Not allowed'] } },
    });

    const unseen = await hidden.execute(select('optionId text'));
    const failed = await failing.execute(select('optionId text'));

    expect(optionsIn(unseen.data)?.[1]).toEqual([{ optionId: '1', text: null }]);
    expect(failed.errors?.[0]?.extensions['code']).toMatch(/^GONG_/);
    expect(optionsIn(failed.data)?.[1]).toBeNull();
  });
});
