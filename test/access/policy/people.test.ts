import { describe, expect, it } from '@jest/globals';
import { idOfPerson, teamOf } from '../../../src/access/policy/people.js';

const users = [
  { id: '1', emailAddress: 'Ann@acme.com', managerId: null },
  { id: '2', emailAddress: 'ben@acme.com', emailAliases: ['ben.b@acme.com'], managerId: '1' },
  { id: '3', emailAddress: 'cy@acme.com', trustedEmailAddress: 'cy@other.com', managerId: '2' },
  { id: '4', emailAddress: 'di@acme.com', emailAliases: ['ann@acme.com'], managerId: '3' },
  { id: '5', emailAddress: 'ed@acme.com', emailAliases: ['desk@acme.com'], managerId: '9' },
  { id: '6', emailAddress: 'flo@acme.com', emailAliases: ['desk@acme.com'] },
];

describe('idOfPerson', () => {
  it.each([
    ['an id', '3', '3'],
    ['an id that nobody has', '77', null],
    ['an address in another case', 'BEN@ACME.com', '2'],
    ['an address between blanks', ' ben@acme.com ', '2'],
    ['an alias', 'ben.b@acme.com', '2'],
    ['a trusted address', 'cy@other.com', '3'],
    ['somebody’s own address, which is another’s alias', 'ann@acme.com', '1'],
    ['an address that several share', 'desk@acme.com', null],
    ['an address that nobody has', 'n@acme.com', null],
    ['a part of an address', 'acme.com', null],
    ['nothing', '', null],
    ['blanks', '  ', null],
  ])('finds a user by %s', (_, person, id) => {
    expect(idOfPerson(person, users)).toBe(id);
  });

  it('finds no user without an address', () => {
    expect(idOfPerson('', [{ id: '1', emailAddress: '' }])).toBeNull();
    expect(idOfPerson('a@b.c', [{ id: '1', emailAddress: null, emailAliases: null }])).toBeNull();
  });
});

describe('teamOf', () => {
  it('includes reports at all levels, and no managers or peers', () => {
    expect([...teamOf('2', users)].sort()).toEqual(['2', '3', '4']);
    expect([...teamOf('4', users)]).toEqual(['4']);
    expect([...teamOf('5', users)]).toEqual(['5']);
  });

  it('includes all users of a reporting cycle', () => {
    const circle = [
      { id: '1', managerId: '3' },
      { id: '2', managerId: '1' },
      { id: '3', managerId: '2' },
      { id: '4', managerId: '4' },
    ];
    expect([...teamOf('1', circle)].sort()).toEqual(['1', '2', '3']);
    expect([...teamOf('4', circle)]).toEqual(['4']);
  });

  it('compares IDs by their digits', () => {
    const numbers = [
      { id: 1 as unknown as string },
      { id: '2', managerId: 1 as unknown as string },
    ];
    expect([...teamOf('1', numbers)].sort()).toEqual(['1', '2']);
  });
});
