import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { Chunks } from '../../../src/company/uploads/chunks.js';
import {
  checkRecording,
  declaredProblem,
  MAX_RECORDING_BYTES,
  type IncomingFile,
} from '../../../src/company/uploads/recording.js';
import { SNIFF_BYTES } from '../../../src/company/uploads/content.js';
import { FakeClock, settle } from '../../support/clock.js';

const IDLE_MS = 1000;
const wav = Buffer.concat([Buffer.from('RIFF....WAVEfmt '), Buffer.alloc(100)]);
const noise = Buffer.from(Array.from({ length: 300 }, (_, index) => (index * 7919) % 256));
/** As much as is looked at. */
const start = Buffer.alloc(SNIFF_BYTES, noise);
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1');
const bitmap = Buffer.concat([Buffer.from('BM'), noise]);
const flac = Buffer.from('fLaC\0\0\0\x22', 'latin1');

const fileOf = (bytes: Buffer | Readable, members: Partial<IncomingFile> = {}): IncomingFile => ({
  stream: Buffer.isBuffer(bytes) ? Readable.from([bytes], { objectMode: false }) : bytes,
  fileName: null,
  contentType: null,
  bytes: null,
  ...members,
});
const check = (file: IncomingFile, clock = new FakeClock()) =>
  checkRecording(file, new Chunks(file.stream, clock, IDLE_MS));

