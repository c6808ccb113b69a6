import { describe, expect, it } from '@jest/globals';
import { maskRecord, maskText, maskEverything } from '../../../src/access/policy/masking.js';
import { MaskedCopies } from '../../../src/access/policy/maskedCopies.js';

describe('maskText', () => {
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
    ['"john doe"@acme.com, "a@b"@acme.com', '•••@acme.com, •••@acme.com'],
    ['"very.\\".VERY.\\"very@\\\\ \\"very\\".odd"@acme.com', '•••@acme.com'],
    ["!#$%&'*+-/=?^_`{|}~@acme.com", '•••@acme.com'],
    ['a@b@acme.com', '•••@acme.com'],
    ['jo\u0301e@acme.com and हिन्दी@उदाहरण.भारत', '•••@acme.com and •••@उदाहरण.भारत'],
    ['joe\\@acme.com or joe.b\\@acme', '•••@acme.com or •••'],
    ['joe%40acme.com joe%2540acme.com', '•••@acme.com •••@acme.com'],
    ['joe\uff20acme.com joe&#64;acme.com', '•••@acme.com •••@acme.com'],
    ['j\u200boe@\u200bac\u00adme.com', '•••@acme.com'],
    ['joe@xn--e1afmkfd.xn--p1ai joe@acme\u3002com', '•••@xn--e1afmkfd.xn--p1ai •••@acme.com'],
    ['joe@intranet, x@y, joe@acme.c0m', '•••, •••, •••'],
    ['joe@[192.168.0.1] joe@[IPv6:2001:db8::1] joe@10.0.0.1', '••• ••• •••'],
    ['{"email":"joe@acme.com","name":"Joe"}', '{"email":"•••@acme.com","name":"Joe"}'],
    ['https://acme.com/?mail=joe%40acme.com&a=1', 'https://acme.com/?mail=•••@acme.com&a=1'],
    ['12\u201134\u201156\u201178, 12\u200934\u200956\u200978', '•••78, •••78'],
    ['555\u2212123\u22124567, 555\u200b123\u200b4567', '•••67, •••67'],
    ['\uff0b\uff14\uff19\uff08\uff13\uff10\uff09\uff11\uff12\uff13\uff14\uff15', '•••\uff14\uff15'],
    ['٠١٢٣٤٥٦٧٨٩, ०१२३ ४५६७८९', '•••٨٩, •••८९'],
    ['call 91234567', 'call •••67'],
    ['call 98 123 456, 1926-3-9-845', 'call •••56, •••45'],
    ['"\\""@intranet', '•••'],
    ['电话13812345678请打', '电话•••78请打'],
    ['%2B1%20555%20123%204567', '•••67'],
    ['Tel.5551234567, tel5551234567, phone=5551234567', 'Tel.•••67, tel•••67, phone=•••67'],
    ['5551234567x89, (5551234567)', '•••67x89, (•••67)'],
    ['on 2026-10-01 030 1234567', 'on 2026-10-01 •••67'],
    ['Call 7782342274025937895 5551234567', 'Call 7782342274025937895 •••67'],
  ])('masks addresses and phone numbers: %s', (text, expected) => {
    expect(maskText(text, maskEverything)).toBe(expected);
  });

  it.each([
    'We meet at 10:30 on 2026-10-01, or 2026-10-01T10:30:00.123Z.',
    'Since 12.10.2026 and 1/2/2026, 2024-2026, 2024 / 2026.',
    'Deal of 1500000, 1.500.000 or 12 500 000 dollars; 0.123456789 and 99.5 %.',
    'Call 7782342274025937895, version 1.2.3, https://acme.com/p/5551234567?n=5551234567',
    'order_5551234567 and A5551234567B',
    'no address: @acme, x@, at acme dot com, youtube.com/@acme, https://youtube.com/@acme',
    'We met @ 5pm, thanks @john, 😀@john, tues@3pm, 2@5.99, react@18.2.0, pkg@1.2.3-beta',
    'ID 12345678, #12345678, ticket: 12345678, INV-12345678',
    'On 20261001, 2026/10/01, 01.10.2026 - 05.10.2026, 2026–10–01; 2019 2020 2021',
    'At 10:30:00.123456, 2026-10-01T10:30:00.123456+02:00, 20261001T103000Z, 9.00 - 17.30',
    'For $12345678, 12345678 EUR, € 123456789, 12.345.678,90, 1 234 567, 1.500.000.000 or 10.000-20.000; 123456789 bytes',
    'Took 5400000 ms, 01:30:00, 123456789 seconds; from 5000 - 10000',
    'At 51.507351, -0.127758, 151.209290; 5 6 7 8 9 10 11; 550e8400-e29b-41d4-a716-446655440000',
    'Calls 7782342274025937895 and 12345678901234567890',
    '',
  ])('keeps other text: %s', (text) => {
    expect(maskText(text, maskEverything)).toBe(text);
  });

  it('masks only the configured kind of data', () => {
    const text = 'x@acme.com 5551234567';
    expect(maskText(text, { emails: true, phones: false })).toBe('•••@acme.com 5551234567');
    expect(maskText(text, { emails: false, phones: true })).toBe('x@acme.com •••67');
  });

  it('does not change masked text', () => {
    const once = maskText('x@acme.com, +1 555 123 4567', maskEverything);
    expect(maskText(once, maskEverything)).toBe(once);
  });

  it.each([
    ['letters', 'a'],
    ['letters and dots behind a sign', 'a.', '@'],
    ['signs', 'a@'],
    ['percent-encoded signs', '%40'],
    ['quotation marks and signs', '"@a '],
    ['backslashes', '\\', '', '"@a'],
    ['links with signs', '@b/', 'https://a/'],
    ['paths with signs', '@b/', 'acme.com/'],
    ['dots behind a sign', '.', 'a@', 'b'],
    ['brackets', '@['],
    ['digits', '1'],
    ['digits and blanks', '1 '],
    ['digits and more blanks than a number has', '1      '],
    ['dates', '2026-10-01 '],
    ['times', '1:'],
    ['plus signs', '+'],
    ['labels', 'a-'],
    ['schemes', 'a://'],
    ['blanks', ' '],
  ])('treats a long run of %s as text', (_, piece, before = '', after = '') => {
    // What takes time by the square of this never ends.
    const masked = maskText(before + piece.repeat(100_000) + after, maskEverything);

    expect(masked.length).toBeGreaterThan(0);
  });
});

