import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DayCountInFile, DayCountInMemory } from '../../../src/gong/scheduling/dayCount.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'day-count-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const addTimes = (count: { add(day: string): void }, day: string, times: number): void => {
  for (let added = 0; added < times; added += 1) count.add(day);
};

describe.each([
  ['in memory', () => new DayCountInMemory()],
  ['in a file', () => new DayCountInFile(folder)],
])('a count %s', (_, create) => {
  it('counts one day and begins at zero on the next', () => {
    const count = create();
    expect(count.used('2026-06-01')).toBe(0);

    addTimes(count, '2026-06-01', 3);
    expect(count.used('2026-06-01')).toBe(3);
    expect(count.used('2026-06-02')).toBe(0);

    addTimes(count, '2026-06-02', 1);
    expect(count.used('2026-06-02')).toBe(1);
  });
});

describe('a count in a file', () => {
  it('survives its process', () => {
    addTimes(new DayCountInFile(folder), '2026-06-01', 41);

    const next = new DayCountInFile(folder);
    next.add('2026-06-01');

    expect(next.used('2026-06-01')).toBe(42);
  });

  it('creates its folder and those above it', () => {
    const count = new DayCountInFile(join(folder, 'state', 'company'));
    count.add('2026-06-01');
    expect(count.used('2026-06-01')).toBe(1);
  });

  it('is shared by processes that append at the same time', async () => {
    const file = join(folder, 'requests-2026-06-01');
    const append = `
      const { openSync, writeSync } = require('node:fs');
      const file = openSync(${JSON.stringify(file)}, 'a');
      for (let count = 0; count < 500; count += 1) writeSync(file, '.');
    `;
    const others = [0, 1].map(() => spawn(process.execPath, ['-e', append]));
    const ends = others.map((other) => once(other, 'exit'));
    const count = new DayCountInFile(folder);

    addTimes(count, '2026-06-01', 500);
    await Promise.all(ends);

    expect(count.used('2026-06-01')).toBe(1500);
  });

  it('is visible at once to processes that have it open', () => {
    const [one, two] = [new DayCountInFile(folder), new DayCountInFile(folder)];
    one.add('2026-06-01');
    expect(two.used('2026-06-01')).toBe(1);
    two.add('2026-06-01');
    expect(one.used('2026-06-01')).toBe(2);
  });

  it('deletes files of past days, and keeps other files', () => {
    writeFileSync(join(folder, 'requests-2026-05-30'), '...');
    writeFileSync(join(folder, 'tokens'), '');
    const count = new DayCountInFile(folder);
    count.add('2026-06-01');

    count.add('2026-06-02');

    expect(readdirSync(folder)).toEqual(['requests-2026-06-02', 'tokens']);
  });

  it('continues when a past file cannot be deleted', () => {
    // As when another process was quicker; a folder can't be removed like a file either.
    mkdirSync(join(folder, 'requests-2026-05-30'));
    const failures: Error[] = [];
    const count = new DayCountInFile(folder, (error) => failures.push(error));

    addTimes(count, '2026-06-01', 2);

    expect(count.used('2026-06-01')).toBe(2);
    expect(failures).toEqual([]);
  });

  it('fails in the constructor when the folder is not writable', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => new DayCountInFile(join(file, 'state'))).toThrow(/ENOTDIR.*state/);
  });

  it('continues in memory when the folder becomes unusable, and reports that once', () => {
    const failures: string[] = [];
    const count = new DayCountInFile(folder, ({ message }) => failures.push(message));
    addTimes(count, '2026-06-01', 2);
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'in its place');

    // What is open stays open; the next day's file can't be.
    addTimes(count, '2026-06-01', 1);
    expect(count.used('2026-06-01')).toBe(3);
    addTimes(count, '2026-06-02', 4);

    expect(count.used('2026-06-02')).toBe(4);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatch(/EEXIST|ENOTDIR/);

    rmSync(folder);
    addTimes(count, '2026-06-02', 1);
    expect(count.used('2026-06-02')).toBe(5);
    expect(new DayCountInFile(folder).used('2026-06-02')).toBe(1);
  });
});
