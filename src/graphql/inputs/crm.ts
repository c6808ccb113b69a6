import { crmObjectTypes, crmSystems } from '../../gong/generated/operations.js';
import type { CrmContextInput } from '../generated/graphql.js';
import { omitNullish } from './omitNullish.js';

/** Gong's spelling of a name that it knows, whatever its case. */
export function toGongSpelling(names: readonly string[], text: string): string {
  return names.find((name) => name.toLowerCase() === text.toLowerCase()) ?? text;
}

/** Records of other systems as Gong takes them. */
export function toGongContexts(contexts: readonly CrmContextInput[] | null | undefined) {
  return contexts?.map(({ system, objects }) => ({
    system: toGongSpelling(crmSystems, system),
    objects: objects.map(({ objectType, objectId, fields }) =>
      omitNullish({
        objectType: toGongSpelling(crmObjectTypes, objectType),
        objectId,
        fields: fields?.map(({ name, value }) => ({ name, value })),
      }),
    ),
  }));
}
