import { crmObjectTypes, crmSystems } from '../../gong/generated/operations.js';
import type { CrmContextInput } from '../generated/graphql.js';
import { omitNullish } from './omitNullish.js';

/** Returns Gong's spelling of a known name, whatever its case. */
export function toGongSpelling(names: readonly string[], text: string): string {
  return names.find((name) => name.toLowerCase() === text.toLowerCase()) ?? text;
}

/** Converts records of other systems to Gong's format. */
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