describe('a recording', () => {
  it.each<[string, Buffer, string | null, string]>([
    ['declared audio', noise, 'audio/mpeg', 'audio/mpeg'],
    ['declared video, with parameters', noise, 'Video/MP4; codecs=avc1', 'video/mp4'],
    ['declared other sound than it is', flac, 'audio/wav', 'audio/wav'],
    ['declared, and begins like a picture by chance', bitmap, 'audio/wav', 'audio/wav'],
    ['not declared, and sound', wav, null, 'audio/wav'],
    ['declared bytes, and sound', flac, 'application/octet-stream', 'audio/flac'],
    ['not declared, and unknown', noise, null, 'application/octet-stream'],
  ])('that is %s is accepted', async (_, bytes, contentType, expected) => {
    const recording = await check(fileOf(bytes, { contentType }));

    expect(recording.contentType).toBe(expected);
    expect(await buffer(recording.bytes)).toEqual(bytes);
  });

  it.each<[string, Buffer, string | null]>([
    ['declared text', wav, 'text/plain'],
    ['declared an image', wav, 'image/png'],
    ['declared JSON', wav, 'application/json'],
    ['a picture', png, null],
    ['a picture that is declared audio', png, 'audio/mpeg'],
    ['a document that is declared video', pdf, 'video/mp4'],
    ['text that is declared audio', Buffer.from('hello'), 'audio/wav'],
    ['JSON that is declared audio', Buffer.from('{"a": 1}\n'), 'audio/mpeg; rate=8000'],
    ['perhaps a picture, and not declared', bitmap, null],
    ['a document', pdf, 'application/octet-stream'],
    ['text', Buffer.from('Dear Jo, bonjour à tous …'), null],
    ['JSON', Buffer.from('{"a": 1}\n'), 'binary/octet-stream'],
  ])('that is %s is refused', async (_, bytes, contentType) => {
    await expect(check(fileOf(bytes, { contentType }))).rejects.toMatchObject({ problem: 'type' });
  });

  it.each<[string, Partial<IncomingFile>, Buffer]>([
    ['declared so', { bytes: 0 }, noise],
    ['found so', { contentType: 'audio/wav' }, Buffer.alloc(0)],
    ['found so, of no declared type', {}, Buffer.alloc(0)],
  ])('that is empty is refused: %s', async (_, members, bytes) => {
    await expect(check(fileOf(bytes, members))).rejects.toMatchObject({ problem: 'empty' });
  });

  it('can have up to 1.5 GB', () => {
    const problemOf = (bytes: number) => declaredProblem({ contentType: 'audio/wav', bytes });

    expect(problemOf(1_500_000_000)).toBeNull();
    expect(problemOf(1_500_000_001)).toMatchObject({ problem: 'size' });
  });

  it('that is declared too large is refused before it is read', async () => {
    const stream = new PassThrough();
    const file = fileOf(stream, { bytes: MAX_RECORDING_BYTES + 1, contentType: 'audio/wav' });

    await expect(check(file)).rejects.toMatchObject({ problem: 'size' });
    expect(stream.listenerCount('readable')).toBe(0);
  });

  it('that turns out too large is interrupted', async () => {
    const piece = Buffer.alloc(50_000_000);
    const stream = Readable.from(Array.from({ length: 31 }, () => piece));

    const { bytes } = await check(fileOf(stream, { contentType: 'audio/wav' }));
    let passed = 0;
    const reading = (async () => {
      for await (const chunk of bytes) passed += chunk.length;
    })();

    await expect(reading).rejects.toMatchObject({ problem: 'size' });
    expect(passed).toBe(MAX_RECORDING_BYTES);
    // Its connection has an answer to carry.
    expect(stream.destroyed).toBe(false);
  });

  it('whose source is interrupted fails', async () => {
    const stream = new PassThrough();
    stream.write(start);
    const { bytes } = await check(fileOf(stream, { contentType: 'audio/wav' }));
    const reading = buffer(bytes);
    reading.catch(() => undefined);
    await settle();

    stream.destroy(new Error('aborted'));

    await expect(reading).rejects.toMatchObject({ problem: 'gone' });
  });

  it('whose source stalls fails', async () => {
    const clock = new FakeClock();
    const stream = new PassThrough();
    stream.write(start);
    const file = fileOf(stream, { contentType: 'audio/wav' });
    const { bytes } = await check(file, clock);
    const reading = buffer(bytes);
    reading.catch(() => undefined);
    await clock.advance(IDLE_MS - 1);
    stream.write(start);
    await clock.advance(IDLE_MS);

    await expect(reading).rejects.toMatchObject({
      problem: 'gone',
      message: expect.stringContaining('1000 ms'),
    });
  });

  it.each(['close', 'error'])('that ends by %s before the first byte is refused', async (how) => {
    const stream = new PassThrough();
    const checking = check(fileOf(stream));
    checking.catch(() => undefined);

    stream.destroy(how === 'error' ? new Error('aborted') : undefined);

    await expect(checking).rejects.toMatchObject({ problem: 'gone' });
  });

  it('is read as long as bytes arrive', async () => {
    const clock = new FakeClock();
    const stream = new PassThrough();
    const checking = check(fileOf(stream), clock);
    checking.catch(() => undefined);
    for (let count = 0; count < 5; count += 1) {
      stream.write(noise);
      await clock.advance(IDLE_MS - 1);
    }

    await clock.advance(IDLE_MS);

    await expect(checking).rejects.toMatchObject({ problem: 'gone' });
  });

  it('is refused at once when its client has already left', async () => {
    const clock = new FakeClock();
    const stream = new PassThrough();
    stream.destroy();
    await settle();

    await expect(check(fileOf(stream), clock)).rejects.toMatchObject({ problem: 'gone' });
    expect(clock.pending).toBe(0);
  });

  it.each([
    ['while its first bytes are waited for', 0],
    ['half-way', 1],
  ])('that is not needed is discarded without waiting: %s', async (_, count) => {
    const clock = new FakeClock();
    const stream = new PassThrough();
    const file = fileOf(stream, { contentType: 'audio/wav' });
    const chunks = new Chunks(stream, clock, IDLE_MS);
    const reading = checkRecording(file, chunks).then(({ bytes }) => buffer(bytes));
    reading.catch(() => undefined);
    for (let index = 0; index < count; index += 1) stream.write(start);
    await settle();
    expect(clock.pending).toBe(1);

    chunks.discardRest();
    await expect(reading).rejects.toMatchObject({ problem: 'gone' });
    expect(clock.pending).toBe(0);

    const ended = once(stream, 'end');
    for (let index = 0; index < 10; index += 1) stream.write(Buffer.alloc(100_000));
    stream.end();
    await ended;
  });
});
