import { ok, problem, type Finding } from '../finding.js';

/** @param problems problems of the environment, one sentence each. */
export function configurationFindings(problems: readonly string[]): readonly Finding[] {
  if (problems.length === 0) return [ok('Configuration', 'all variables are valid.')];
  return problems.map((each) =>
    problem('Configuration', each, 'Correct it: the doctor checks nothing else until then.'),
  );
}
