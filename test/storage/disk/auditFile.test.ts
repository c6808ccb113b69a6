import {
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { auditHealth } from '../../../src/http/health/auditHealth.js';
import { AuditFile } from '../../../src/storage/disk/auditFile.js';
import { FakeClock } from '../../support/clock.js';

let folder: string;
let path: string;
let clock: FakeClock;
let logged: { level: string; fields: object; message: string }[];
let file: AuditFile;

function open(): AuditFile {
  const log =
    (level: string) =>
    (fields: object, message: string): void => {
      logged.push({ level, fields, message });
    };
  const logger = { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
  file = new AuditFile({ path, clock, logger });
  return file;
}

const linesAt = (place: string): readonly unknown[] =>
  readFileSync(place, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-file-'));
  path = join(folder, 'audit.log');
  clock = new FakeClock();
  logged = [];
});
afterEach(() => {
  file.close();
  rmSync(folder, { recursive: true });
});

describe('AuditFile', () => {
  it('appends to what is there, and is readable by its owner only', () => {
    open().write([{ n: 1 }]);
    file.close();
    open().write([{ n: 2 }, { n: 3 }]);

    expect(linesAt(path)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('goes on in a new file a second after the old one was renamed, and loses nothing', async () => {
    open().write([{ n: 1 }]);
    renameSync(path, `${path}.1`);
    file.write([{ n: 2 }]);
    await clock.advance(1000);
    file.write([{ n: 3 }]);

    expect(linesAt(`${path}.1`)).toEqual([{ n: 1 }, { n: 2 }]);
    expect(linesAt(path)).toEqual([{ n: 3 }]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('goes on at the beginning of a file that was truncated', () => {
    open().write([{ n: 1 }]);
    truncateSync(path);
    file.write([{ n: 2 }]);

    expect(readFileSync(path, 'utf8')).toBe('{"n":2}\n');
  });

  it('counts what is lost on a full disk, reports it once a minute, and goes on when there is space', async () => {
    symlinkSync('/dev/full', path);
    open().write([{ n: 1 }, { n: 2 }]);
    file.write([{ n: 3 }]);

    expect(logged).toMatchObject([
      {
        level: 'error',
        message: 'Audit log cannot be written: records are lost',
        fields: { reason: 'ENOSPC', lost: 2 },
      },
    ]);
    expect(auditHealth(file)).toMatchObject({ status: 'failing', lost: 3 });
    await clock.advance(60_000);
    file.write([{ n: 4 }]);
    expect(logged).toHaveLength(2);
    rmSync(path);
    await clock.advance(1000);
    file.write([{ n: 5 }]);
    expect(linesAt(path)).toEqual([{ n: 5 }]);
    expect(logged[2]).toMatchObject({ level: 'info', fields: { lost: 4 } });
    expect(auditHealth(file)).toMatchObject({ status: 'ok', lost: 4 });
  });
});