describe('maskRecord', () => {
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

  it('masks text and numbers at any depth, and keeps IDs, links, and times', () => {
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

  it.each([
    ['jo\u0301e@acme.com', '•••@acme.com'],
    ['"john doe"@acme.com', '•••@acme.com'],
    ['joe\u200b@acme.com', '•••@acme.com'],
    ['joe\uff20acme.com', '•••@acme.com'],
    ['joe@intranet', '•••'],
    ['joe@[192.168.0.1]', '•••'],
    ['Joe <joe@acme.com>', '•••'],
    ['joe', '•••'],
    ['5551234', '•••'],
    ['7782342274025937895', '•••'],
    ['•••@acme.com', '•••@acme.com'],
    ['', ''],
  ])('masks a member for addresses whatever its form: %p', (value, expected) => {
    for (const name of ['emailAddress', 'userEmailAddress', 'mailbox', 'work_email', 'Email__c']) {
      expect(maskRecord({ [name]: value }, maskEverything)).toEqual({ [name]: expected });
      expect(maskRecord({ [name]: [value] }, maskEverything)).toEqual({ [name]: [expected] });
    }
    const nested = (text: string) => ({
      emails: [{ from: text, id: '1', sentTime: '2026-10-01T00:00:00Z' }, { address: text }],
      fields: [
        { name: 'Work E-Mail', value: text },
        { type: 'EMAILADDRESS', value: text },
      ],
    });
    expect(maskRecord(nested(value), maskEverything)).toEqual(nested(expected));
  });

  it.each([
    ['1-800-FLOWERS', '•••'],
    ['+1 555 123 4567 ext. 12', '•••12'],
    ['٠١٢٣٤٥٦٧٨٩', '•••٨٩'],
    ['2026-10-01', '•••01'],
    ['7782342274025937895', '•••95'],
    ['sales line', '•••'],
    [' ', ' '],
    ['•••95', '•••95'],
  ])('masks a member for phone numbers whatever its form: %p', (value, expected) => {
    for (const name of ['phoneNumber', 'extension', 'homePhone', 'mobile', 'HomePhone__c']) {
      expect(maskRecord({ [name]: value }, maskEverything)).toEqual({ [name]: expected });
    }
    const nested = (text: string) => ({
      phoneNumbers: [{ raw: text, normalized: text, isVerified: true, countryCode: 49 }],
      fields: [{ name: 'Mobile (private)', value: text }],
    });
    expect(maskRecord(nested(value), maskEverything)).toEqual(nested(expected));
  });

  it('masks member names that are addresses or phone numbers', () => {
    const record = { 'x@acme.com': 1, 'y@acme.com': 2, '5551234567': 3, '7782342274025937895': 4 };

    expect(maskRecord(record, maskEverything)).toEqual({
      '•••@acme.com': 1,
      '•••@acme.com (2)': 2,
      '•••67': 3,
      '7782342274025937895': 4,
    });
  });

  it('keeps members with similar names', () => {
    const record = {
      emailsImported: true,
      numOfEmailsSearched: 12,
      emailSubject: 'Hello',
      telephonySystem: 'Aircall',
      microphone: 'Built-in',
      mobileAppId: 'com.acme.app',
      fields: [
        { name: 'Amount', value: '12345678' },
        { name: 'Email Opt Out', value: 'No' },
      ],
    };

    expect(maskRecord(record, maskEverything)).toEqual(record);
  });

  it('masks links to a person’s address or number', () => {
    const record = { url: 'mailto:joe@acme.com', callUrl: 'tel:+15551234567' };

    expect(maskRecord(record, maskEverything)).toEqual({
      url: 'mailto:•••@acme.com',
      callUrl: 'tel:•••67',
    });
  });

  it('masks a short number completely', () => {
    expect(maskRecord({ phoneNumber: '1234' }, maskEverything)).toEqual({ phoneNumber: '•••' });
    expect(maskRecord({ phoneNumber: '' }, maskEverything)).toEqual({ phoneNumber: '' });
  });

  it('returns the record itself without a mask, and one copy for each mask', () => {
    const copies = new MaskedCopies();
    const both = copies.of(record, maskEverything);
    expect(copies.of(record, null)).toBe(record);
    expect(copies.of(record, { emails: false, phones: false })).toBe(record);
    expect(copies.of(record, maskEverything)).toBe(both);
    expect(copies.of(record, { emails: true, phones: false })).not.toEqual(both);
    expect(record.emailAddress).toBe('x@acme.com');
  });
});
