import { crmObjectTypes, crmSystems } from '../../gong/generated/operations.js';
import type { CrmContextInput } from '../../graphql/generated/graphql.js';
import { given } from './given.js';

/** Gong's spelling of a name that it knows, whatever its case. */
export function canonical(names: readonly string[], text: string): string {
  return names.find((name) => name.toLowerCase() === text.toLowerCase()) ?? text;
}

/** Records of other systems as Gong takes them. */
export function toGongContexts(contexts: readonly CrmContextInput[] | null | undefined) {
  return contexts?.map(({ system, objects }) => ({
    system: canonical(crmSystems, system),
    objects: objects.map(({ objectType, objectId, fields }) =>
      given({
        objectType: canonical(crmObjectTypes, objectType),
        objectId,
        fields: fields?.map(({ name, value }) => ({ name, value })),
      }),
    ),
  }));
}
