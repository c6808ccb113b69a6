import { createHash } from 'node:crypto';
import { list, number, text } from '../../gong/coerce.js';
import {
  idOf,
  referenceId,
  type GongCallTranscript,
  type GongParty,
} from '../../gong/endpoints/wire.js';
import { countWords, tokensOf } from './tokenizer.js';

/** What one speaker says without a break, unless that is long. Its number is its position in the transcript. */
export interface Passage {
  /** Null where Gong doesn't say it, and where short passages of several speakers had to be joined. */
  readonly speakerId: string | null;
  /** IDs of all speakers of the passage. */
  readonly speakerIds: readonly string[];
  /** Seconds from the start of the recording. */
  readonly startSeconds: number | null;
  readonly endSeconds: number | null;
  readonly text: string;
}

export const MAX_PASSAGE_WORDS = 240;
/** The number of a passage takes 11 bits of its row number. */
export const MAX_PASSAGES = 2048;

/** A sentence, or what of it fits into a passage. */
interface Piece {
  readonly speakerId: string | null;
  readonly start: unknown;
  readonly end: unknown;
  readonly text: string;
}

/** A passage while it is put together. */
interface Draft {
  readonly pieces: Piece[];
  words: number;
}

/**
 * The passages of a transcript. They depend on nothing else, so the text of one is found again from the transcript and
 * its number. What holds no word is none.
 */
export function passagesOf(transcript: GongCallTranscript | null): readonly Passage[] {
  const drafts: Draft[] = [];
  let before: string | null = null;
  for (const { speakerId, sentences } of list(transcript?.transcript)) {
    const speaker = idOf(speakerId);
    let mayContinue = speaker !== null && speaker === before;
    for (const sentence of list(sentences)) {
      for (const draft of draftsOf(sentence, speaker)) {
        const last = mayContinue ? drafts.at(-1) : undefined;
        if (last !== undefined && fits(last, draft, MAX_PASSAGE_WORDS)) append(last, draft);
        else drafts.push(draft);
        mayContinue = true;
        before = speaker;
      }
    }
  }
  return numbered(drafts).map(toPassage);
}

/** A sentence, cut where it is longer than a passage may be. */
function draftsOf(
  sentence: { readonly start?: unknown; readonly end?: unknown; readonly text?: unknown },
  speakerId: string | null,
): Draft[] {
  const said = text(sentence.text)?.trim() ?? '';
  const { start, end } = sentence;
  const draft = (part: string, words: number): Draft => ({
    pieces: [{ speakerId, start, end, text: part }],
    words,
  });
  const words = countWords(said);
  if (words === 0) return [];
  if (words <= MAX_PASSAGE_WORDS) return [draft(said, words)];
  const tokens = tokensOf(said);
  const drafts: Draft[] = [];
  for (let first = 0; first < tokens.length; first += MAX_PASSAGE_WORDS) {
    const from = first === 0 ? 0 : tokens[first]?.start;
    const next = tokens[first + MAX_PASSAGE_WORDS];
    const count = Math.min(MAX_PASSAGE_WORDS, tokens.length - first);
    drafts.push(draft(said.slice(from, next?.start).trim(), count));
  }
  return drafts;
}

/** Joins the shortest neighbors until there is a number for each. */
function numbered(drafts: readonly Draft[]): readonly Draft[] {
  let joined = drafts;
  for (let most = 8; joined.length > MAX_PASSAGES; most *= 2) {
    const fewer: Draft[] = [];
    for (const draft of joined) {
      const last = fewer.at(-1);
      if (last !== undefined && fits(last, draft, most)) append(last, draft);
      else fewer.push(draft);
    }
    joined = fewer;
  }
  return joined;
}

function fits(draft: Draft, next: Draft, most: number): boolean {
  return draft.words + next.words <= most;
}

function append(draft: Draft, next: Draft): void {
  draft.pieces.push(...next.pieces);
  draft.words += next.words;
}

function toPassage({ pieces }: Draft): Passage {
  const speakers = new Set(pieces.map(({ speakerId }) => speakerId));
  const [speakerId = null] = speakers.size === 1 ? speakers : [];
  return {
    speakerId,
    speakerIds: [...speakers].filter((speaker) => speaker !== null),
    startSeconds: seconds(pieces.find(({ start }) => number(start) !== null)?.start),
    endSeconds: seconds(pieces.findLast(({ end }) => number(end) !== null)?.end),
    text: pieces.map(({ text: said }) => said).join(' '),
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
  return `e${createHash('sha256').update(email.trim().toLowerCase()).digest('hex').slice(0, 16)}`;
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
