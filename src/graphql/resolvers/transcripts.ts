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
import type { TranscriptModel } from './models.js';
import { affiliationOf, partyIndex, speakerOf, userName } from './parties.js';

/** Transcripts use milliseconds; all other times of Gong are in seconds. */
const MS_PER_SECOND = 1000;

export const transcriptResolvers: Pick<Resolvers, 'Transcript' | 'Monologue' | 'Sentence'> = {
  Transcript: {
    monologues: (model, slice) => {
      const { record } = model;
      return monologuesIn(model, slice).map((monologue) => ({ monologue, record }));
    },
    text: async (model, { timestamps, ...slice }, context) => {
      const { transcript, record } = model;
      const all = list(transcript.transcript).filter((each) => wordsOf(each) !== '');
      // Names come from the whole transcript, so that an unknown speaker has the same number in each part.
      const nameOf = await speakerNames(all, record, context);
      return monologuesIn(model, slice)
        .filter((each) => wordsOf(each) !== '')
        .map((each) => {
          const time = timestamps === true ? timeOf(each) : null;
          return `${time === null ? '' : `[${time}] `}${nameOf(each)}: ${wordsOf(each)}`;
        })
        .join('\n');
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

/** The selected part of a transcript. */
interface Slice {
  readonly affiliation?: string | null;
  readonly fromSeconds?: number | null;
  readonly toSeconds?: number | null;
}

/** Returns the monologues of a part of a transcript, each with its sentences in that part. */
function monologuesIn(
  { transcript, record }: TranscriptModel,
  { affiliation, fromSeconds, toSeconds }: Slice,
): readonly GongMonologue[] {
  const onSide = list(transcript.transcript).filter(
    ({ speakerId }) =>
      affiliation == null ||
      affiliationOf(speakerOf(record, speakerId)?.party.affiliation) === affiliation,
  );
  if (fromSeconds == null && toSeconds == null) return onSide;
  return onSide.flatMap((monologue) => {
    const sentences = list(monologue.sentences).filter(({ start }) => {
      const at = seconds(start);
      return at !== null && at >= (fromSeconds ?? 0) && at < (toSeconds ?? Infinity);
    });
    return sentences.length === 0 ? [] : [{ ...monologue, sentences }];
  });
}

/** Returns the start of a monologue as `mm:ss` or `h:mm:ss`; null when Gong does not send it. */
function timeOf({ sentences }: GongMonologue): string | null {
  const [start] = list(sentences).flatMap((sentence) => seconds(sentence.start) ?? []);
  if (start === undefined) return null;
  const whole = Math.max(0, Math.floor(start));
  const parts = [Math.floor(whole / 60) % 60, whole % 60];
  const hours = Math.floor(whole / 3600);
  const minutesAndSeconds = parts.map((each) => String(each).padStart(2, '0')).join(':');
  return hours === 0 ? minutesAndSeconds : `${hours}:${minutesAndSeconds}`;
}

/**
 * Prefetches the users whose names speakers need because the party has none. They are known with the call, so they
 * are requested together with the operation's other users, and not after the transcripts.
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
    // The field that needs the name reports a failure.
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
 * Returns the name of each monologue's speaker: the name of the party or of its user, or else its email or phone
 * number. Speakers without a party are numbered in the order in which they first speak.
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
  // A user that cannot be read only makes the name unavailable.
  const user = userId === null ? null : await loaders.userById.load(userId).catch(() => null);
  return userName(user) ?? text(party.emailAddress) ?? text(party.phoneNumber);
}

function wordsOf({ sentences }: GongMonologue): string {
  return texts(list(sentences).map((sentence) => sentence.text)).join(' ');
}

/** The words of a transcript that serves several operations are counted once. */
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
