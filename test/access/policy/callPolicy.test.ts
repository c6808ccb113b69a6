import { describe, expect, it, jest } from '@jest/globals';
import { basicSelection, type CallSelection } from '../../../src/gong/endpoints/callSelection.js';
import type { CallQuery, CallRecord } from '../../../src/gong/endpoints/calls.js';
import { GongError } from '../../../src/gong/errors.js';
import {
  CallPolicy,
  type CallPolicyOptions,
  type PolicySources,
} from '../../../src/access/policy/callPolicy.js';
import type { CallHook, JudgedCall } from '../../../src/access/policy/hook.js';
import { parsePolicy } from '../../../src/access/policy/settings.js';
import type { Viewer } from '../../../src/access/policy/viewer.js';
import { silentLogger } from '../../support/gateway.js';

const withParties: CallSelection = { ...basicSelection, blocks: new Set(['parties']) };
const ann: Viewer = { client: 'web', tenant: 'default', person: 'ann@acme.com', roles: ['rep'] };
const users = [
  { id: '1', emailAddress: 'ann@acme.com' },
  { id: '2', emailAddress: 'ben@acme.com', managerId: '1' },
  { id: '3', emailAddress: 'cy@acme.com' },
];
const workspaces = [
  { id: '10', name: 'Sales' },
  { id: '20', name: 'EMEA' },
  { id: '30', name: 'Sales' },
];

/** Ann sees the team of Cy in EMEA, all in the second Sales, and has no profile in the first. */
const profiles = [
  {
    workspaceId: '20',
    profile: { callsAccess: { permissionLevel: 'managers-team', teamLeadIds: ['3'] } },
    userIds: ['1', '2'],
  },
  { workspaceId: '30', profile: { callsAccess: { permissionLevel: 'all' } }, userIds: ['1'] },
  { workspaceId: '10', profile: { callsAccess: { permissionLevel: 'all' } }, userIds: ['2'] },
];

type Setup = Partial<Omit<CallPolicyOptions, 'settings' | 'hook' | 'sources'>> & {
  readonly sources?: Partial<PolicySources>;
  readonly judge?: CallHook['judge'];
  readonly needsParties?: boolean;
};

function policyOf(words: string, { judge, needsParties = false, sources, ...options }: Setup = {}) {
  return new CallPolicy({
    settings: parsePolicy(words).value,
    hook: judge === undefined ? null : { judge, needsParties },
    viewer: ann,
    sources: {
      users: () => Promise.resolve(users),
      workspaces: () => Promise.resolve(workspaces),
      profiles: () => Promise.resolve(profiles),
      ...sources,
    },
    signal: new AbortController().signal,
    logger: silentLogger,
    ...options,
  });
}

function call(basic: CallRecord['basic'], more: Partial<CallRecord> = {}): CallRecord {
  return { id: '100', basic, details: {}, selection: basicSelection, ...more };
}

describe('A call', () => {
  it.each<[string, string, CallRecord['basic'], string]>([
    ['', 'an open one', { isPrivate: false }, 'allow'],
    ['', 'one that doesn’t say', {}, 'allow'],
    ['', 'a private one', { isPrivate: true }, 'hide'],
    ['', 'a private one, in words', { isPrivate: 'True' }, 'hide'],
    ['show-private', 'a private one', { isPrivate: true }, 'allow'],
    ['own-calls', 'one’s own', { primaryUserId: '1' }, 'allow'],
    ['own-calls', 'one’s own, by number', { primaryUserId: 1 }, 'allow'],
    ['own-calls', 'one’s own, private', { primaryUserId: '1', isPrivate: true }, 'hide'],
    ['own-calls', 'a report’s', { primaryUserId: '2' }, 'hide'],
    ['own-calls', 'nobody’s', {}, 'hide'],
    ['team-calls', 'one’s own', { primaryUserId: '1' }, 'allow'],
    ['team-calls', 'a report’s', { primaryUserId: '2' }, 'allow'],
    ['team-calls', 'somebody else’s', { primaryUserId: '3' }, 'hide'],
    ['workspaces=Sales', 'one there', { workspaceId: '10' }, 'allow'],
    ['workspaces=Sales', 'one in another of that name', { workspaceId: '30' }, 'allow'],
    ['workspaces=20', 'one there, by id', { workspaceId: '20' }, 'allow'],
    ['workspaces=Sales', 'one elsewhere', { workspaceId: '20' }, 'hide'],
    ['workspaces=Sales', 'one nowhere', {}, 'hide'],
    ['gong-profile', 'of a lead', { workspaceId: '20', primaryUserId: '3' }, 'allow'],
    ['gong-profile', 'one’s own', { workspaceId: '20', primaryUserId: '1' }, 'allow'],
    ['gong-profile', 'of no lead', { workspaceId: '20', primaryUserId: '2' }, 'hide'],
    ['gong-profile', 'a call without a host, where all are shown', { workspaceId: '30' }, 'allow'],
    ['gong-profile', 'a private one', { workspaceId: '30', isPrivate: true }, 'hide'],
    ['gong-profile', 'one without a profile', { workspaceId: '10', primaryUserId: '1' }, 'hide'],
    ['gong-profile', 'one nowhere', { primaryUserId: '1' }, 'hide'],
    ['workspaces=EMEA, gong-profile', 'one elsewhere', { workspaceId: '30' }, 'hide'],
    ['workspaces=Sales, own-calls', 'one’s own elsewhere', { primaryUserId: '1' }, 'hide'],
  ])('under %j, %s', async (words, _, basic, verdict) => {
    expect(await policyOf(words).judge(call(basic))).toBe(verdict);
  });

  it('is judged once', async () => {
    const judge = jest.fn<CallHook['judge']>(() => 'allow');
    const policy = policyOf('', { judge });

    await Promise.all([policy.judge(call({})), policy.judge(call({}))]);
    await policy.judge(call({}));

    expect(judge).toHaveBeenCalledTimes(1);
  });
});

