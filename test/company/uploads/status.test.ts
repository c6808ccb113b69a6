import { describe, expect, it } from '@jest/globals';
import type { UploadRecord } from '../../../src/company/uploads/ledger.js';
import { uploadStatus, type CallAvailability } from '../../../src/company/uploads/status.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const MINUTE = 60_000;
const ago = (minutes: number, durationSeconds: number | null = null): UploadRecord => ({
  mediaAt: NOW - minutes * MINUTE,
  durationSeconds,
});
const withoutMedia: UploadRecord = { mediaAt: null, durationSeconds: 300 };

describe('uploadStatus', () => {
  it.each<[CallAvailability, UploadRecord | null, string | null]>([
    ['visible', null, 'READY'],
    ['visible', withoutMedia, 'READY'],
    ['visible', ago(600), 'READY'],
    ['not-ready', null, 'PROCESSING'],
    ['not-ready', ago(600, 10), 'PROCESSING'],
    ['not-ready', withoutMedia, 'MEDIA_MISSING'],
    ['unknown', null, null],
    ['unknown', withoutMedia, 'MEDIA_MISSING'],
    ['unknown', ago(0), 'PROCESSING'],
    ['unknown', ago(60), 'PROCESSING'],
    ['unknown', ago(61), 'PROBABLY_DISCARDED'],
    ['unknown', ago(0, 59.9), 'PROBABLY_DISCARDED'],
    ['unknown', ago(0, 60), 'PROCESSING'],
  ])('returns, for a call that is %s and a record %j, %s', (visibility, record, expected) => {
    expect(uploadStatus(visibility, record, NOW)).toBe(expected);
  });
});
