import { ok, problem, type Finding } from '../finding.js';

/** @param problems what is wrong with the environment, a sentence each. */
export function configurationFindings(problems: readonly string[]): readonly Finding[] {
  if (problems.length === 0) return [ok('Configuration', 'all variables are well-formed.')];
  return problems.map((each) =>
    problem('Configuration', each, 'Set it right: nothing else can be looked at before.'),
  );
}
