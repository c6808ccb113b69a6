import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { driftBetween, type Description } from '../../scripts/lib/gongDrift.js';
import { apiDescription } from '../../sandbox/src/description.js';
import { runNode } from '../support/runNode.js';

const person = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string' },
    kind: { type: 'string', enum: ['A', 'B'] },
    tags: { type: 'array', items: { type: 'string' } },
    boss: { $ref: '#/components/schemas/Person' },
  },
};

/** One operation that lists people, and one that takes one. */
function describing(Person: object = person, parameter: object = {}): Description {
  const reference = { $ref: '#/components/schemas/Person' };
  const list = { type: 'object', properties: { people: { type: 'array', items: reference } } };
  return {
    paths: {
      '/v2/people': {
        get: {
          operationId: 'listPeople',
          parameters: [{ name: 'team', in: 'query', schema: { type: 'string' }, ...parameter }],
          responses: { '200': { content: { 'application/json': { schema: list } } } },
        },
        post: {
          operationId: 'addPerson',
          requestBody: { content: { 'application/json': { schema: reference } } },
          responses: { '201': {}, '400': {} },
        },
      },
    },
    components: { schemas: { Person } },
  };
}

const withProperties = (properties: object, more: object = {}) =>
  describing({ ...person, ...more, properties });

describe('driftBetween', () => {
  it('finds nothing between equal descriptions, also ours', () => {
    const ours = apiDescription().document as Description;
    expect(driftBetween(describing(), describing())).toEqual([]);
    expect(driftBetween(ours, ours)).toEqual([]);
  });

  it('lists operations that are new, gone, and renamed', () => {
    const { paths = {}, ...rest } = describing();
    const { get, post } = paths['/v2/people'] ?? {};
    const newer = {
      ...rest,
      paths: {
        '/v2/people': { get: { ...(get as object), operationId: 'findPeople' } },
        '/v2/pets': { post },
        '/oauth2/token': { post },
      },
    };

    expect(driftBetween(describing(), newer)).toEqual([
      'new operation: POST /v2/pets (addPerson)',
      'gone operation: POST /v2/people (addPerson)',
      'GET /v2/people: different operationId: listPeople, now findPeople',
    ]);
  });

  it('does not miss an operation of ours that Gong never described', () => {
    const { paths = {}, ...rest } = describing();
    const own = { get: { operationId: 'odd', 'x-gong-official': false } };
    expect(driftBetween({ ...rest, paths: { ...paths, '/v2/odd': own } }, describing())).toEqual(
      [],
    );
  });

  it('lists members of bodies and answers that are new, gone, and different', () => {
    const { kind, boss } = person.properties;
    const newer = withProperties({ id: { type: 'integer' }, kind, boss, age: { type: 'number' } });
    const lines = driftBetween(describing(), newer);

    expect(lines).toEqual(
      expect.arrayContaining([
        'POST /v2/people: different member: body id (string, required, now integer, required)',
        'POST /v2/people: gone member: body tags (array)',
        'POST /v2/people: gone member: body tags[] (string)',
        'POST /v2/people: new member: body age (number)',
        'GET /v2/people: new member: answer people[].age (number)',
      ]),
    );
  });

  it('lists what becomes required, and parameters', () => {
    expect(
      driftBetween(describing(), withProperties(person.properties, { required: [] })),
    ).toContain('POST /v2/people: different member: body id (string, required, now string)');
    expect(driftBetween(describing(), describing(person, { required: true }))).toEqual([
      'GET /v2/people: different member: query team (string, now string, required)',
    ]);
    expect(driftBetween(describing(), describing(person, { name: 'group' }))).toEqual([
      'GET /v2/people: gone member: query team (string)',
      'GET /v2/people: new member: query group (string)',
    ]);
  });

  it('lists values of enums, and enums, that are new and gone', () => {
    const { id, tags, boss } = person.properties;
    const others = { id, tags, boss };
    const lines = (values: readonly unknown[] | undefined) =>
      driftBetween(
        describing(),
        withProperties({ ...others, kind: { type: 'string', ...(values && { enum: values }) } }),
      ).filter((line) => line.includes('body kind'));

    expect(lines(['B', 'C'])).toEqual([
      'POST /v2/people: enum body kind: new C',
      'POST /v2/people: enum body kind: gone A',
    ]);
    expect(lines(undefined)).toEqual(['POST /v2/people: gone enum: body kind']);
    // Joined, or nullable, is the same.
    expect(lines(['A, B', null])).toEqual([]);
    const other = withProperties({ ...others, kind: { type: 'string' } });
    expect(driftBetween(other, describing())).toContain(
      'POST /v2/people: new enum: body kind (A, B)',
    );
  });

  it('reads combined schemas as one', () => {
    const { id, ...others } = person.properties;
    const newer = describing({
      allOf: [
        { type: 'object', required: ['id'], properties: { id } },
        { type: ['object', 'null'], properties: others },
      ],
    });
    expect(driftBetween(describing(), newer)).toEqual([]);
  });
});

describe('npm run gong:drift', () => {
  const run = (...args: string[]) =>
    runNode(['--import', 'tsx', 'scripts/gongDrift.ts', ...args], {});

  it('prints the differences to a file in YAML or JSON, and ends with 1 when there are any', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gateway-drift-'));
    const empty = join(folder, 'empty.yaml');
    await writeFile(empty, 'paths: {}\n');

    const [same, other, none] = await Promise.all([
      run('gong-api/openapi.json'),
      run(empty),
      run(),
    ]);
    await rm(folder, { recursive: true });

    expect([same.code, same.stdout]).toEqual([0, 'The description has nothing new.\n']);
    expect(other.code).toBe(1);
    expect(other.stdout).toContain('gone operation: GET /v2/calls (listCalls)\n');
    expect(none.code).toBe(1);
    expect(none.stderr).toContain('npm run gong:drift FILE');
  });
});
