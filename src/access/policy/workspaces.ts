import { idOf, type GongWorkspace } from '../../gong/endpoints/wire.js';
import { PolicyError } from './policyError.js';

/** Returns the names or IDs that no workspace of the company has. */
export function unknownWorkspaces(
  named: readonly string[],
  workspaces: readonly GongWorkspace[],
): readonly string[] {
  return named.filter((name) => !workspaces.some((each) => isNamed(each, name)));
}

/**
 * Returns the IDs of the workspaces that a policy names.
 *
 * @throws PolicyError when one of them does not exist, because it must never come to mean all.
 */
export function workspaceIds(
  named: readonly string[],
  workspaces: readonly GongWorkspace[],
): ReadonlySet<string> {
  const unknown = unknownWorkspaces(named, workspaces);
  // Only the operator may learn which workspaces exist, not the viewer.
  if (unknown.length > 0) {
    throw new PolicyError(
      `The policy names workspaces that do not exist: ${quoted(unknown)}. ` +
        'Everything that depends on it stays hidden until an operator corrects it.',
    );
  }
  return new Set(
    workspaces.flatMap((each) => {
      const id = idOf(each.id);
      return id !== null && named.some((name) => isNamed(each, name)) ? [id] : [];
    }),
  );
}

function isNamed({ id, name }: GongWorkspace, said: string): boolean {
  return name === said || idOf(id) === said;
}

export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
