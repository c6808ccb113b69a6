import { text } from '../../gong/coerce.js';
import { GongError } from '../../gong/errors.js';
import { idOf, type GongWorkspace } from '../../gong/endpoints/wire.js';
import type { Policies } from './policies.js';
import { quoted, unknownWorkspaces } from './workspaces.js';

/** The result of checking policies: they are valid, they name unknown workspaces, or that is not known yet. */
export type PolicyCheck =
  | { readonly result: 'good' }
  | { readonly result: 'bad'; readonly problem: string }
  | { readonly result: 'unchecked'; readonly error: GongError };

/**
 * Checks that the workspaces in the policies exist. The problem is for the operator, and names the existing
 * workspaces.
 */
export async function checkPolicies(
  { base, roles }: Policies,
  readWorkspaces: () => Promise<readonly GongWorkspace[]>,
): Promise<PolicyCheck> {
  const named = [base, ...roles.map(({ settings }) => settings)].flatMap(
    ({ workspaces }) => workspaces ?? [],
  );
  if (named.length === 0) return { result: 'good' };
  let workspaces: readonly GongWorkspace[];
  try {
    workspaces = await readWorkspaces();
  } catch (error) {
    if (!(error instanceof GongError)) throw error;
    return { result: 'unchecked', error };
  }
  const unknown = unknownWorkspaces([...new Set(named)], workspaces);
  if (unknown.length === 0) return { result: 'good' };
  const known = workspaces.flatMap(({ id, name }) => text(name) ?? idOf(id) ?? []);
  const there = known.length === 0 ? 'the company has none' : `the company has ${quoted(known)}`;
  return {
    result: 'bad',
    problem: `The policy names workspaces that do not exist: ${quoted(unknown)}; ${there}.`,
  };
}
