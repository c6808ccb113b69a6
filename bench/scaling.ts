import { getOperationAST, parse, validate } from 'graphql';
import { estimateCost } from '../src/graphql/cost/estimate.js';
import { maskEverything, maskText } from '../src/access/policy/masking.js';
import { unrestrictedFacts } from '../src/access/policy/policyFacts.js';
import { createSchema } from '../src/graphql/schema.js';
import { budgets } from '../test/operations/budgets.js';
import { table } from './support.js';

const ROUNDS = 9;

const floods: Readonly<Record<string, (length: number) => string>> = {
  letters: (length) => 'a'.repeat(length),
  'letters and dots behind an at': (length) => `@${'a.'.repeat(length / 2)}`,
  ats: (length) => 'a@'.repeat(length / 2),
  digits: (length) => '1'.repeat(length),
  'digits and blanks': (length) => '1 '.repeat(length / 2),
  blanks: (length) => ' '.repeat(length),
};

/** What must stay fast, as ratios: the machine and its load hardly matter. */
export function measureScaling(): Promise<string> {
  const rows = Object.entries(floods).map(([name, flood]) => {
    const [half, whole] = [flood(100_000), flood(200_000)];
    const ratio = ratioOf(
      () => maskText(whole, maskEverything),
      () => maskText(half, maskEverything),
    );
    return [name, ratio.toFixed(1)];
  });
  return Promise.resolve(
    [
      table(['200,000 characters masked', 'times as long as 100,000 (2: linear, 4: square)'], rows),
      `The estimate of a usual operation takes ${estimateRatio().toFixed(2)} times as long as its validation`,
    ].join('\n\n'),
  );
}

function estimateRatio(): number {
  const schema = createSchema();
  const operations = budgets
    .filter(({ variables }) => variables === undefined)
    .map(({ query }) => {
      const document = parse(query);
      const operation = getOperationAST(document);
      if (operation == null) throw new Error('A budget has one operation.');
      return { document, operation };
    });
  const estimateAll = (): void => {
    for (const { document, operation } of operations) {
      estimateCost({
        schema,
        document,
        operation,
        variableValues: {},
        company: { users: null, workspaces: null },
        policy: unrestrictedFacts,
        now: Date.now(),
        holds: new Set(),
      });
    }
  };
  return ratioOf(estimateAll, () => {
    for (const { document } of operations) validate(schema, document);
  });
}

/** How much longer the one takes than the other: the median of several pairs. */
function ratioOf(one: () => unknown, other: () => unknown): number {
  const timeOf = (work: () => unknown): number => {
    const startedAt = performance.now();
    for (let count = 0; count < 10; count += 1) work();
    return performance.now() - startedAt;
  };
  const ratios = Array.from({ length: ROUNDS }, () => timeOf(one) / timeOf(other));
  return ratios.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}
