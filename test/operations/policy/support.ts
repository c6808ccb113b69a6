import { createCompany, type Company } from '../../../sandbox/src/index.js';
import type { Policies } from '../../../src/access/policy/policies.js';
import type { ClientRequest } from '../../support/gateway.js';
import { policyIn } from '../../support/config.js';

/** The moment that all of these count from. */
export const NOW = Date.parse('2026-06-01T12:00:00Z');

export type SandboxCall = Company['calls'][number];

/** Calls of two workspaces, one in five of them private; each says its id wherever it has words. */
export function createPolicyCompany(calls = 240): Company {
  const company = createCompany({ now: NOW, users: 24, calls, days: 40, workspaces: 2 });
  for (const [index, call] of company.calls.entries()) {
    const { metaData, parties } = call;
    metaData.isPrivate = index % 5 === 0;
    delete call.analyzedAt;
    delete call.availableAt;
    metaData.title = `Title-${metaData.id}`;
    const speakerId = parties?.[0]?.speakerId ?? null;
    const words = { start: 0, end: 1000, text: `Words-${metaData.id}` };
    call.transcript = [{ speakerId, topic: null, sentences: [words] }];
  }
  // Everybody's calls are filed and reviewed, private ones too.
  for (const folder of company.folders) {
    const [some] = folder.calls;
    if (some === undefined) continue;
    folder.calls = company.calls
      .filter(({ metaData }) => metaData.workspaceId === folder.workspaceId)
      .slice(0, 30)
      .map(({ metaData: { id, title, url } }) => ({ ...some, id, title, url, note: `Note-${id}` }));
  }
  for (const [index, review] of company.answeredScorecards.entries()) {
    const call = company.calls[(index * 7) % company.calls.length];
    if (call === undefined) continue;
    review.callId = call.metaData.id;
    review.callStartTime = call.metaData.started;
    for (const answer of review.answers) answer.answerText = `Answer-${review.callId}`;
  }
  return company;
}

/** A policy with who asks and what they may see of a company. */
export interface PolicyCase {
  readonly name: string;
  readonly policy: Policies;
  readonly asker: (company: Company) => ClientRequest;
  readonly maySee: (call: SandboxCall, company: Company) => boolean;
}

export const manager = ({ users }: Company) => {
  const found = users.find(({ id }) => users.some(({ managerId }) => managerId === id));
  if (found === undefined) throw new Error('Nobody manages anybody.');
  return found;
};

/** Ids of the user and of all who report to them. */
export function reportsOf(id: string, { users }: Company): readonly string[] {
  const direct = users.filter(({ managerId }) => managerId === id);
  return [id, ...direct.flatMap((user) => reportsOf(user.id, { users } as Company))];
}

/** Somebody who hosts several calls, private ones too, and manages nobody. */
export const host = (company: Company) => {
  const found = company.users.find(({ id }) => {
    const hosted = company.calls.filter(({ metaData }) => metaData.primaryUserId === id);
    return (
      hosted.some(({ metaData }) => metaData.isPrivate) &&
      hosted.filter(({ metaData }) => !metaData.isPrivate).length > 3
    );
  });
  if (found === undefined) throw new Error('Nobody hosts enough.');
  return found;
};

const nobody = (): ClientRequest => ({});

export const policyCases: readonly PolicyCase[] = [
  {
    name: 'private calls hidden, as by default',
    policy: policyIn(''),
    asker: nobody,
    maySee: ({ metaData }) => !metaData.isPrivate,
  },
  {
    name: 'one workspace',
    policy: policyIn('workspaces=Sales, show-private'),
    asker: nobody,
    maySee: ({ metaData }, { workspaces }) => metaData.workspaceId === workspaces[0]?.id,
  },
  {
    name: 'two workspaces',
    policy: policyIn('workspaces=Sales|Customer Success'),
    asker: nobody,
    maySee: ({ metaData }) => !metaData.isPrivate,
  },
  {
    name: 'own calls, by e-mail address',
    policy: policyIn('own-calls'),
    asker: (company) => ({ person: host(company).emailAddress.toUpperCase() }),
    maySee: ({ metaData }, company) =>
      !metaData.isPrivate && metaData.primaryUserId === host(company).id,
  },
  {
    name: 'own calls of nobody',
    policy: policyIn('own-calls'),
    asker: nobody,
    maySee: () => false,
  },
  {
    name: 'team’s calls of somebody unknown',
    policy: policyIn('team-calls'),
    asker: () => ({ person: 'nobody@elsewhere.test' }),
    maySee: () => false,
  },
  {
    name: 'the team’s calls, by id',
    policy: policyIn('team-calls, show-private'),
    asker: (company) => ({ person: manager(company).id }),
    maySee: ({ metaData }, company) =>
      reportsOf(manager(company).id, company).includes(metaData.primaryUserId ?? ''),
  },
  {
    name: 'the permission profile of a leader',
    policy: policyIn('gong-profile'),
    asker: ({ users }) => ({ person: users[1]?.emailAddress ?? '' }),
    maySee: ({ metaData }, company) =>
      !metaData.isPrivate &&
      company.users
        .slice(1, 4)
        .some(({ id }) => reportsOf(id, company).includes(metaData.primaryUserId ?? '')),
  },
  {
    name: 'a role’s policy',
    policy: policyIn('own-calls', { roles: { auditor: 'show-private' } }),
    asker: () => ({ roles: ['staff', 'auditor'] }),
    maySee: () => true,
  },
  {
    name: 'a hook',
    policy: policyIn('', {
      hook: { judge: (_, { id }) => (Number(id.at(-1)) % 2 === 0 ? 'allow' : 'hide') },
    }),
    asker: nobody,
    maySee: ({ metaData }) => !metaData.isPrivate && Number(metaData.id.at(-1)) % 2 === 0,
  },
  {
    name: 'a hook that goes by who took part',
    policy: policyIn('show-private', {
      hook: {
        needsParties: true,
        judge: (_, { parties }) =>
          Promise.resolve(parties.length > 2 ? ('allow' as const) : ('hide' as const)),
      },
    }),
    asker: nobody,
    maySee: ({ parties }) => (parties?.length ?? 0) > 2,
  },
  {
    name: 'a hook that fails',
    policy: policyIn('show-private', {
      hook: {
        judge: (_, { id }) => {
          if (Number(id.at(-1)) % 3 === 0) throw new Error(`no ${id}`);
          return Number(id.at(-1)) % 3 === 1 ? 'perhaps' : 'allow';
        },
      },
    }),
    asker: nobody,
    maySee: ({ metaData }) => Number(metaData.id.at(-1)) % 3 === 2,
  },
];
