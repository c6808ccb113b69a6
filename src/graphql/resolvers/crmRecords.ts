import type { Resolvers } from '../generated/graphql.js';
import type { CallRecord } from '../../gong/endpoints/calls.js';
import { list, text } from '../../gong/coerce.js';
import { block } from './calls.js';
import type { CrmObjectModel } from './models.js';
import { timingOf } from './parties.js';

type RecordTiming = 'NOW' | 'TIME_OF_CALL';

/** A record of a CRM that a call is linked to, with the timings that were read. */
export interface CrmRecordModel {
  readonly system: string | null;
  readonly type: string | null;
  readonly id: string | null;
  /** The record, once for each timing. */
  readonly objects: readonly CrmObjectModel[];
  /** The timing of an object that does not name one. */
  readonly unnamed: RecordTiming;
}

/** Returns the linked records of a type, each once, in Gong's order. */
function recordsOfType(type: string, { details, selection }: CallRecord): CrmRecordModel[] {
  const { timings } = selection;
  const isAsOfCall = timings.size === 1 && timings.has('TimeOfCall');
  const unnamed: RecordTiming = isAsOfCall ? 'TIME_OF_CALL' : 'NOW';
  const found = new Map<unknown, CrmRecordModel & { readonly objects: CrmObjectModel[] }>();
  for (const context of list(details.context)) {
    const system = text(context.system);
    for (const object of list<CrmObjectModel>(context.objects)) {
      const objectType = text(object.objectType);
      if (objectType?.toLowerCase() !== type) continue;
      const id = text(object.objectId);
      // An object without an ID is a record of its own.
      const key = id === null ? object : JSON.stringify([system, id]);
      const known = found.get(key);
      if (known !== undefined) known.objects.push(object);
      else found.set(key, { system, type: objectType, id, objects: [object], unnamed });
    }
  }
  return [...found.values()];
}

export const crmRecordResolvers: Pick<Resolvers, 'Call' | 'CrmRecord'> = {
  Call: {
    accounts: (call) => block(call, (_details, record) => recordsOfType('account', record)),
    opportunities: (call) =>
      block(call, (_details, record) => recordsOfType('opportunity', record)),
  },
  CrmRecord: {
    system: ({ system }) => system,
    type: ({ type }) => type,
    id: ({ id }) => id,
    field: ({ objects, unnamed }, { name, at }) => {
      const wantedTiming = at ?? 'NOW';
      const object = objects.find(({ timing }) => (timingOf(timing) ?? unnamed) === wantedTiming);
      const fields = list<{ readonly name?: unknown; readonly value?: unknown }>(object?.fields);
      return fields.find((field) => text(field.name) === name)?.value ?? null;
    },
  },
};
