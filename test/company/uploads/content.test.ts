import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { contentOf, SNIFF_BYTES } from '../../../src/company/uploads/content.js';

const bytes = (...parts: (string | number[] | Buffer)[]): Buffer =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
    ),
  );
/** Bytes without any order, the same in each run. */
const noise = (length: number, seed = 1): Buffer => {
  let state = seed;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return state >> 16;
    }),
  );
};
const utf16 = (text: string, isBigEndian = false): Buffer => {
  const encoded = Buffer.from(text, 'utf16le');
  return isBigEndian ? encoded.swap16() : encoded;
};
const html = '<!doctype html>\n<html><body>Signed out</body></html>';
const cyrillic = 'Добрый день, это письмо. '.repeat(400);

describe('contentOf', () => {
  it.each<[string, Buffer]>([
    ['HTML', bytes(html)],
    ['HTML after blank lines', bytes('\r\n \t', html)],
    ['HTML with a byte order mark', bytes([0xef, 0xbb, 0xbf], html)],
    ['HTML with binary in it', bytes('<html><script>', noise(500))],
    ['an HTML comment with binary after it', bytes('<!-- x -->', noise(500))],
    ['HTML in UTF-16', utf16(`\uFEFF${html}`)],
    ['XML', bytes('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>')],
    ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['JSON', bytes('{"errors":["expired"]}')],
    ['JSON after blanks', bytes('\n\n  [1, 2]')],
    ['a word', bytes('hello')],
    ['a text', Buffer.from('Dear Jo, bonjour à tous … 你好 😀\n')],
    ['a text that is cut within a character', Buffer.from(cyrillic).subarray(0, SNIFF_BYTES + 1)],
    ['a text in Latin-1', bytes('Grüße aus Köln, schöne Straße. '.repeat(5))],
    ['a text in UTF-16, little-endian', utf16(`\uFEFF${cyrillic}`)],
    ['a text in UTF-16, big-endian', utf16(`\uFEFF${cyrillic}`, true)],
    ['a text in UTF-16 without a mark', utf16('Dear Jo, how are you?')],
    ['a text in UTF-16 without a mark, big-endian', utf16('Dear Jo, how are you?', true)],
    ['a text with colors of a terminal', bytes('\x1b[31mError\x1b[0m\n')],
    ['subtitles as WebVTT', bytes('WEBVTT\n\n00:00.000 --> 00:01.000\nHi\n')],
    ['subtitles as SRT', bytes('1\r\n00:00:00,000 --> 00:00:01,000\r\nHi\r\n')],
    ['a playlist', bytes('#EXTM3U\n#EXTINF:10,\nhttps://cdn.test/1.mp3\n')],
    ['Base64', bytes(noise(3000).toString('base64'))],
    ['PDF', bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', noise(500))],
    ['PDF after a blank line', bytes('\n%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', noise(500))],
    ['PNG', bytes([0x89], 'PNG\r\n\x1a\n\0\0\0\rIHDR', noise(500))],
    ['the signature of PNG', bytes([0x89], 'PNG\r\n\x1a\n')],
    ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0], '\0\x10JFIF\0', noise(500))],
    ['GIF', bytes('GIF89a', noise(500))],
    ['WebP', bytes('RIFF\x10\0\0\0WEBPVP8 ', noise(500))],
    ['TIFF whose directory is at its end', bytes('II*\0', [0, 0xff, 0xff, 0], noise(500))],
    ['BMP', bytes('BM', [0x36, 0x10, 0, 0, 0, 0, 0, 0, 0x36, 0, 0, 0, 40, 0, 0, 0], noise(500))],
    ['HEIC', bytes('\0\0\0\x18ftypheic\0\0\0\0mif1heic', noise(500))],
    ['ZIP', bytes('PK\x03\x04\x14\0\0\0\x08\0', noise(16), 'a.txt', deflateRawSync('a'))],
    ['an empty ZIP', bytes('PK\x05\x06', Buffer.alloc(18))],
    ['gzip', gzipSync(noise(9000)).subarray(0, SNIFF_BYTES)],
  ])('rejects %s', async (_, first) => {
    expect(await contentOf(first)).toEqual({ type: expect.any(String), isRecording: false });
  });

  it.each<[string, Buffer]>([
    ['WAV', bytes('RIFF\xff\xff\xff\x7fWAVEfmt \x10\0\0\0', noise(500))],
    ['MP3', bytes([0xff, 0xfb, 0x90, 0], noise(500))],
    ['MP3 with tags', bytes('ID3\x04\0\0\0\0\0\x0a', Buffer.alloc(10), [0xff, 0xfb, 0x90, 0])],
    ['MP3 with a picture in its tags', bytes('ID3\x03\0\0\0\x7f\x7f\x7f', 'APIC', noise(4000))],
    ['MP3 with tags and a picture after them', bytes('ID3\x04\0\0\0\0\0\0', [0xff, 0xd8, 0xff])],
    ['ADTS', bytes([0xff, 0xf1, 0x50, 0x80], noise(500))],
    ['AMR', bytes('#!AMR\n', noise(500))],
    ['AMR-WB', bytes('#!AMR-WB\n', noise(500))],
    ['Ogg Vorbis', bytes('OggS\0\x02', Buffer.alloc(22), '\x01vorbis', noise(500))],
    ['Ogg of another kind', bytes('OggS\0\x02', Buffer.alloc(22), noise(500))],
    ['FLAC', bytes('fLaC\0\0\0\x22', noise(500))],
    ['MP4', bytes('\0\0\0\x18ftypisom\0\0\0\0isommp42', noise(500))],
    ['M4A', bytes('\0\0\0\x18ftypM4A \0\0\0\0isommp42', noise(500))],
    ['WebM', bytes(Buffer.from('1a45dfa39f4282847765626d', 'hex'), noise(500))],
    ['AVI', bytes('RIFF\xff\xff\xff\x7fAVI LIST', noise(500))],
    ['Windows Media', bytes(Buffer.from('3026b2758e66cf11a6d9', 'hex'), noise(500))],
    ['mu-law, silent', Buffer.alloc(SNIFF_BYTES, 0xff)],
    ['AIFF', bytes('FORM\0\0\x10\0AIFFCOMM', noise(500))],
  ])('accepts a recording: %s', async (_, first) => {
    expect((await contentOf(first))?.isRecording ?? true).toBe(true);
  });

  it.each<[string, Buffer]>([
    ['AU', bytes('.snd\0\0\0\x18', noise(500))],
    ['CAF', bytes('caff\0\x01\0\0', noise(500))],
    ['RF64', bytes('RF64\xff\xff\xff\xffWAVEds64', noise(500))],
    ['SPHERE, whose header is text', bytes('NIST_1A\n   1024\n'.padEnd(1024), noise(3076))],
    [
      '16-bit samples, nearly silent',
      bytes(Buffer.from(Int16Array.from({ length: 2000 }, (__, i) => (i % 7) - 3).buffer)),
    ],
    ['8-bit samples, silent', Buffer.alloc(SNIFF_BYTES, 0x80)],
    ['A-law, silent', Buffer.from(Array.from({ length: 4100 }, (__, i) => (i % 3 ? 0xd5 : 0x55)))],
    ['noise', noise(SNIFF_BYTES)],
    ['little noise', noise(64)],
  ])('returns null for unknown binary data: %s', async (_, first) => {
    expect(await contentOf(first)).toBeNull();
  });

  it('is uncertain when only two bytes match', async () => {
    for (const start of ['BM', 'MZ', '\x1f\x9d', '\x60\xea']) {
      expect(await contentOf(bytes(start, noise(500)))).toMatchObject({ isUncertain: true });
    }
  });
});
