import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { contactMembers, contactMembersWithin } from '../../../src/access/policy/contactMembers.js';

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly items?: Schema;
}

/** Members whose names or descriptions speak of addresses or numbers, and that hold none. */
const otherMembers: ReadonlySet<string> = new Set(['mobileAppId', 'name', 'personId']);

const speaksOfContact = /mail|\bphone|phone(number)?s?\b|\bfax|^extension/i;

/** Members of Gong's API that hold text, or lists of it, and speak of addresses or numbers. */
function membersOfApi(): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { properties } = node as { readonly properties?: Readonly<Record<string, Schema>> };
    for (const [name, schema] of Object.entries(properties ?? {})) {
      const isText = [schema, schema.items ?? {}].some(({ type }) =>
        [type].flat().includes('string'),
      );
      const words = `${name} ${schema.format ?? ''} ${schema.description ?? ''}`;
      const speaks = words.split(' ').some((word) => speaksOfContact.test(word));
      if (isText && speaks) found.add(name);
    }
    Object.values(node).forEach(visit);
  };
  visit(parse(readFileSync('gong-api/openapi.yaml', 'utf8')));
  return found;
}

describe('contactMembers', () => {
  it('lists every member of the API description with an address or a phone number', () => {
    const listed = new Set([
      ...Object.keys(contactMembers),
      ...Object.values(contactMembersWithin).flatMap((members) => Object.keys(members)),
    ]);
    const members = [...membersOfApi()];

    expect(members.length).toBeGreaterThan(15);
    expect(members.filter((name) => !listed.has(name) && !otherMembers.has(name))).toEqual([]);
  });
});
