import { appendFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ExportOutput } from '../../../src/bin/export/output.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const open = (
  members: { file?: string; cursorFile?: string; fingerprint?: string } = { file: 'rows' },
) =>
  ExportOutput.open({
    file: members.file === undefined ? undefined : join(folder, members.file),
    cursorFile: members.cursorFile === undefined ? undefined : join(folder, members.cursorFile),
    fingerprint: members.fingerprint ?? 'one',
    write: () => Promise.reject(new Error('Nothing is written to standard output here.')),
  });
const content = () => readFile(join(folder, 'rows'), 'utf8');

describe('the output of an export', () => {
  it('goes on after the last page whose cursor was stored, and drops what was written beyond it', async () => {
    const first = await open();
    await first.append('1\n2\n', 2, 'two');
    await first.close();
    await appendFile(join(folder, 'rows'), '3\nhal');

    const second = await open();

    expect([second.cursor, second.rows, second.isEmpty]).toEqual(['two', 2, false]);
    await second.append('3\n4\n', 2, 'four');
    await second.complete();
    expect(await content()).toBe('1\n2\n3\n4\n');
    await expect(stat(join(folder, 'rows.progress'))).rejects.toThrow('ENOENT');
  });

  it('starts from zero when the last export was complete', async () => {
    const first = await open();
    await first.append('1\n', 1, 'one');
    await first.complete();

    const second = await open();

    expect([second.cursor, second.rows, second.isEmpty]).toEqual([null, 0, true]);
    await second.append('2\n', 1, 'two');
    await second.complete();
    expect(await content()).toBe('2\n');
  });

  it('keeps the cursor of changes, and appends later changes, also to another file', async () => {
    const changes = { file: 'rows', cursorFile: 'cursor' };
    const first = await open(changes);
    await first.append('1\n', 1, 'one');
    await first.complete();

    const second = await open(changes);
    expect([second.cursor, second.rows]).toEqual(['one', 0]);
    await second.append('2\n', 1, 'two');
    await second.complete();
    expect(await content()).toBe('1\n2\n');

    // Whoever loads the rows moves the file away.
    await rm(join(folder, 'rows'));
    const third = await open(changes);
    expect(third.cursor).toBe('two');
    await third.append('3\n', 1, 'three');
    await third.complete();
    expect(await content()).toBe('3\n');
  });

  it('writes no page of later changes twice when its place cannot be stored', async () => {
    const changes = { file: 'rows', cursorFile: 'cursor' };
    const first = await open(changes);
    await first.append('1\n', 1, 'one');
    await first.complete();

    const second = await open(changes);
    await mkdir(join(folder, 'cursor.tmp'));
    await expect(second.append('2\n', 1, 'two')).rejects.toThrow('EISDIR');
    await second.close();
    await rm(join(folder, 'cursor.tmp'), { recursive: true });

    const third = await open(changes);
    expect(third.cursor).toBe('one');
    await third.append('2\n', 1, 'two');
    await third.complete();
    expect(await content()).toBe('1\n2\n');
  });

  it('keeps the last cursor when a page has none', async () => {
    const output = await open();
    await output.append('1\n', 1, 'one');

    await output.append('', 0, null);

    expect(output.cursor).toBe('one');
    await output.close();
  });

  it('refuses to go on with another query', async () => {
    const first = await open();
    await first.append('1\n', 1, 'one');
    await first.close();

    await expect(open({ file: 'rows', fingerprint: 'other' })).rejects.toThrow(
      /rows\.progress belongs to another query, other variables, or another format\. Delete it/,
    );
    expect(await content()).toBe('1\n');
  });

  it('goes on in no other file than the one in which it stopped', async () => {
    const first = await open({ file: 'rows', cursorFile: 'cursor' });
    await first.append('1\n', 1, 'one');
    await first.close();
    await writeFile(join(folder, 'other'), 'of someone else');

    await expect(open({ file: 'other', cursorFile: 'cursor' })).rejects.toThrow(
      /stopped while it wrote to .*rows\. Run it with that file/,
    );
    expect(await readFile(join(folder, 'other'), 'utf8')).toBe('of someone else');
    const second = await open({ file: 'rows', cursorFile: 'cursor' });
    await second.append('2\n', 1, 'two');
    await second.complete();
    expect(await content()).toBe('1\n2\n');
  });

  it('refuses to go on with a file that was cut, and with a damaged record of its progress', async () => {
    const first = await open();
    await first.append('1\n2\n', 2, 'two');
    await first.close();
    await writeFile(join(folder, 'rows'), '1');
    await expect(open()).rejects.toThrow(/rows is shorter than it was when the export stopped/);

    await writeFile(join(folder, 'rows.progress'), '{"of":');
    await expect(open()).rejects.toThrow(/rows\.progress is damaged\. Delete it/);
  });
});
