import { createHash } from 'node:crypto';
import { list, number, text } from '../../gong/coerce.js';
import {
  idOf,
  referenceId,
  type GongCallTranscript,
  type GongParty,
} from '../../gong/endpoints/wire.js';
import { tokensOf } from './tokenizer.js';

/** What one speaker says without a break, unless that is long. Its number is its position in the transcript. */
export interface Passage {
  /** Null where Gong doesn't say it, and where short passages of several speakers had to be joined. */
  readonly speakerId: string | null;
  /** Of everybody who speaks in it. */
  readonly speakerIds: readonly string[];
  /** Seconds from the start of the recording. */
  readonly startSeconds: number | null;
  readonly endSeconds: number | null;
  readonly text: string;
  /** `tokensOf(text)`, without their places. */
  readonly words: readonly string[];
}

export const MAX_PASSAGE_WORDS = 240;
/** The number of a passage takes 11 bits of its row number. */
export const MAX_PASSAGES = 2048;

/**
 * The passages of a transcript. They depend on nothing else, so the text of one is found again from the transcript and
 * its number. What holds no word is none.
 */
export function passagesOf(transcript: GongCallTranscript | null): readonly Passage[] {
  if (transcript === null) return [];
  const passages: Passage[] = [];
  let before: string | null = null;
  for (const { speakerId, sentences } of list(transcript.transcript)) {
    const speaker = idOf(speakerId);
    let mayContinue = speaker !== null && speaker === before;
    for (const piece of list(sentences).flatMap((sentence) => piecesOf(sentence, speaker))) {
      const last = passages.at(-1);
      if (mayContinue && last !== undefined && fits([last, piece], MAX_PASSAGE_WORDS)) {
        passages[passages.length - 1] = join([last, piece]);
      } else {
        passages.push(piece);
      }
      mayContinue = true;
      before = speaker;
    }
  }
  return numbered(passages);
}

/** A sentence, cut where it is longer than a passage may be. */
function piecesOf(
  sentence: { readonly start?: unknown; readonly end?: unknown; readonly text?: unknown },
  speakerId: string | null,
): Passage[] {
  const said = text(sentence.text)?.trim() ?? '';
  const tokens = tokensOf(said);
  const pieces: Passage[] = [];
  for (let first = 0; first < tokens.length; first += MAX_PASSAGE_WORDS) {
    const from = first === 0 ? 0 : tokens[first]?.start;
    const to = tokens[first + MAX_PASSAGE_WORDS]?.start;
    pieces.push({
      speakerId,
      speakerIds: speakerId === null ? [] : [speakerId],
      startSeconds: seconds(sentence.start),
      endSeconds: seconds(sentence.end),
      text: said.slice(from, to).trim(),
      words: tokens.slice(first, first + MAX_PASSAGE_WORDS).map(({ word }) => word),
    });
  }
  return pieces;
}

/** Joins the shortest neighbors until there is a number for each. */
function numbered(passages: readonly Passage[]): readonly Passage[] {
  let joined = passages;
  for (let most = 8; joined.length > MAX_PASSAGES; most *= 2) {
    const groups: Passage[][] = [];
    for (const passage of joined) {
      const last = groups.at(-1);
      if (last !== undefined && fits([...last, passage], most)) last.push(passage);
      else groups.push([passage]);
    }
    joined = groups.map(join);
  }
  return joined;
}

function fits(passages: readonly Passage[], most: number): boolean {
  return passages.reduce((sum, { words }) => sum + words.length, 0) <= most;
}

function join(passages: readonly Passage[]): Passage {
  const [first] = passages;
  if (passages.length === 1 && first !== undefined) return first;
  const speakers = new Set(passages.map(({ speakerId }) => speakerId));
  return {
    speakerId: speakers.size === 1 ? (first?.speakerId ?? null) : null,
    speakerIds: [...new Set(passages.flatMap(({ speakerIds }) => speakerIds))],
    startSeconds: passages.find(({ startSeconds }) => startSeconds !== null)?.startSeconds ?? null,
    endSeconds: passages.findLast(({ endSeconds }) => endSeconds !== null)?.endSeconds ?? null,
    text: passages.map(({ text: said }) => said).join(' '),
    words: passages.flatMap(({ words }) => words),
  };
}

/** Transcripts count milliseconds. */
function seconds(milliseconds: unknown): number | null {
  const value = number(milliseconds);
  return value === null ? null : value / 1000;
}

/** Who speaks, as words of the index. They are no words of a language: only `speechMarks` makes them. */
export type SpeechMark = string;

/** On which side a speaker is. What Gong calls neither, and speakers of whom no party is known, are `unk`. */
export const sideMarks = { Internal: 'int', External: 'ext', Unknown: 'unk' } as const;

/** Gong's word for whose side a party is on; what Gong doesn't know or doesn't say is `Unknown`. */
export function affiliationOf({ affiliation }: GongParty): 'Internal' | 'External' | 'Unknown' {
  const word = typeof affiliation === 'string' ? affiliation.toLowerCase() : '';
  if (word === 'internal') return 'Internal';
  return word === 'external' ? 'External' : 'Unknown';
}

export function userMark(userId: string): SpeechMark {
  return `u${userId}`;
}

/** An address is no word: its digest is. */
export function emailMark(email: string): SpeechMark {
  return `e${createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 16)}`;
}

/** For each speaker of a call, the marks of what they say: a side, a user, an address. */
export function speakerMarks(
  parties: readonly GongParty[],
): ReadonlyMap<string, readonly SpeechMark[]> {
  const marks = new Map<string, readonly SpeechMark[]>();
  for (const party of parties) {
    const speakerId = idOf(party.speakerId);
    // Should two parties claim a speaker, the first listed has it, as everywhere.
    if (speakerId === null || marks.has(speakerId)) continue;
    const userId = referenceId(party.userId);
    const email = text(party.emailAddress);
    marks.set(speakerId, [
      sideMarks[affiliationOf(party)],
      ...(userId === null ? [] : [userMark(userId)]),
      ...(email === null ? [] : [emailMark(email)]),
    ]);
  }
  return marks;
}

/** The marks of a passage, by those of the call's speakers. */
export function marksOf(
  { speakerIds }: Passage,
  bySpeaker: ReadonlyMap<string, readonly SpeechMark[]>,
): readonly SpeechMark[] {
  const unknown = [sideMarks.Unknown];
  if (speakerIds.length === 0) return unknown;
  return [...new Set(speakerIds.flatMap((id) => bySpeaker.get(id) ?? unknown))];
}
