import { list, text } from '../../gong/coerce.js';
import type { CallBlock, CallSelection } from '../../gong/endpoints/callSelection.js';
import type { CallRecord } from '../../gong/endpoints/calls.js';
import { idOf, type GongCallData, type GongParty } from '../../gong/endpoints/wire.js';
import { blocksOf, type CallPart } from '../parts.js';

/** What is kept of a call, by part: JSON as Gong sent it. */
export type CallContent = ReadonlyMap<CallPart, unknown>;

type Contexts = GongCallData['context'];

/** Links of a call and of its parties to CRM records, with the values of the kept fields. */
export interface CrmContent {
  readonly call?: Contexts;
  /** By the key of the party, or its position where it has none. */
  readonly parties?: Readonly<Record<string, GongParty['context']>>;
  /** Names of the fields that were to be kept when the records were read. */
  readonly fields?: readonly string[];
}

/** The parts of a call that what was read of it covers wholly. */
export function contentOf(call: CallRecord, crmFields: ReadonlySet<string>): CallContent {
  const content = new Map<CallPart, unknown>([['BASIC', call.basic]]);
  if (call.refused?.everything === true) return content;
  const { details, selection } = call;
  const covers = (part: CallPart): boolean =>
    blocksOf[part]?.every((block) => selection.blocks.has(block)) === true;
  if (covers('PARTIES')) content.set('PARTIES', list(details.parties).map(withoutContext));
  if (coversCrm(selection, crmFields)) content.set('CRM', crmOf(details, crmFields));
  if (covers('ANALYSIS')) content.set('ANALYSIS', details.content ?? {});
  if (covers('INTERACTION')) content.set('INTERACTION', details.interaction ?? {});
  if (covers('COMMENTS')) content.set('COMMENTS', details.collaboration ?? {});
  return content;
}

/** The call as it would be read with the kept parts. */
export function callOf(id: string, content: CallContent): CallRecord {
  const blocks = new Set<CallBlock>();
  for (const part of content.keys()) for (const block of blocksOf[part] ?? []) blocks.add(block);
  const hasCrm = content.has('CRM') && content.has('PARTIES');
  const crm = (content.get('CRM') ?? {}) as CrmContent;
  const details: GongCallData = {
    parties: partiesOf(content, hasCrm ? crm : undefined),
    content: content.get('ANALYSIS') as GongCallData['content'],
    interaction: content.get('INTERACTION') as GongCallData['interaction'],
    collaboration: content.get('COMMENTS') as GongCallData['collaboration'],
    ...(hasCrm ? { context: crm.call } : {}),
  };
  return {
    id,
    basic: content.get('BASIC') ?? {},
    details,
    selection: { blocks, timings: new Set(), ...(hasCrm ? heldContext(crm) : { context: 'None' }) },
  };
}

/** Which fields of CRM records are kept depends on the settings at that time: the IDs always are. */
function heldContext({ call, parties = {}, fields }: CrmContent) {
  const hasRecords = list(call).length > 0 || Object.keys(parties).length > 0;
  const context = 'Extended' as const;
  return hasRecords ? { context, crmFields: new Set(fields) } : { context };
}

/** Parties without their links to CRM records, unless these are given. */
export function partiesOf(content: CallContent, crm?: CrmContent): readonly GongParty[] {
  const parties = list(content.get('PARTIES') as GongCallData['parties']);
  const contexts = crm?.parties;
  if (contexts === undefined) return parties;
  return parties.map((party, index) => {
    const context = contexts[keyOf(party, index)];
    return context === undefined ? party : { ...party, context };
  });
}

/** The links with fewer fields. */
export function narrowCrm(crm: CrmContent, crmFields: ReadonlySet<string>): CrmContent {
  return {
    call: narrowContexts(crm.call, crmFields),
    parties: Object.fromEntries(
      Object.entries(crm.parties ?? {}).map(([key, contexts]) => [
        key,
        narrowContexts(contexts, crmFields),
      ]),
    ),
    ...(crm.fields === undefined
      ? {}
      : { fields: crm.fields.filter((name) => crmFields.has(name)) }),
  };
}

/** Parties are linked, too, and only `Extended` has fields. */
function coversCrm(selection: CallSelection, crmFields: ReadonlySet<string>): boolean {
  const { blocks, context, timings } = selection;
  if (!blocks.has('parties')) return false;
  if (context === 'Basic') return crmFields.size === 0;
  return context === 'Extended' && (timings.size === 0 || timings.has('Now'));
}

function crmOf(details: GongCallData, crmFields: ReadonlySet<string>): CrmContent {
  const parties = list(details.parties).flatMap((party, index) => {
    const contexts = narrowContexts(party.context, crmFields);
    return contexts.length === 0 ? [] : [[keyOf(party, index), contexts] as const];
  });
  const call = narrowContexts(details.context, crmFields);
  return {
    call,
    parties: Object.fromEntries(parties),
    // Of no records, no field is missing.
    ...(call.length + parties.length === 0 ? {} : { fields: [...crmFields].sort() }),
  };
}

/** Records as they are now, with the fields that are kept. */
function narrowContexts<Context extends CrmContext>(
  contexts: Parameters<typeof list<Context>>[0],
  crmFields: ReadonlySet<string>,
): Context[] {
  return list(contexts).map((context) => ({
    ...context,
    objects: list<CrmObject>(context.objects as Parameters<typeof list<CrmObject>>[0])
      .filter(({ timing }) => text(timing)?.toLowerCase() !== 'timeofcall')
      .map(({ objectType, objectId, fields }) => ({
        objectType,
        objectId,
        fields: list<CrmField>(fields as Parameters<typeof list<CrmField>>[0]).filter(({ name }) =>
          crmFields.has(text(name) ?? ''),
        ),
      })),
  }));
}

interface CrmContext {
  readonly system?: unknown;
  readonly objects?: unknown;
}

interface CrmObject {
  readonly objectType?: unknown;
  readonly objectId?: unknown;
  readonly timing?: unknown;
  readonly fields?: unknown;
}

interface CrmField {
  readonly name?: unknown;
}

function withoutContext(party: GongParty): GongParty {
  const rest = { ...party };
  delete rest.context;
  return rest;
}

function keyOf(party: GongParty, index: number): string {
  return idOf(party.id) ?? `#${index}`;
}
