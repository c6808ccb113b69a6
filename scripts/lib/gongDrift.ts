/** A description of an API as OpenAPI has it, as far as it is compared. */
export interface Description {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: object;
}

type Schema = Readonly<Record<string, unknown>>;

/** An operation, with what it takes and answers by place, such as `body filter.callIds[]`. */
interface Operation {
  readonly id: string;
  /** Whether it is in Gong's own description: others can't go from there. */
  readonly isOfficial: boolean;
  /** Type of each value, with `required` where it must be sent or is promised. */
  readonly members: ReadonlyMap<string, string>;
  readonly enums: ReadonlyMap<string, readonly string[]>;
}

const METHODS: readonly string[] = ['get', 'put', 'post', 'delete', 'patch'];
const JSON_TYPES: readonly string[] = ['application/json', 'multipart/form-data'];

/** More levels than any body has that does not hold itself. */
const MAX_LEVELS = 12;

/**
 * Lists how a newer description of Gong's API differs from ours, a line each: operations, members of what they take and
 * answer, and enums. Texts, and answers other than successes, are not compared.
 */
export function driftBetween(ours: Description, theirs: Description): readonly string[] {
  const [known, newer] = [operationsOf(ours), operationsOf(theirs)];
  const added = [...newer].filter(([place]) => !known.has(place));
  const gone = [...known].filter(([place, { isOfficial }]) => isOfficial && !newer.has(place));
  const both = [...known].flatMap(([place, operation]) => {
    const other = newer.get(place);
    return other === undefined
      ? []
      : differences(operation, other).map((line) => `${place}: ${line}`);
  });
  return [
    ...added.map(([place, { id }]) => `new operation: ${place} (${id})`),
    ...gone.map(([place, { id }]) => `gone operation: ${place} (${id})`),
    ...both,
  ];
}

function differences(ours: Operation, theirs: Operation): readonly string[] {
  const renamed =
    ours.id === theirs.id ? [] : [`different operationId: ${ours.id}, now ${theirs.id}`];
  const places = new Set([...ours.members.keys(), ...theirs.members.keys()]);
  const members = [...places].flatMap((place) => {
    const [before, after] = [ours.members.get(place), theirs.members.get(place)];
    if (before === after) return [];
    if (before === undefined) return [`new member: ${place} (${after ?? ''})`];
    if (after === undefined) return [`gone member: ${place} (${before})`];
    return [`different member: ${place} (${before}, now ${after})`];
  });
  const enums = [...ours.enums].flatMap(([place, before]) => {
    const after = theirs.enums.get(place);
    if (after === undefined) return theirs.members.has(place) ? [`gone enum: ${place}`] : [];
    const isNew = after.filter((value) => !before.includes(value));
    const isGone = before.filter((value) => !after.includes(value));
    return [
      ...(isNew.length > 0 ? [`enum ${place}: new ${isNew.join(', ')}`] : []),
      ...(isGone.length > 0 ? [`enum ${place}: gone ${isGone.join(', ')}`] : []),
    ];
  });
  const newEnums = [...theirs.enums].flatMap(([place, values]) =>
    ours.members.has(place) && !ours.enums.has(place)
      ? [`new enum: ${place} (${values.join(', ')})`]
      : [],
  );
  return [...renamed, ...members, ...enums, ...newEnums];
}

/** Those of the REST API, by method and path. */
function operationsOf(document: Description): ReadonlyMap<string, Operation> {
  const found = Object.entries(document.paths ?? {})
    .filter(([path]) => path.startsWith('/v2/'))
    .flatMap(([path, item]) =>
      METHODS.filter((method) => item[method] !== undefined).map((method): [string, Operation] => [
        `${method.toUpperCase()} ${path}`,
        operationIn(document, item, item[method] as Schema),
      ]),
    );
  return new Map(found);
}

function operationIn(document: Description, item: Schema, operation: Schema): Operation {
  const members = new Map<string, string>();
  const enums = new Map<string, readonly string[]>();
  const add = (place: string, schema: unknown, isRequired: boolean, level = 0): void => {
    if (level > MAX_LEVELS) return;
    const { type, values, properties, required, items } = flattened(document, schema);
    if (level > 0) members.set(place, isRequired ? `${type}, required` : type);
    if (values !== null) enums.set(place, values);
    for (const [name, member] of Object.entries(properties)) {
      add(joined(place, name), member, required.includes(name), level + 1);
    }
    if (items !== undefined) add(`${place}${level === 0 ? ' ' : ''}[]`, items, false, level + 1);
  };
  for (const each of [...listIn(item['parameters']), ...listIn(operation['parameters'])]) {
    const { name, in: where, required, schema } = resolved(document, each);
    add(`${String(where)} ${String(name)}`, schema, required === true, 1);
  }
  add('body', contentOf(document, operation['requestBody']), false);
  const { responses = {} } = operation as { readonly responses?: Schema };
  for (const [status, response] of Object.entries(responses)) {
    if (status.startsWith('2')) add('answer', contentOf(document, response), false);
  }
  return {
    id: String(operation['operationId']),
    isOfficial:
      operation['x-gong-official'] !== false && operation['x-gong-status'] !== 'withdrawn',
    members,
    enums,
  };
}

function joined(place: string, name: string): string {
  return place.includes(' ') ? `${place}.${name}` : `${place} ${name}`;
}

/** The schema of a JSON body or a form. */
function contentOf(document: Description, body: unknown): unknown {
  const { content = {} } = resolved(document, body) as { readonly content?: Schema };
  const type = Object.keys(content).find((each) =>
    JSON_TYPES.some((known) => each.startsWith(known) || each === '*/*'),
  );
  return type === undefined ? undefined : (content[type] as Schema)['schema'];
}

interface Flattened {
  readonly type: string;
  readonly values: readonly string[] | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
  readonly items: unknown;
}

/** A schema with what it refers to, and with all that it combines. */
function flattened(document: Description, given: unknown): Flattened {
  const schema = resolved(document, given);
  const combined = ['allOf', 'anyOf', 'oneOf'].flatMap((name) => listIn(schema[name]));
  const parts = combined.map((each) => flattened(document, each));
  const named = [schema['type'] ?? []].flat().filter((type) => type !== 'null');
  const types = new Set([...named.map(String), ...parts.flatMap(({ type }) => type.split(' or '))]);
  types.delete('any');
  // Gong's own description joins the values of some enums into one text.
  const own = listIn(schema['enum']).flatMap((value) =>
    value === null
      ? []
      : (typeof value === 'string' ? value : JSON.stringify(value)).split(/\s*[,/]\s*/),
  );
  const values = [...own, ...parts.flatMap((each) => each.values ?? [])];
  return {
    type: types.size === 0 ? 'any' : [...types].sort().join(' or '),
    values: values.length === 0 ? null : [...new Set(values)].sort(),
    properties: Object.assign(
      {},
      ...parts.map(({ properties }) => properties),
      schema['properties'],
    ) as Flattened['properties'],
    required: [
      ...listIn(schema['required']).map(String),
      ...parts.flatMap(({ required }) => required),
    ],
    items: schema['items'] ?? parts.find(({ items }) => items !== undefined)?.items,
  };
}

/** What a reference leads to; an empty object when that is nothing. */
function resolved(document: Description, value: unknown): Schema {
  if (typeof value !== 'object' || value === null) return {};
  const reference = (value as Schema)['$ref'];
  if (typeof reference !== 'string') return value as Schema;
  let target: unknown = document;
  for (const step of reference.replace(/^#\//, '').split('/')) {
    target = (target as Schema | undefined)?.[step];
  }
  return resolved(document, target);
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
