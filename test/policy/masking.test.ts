import { describe, expect, it } from '@jest/globals';
import { maskRecord, maskText, maskEverything } from '../../src/policy/masking.js';
import { MaskedCopies } from '../../src/policy/maskedCopies.js';

describe('In a text', () => {
  it.each([
    ['Write to x@acme.com.', 'Write to •••@acme.com.'],
    ['a.b+c_d-e@mail.acme.co.uk, again x@y.io', '•••@mail.acme.co.uk, again •••@y.io'],
    ['jörg.müller@firma.de', '•••@firma.de'],
    ['<mailto:x@acme.com>', '<mailto:•••@acme.com>'],
    ['Ring +1 (555) 123-4567 now', 'Ring •••67 now'],
    ['(555) 123-4567', '•••67'],
    ['555.123.4567', '•••67'],
    ['+4930123456', '•••56'],
    ['0171 2345678', '•••78'],
    ['5551234567', '•••67'],
    ['555-123-4567 555-765-4321', '•••21'],
    ['call 030/1234567, please', 'call •••67, please'],
  ])('what reaches somebody is masked: %s', (text, expected) => {
    expect(maskText(text, maskEverything)).toBe(expected);
  });

  it.each([
    'We meet at 10:30 on 2026-10-01, or 2026-10-01T10:30:00.123Z.',
    'Since 12.10.2026 and 1/2/2026, 2024-2026, 2024 / 2026.',
    'Deal of 1500000, 1.500.000 or 12 500 000 dollars; 0.123456789 and 99.5 %.',
    'Call 7782342274025937895, version 1.2.3, https://acme.com/p/5551234567?n=5551234567',
    'order_5551234567 and A5551234567B',
    'no address: @acme, x@, x@y, at acme dot com',
    '',
  ])('the rest stays: %s', (text) => {
    expect(maskText(text, maskEverything)).toBe(text);
  });

  it('only what is said is masked', () => {
    const text = 'x@acme.com 5551234567';
    expect(maskText(text, { emails: true, phones: false })).toBe('•••@acme.com 5551234567');
    expect(maskText(text, { emails: false, phones: true })).toBe('x@acme.com •••67');
  });

  it('what is masked stays as it is', () => {
    const once = maskText('x@acme.com, +1 555 123 4567', maskEverything);
    expect(maskText(once, maskEverything)).toBe(once);
  });

  it.each([
    ['letters', 'a'.repeat(200_000)],
    ['letters and dots behind an at', `@${'a.'.repeat(100_000)}`],
    ['ats', 'a@'.repeat(100_000)],
    ['digits', '1'.repeat(200_000)],
    ['digits and blanks', '1 '.repeat(100_000)],
    ['blanks', ' '.repeat(200_000)],
  ])('a flood of %s hides no address behind it', (_, text) => {
    // How much longer twice as much takes is a figure of `npm run bench scaling`.
    expect(maskText(`${text} x@acme.com`, maskEverything)).toMatch(/ •••@acme\.com$/);
  });
});

describe('In a record', () => {
  const record = {
    id: '5551234567',
    speakerIds: ['5551234567'],
    started: '2026-10-01T10:30:00Z',
    meetingUrl: 'https://meet.test/x@acme.com/5551234567',
    count: 5551234567,
    paid: 'x@acme.com',
    emailAddress: 'x@acme.com',
    phoneNumber: '123-45',
    phones: ['+1 555 123 4567', 5551234567],
    isPrivate: false,
    brief: null,
    fields: [
      { name: 'Mobile Phone', value: 15551234567 },
      { name: 'Email', value: 'x@acme.com' },
      { name: 'Email Id', value: 'x@acme.com' },
      { name: 'url', value: 'x@acme.com' },
      { name: 'Amount', value: 15551234567 },
      { name: 'Owners', value: ['x@acme.com', { name: 'Y', text: 'y@acme.com' }] },
    ],
  };

  it('texts and numbers are masked however deep; ids, links and times stay', () => {
    expect(maskRecord(record, maskEverything)).toEqual({
      ...record,
      paid: '•••@acme.com',
      emailAddress: '•••@acme.com',
      phoneNumber: '•••45',
      phones: ['•••67', '•••67'],
      fields: [
        { name: 'Mobile Phone', value: '•••67' },
        { name: 'Email', value: '•••@acme.com' },
        { name: 'Email Id', value: '•••@acme.com' },
        { name: 'url', value: '•••@acme.com' },
        { name: 'Amount', value: 15551234567 },
        { name: 'Owners', value: ['•••@acme.com', { name: 'Y', text: '•••@acme.com' }] },
      ],
    });
  });

  it('a number too short to leave anything of is masked whole', () => {
    expect(maskRecord({ phoneNumber: '1234' }, maskEverything)).toEqual({ phoneNumber: '•••' });
    expect(maskRecord({ phoneNumber: '' }, maskEverything)).toEqual({ phoneNumber: '' });
  });

  it('is itself where nothing is masked, else copied once for what is', () => {
    const copies = new MaskedCopies();
    const both = copies.of(record, maskEverything);
    expect(copies.of(record, null)).toBe(record);
    expect(copies.of(record, { emails: false, phones: false })).toBe(record);
    expect(copies.of(record, maskEverything)).toBe(both);
    expect(copies.of(record, { emails: true, phones: false })).not.toEqual(both);
    expect(record.emailAddress).toBe('x@acme.com');
  });
});
