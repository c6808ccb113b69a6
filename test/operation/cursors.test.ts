import { describe, expect, it } from '@jest/globals';
import { CursorCodec, listFingerprint } from '../../src/operation/loaders/cursors.js';
import { InputError } from '../../src/operation/inputError.js';

const SECRET = 'a secret that is long enough for this';
const codec = new CursorCodec(SECRET, 'acme');
const list = listFingerprint('calls', { from: null });
const position = { id: '7782342274025937895', started: '2026-03-02T14:05:00.123456Z', total: null };

const badCursor = expect.objectContaining({ code: 'BAD_CURSOR' });

/** What decoding does: the position, or the error. */
function decode(cursor: string, by = codec, of = list): unknown {
  try {
    return by.decode(of, cursor);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

describe('a cursor', () => {
  it.each([
    position,
    {},
    { next: null, ids: ['1', '2'], nested: { total: 3 } },
    { text: 'naïve 🙂 "quoted" \n' },
    { next: 'x'.repeat(5000) },
  ])('contains its position (%#)', (given) => {
    expect(decode(codec.encode(list, given))).toEqual(given);
  });

  it('is equal for the same position, in any process', () => {
    const other = new CursorCodec(SECRET, 'acme');

    expect(other.encode(list, position)).toBe(codec.encode(list, position));
  });

  it('differs for another position, list, tenant, or secret', () => {
    const cursors = [
      codec.encode(list, position),
      codec.encode(list, { ...position, total: 1 }),
      codec.encode(listFingerprint('calls', { from: 'x' }), position),
      new CursorCodec(SECRET, 'other').encode(list, position),
      new CursorCodec(`${SECRET}!`, 'acme').encode(list, position),
    ];

    // The first bytes are the nonce: no two places share one.
    expect(new Set(cursors.map((cursor) => cursor.slice(0, 16))).size).toBe(cursors.length);
  });

  it('fits into a URL and reveals nothing', () => {
    const cursor = codec.encode(list, position);

    expect(cursor).toMatch(/^[\w-]+$/);
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('7782342274');
  });
});

describe('a cursor of one of several secrets', () => {
  const next = 'the next secret, which has 32 characters';
  const longOld = 'old-secret-of-at-least-32-characters';
  const longNew = 'new-secret-of-at-least-32-characters';

  it('is valid, and new ones have the first', () => {
    const both = new CursorCodec(`${longNew} ${longOld}`, 'acme');
    const old = new CursorCodec(longOld, 'acme').encode(list, position);

    expect(both.decode(list, old)).toEqual(position);
    expect(both.encode(list, position)).toBe(
      new CursorCodec(longNew, 'acme').encode(list, position),
    );
    expect(() => new CursorCodec(next, 'acme').decode(list, old)).toThrow('not a cursor');
  });
});

describe('an invalid cursor', () => {
  const cursor = codec.encode(list, position);

  it('is refused with any of its bits flipped', () => {
    const bytes = Buffer.from(cursor, 'base64url');
    const accepted: string[] = [];

    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const tampered = Buffer.from(bytes);
      tampered.writeUInt8(tampered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const text = tampered.toString('base64url');
      if (!(decode(text) instanceof InputError)) accepted.push(text);
    }

    expect(accepted).toEqual([]);
    expect(decode(cursor)).toEqual(position);
  });

  it('is refused with any of its characters changed', () => {
    const accepted = [...cursor].flatMap((character, index) =>
      ['A', 'B', '-', '_', '=', '+', ' ', '']
        .filter((other) => other !== character)
        .map((other) => cursor.slice(0, index) + other + cursor.slice(index + 1))
        .filter((tampered) => !(decode(tampered) instanceof InputError)),
    );

    expect(accepted).toEqual([]);
  });

  it('is refused when truncated at any position', () => {
    const accepted = [...cursor].map((_, index) => decode(cursor.slice(0, index)));

    expect(accepted.every((result) => result instanceof InputError)).toBe(true);
  });

  it.each(['', 'x', '====', 'null', 'eyJpZCI6MX0', '💥', `${cursor}A`, `${cursor}=`, ` ${cursor}`])(
    'is refused when it is another text: %j',
    (text) => {
      expect(decode(text)).toEqual(badCursor);
    },
  );

  it.each([
    ['tenant', new CursorCodec(SECRET, 'other')],
    ['secret', new CursorCodec(`${SECRET}!`, 'acme')],
  ])('is refused from another %s, with the same message', (_, other) => {
    const foreign = decode(other.encode(list, position));
    const garbage = decode('garbage');

    expect(foreign).toEqual(badCursor);
    expect((foreign as Error).message).toBe((garbage as Error).message);
  });

  it('is refused from another list, with a message that says so', () => {
    const other = decode(cursor, codec, listFingerprint('calls', { from: '2026' }));

    expect(other).toEqual(badCursor);
    expect((other as Error).message).toContain('cursor of a different list');
  });
});

describe('the name of a list', () => {
  it('is the same for the same name and filter', () => {
    expect(listFingerprint('calls', { a: [1] })).toBe(listFingerprint('calls', { a: [1] }));
  });

  it('differs with name and filter', () => {
    const names = [
      listFingerprint('calls', {}),
      listFingerprint('users', {}),
      listFingerprint('calls', { a: 1 }),
      listFingerprint('calls', { a: '1' }),
      listFingerprint('calls', null),
    ];

    expect(new Set(names).size).toBe(names.length);
  });
});
