import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  CLIENT_NAME_LENGTH,
  ClientCountsInFile,
  ClientCountsInMemory,
} from '../../../src/gong/scheduling/clientCounts.js';

const DAY = '2026-06-01';
const NEXT_DAY = '2026-06-02';
const WEB = 'w'.repeat(CLIENT_NAME_LENGTH);
const BI = 'b'.repeat(CLIENT_NAME_LENGTH);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'client-counts-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ['in memory', () => new ClientCountsInMemory()],
  ['in a file', () => new ClientCountsInFile(folder)],
])('counts of clients %s', (_, create) => {
  it('are separate, and begin at zero on the next day', () => {
    const counts = create();
    for (const client of [WEB, BI, WEB]) expect(counts.add(DAY, client, null)).toBe(true);

    expect([counts.used(DAY, WEB), counts.used(DAY, BI)]).toEqual([2, 1]);
    expect(counts.used(NEXT_DAY, WEB)).toBe(0);

    counts.add(NEXT_DAY, BI, null);

    expect([counts.used(NEXT_DAY, WEB), counts.used(NEXT_DAY, BI)]).toEqual([0, 1]);
  });

  it('stop at the maximum', () => {
    const counts = create();
    const added = [1, 2, 3].map(() => counts.add(DAY, WEB, 2));

    expect(added).toEqual([true, true, false]);
    expect(counts.used(DAY, WEB)).toBe(2);
  });
});

describe('counts of clients in a file', () => {
  it('survive their process, and are shared by those that have the folder', () => {
    const [one, other] = [new ClientCountsInFile(folder), new ClientCountsInFile(folder)];
    one.add(DAY, WEB, null);
    other.add(DAY, WEB, null);
    one.add(DAY, BI, null);

    for (const counts of [one, other, new ClientCountsInFile(folder)]) {
      expect([counts.used(DAY, WEB), counts.used(DAY, BI)]).toEqual([2, 1]);
    }
  });

  it('wait for the rest of a line', () => {
    const file = join(folder, `clients-${DAY}`);
    writeFileSync(file, WEB.slice(0, 10));
    const counts = new ClientCountsInFile(folder);

    expect(counts.used(DAY, WEB)).toBe(0);

    appendFileSync(file, `${WEB.slice(10)}\n`);

    expect(counts.used(DAY, WEB)).toBe(1);
  });

  it('delete the files of past days, and no others', () => {
    writeFileSync(join(folder, 'requests-2026-05-31'), '...');
    const counts = new ClientCountsInFile(folder);
    counts.add(DAY, WEB, null);
    counts.add(NEXT_DAY, WEB, null);

    expect(readdirSync(folder).sort()).toEqual([`clients-${NEXT_DAY}`, 'requests-2026-05-31']);
    expect(readFileSync(join(folder, `clients-${NEXT_DAY}`), 'utf8')).toBe(`${WEB}\n`);
  });

  it('go on in memory when the folder is gone for good, and report it once', () => {
    const failures: Error[] = [];
    const inside = join(folder, 'company');
    const counts = new ClientCountsInFile(inside, (error) => failures.push(error));
    rmSync(inside, { recursive: true });
    writeFileSync(inside, 'a file in place of the folder');

    expect([1, 2, 3].map(() => counts.add(DAY, WEB, 2))).toEqual([true, true, false]);
    expect(failures).toHaveLength(1);
  });
});
