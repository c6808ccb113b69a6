import type { CallRecord } from '../../../src/gong/endpoints/calls.js';
import { basicSelection } from '../../../src/gong/endpoints/callSelection.js';
import type {
  GongAnsweredScorecard,
  GongCallTranscript,
} from '../../../src/gong/endpoints/wire.js';
import { blocksOf } from '../../../src/replica/parts.js';
import { createRandom } from '../../company/support.js';

/** What a search finds of a call: written down apart from the records, so that a naive search needs none. */
export interface Facts {
  readonly id: string;
  readonly startMs: number;
  readonly duration: number;
  readonly workspaceId: string;
  readonly hostId: string;
  readonly isPrivate: boolean;
  readonly scope: string;
  readonly direction: string;
  readonly language: string;
  readonly title: string;
  readonly outcomeId: string | null;
  readonly parties: readonly Person[];
  readonly crm: readonly { readonly type: string; readonly id: string; readonly name: string }[];
  readonly trackers: readonly { readonly id: string; readonly count: number }[];
  readonly reviews: readonly {
    readonly id: string;
    readonly scorecardId: string;
    readonly method: 'AUTOMATIC' | 'MANUAL';
    readonly overall: number | null;
  }[];
  readonly turns: readonly { readonly speaker: Person; readonly text: string }[];
}

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly userId: string | null;
  readonly affiliation: 'Internal' | 'External' | 'Unknown';
}

const person = (
  name: string,
  email: string,
  affiliation: Person['affiliation'],
  userId: string | null = null,
): Person => ({ name, email, affiliation, userId, phone: `+1 (555) 01-${name.length}` });

const hosts = [
  person('José Álvarez', 'jose@own.com', 'Internal', '101'),
  person("Mary O'Neill", 'mary@own.com', 'Internal', '102'),
  person('Jürgen Groß', 'j.gross@own.com', 'Internal', '103'),
];
const guests = [
  person('Ann Lee', 'ann@acme.com', 'External'),
  person('Bo Li', 'bo@eu.acme.com', 'External'),
  person('佐藤 健', 'sato@macme.com', 'External'),
  person('Ann Bauer', 'ann@beta.org', 'External'),
  person('No Side', 'side@beta.org', 'Unknown'),
];

export const words = [
  ...'the price of a yearly contract is fine we can discount it so let us plan next'.split(' '),
  ...['price', 'priced', 'pricing', 'José’s', 'café', 'Straße', "O'Neill's", 'e-mail', 'acme.com'],
  ...['東京', '東京都', '話しました', 'ガイド', 'ภาษา', 'हिन्दी', '한국어', '42', '№', '👍'],
];

const accounts = [
  { type: 'Account', id: 'A-1', name: 'Acme Corp' },
  { type: 'Account', id: 'A-2', name: 'Corp of Beta' },
  { type: 'Opportunity', id: 'O-1', name: 'Acme renewal' },
  { type: 'Opportunity', id: 'A-1', name: 'Beta café' },
];

/** A company whose calls differ in everything that a filter knows. */
export function companyOf(seed: number, count: number): readonly Facts[] {
  const { integer, pick } = createRandom(seed);
  const random = (below: number): number => integer(0, below - 1);
  const some = <T>(items: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: random(most + 1) }, () => pick(items))),
  ];
  const talk = (most: number): string =>
    Array.from({ length: 1 + random(most) }, () => pick(words)).join(' ');
  return Array.from({ length: count }, (_, index): Facts => {
    const host = pick(hosts);
    const parties = [host, ...some(guests, 3)];
    return {
      id: String(7_000_000 + index * 17),
      // Some start in the same second.
      startMs: Date.UTC(2026, 2, 1) + Math.floor(index / 3) * 77_777_000,
      duration: random(4000),
      workspaceId: pick(['1', '2']),
      hostId: host.userId ?? '',
      isPrivate: random(5) === 0,
      scope: pick(['Internal', 'External']),
      direction: pick(['Inbound', 'Outbound', 'Conference']),
      language: pick(['eng', 'spa-US', 'jpn']),
      title: talk(6),
      outcomeId: random(3) === 0 ? pick(['o1', 'o2']) : null,
      parties,
      crm: some(accounts, 2),
      trackers: some(['t1', 't2', 't3'], 2).map((id) => ({ id, count: 1 + random(4) })),
      reviews: some(['r1', 'r2'], 2).map((id) => ({
        id: `${index}-${id}`,
        scorecardId: id === 'r1' ? 's1' : 's2',
        method: pick(['AUTOMATIC', 'MANUAL'] as const),
        overall: random(4) === 0 ? null : 1 + random(5),
      })),
      turns: Array.from({ length: random(8) }, () => ({ speaker: pick(parties), text: talk(40) })),
    };
  });
}

export function recordOf(facts: Facts): CallRecord {
  const { id, parties, turns } = facts;
  const talkTime = (one: Person): number =>
    10 * turns.filter(({ speaker }) => speaker === one).length;
  return {
    id,
    basic: {
      id,
      started: new Date(facts.startMs).toISOString(),
      duration: facts.duration,
      primaryUserId: facts.hostId,
      workspaceId: facts.workspaceId,
      isPrivate: facts.isPrivate,
      scope: facts.scope,
      direction: facts.direction,
      language: facts.language,
      title: facts.title,
    },
    details: {
      parties: parties.map((party, n) => ({
        id: `p${n}`,
        name: party.name,
        emailAddress: party.email,
        phoneNumber: party.phone,
        affiliation: party.affiliation,
        ...(party.userId === null ? {} : { userId: party.userId }),
        ...(talkTime(party) > 0 ? { speakerId: speakerIdOf(party) } : {}),
      })),
      content: {
        trackers: facts.trackers.map(({ id: tracker, count }) => ({
          id: tracker,
          name: `Tracker ${tracker}`,
          count,
        })),
        ...(facts.outcomeId === null
          ? {}
          : { callOutcome: { id: facts.outcomeId, name: `Outcome ${facts.outcomeId}` } }),
      },
      interaction: {
        speakers: parties.map((party, n) => ({ id: `p${n}`, talkTime: talkTime(party) })),
        questions: { companyCount: turns.length, nonCompanyCount: parties.length },
      },
      context: [
        {
          system: 'Salesforce',
          objects: facts.crm.map(({ type, id: objectId, name }) => ({
            objectType: type,
            objectId,
            fields: [{ name: 'Name', value: name }],
          })),
        },
      ],
    },
    selection: {
      ...basicSelection,
      blocks: new Set(Object.values(blocksOf).flat()),
      context: 'Extended',
    },
  };
}

export function transcriptOf({ id, turns }: Facts): GongCallTranscript {
  return {
    callId: id,
    transcript: turns.map(({ speaker, text }, index) => ({
      speakerId: speakerIdOf(speaker),
      sentences: [{ text, start: index * 1000, end: index * 1000 + 900 }],
    })),
  };
}

export function reviewsOf({ id, reviews }: Facts): readonly GongAnsweredScorecard[] {
  return reviews.map(({ id: answeredScorecardId, scorecardId, method, overall }) => ({
    answeredScorecardId,
    callId: id,
    scorecardId,
    scorecardName: `Scorecard ${scorecardId}`,
    reviewMethod: method,
    answers: [{ isOverall: true, score: overall }],
  }));
}

export function speakerIdOf({ email }: Person): string {
  return `speaker of ${email}`;
}
