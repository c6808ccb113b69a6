import type { CallRecord } from '../src/gong/endpoints/calls.js';
import { basicSelection } from '../src/gong/endpoints/callSelection.js';
import type { GongCallTranscript } from '../src/gong/endpoints/wire.js';
import { blocksOf } from '../src/replica/parts.js';

export type Chance = () => number;

/** Chance that is the same on every run (mulberry32). */
export function createChance(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const VOCABULARY = 40_000;
const HOSTS = 100;
const DOMAINS = 2_000;
const TRACKERS = 20;
export const YEAR_MS = 365 * 86_400_000;
export const START_MS = Date.UTC(2025, 0, 1);

const syllables = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'ha',
  'je',
  'ki',
  'lo',
  'mu',
  'na',
  'pe',
  'ri',
  'so',
  'tu',
  'vé',
];

/** The word of a rank: rank 0 is the most frequent one. */
export function wordOf(rank: number): string {
  let word = '';
  for (let rest = rank + 17; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length] ?? '';
  }
  return word;
}

/** Ranks as often as Zipf's law says: a word of rank n is said about 1/n times as often as the first. */
function zipf(chance: Chance): number {
  return Math.min(VOCABULARY - 1, Math.floor(VOCABULARY ** chance()) - 1);
}

export interface GeneratedCall {
  readonly record: CallRecord;
  readonly transcript: GongCallTranscript;
}

const speakers = ['host', 'guest', 'other'];

/** Four calls of ten are long, about 4,500 words; the others have about 800. */
export function callOf(index: number, count: number, chance: Chance): GeneratedCall {
  const id = String(5_000_000_000 + index * 7919);
  const said = chance() < 0.4 ? 4500 : 800;
  const record: CallRecord = {
    id,
    basic: {
      id,
      started: new Date(START_MS + Math.floor((index / count) * YEAR_MS)).toISOString(),
      duration: said / 2,
      primaryUserId: String(1000 + below(chance, HOSTS)),
      workspaceId: String(1 + below(chance, 3)),
      isPrivate: chance() < 0.05,
      scope: 'External',
      direction: 'Conference',
      language: 'eng',
      title: `${wordOf(zipf(chance))} with ${wordOf(zipf(chance))}`,
    },
    details: detailsOf(said, chance),
    selection: {
      ...basicSelection,
      blocks: new Set(Object.values(blocksOf).flat()),
      context: 'Extended',
    },
  };
  return { record, transcript: { callId: id, transcript: turnsOf(said, chance) } };
}

function below(chance: Chance, most: number): number {
  return Math.floor(chance() * most);
}

/** Turns of 44 words on average. */
function turnsOf(said: number, chance: Chance) {
  const turns = [];
  for (let words = 0; words < said;) {
    const length = 1 + Math.floor(-44 * Math.log(1 - chance()));
    const text = Array.from({ length }, () => wordOf(zipf(chance))).join(' ');
    const start = words * 400;
    words += length;
    turns.push({
      speakerId: speakers[turns.length % 2 === 0 ? 0 : 1 + below(chance, 2)],
      sentences: [{ text: `${text}.`, start, end: words * 400 }],
    });
  }
  return turns;
}

function detailsOf(said: number, chance: Chance): CallRecord['details'] {
  const domain = `company${Math.floor(DOMAINS * chance() ** 2)}.com`;
  const trackers = new Set(Array.from({ length: below(chance, 5) }, () => below(chance, TRACKERS)));
  const objects = [
    { objectType: 'Account', objectId: domain, fields: [{ name: 'Name', value: domain }] },
  ];
  return {
    parties: speakers.map((name) => ({
      id: name,
      speakerId: name,
      affiliation: name === 'host' ? 'Internal' : 'External',
      emailAddress: `${name}@${name === 'host' ? 'own.com' : domain}`,
      name: `${wordOf(zipf(chance))} ${wordOf(zipf(chance))}`,
    })),
    content: {
      trackers: Array.from(trackers, (n) => ({
        id: `t${n}`,
        name: `Tracker ${n}`,
        count: 1 + below(chance, 5),
      })),
    },
    interaction: {
      speakers: speakers.map((id) => ({ id, talkTime: said / 6 })),
      questions: { companyCount: below(chance, 20), nonCompanyCount: below(chance, 20) },
    },
    context: [{ system: 'Salesforce', objects }],
  };
}
