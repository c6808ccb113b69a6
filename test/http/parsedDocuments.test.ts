import { expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { createParsedDocumentStore } from '../../src/http/graphql/parsedDocuments.js';

it('keeps documents by the length of their texts, and evicts those that were not used lately', async () => {
  const store = createParsedDocumentStore();
  const documentOf = (name: number) =>
    parse(`query Once${name} { users { id } } #${'x'.repeat(60_000)}`);
  for (let name = 0; name < 4; name += 1) await store.set(String(name), documentOf(name));
  await store.get('0');
  for (let name = 4; name < 6; name += 1) await store.set(String(name), documentOf(name));

  const found = await Promise.all(['0', '1', '2', '3', '4', '5'].map((key) => store.get(key)));

  expect(found.map((document) => document !== undefined)).toEqual([
    ...[true, false, false],
    ...[true, true, true],
  ]);
  expect(await store.delete('0')).toBe(true);
  expect(await store.get('0')).toBeUndefined();
});
