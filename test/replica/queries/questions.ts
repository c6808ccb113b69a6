import type { CallFilter, SpeechCondition } from '../../../src/replica/filter.js';
import { parseTextQuery, TextQueryError, type TextQuery } from '../../../src/replica/text/query.js';
import type { CallVisibility } from '../../../src/replica/visibility.js';
import { createRandom, type Random } from '../../company/support.js';
import { words, type Facts } from './company.js';

/** Questions about a company, at random. */
export function questionsOf(seed: number, calls: readonly Facts[]) {
  const random = createRandom(seed);
  return {
    filter: () => filterOf(random, calls),
    visibility: () => visibilityOf(random),
    text: () => textOf(random),
    speech: () => speechOf(random),
    said: () => saidIn(random, calls),
    pick: random.pick,
  };
}

function textOf({ pick, integer, chance }: Random): TextQuery {
  const phrase = (): string => Array.from({ length: integer(2, 3) }, () => pick(words)).join(' ');
  const term = (): string => {
    const kind = integer(1, 6);
    if (kind === 1) return `"${phrase()}"`;
    if (kind === 2) return `${pick(['pri', 'pric', 'contr', 'pla', 'str', 'jos'])}*`;
    return pick(words);
  };
  for (;;) {
    const terms = [
      ...Array.from({ length: integer(1, 3) }, term),
      ...(chance(0.3) ? [`-${term()}`] : []),
    ];
    try {
      return parseTextQuery(terms.join(' '));
    } catch (error) {
      // A symbol is no word: another try.
      if (!(error instanceof TextQueryError)) throw error;
    }
  }
}

/** Neighboring words of a passage, sometimes with a word more, or without another phrase. */
function saidIn({ pick, integer, chance }: Random, calls: readonly Facts[]): TextQuery {
  const phrase = (): string => {
    const spoken = pick(pick(calls).turns)?.text.split(' ') ?? [];
    const start = integer(0, spoken.length);
    return `"${spoken.slice(start, start + integer(2, 7)).join(' ')}"`;
  };
  for (;;) {
    const terms = [
      phrase(),
      ...(chance(0.3) ? [pick(words)] : []),
      ...(chance(0.3) ? [`-${phrase()}`] : []),
    ];
    try {
      return parseTextQuery(terms.join(' '));
    } catch (error) {
      // Nothing is said there: another try.
      if (!(error instanceof TextQueryError)) throw error;
    }
  }
}

function speechOf({ pick, chance }: Random): SpeechCondition {
  return {
    ...(chance(0.6) ? { affiliation: pick(['Internal', 'External', 'Unknown'] as const) } : {}),
    ...(chance(0.3) ? { userIds: [pick(['101', '102', '999', 'a" OR "b'])] } : {}),
    ...(chance(0.3) ? { emails: [pick(['ann@acme.com', 'mary@own.com', 'no"one@x'])] } : {}),
  };
}

function visibilityOf({ pick, chance }: Random): CallVisibility {
  const way = () => ({
    workspaceIds: pick([null, ['1'], ['1', '2'], []]),
    hostIds: pick([null, ['101'], ['101', '103'], ['9']]),
  });
  return {
    hidesPrivate: chance(0.4),
    anyOf: pick([null, null, [], [way()], [way(), way()]]),
    judge: null,
    judgeGone: null,
  };
}

function filterOf(random: Random, calls: readonly Facts[]): CallFilter {
  const { pick, integer, chance } = random;
  const text = (): TextQuery => textOf(random);
  const at = (): number => pick(calls).startMs + pick([0, 1000, -1000, 3_600_000]);
  const ids = (): string[] => Array.from({ length: integer(0, 4) }, () => pick(calls).id);
  const all: Required<CallFilter> = {
    fromMs: at(),
    toMs: at(),
    callIds: [...ids(), 'unknown', "'; drop table call; --", '\0', '\ud800'],
    workspaceIds: [pick(['1', '2', '3'])],
    hostIds: pick([['101'], ['102', '103'], []]),
    participants: Array.from({ length: integer(1, 2) }, () => ({
      ...(chance(0.2) ? { userId: pick(['101', '102']) } : {}),
      ...(chance(0.3) ? { emails: [pick(['ann@acme.com', 'sato@macme.com', '%'])] } : {}),
      ...(chance(0.2) ? { phoneNumber: pick(['1555017', '1555015']) } : {}),
      ...(chance(0.3)
        ? {
            name: parseTextQuery(
              pick(['ann', 'ann -lee', 'alv*', 'José', '佐藤', '"bo li"', "o'neill"]),
            ),
          }
        : {}),
      ...(chance(0.4) ? { affiliation: pick(['Internal', 'External', 'Unknown'] as const) } : {}),
      ...(chance(0.4) ? { spoke: chance(0.5) } : {}),
    })),
    domains: pick([['acme.com'], ['beta.org', 'com'], ['me.com'], ['eu.acme.com'], [], ['\0']]),
    crmObjects: [
      { objectType: pick(['Account', 'Opportunity']), objectId: pick(['A-1', 'A-2', 'O-1']) },
      {
        system: pick(['Salesforce', 'HubSpot']),
        objectType: 'Account',
        objectId: pick(['A-1', '\0']),
      },
    ],
    crmName: parseTextQuery(
      pick(['acme', 'corp -acme', '"acme corp"', 'ren*', '"corp beta"', 'cafe']),
    ),
    title: text(),
    said: text(),
    trackers: Array.from({ length: integer(1, 2) }, () => ({
      trackerIds: pick([['t1'], ['t2', 't3'], []]),
      minCount: integer(1, 3),
    })),
    review: {
      ...(chance(0.3) ? { exists: chance(0.5) } : {}),
      ...(chance(0.5) ? { scorecardId: pick(['s1', 's2']) } : {}),
      ...(chance(0.4) ? { method: pick(['AUTOMATIC', 'MANUAL'] as const) } : {}),
      ...(chance(0.4) ? { minOverall: pick([2, 3.5]) } : {}),
      ...(chance(0.4) ? { maxOverall: pick([4, 1e300]) } : {}),
    },
    outcomeIds: ['o1', pick(['o2', 'o3'])],
    minDurationSeconds: pick([0, 100.5, 2000]),
    maxDurationSeconds: pick([500, 3000, 1e300]),
    scope: pick(['Internal', 'External', "'"]),
    direction: pick(['Inbound', 'Outbound']),
    languages: pick([['eng'], ['eng', 'jpn'], []]),
    has: ['TRANSCRIPT', 'BASIC'],
  };
  const names = Object.keys(all) as (keyof CallFilter)[];
  const chosen = Array.from({ length: integer(0, 2) }, () => pick(names));
  return Object.fromEntries(chosen.map((name) => [name, all[name]]));
}