describe('A policy module', () => {
  it('gets the viewer and the call, and no more', async () => {
    const shown: [Viewer, JudgedCall][] = [];
    const judge: CallHook['judge'] = (...each) => {
      shown.push(each);
      return 'mask';
    };
    const record = call(
      {
        id: '100',
        title: 'A title',
        started: '2026-05-01T10:00:00-05:00',
        scope: 'External',
        direction: 'Outbound',
        workspaceId: '10',
        primaryUserId: '1',
        customData: 'secret',
      },
      {
        selection: withParties,
        details: { parties: [{ name: 'Jo', emailAddress: 'jo@c.com', affiliation: 'External' }] },
      },
    );
    const plain = {
      id: '100',
      title: 'A title',
      startedAt: '2026-05-01T10:00:00-05:00',
      isPrivate: false,
      scope: 'External',
      direction: 'Outbound',
      workspaceId: '10',
      primaryUserId: '1',
      parties: [],
    };

    expect(await policyOf('', { judge }).judge(record)).toBe('mask');
    expect(await policyOf('', { judge, needsParties: true }).judge(record)).toBe('mask');

    const jo = { name: 'Jo', emailAddress: 'jo@c.com', phoneNumber: null, affiliation: 'External' };
    expect(shown).toEqual([
      [ann, plain],
      [ann, { ...plain, parties: [{ ...jo, userId: null }] }],
    ]);
  });

  it('is not called for a call that the policy words hide', async () => {
    const judge = jest.fn<CallHook['judge']>(() => 'allow');
    expect(await policyOf('', { judge }).judge(call({ isPrivate: true }))).toBe('hide');
    expect(judge).not.toHaveBeenCalled();
  });

  it.each<[string, CallHook['judge']]>([
    [
      'throws',
      () => {
        throw new Error('A title');
      },
    ],
    ['is rejected', () => Promise.reject(new TypeError('A title'))],
    ['answers nothing', () => undefined],
    ['answers yes', () => true],
    ['answers a promise of something else', () => Promise.resolve('ALLOW')],
    ['answers allow in a list', () => ['allow']],
  ])('that %s hides the call, and logs no data', async (_, judge) => {
    const logged: unknown[] = [];
    const logger = { ...silentLogger, error: (...each: unknown[]) => void logged.push(each) };
    const policy = policyOf('', { judge, logger });

    expect(await policy.judge(call({ title: 'A title' }))).toBe('hide');
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).toMatch(/Policy module/);
    expect(JSON.stringify(logged)).not.toMatch(/A title|100/);
    // Where one failed is told, for whoever wrote it.
    expect(JSON.stringify(logged)).toMatch(/"answered"|callPolicy\.test\.ts/);
  });

  it('that never answers ends with the operation', async () => {
    const controller = new AbortController();
    const over = new GongError('deadline-exceeded', 'Time ran out.');
    const judge = () => new Promise<string>(() => undefined);
    const judging = policyOf('', { judge, signal: controller.signal }).judge(call({}));

    controller.abort(over);

    await expect(judging).rejects.toBe(over);
  });

  it('that needs parties fails when they may not be read', async () => {
    const error = new GongError('missing-scope', 'No scope.', { requiredScope: 'x' });
    const refused = { error, everything: true };
    const policy = policyOf('', { judge: () => 'allow', needsParties: true });

    await expect(policy.judge(call({}, { refused }))).rejects.toMatchObject({
      kind: 'missing-scope',
      requiredScope: 'x',
      message: expect.stringMatching(/^No scope\. .*GATEWAY_POLICY/),
    });
  });

  it('that needs parties is never called without them', async () => {
    const judge = jest.fn<CallHook['judge']>(() => 'allow');
    const judging = policyOf('', { judge, needsParties: true }).judge(call({}));
    await expect(judging).rejects.toThrow('without the parts that it needs');
    expect(judge).not.toHaveBeenCalled();
  });
});

