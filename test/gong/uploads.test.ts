import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { GongError } from '../../src/gong/errors.js';
import {
  addCall,
  alreadyPostedId,
  recordingForm,
  type GongNewCall,
} from '../../src/gong/endpoints/uploads.js';

const refusal = (...messages: string[]) => new GongError('bad-request', 'Refused.', { messages });

const isPosted = (error: GongError) => addCall.isDoneBefore?.(error, {} as GongNewCall);

describe('a call that was posted before', () => {
  it.each<[string, string, string | null]>([
    [
      "A call with clientUniqueId 'x' has already been posted for the call 7782342274025937895",
      'x',
      '7782342274025937895',
    ],
    [
      "A call with clientUniqueId '123456789' has already been posted for the call 42",
      '123456789',
      '42',
    ],
    ["A call with clientUniqueId '42' has already been posted", '42', null],
    ["'42' has already been posted for the call 7782342998271042", '42', '7782342998271042'],
    ["clientUniqueId 'call 99' has already been posted", 'CALL 99', null],
    ["clientUniqueId 'a.c (1)' has already been posted for call 7", 'a.c (1)', '7'],
    ['already been posted, call id: 7782342274025937895.', 'x', '7782342274025937895'],
    ["A call with clientUniqueId 'call 5' has already been posted", 'call 5', null],
    ['Already posted', 'x', null],
  ])('is named when Gong names it: %s', (message, uniqueId, expected) => {
    const error = refusal(message);

    expect(isPosted(error)).toBe(true);
    expect(alreadyPostedId(error, uniqueId)).toBe(expected);
  });

  it.each([
    [refusal('parties: must not be empty')],
    [new GongError('unavailable', 'Down.', { messages: ['already been posted'] })],
  ])('is distinguished from other failures (%#)', (error) => {
    expect(isPosted(error)).toBe(false);
  });
});

async function* pieces(...texts: string[]) {
  for (const text of texts) {
    await Promise.resolve();
    yield Buffer.from(text);
  }
}

describe('the form of a recording', () => {
  it('has the one part that Gong accepts, byte for byte', async () => {
    const form = recordingForm({
      bytes: pieces('ab', 'c'),
      fileName: 'Jo "the\r\nbuyer".mp3',
      contentType: 'audio/mpeg',
      idleTimeoutMs: 1000,
    });
    const boundary = /^multipart\/form-data; boundary=([\w-]+)$/.exec(
      form.headers['content-type'] ?? '',
    )?.[1];
    let moved = 0;
    expect(form.isComplete()).toBe(false);

    const sent = await buffer(form.open(() => (moved += 1)));

    expect(sent.toString()).toBe(
      `--${boundary ?? ''}\r\ncontent-disposition: form-data; name="mediaFile"; filename="Jo %22the%0D%0Abuyer%22.mp3"\r\n` +
        `content-type: audio/mpeg\r\n\r\nabc\r\n--${boundary ?? ''}--\r\n`,
    );
    expect(moved).toBe(2);
    expect(form.isComplete()).toBe(true);
  });

  it('has no end when the recording is interrupted', async () => {
    const broken = (async function* () {
      yield* pieces('ab');
      throw new Error('It broke off.');
    })();
    const form = recordingForm({
      bytes: broken,
      fileName: 'a',
      contentType: 'audio/wav',
      idleTimeoutMs: 1,
    });

    await expect(buffer(form.open(() => undefined))).rejects.toThrow('It broke off.');
    expect(form.isComplete()).toBe(false);
  });
});
