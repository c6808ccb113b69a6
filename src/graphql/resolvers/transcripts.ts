import type { ContextValue } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import type { CallRecord } from '../../gong/endpoints/calls.js';
import {
  idOf,
  referenceId,
  type GongCallTranscript,
  type GongMonologue,
  type GongParty,
} from '../../gong/endpoints/wire.js';
import {
  objectType,
  selectedFields,
  selects,
  type SelectionInfo,
} from '../selection/selectedFields.js';
import { list, number, text, texts } from '../../gong/coerce.js';
import { affiliationOf, partyIndex, speakerOf, userName } from './parties.js';

/** Transcripts count milliseconds, everything else at Gong seconds. */
const MS_PER_SECOND = 1000;

export const transcriptResolvers: Pick<Resolvers, 'Transcript' | 'Monologue' | 'Sentence'> = {
  Transcript: {
    monologues: ({ transcript, record }, { affiliation }) =>
      list(transcript.transcript)
        .filter(
          ({ speakerId }) =>
            affiliation == null ||
            affiliationOf(speakerOf(record, speakerId)?.party.affiliation) === affiliation,
        )
        .map((monologue) => ({ monologue, record })),
    text: async ({ transcript, record }, _args, context) => {
      const monologues = list(transcript.transcript).filter((each) => wordsOf(each) !== '');
      const nameOf = await speakerNames(monologues, record, context);
      return monologues.map((each) => `${nameOf(each)}: ${wordsOf(each)}`).join('\n');
    },
    wordCount: ({ transcript }) => {
      let count = wordCounts.get(transcript);
      if (count === undefined) {
        count = wordsIn(transcript);
        wordCounts.set(transcript, count);
      }
      return count;
    },
  },
  Monologue: {
    speakerId: ({ monologue }) => idOf(monologue.speakerId),
    speaker: ({ monologue, record }) => speakerOf(record, monologue.speakerId),
    topic: ({ monologue }) => text(monologue.topic),
    sentences: ({ monologue }) => [...list(monologue.sentences)],
  },
  Sentence: {
    startSeconds: ({ start }) => seconds(start),
    endSeconds: ({ end }) => seconds(end),
    text: (sentence) => text(sentence.text) ?? '',
  },
};

/**
 * Users by whose name a speaker will go, since the party has none, are known as soon as the call is: asked
 * now, they travel with the other users of the operation instead of after the transcripts.
 */
export function prefetchSpeakers(
  record: CallRecord | null,
  { loaders }: ContextValue,
  info: SelectionInfo,
): void {
  if (record === null || !wantsSpeakerNames(info)) return;
  for (const party of list(record.details.parties)) {
    const userId = referenceId(party.userId);
    if (userId === null || idOf(party.speakerId) === null || text(party.name) !== null) continue;
    // Its failure is reported by the field that asks for the name.
    loaders.userById.load(userId).catch(() => undefined);
  }
}

function wantsSpeakerNames(info: SelectionInfo): boolean {
  return selectedFields(info, objectType(info, 'Transcript')).some(
    ({ name, nodes }) =>
      name === 'text' ||
      (name === 'monologues' &&
        selectedFields(info, objectType(info, 'Monologue'), nodes).some(
          (field) =>
            field.name === 'speaker' && selects(info, 'Party', new Set(['name']), field.nodes),
        )),
  );
}

/**
 * What each monologue's speaker is called: the party's name, its user's, its address or number.
 * Speakers whom no party matches are counted in the order in which they first speak.
 */
async function speakerNames(
  monologues: readonly GongMonologue[],
  record: CallRecord | null,
  context: ContextValue,
): Promise<(monologue: GongMonologue) => string> {
  const parties: ReadonlyMap<string, GongParty> =
    record === null ? new Map() : partyIndex(record).bySpeakerId;
  const keys = new Set(monologues.map(({ speakerId }) => idOf(speakerId)));
  const known = new Map(
    await Promise.all(
      [...keys].map(async (key) => {
        const party = key === null ? undefined : parties.get(key);
        return [key, party === undefined ? null : await partyLabel(party, context)] as const;
      }),
    ),
  );
  const unknown = [...known].filter(([, name]) => name === null).map(([key]) => key);
  return ({ speakerId }) => {
    const key = idOf(speakerId);
    return known.get(key) ?? `Unknown speaker ${unknown.indexOf(key) + 1}`;
  };
}

async function partyLabel(party: GongParty, { loaders }: ContextValue): Promise<string | null> {
  const name = text(party.name);
  if (name !== null) return name;
  const userId = referenceId(party.userId);
  // A user that can't be read costs the name, not the text.
  const user = userId === null ? null : await loaders.userById.load(userId).catch(() => null);
  return userName(user) ?? text(party.emailAddress) ?? text(party.phoneNumber);
}

function wordsOf({ sentences }: GongMonologue): string {
  return texts(list(sentences).map((sentence) => sentence.text)).join(' ');
}

/** Of transcripts that serve several operations, the words are counted once. */
const wordCounts = new WeakMap<GongCallTranscript, number>();

function wordsIn(transcript: GongCallTranscript): number {
  let count = 0;
  for (const { sentences } of list(transcript.transcript)) {
    for (const sentence of list(sentences)) {
      count += text(sentence.text)?.match(/\S+/g)?.length ?? 0;
    }
  }
  return count;
}

function seconds(milliseconds: unknown): number | null {
  const value = number(milliseconds);
  return value === null ? null : value / MS_PER_SECOND;
}
