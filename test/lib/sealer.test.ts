import { describe, expect, it } from '@jest/globals';
import { Sealer } from '../../src/lib/sealer.js';
import { secretsIn } from '../../src/lib/secrets.js';

const sealer = new Sealer('a secret of at least 32 characters', 'redis');
const long = { text: Array.from({ length: 500 }, (_, index) => `sentence ${index}`) };

describe('sealed data', () => {
  it.each([
    ['short', { title: 'Élodie' }],
    ['long', long],
    ['null', null],
  ])('can be opened: %s', (_, value) => {
    expect(sealer.open(sealer.seal(value, 'here'), 'here')).toEqual(value);
  });

  it('is compressed when it is long', () => {
    expect(sealer.seal(long, 'here').length).toBeLessThan(JSON.stringify(long).length / 2);
  });

  it('cannot be opened elsewhere, changed, truncated, or with another secret', () => {
    const sealed = sealer.seal({ id: '1' }, 'here');
    const changed = Buffer.from(sealed);
    changed[sealed.length - 1] = (changed[sealed.length - 1] ?? 0) ^ 1;
    const other = new Sealer('another secret of at least 32 characters', 'redis');

    expect(sealer.open(sealed, 'there')).toBeUndefined();
    expect(sealer.open(changed, 'here')).toBeUndefined();
    expect(sealer.open(sealed.subarray(0, 20), 'here')).toBeUndefined();
    expect(sealer.open(Buffer.alloc(0), 'here')).toBeUndefined();
    expect(other.open(sealed, 'here')).toBeUndefined();
  });

  it('cannot be opened for another purpose', () => {
    const tickets = new Sealer('a secret of at least 32 characters', 'ticket');

    expect(tickets.open(sealer.seal({ id: '1' }, 'here'), 'here')).toBeUndefined();
    expect(tickets.name('a')).not.toBe(sealer.name('a'));
  });

  it('differs each time, but names are equal', () => {
    expect(sealer.seal(1, 'here')).not.toEqual(sealer.seal(1, 'here'));
    expect(sealer.name('users', 'a@example.com')).toBe(sealer.name('users', 'a@example.com'));
    expect(sealer.name('ab', 'c')).not.toBe(sealer.name('a', 'bc'));
  });
});

const OLD = 'old-secret-of-at-least-32-characters';
const NEW = 'new-secret-of-at-least-32-characters';

describe('several secrets', () => {
  it('are separated by spaces or line breaks, each long enough', () => {
    expect(secretsIn(`${NEW} ${OLD}`)).toEqual([NEW, OLD, `${NEW} ${OLD}`]);
    expect(secretsIn(`${NEW}\n${OLD}`).slice(0, 2)).toEqual([NEW, OLD]);
    expect(secretsIn(OLD)).toEqual([OLD]);
    // A sentence was one secret before lists were possible.
    expect(secretsIn(`${OLD} and more`)).toEqual([`${OLD} and more`]);
  });

  it('all open, and the first seals', () => {
    const before = new Sealer(OLD, 'redis');
    const both = new Sealer(`${NEW} ${OLD}`, 'redis');
    const after = new Sealer(NEW, 'redis');

    expect(both.open(before.seal({ id: '1' }, 'here'), 'here')).toEqual({ id: '1' });
    expect(after.open(both.seal({ id: '1' }, 'here'), 'here')).toEqual({ id: '1' });
    expect(before.open(both.seal({ id: '1' }, 'here'), 'here')).toBeUndefined();
    expect(both.openText(before.sealText(1, 'here'), 'here')).toBe(1);
    expect(both.names('a').slice(0, 2)).toEqual([after.name('a'), before.name('a')]);
  });

  it('seal again with the first what another one has sealed, and nothing else', () => {
    const both = new Sealer(`${NEW} ${OLD}`, 'redis');
    const after = new Sealer(NEW, 'redis');
    const byOld = new Sealer(OLD, 'redis').seal({ id: '1' }, 'here');
    const byNew = after.seal({ id: '1' }, 'here');

    expect(after.open(both.reseal(byOld, 'here') ?? byOld, 'here')).toEqual({ id: '1' });
    expect(both.reseal(byNew, 'here')).toBe(byNew);
    expect(both.reseal(byOld, 'there')).toBeUndefined();
    expect(after.reseal(byOld, 'here')).toBeUndefined();
  });
});
