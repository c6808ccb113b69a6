import { describe, expect, it } from '@jest/globals';
import {
  emailMark,
  marksOf,
  MAX_PASSAGE_WORDS,
  MAX_PASSAGES,
  passagesOf,
  speakerMarks,
  type Passage,
} from '../../../src/replica/text/passages.js';
import { wordsOf } from '../../../src/replica/text/tokenizer.js';

const sentence = (text: string, start = 0, end = start + 1000) => ({ text, start, end });
const turn = (speakerId: unknown, ...sentences: object[]) => ({ speakerId, sentences });
const lengthOf = ({ text }: Passage): number => wordsOf(text).length;
const passages = (...transcript: object[]) => passagesOf({ callId: '1', transcript });

describe('passages of a transcript', () => {
  it('hold what one speaker says until another speaks', () => {
    expect(
      passages(
        turn('7', sentence('Hello.', 1500, 2000), sentence('How are you?', 2000, 3250)),
        turn('7', sentence('Fine?', 4000)),
        turn('8', sentence('Fine.', 5000)),
        turn('7', sentence('Good.', 6000)),
      ),
    ).toEqual([
      {
        speakerId: '7',
        speakerIds: ['7'],
        startSeconds: 1.5,
        endSeconds: 5,
        text: 'Hello. How are you? Fine?',
      },
      expect.objectContaining({ speakerId: '8', text: 'Fine.', startSeconds: 5 }),
      expect.objectContaining({ speakerId: '7', text: 'Good.' }),
    ]);
  });

  it('do not join turns of unknown speakers, who may be several', () => {
    const found = passages(
      turn(null, sentence('One.'), sentence('More.')),
      turn(null, sentence('Two.')),
    );
    expect(found.map(({ text }) => text)).toEqual(['One. More.', 'Two.']);
  });

  it('end at a sentence where a turn is long, and within it where the sentence is', () => {
    const long = Array.from({ length: 100 }, (_, at) => `word${at}`).join(' ');
    const found = passages(turn('7', sentence(long), sentence(long), sentence(long)));
    expect(found.map(lengthOf)).toEqual([200, 100]);
    const endless = Array.from({ length: 500 }, (_, at) => `w${at},`).join(' ');
    const cut = passages(turn('7', sentence(endless)));
    expect(cut.map(lengthOf)).toEqual([240, 240, 20]);
    expect(cut.map(({ text }) => text).join(' ')).toBe(endless);
  });

  it('never have more words than one may have, and lose none', () => {
    const speech = "José's “plan” — 東京で 5.5% e\u0301te, so… ".repeat(60);
    const found = passages(turn('1', sentence(speech), sentence(speech)));
    for (const each of found) expect(lengthOf(each)).toBeLessThanOrEqual(MAX_PASSAGE_WORDS);
    expect(found.flatMap(({ text }) => wordsOf(text))).toEqual(wordsOf(speech + speech));
  });

  it('are joined, shortest first, where there are more than can be numbered', () => {
    const turns = Array.from({ length: 5000 }, (_, at) =>
      turn(String(at % 3), sentence(at === 2500 ? 'long '.repeat(100) : `turn ${at}`, at * 1000)),
    );
    const found = passages(...turns);
    expect(found.length).toBeLessThanOrEqual(MAX_PASSAGES);
    expect(found.reduce((sum, each) => sum + lengthOf(each), 0)).toBe(4999 * 2 + 100);
    expect(found[0]).toMatchObject({ speakerId: null, speakerIds: ['0', '1', '2'] });
    expect(found.find((each) => lengthOf(each) === 100)?.speakerId).toBe('1');
  });

  it('read whatever Gong sends, and leave out what holds no word', () => {
    expect(passagesOf(null)).toEqual([]);
    expect(passagesOf({ callId: '1', transcript: {} })).toEqual([]);
    expect(passages(turn('7', sentence('…'), { text: 5, start: '1000' }, { text: null }))).toEqual([
      expect.objectContaining({ text: '5', startSeconds: 1, endSeconds: null }),
    ]);
    expect(passages({ speakerId: 7, sentences: 'none' })).toEqual([]);
  });
});

describe('marks of a passage', () => {
  const marks = speakerMarks([
    { speakerId: '7', userId: '42', emailAddress: 'A@acme.com', affiliation: 'Internal' },
    { speakerId: '8', emailAddress: 'b@beta.org', affiliation: 'external' },
    { speakerId: '9', affiliation: 'Unknown' },
    { speakerId: '9', affiliation: 'Internal' },
    { affiliation: 'External' },
  ]);
  const marksFor = (speakerId: string | null) => {
    const [passage] = passages(turn(speakerId, sentence('Hello.')));
    return passage === undefined ? [] : marksOf(passage, marks);
  };

  it('say whose side the speaker is on, which user, and which address', () => {
    expect(marksFor('7')).toEqual(['int', 'u42', emailMark('a@acme.com')]);
    expect(marksFor('8')).toEqual(['ext', emailMark('B@BETA.org')]);
    expect(marksFor('9')).toEqual(['unk']);
  });

  it('say that a speaker is unknown whom no party is', () => {
    expect(marksFor('10')).toEqual(['unk']);
    expect(marksFor(null)).toEqual(['unk']);
  });

  it('are words of an index', () => {
    expect(emailMark('a@acme.com')).toMatch(/^e[0-9a-f]{16}$/);
  });

  it('are the same of an address with blanks around it, which searches of participants ignore, too', () => {
    expect(emailMark(' a@acme.com ')).toBe(emailMark('a@acme.com'));
  });
});