describe('A filter', () => {
  it.each<[string, CallQuery, CallQuery | null]>([
    ['', { workspaceId: '10' }, { workspaceId: '10' }],
    ['own-calls', {}, { primaryUserIds: ['1'] }],
    ['own-calls', { primaryUserIds: ['3', '1'] }, { primaryUserIds: ['1'] }],
    ['own-calls', { primaryUserIds: ['2'] }, null],
    ['team-calls', {}, { primaryUserIds: ['1', '2'] }],
    ['team-calls', { primaryUserIds: ['2', '3'] }, { primaryUserIds: ['2'] }],
    ['workspaces=EMEA', {}, { workspaceId: '20' }],
    ['workspaces=EMEA', { workspaceId: '20' }, { workspaceId: '20' }],
    ['workspaces=EMEA', { workspaceId: '10' }, null],
    ['workspaces=Sales', {}, {}],
    ['workspaces=Sales', { workspaceId: '30' }, { workspaceId: '30' }],
    ['workspaces=Sales', { workspaceId: '20' }, null],
    ['gong-profile', {}, {}],
    ['gong-profile', { workspaceId: '10' }, null],
    ['gong-profile', { workspaceId: '20' }, { workspaceId: '20', primaryUserIds: ['1', '3'] }],
    ['gong-profile', { workspaceId: '30' }, { workspaceId: '30' }],
    [
      'gong-profile',
      { workspaceId: '20', primaryUserIds: ['2', '3'] },
      { workspaceId: '20', primaryUserIds: ['3'] },
    ],
    ['gong-profile', { workspaceId: '20', primaryUserIds: ['2'] }, null],
  ])('under %j changes %j to %j', async (words, query, asked) => {
    expect(await policyOf(words).narrow(query)).toEqual(asked);
  });

  it('without a viewer finds nothing', async () => {
    const viewer = { ...ann, person: null };
    const reads = jest.fn(() => Promise.resolve(users));
    const sources = { users: reads, profiles: jest.fn(() => Promise.resolve(profiles)) };
    expect(await policyOf('own-calls', { viewer, sources }).narrow({})).toBeNull();
    expect(await policyOf('team-calls', { viewer, sources }).judge(call({}))).toBe('hide');
    expect(await policyOf('gong-profile', { viewer, sources }).narrow({})).toBeNull();
    expect(reads).not.toHaveBeenCalled();
    expect(sources.profiles).not.toHaveBeenCalled();
  });

  it('omits the hosts of a large team, whose calls are judged one by one', async () => {
    const reports = Array.from({ length: 100 }, (_, index) => ({
      id: `${1000 + index}`,
      managerId: '1',
    }));
    const sources = {
      users: () => Promise.resolve([...users, ...reports]),
      workspaces: () => Promise.resolve(workspaces),
    };
    const policy = policyOf('team-calls', { sources });
    expect(await policy.narrow({})).toEqual({});
    expect(await policy.judge(call({ primaryUserId: '1099' }))).toBe('allow');
    expect(await policy.judge(call({ primaryUserId: '3' }, { id: '101' }))).toBe('hide');
  });
});

describe('A decision that cannot be made', () => {
  it('fails for missing workspaces, and names only these', async () => {
    const policy = policyOf('workspaces=Sales|Nowhere|sales');
    const failures = [policy.judge(call({})), policy.narrow({}), policy.workspaces()];
    for (const failure of failures) {
      await expect(failure).rejects.toMatchObject({
        name: 'PolicyError',
        message: expect.stringMatching(/"Nowhere", "sales"/),
      });
      await expect(failure).rejects.not.toThrow(/EMEA/);
    }
  });

  it.each(['own-calls', 'team-calls', 'gong-profile', 'workspaces=Sales'])(
    'fails with an error that says why the data was read: %s',
    async (words) => {
      const down = () => Promise.reject(new GongError('unavailable', 'Down.'));
      const policy = policyOf(words, {
        sources: { users: down, workspaces: down, profiles: down },
      });
      await expect(policy.judge(call({}))).rejects.toMatchObject({
        kind: 'unavailable',
        message: expect.stringContaining('GATEWAY_POLICY'),
      });
      await expect(policy.narrow({})).rejects.toMatchObject({ kind: 'unavailable' });
    },
  );
});
