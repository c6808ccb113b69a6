import { describe, expect, it } from '@jest/globals';
import { hostsWithin, reachOf } from '../../../src/access/policy/profileReach.js';

/** 1 leads 2, who leads 3; 4 leads 5; 6 leads nobody. */
const users = [
  { id: '1' },
  { id: '2', managerId: '1' },
  { id: '3', managerId: '2' },
  { id: '4' },
  { id: '5', managerId: '4' },
  { id: '6' },
];
const assigned = (permissionLevel: unknown, more: object = {}, userIds = ['2']) => ({
  workspaceId: '10',
  profile: { callsAccess: { permissionLevel, ...more } },
  userIds,
});
const hostsAt = (profiles: Parameters<typeof reachOf>[1], workspaceId?: string | null) => {
  const hosts = hostsWithin(reachOf('2', profiles, users), workspaceId);
  return hosts === null ? null : [...hosts].sort();
};

describe('the calls that a permission profile shows', () => {
  it.each<[string, unknown, object, readonly string[] | null]>([
    ['all', 'all', {}, null],
    ['one’s own', 'own', {}, ['2']],
    ['those of reports, over all levels', 'report-to-them', {}, ['2', '3']],
    [
      'those of the teams of leads',
      'managers-team',
      { teamLeadIds: ['4', '6'] },
      ['2', '4', '5', '6'],
    ],
    ['one’s own, when no lead is named', 'managers-team', { teamLeadIds: null }, ['2']],
    ['leads of another level count for nothing', 'own', { teamLeadIds: ['4'] }, ['2']],
    ['none', 'none', {}, []],
    ['none, for a level that Gong adds', 'everyone', {}, []],
    ['none, for a level of another kind', ['all'], {}, []],
    ['none, without a level', null, {}, []],
  ])('are %s', (_, level, more, hosts) => {
    expect(hostsAt([assigned(level, more)], '10')).toEqual(hosts);
  });

  it('are none without access to calls, or with a profile of other users', () => {
    const without = { workspaceId: '10', profile: {}, userIds: ['2'] };
    expect(hostsAt([without, assigned('all', {}, ['1'])], '10')).toEqual([]);
  });

  it('are those of all profiles of a workspace', () => {
    const [own, team] = [assigned('own'), assigned('managers-team', { teamLeadIds: ['4'] })];
    expect(hostsAt([own, team], '10')).toEqual(['2', '4', '5']);
    expect(hostsAt([own, assigned('all'), assigned('none')], '10')).toBeNull();
    expect(hostsAt([assigned('all'), own], '10')).toBeNull();
  });

  it('can differ by workspace', () => {
    const profiles = [
      assigned('own'),
      { ...assigned('report-to-them'), workspaceId: '20' },
      { ...assigned('none'), workspaceId: '30' },
    ];
    expect(hostsAt(profiles, '10')).toEqual(['2']);
    expect(hostsAt(profiles, '20')).toEqual(['2', '3']);
    expect(hostsAt(profiles, '30')).toEqual([]);
    expect(hostsAt(profiles, '40')).toEqual([]);
    expect(hostsAt(profiles, null)).toEqual([]);
    expect(hostsAt(profiles)).toEqual(['2', '3']);
    expect([...reachOf('2', profiles, users).keys()]).toEqual(['10', '20']);
  });
});
