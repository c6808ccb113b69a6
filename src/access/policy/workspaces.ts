import { idOf, type GongWorkspace } from '../../gong/endpoints/wire.js';
import { PolicyError } from './policyError.js';

/** Names or ids that no workspace of the company has. */
export function unknownWorkspaces(
  named: readonly string[],
  workspaces: readonly GongWorkspace[],
): readonly string[] {
  return named.filter((name) => !workspaces.some((each) => isNamed(each, name)));
}

/**
 * Ids of the workspaces that a policy names.
 *
 * @throws PolicyError where one of them isn't there: it must never come to mean all.
 */
export function workspaceIds(
  named: readonly string[],
  workspaces: readonly GongWorkspace[],
): ReadonlySet<string> {
  const unknown = unknownWorkspaces(named, workspaces);
  // Which workspaces there are is the operator's to know, not the viewer's.
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
