import { describe, expect, it } from '@jest/globals';
import { createCompany, type Company } from '../../sandbox/src/index.js';
import { NOW } from './support.js';

const company = createCompany({ now: NOW });
const idsIn = ({ users, calls, folders, workspaces, keywordTrackers, scorecards }: Company) => [
  ...users.map(({ id }) => id),
  ...calls.map(({ metaData }) => metaData.id),
  ...folders.map(({ id }) => id),
  ...workspaces.map(({ id }) => id),
  ...keywordTrackers.map(({ trackerId }) => trackerId),
  ...scorecards.flatMap(({ scorecardId, questions }) => [
    scorecardId,
    ...questions.map(({ questionId }) => questionId),
  ]),
];

describe('a generated company', () => {
  it('is equal for an equal seed, in any order of reads', () => {
    const one = createCompany({ seed: 7, now: NOW, calls: 40 });
    const other = createCompany({ seed: 7, now: NOW, calls: 40 });

    const backwards = [...other.calls].reverse().map((call) => call.transcript);

    expect(backwards.reverse()).toEqual(one.calls.map((call) => call.transcript));
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
    expect(idsIn(createCompany({ seed: 8, now: NOW, calls: 40 }))).not.toEqual(idsIn(one));
  });

  it('has distinct ids beyond 2^53 and within 64 bits', () => {
    const ids = idsIn(company);

    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      expect(id).toMatch(/^\d{18,19}$/);
      expect(BigInt(id)).toBeLessThan(2n ** 63n);
    }
  });

  it('has the documented numbers of records', () => {
    const days = (NOW - Date.parse(company.calls[0]?.metaData.started ?? '')) / 86_400_000;

    expect([company.calls.length, company.users.length, company.workspaces.length]).toEqual([
      2000, 80, 2,
    ]);
    expect(days).toBeGreaterThan(115);
    expect(days).toBeLessThan(120.01);
    expect(company.answeredScorecards.length).toBeGreaterThan(200);
  });

  it('has a tree of managers and of folders', () => {
    const managers = new Set(company.users.map(({ managerId }) => managerId));
    const roots = company.folders.filter(({ parentFolderId }) => parentFolderId === null);

    expect(company.users.filter(({ managerId }) => managerId === null)).toHaveLength(1);
    expect(managers.size).toBeGreaterThan(8);
    expect(roots.map(({ createdBy }) => createdBy)).toEqual([null, null]);
    expect(new Set(company.users.map(({ emailAddress }) => emailAddress)).size).toBe(80);
  });

  it('has the odd cases that clients must handle', () => {
    const { calls, users } = company;
    const parties = calls.flatMap((call) => call.parties ?? []);
    const monologues = calls.slice(0, 300).flatMap((call) => call.transcript ?? []);
    const starts = calls.map(({ metaData }) => Date.parse(metaData.started));
    const odd: Record<string, boolean> = {
      privateCalls: calls.some(({ metaData }) => metaData.isPrivate),
      noParties: calls.some((call) => call.parties === undefined),
      noTranscript: calls.some((call) => call.transcript === undefined),
      nullContent: calls.some((call) => call.content === null),
      noHost: calls.some(({ metaData }) => metaData.primaryUserId === null),
      sameStart: new Set(starts).size < starts.length,
      silentParties: parties.some(({ speakerId }) => speakerId === undefined),
      namelessUsers: parties.some(({ name, userId }) => name === undefined && userId),
      strangers: parties.some(({ affiliation }) => affiliation === 'Unknown'),
      unknownSpeakers: monologues.some(({ speakerId }) => speakerId === null),
      inactiveUsers: users.some(({ active }) => !active),
      aliases: users.some(({ emailAliases }) => emailAliases.length > 0),
      foreignNames: users.some(({ lastName }) => /[^\x20-\x7e]/.test(lastName ?? '')),
      microseconds: calls.some(({ metaData }) => /\.\d{6}[+-]/.test(metaData.started)),
    };

    expect(Object.entries(odd).filter(([, present]) => !present)).toEqual([]);
  });

  it('has steady calls on request', () => {
    const { calls } = createCompany({ now: NOW, calls: 1050, days: 30, steady: true });
    const starts = calls.map(({ metaData }) => Math.floor(Date.parse(metaData.started) / 1000));
    const steps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));

    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1);
  });
});

describe('a generated conversation', () => {
  const call = company.calls.find(
    ({ parties, transcript }) => (parties?.length ?? 0) > 2 && (transcript?.length ?? 0) > 40,
  );

  it('fills the call in order and within its length', () => {
    const sentences = (call?.transcript ?? []).flatMap((monologue) => monologue.sentences);
    const times = sentences.flatMap(({ start, end }) => [start, end]);

    expect([...times].sort((one, other) => one - other)).toEqual(times);
    expect(times.at(-1)).toBeLessThanOrEqual((call?.metaData.duration ?? 0) * 1000);
    expect(times.at(-1)).toBeGreaterThan((call?.metaData.duration ?? 0) * 700);
  });

  it('leaves no gap in its texts', () => {
    const texts = company.calls
      .slice(0, 200)
      .flatMap(({ transcript, content }) => [
        ...(transcript ?? []).flatMap(({ sentences }) => sentences.map(({ text }) => text)),
        content?.brief ?? '',
      ]);

    expect(texts.filter((text) => /[{}[\]|]|undefined| {2}/.test(text))).toEqual([]);
  });

  it('contains what its trackers found', () => {
    const hit = call?.content?.trackers?.find(({ phrases }) => phrases?.length);
    const phrase = hit?.phrases?.[0];
    const at = Math.round((phrase?.occurrences?.[0]?.startTime ?? 0) * 1000);
    const spoken = (call?.transcript ?? [])
      .flatMap(({ sentences }) => sentences)
      .find(({ start }) => start === at);

    expect(spoken?.text.toLowerCase()).toContain(phrase?.phrase.toLowerCase());
  });
});
