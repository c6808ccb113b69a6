import { graphql, readFragment, type FragmentType } from '../gql';
import type { PersonFragment } from '../gql/graphql';
import { nameOf, peopleOf, type Parties } from '../person';

export const TRANSCRIPT = graphql(`
  fragment TranscriptText on Transcript {
    monologues {
      speakerId
      topic
      sentences {
        startSeconds
        endSeconds
        text
      }
    }
  }
`);

/** What one speaker said without a break. */
export interface Passage {
  readonly index: number;
  readonly speaker: Speaker;
  readonly topic: string | null;
  readonly text: string;
  /** In seconds from the start of the recording. Null when Gong does not send the times. */
  readonly start: number | null;
  readonly end: number | null;
}

export interface Speaker {
  readonly key: string;
  readonly name: string;
  readonly title: string | null;
  readonly side: 'internal' | 'external' | 'unknown';
}

/** Returns the passages of a transcript, each with its speaker by name. */
export function passagesOf(
  transcript: FragmentType<typeof TRANSCRIPT> | null,
  parties: Parties,
): readonly Passage[] {
  const monologues = readFragment(TRANSCRIPT, transcript)?.monologues ?? [];
  const speakers = new Map<string | null, Speaker>();
  for (const person of peopleOf(parties)) {
    if (person.speakerId !== null) speakers.set(person.speakerId, knownSpeaker(person));
  }
  let unknown = 0;
  return monologues.map(({ speakerId, topic, sentences }, index) => {
    const speaker = speakers.get(speakerId) ?? unknownSpeaker(speakerId, ++unknown);
    speakers.set(speakerId, speaker);
    return {
      index,
      speaker,
      topic,
      text: sentences.map(({ text }) => text).join(' '),
      start: sentences[0]?.startSeconds ?? null,
      end: sentences.at(-1)?.endSeconds ?? null,
    };
  });
}

function knownSpeaker(person: PersonFragment): Speaker {
  const { affiliation, title, speakerId } = person;
  const side =
    affiliation === 'INTERNAL' ? 'internal' : affiliation === 'EXTERNAL' ? 'external' : 'unknown';
  return { key: speakerId ?? '', name: nameOf(person), title, side };
}

const unknownSpeaker = (speakerId: string | null, number: number): Speaker => ({
  key: speakerId ?? 'unknown',
  name: `Unknown speaker ${number}`,
  title: null,
  side: 'unknown',
});

/** Returns the passage that is spoken at this time, or the last one before it. */
export function passageAt(passages: readonly Passage[], seconds: number): Passage | undefined {
  return passages.findLast(({ start }) => start !== null && start <= seconds) ?? passages[0];
}
