import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { Chunks } from '../../../src/company/uploads/chunks.js';
import { checkCrmFile, MAX_CRM_FILE_BYTES } from '../../../src/company/uploads/crmFile.js';
import { RecordingError } from '../../../src/company/uploads/recordingError.js';
import { FakeClock } from '../../support/clock.js';

const MB = 1_000_000;

/** A file of so many pieces of a megabyte. */
async function check(pieces: number, bytes: number | null = null) {
  const piece = Buffer.alloc(MB, '{"a":1}\n');
  const stream = Readable.from(
    Array.from({ length: pieces }, () => piece),
    { objectMode: false },
  );
  const chunks = new Chunks(stream, new FakeClock(), 1000, 'file');
  const file = { stream, fileName: null, contentType: null, bytes };
  let length = 0;
  for await (const chunk of await checkCrmFile(file, chunks)) length += chunk.length;
  return length;
}

describe('checkCrmFile', () => {
  it('passes on 200 MB', async () => {
    expect(await check(200)).toBe(MAX_CRM_FILE_BYTES);
  });

  it.each([
    ['declares more', 1, MAX_CRM_FILE_BYTES + 1],
    ['turns out to hold more', 201, null],
  ])('refuses a file that %s', async (_name, pieces, bytes) => {
    const refusal = check(pieces, bytes);
    await expect(refusal).rejects.toBeInstanceOf(RecordingError);
    await expect(refusal).rejects.toMatchObject({ problem: 'size' });
  });
});
