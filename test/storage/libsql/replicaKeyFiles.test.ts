import { randomUUID } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Sealer } from '../../../src/lib/sealer.js';
import { ReplicaKeyFiles } from '../../../src/storage/libsql/replicaKeyFiles.js';

const OLD = 'the-old-secret-of-at-least-32-characters';
const NEW = 'the-new-secret-of-at-least-32-characters';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-keys-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const keysWith = (secret: string, sealer = new Sealer(secret, 'replica')) =>
  new ReplicaKeyFiles({ folder, sealer, createId: randomUUID });
const pathOf = (name: string) => join(folder, `${name}.key`);

/** The same key, sealed with each of the secrets. */
async function sealedWithBoth(): Promise<{ key: Buffer; byOld: Buffer; byNew: Buffer }> {
  const key = await keysWith(OLD).create('one');
  const byOld = await readFile(pathOf('one'));
  await keysWith(`${NEW} ${OLD}`).reseal();
  return { key, byOld, byNew: await readFile(pathOf('one')) };
}

describe('the key of a replica', () => {
  it('is random, private, and found again', async () => {
    const one = await keysWith(OLD).create('one');
    const other = await keysWith(OLD).create('other');

    expect(one).toHaveLength(32);
    expect(other.equals(one)).toBe(false);
    expect(await keysWith(OLD).find('one')).toEqual(one);
    expect((await stat(pathOf('one'))).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual(['one.key', 'other.key']);
  });

  it('is one, when several gateways make it at the same time', async () => {
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        keysWith(index % 2 === 0 ? `${NEW} ${OLD}` : `${OLD} ${NEW}`).create('one'),
      ),
    );

    expect(new Set(made.map((key) => key.toString('hex'))).size).toBe(1);
    expect(await keysWith(`${OLD} ${NEW}`).find('one')).toEqual(made[0]);
    expect(await readdir(folder)).toEqual(['one.key']);
  });

  it('is in no file in clear, and neither is the secret', async () => {
    const key = await keysWith(OLD).create('one');
    const stored = await readFile(pathOf('one'));
    const readable = [
      key,
      ...(['hex', 'base64', 'base64url'] as const).map((as) => key.toString(as)),
      OLD,
    ];

    expect(readable.filter((text) => stored.includes(text))).toEqual([]);
  });

  it.each<[string, () => Promise<void>]>([
    ['sealed with another secret', () => Promise.resolve()],
    ['that of another replica', () => copyFile(pathOf('other'), pathOf('one'))],
    ['damaged', () => writeFile(pathOf('one'), Buffer.alloc(75, 1))],
    ['cut off', () => writeFile(pathOf('one'), 'short')],
    ['missing', () => rm(pathOf('one'))],
  ])('is replaced, when it is %s', async (_name, damage) => {
    const first = await keysWith(OLD).create('one');
    await keysWith(NEW).create('other');
    await damage();

    expect(await keysWith(NEW).find('one')).toBeNull();
    const second = await keysWith(NEW).create('one');
    expect(second.equals(first)).toBe(false);
    expect(await keysWith(NEW).find('one')).toEqual(second);
  });

  it('says why it cannot be read', async () => {
    await rm(folder, { recursive: true });
    await writeFile(folder, 'not a folder');
    const failure = {
      kind: 'unavailable',
      message: 'The key of a replica in GATEWAY_STATE_DIR cannot be read or written (ENOTDIR).',
    };

    await expect(keysWith(OLD).find('one')).rejects.toMatchObject(failure);
    await expect(keysWith(OLD).reseal()).rejects.toMatchObject(failure);
  });
});

describe('keys that are sealed again', () => {
  it('open with the first secret alone, and no longer with the old one', async () => {
    const key = await keysWith(OLD).create('one');
    await keysWith(NEW).create('other');

    expect(await keysWith(`${NEW} ${OLD}`).reseal()).toEqual({
      resealed: 1,
      current: 1,
      busy: 0,
      unreadable: 0,
    });
    expect(await keysWith(`${NEW} ${OLD}`).reseal()).toMatchObject({ resealed: 0, current: 2 });
    expect(await keysWith(NEW).find('one')).toEqual(key);
    expect(await keysWith(OLD).find('one')).toBeNull();
    expect((await stat(pathOf('one'))).mode & 0o777).toBe(0o600);
  });

  it('are left as they are, when no secret opens them', async () => {
    const key = await keysWith(OLD).create('one');

    expect(await keysWith(NEW).reseal()).toEqual({
      resealed: 0,
      current: 0,
      busy: 0,
      unreadable: 1,
    });
    expect(await keysWith(OLD).find('one')).toEqual(key);
  });

  it('are counted as none, when there is no folder', async () => {
    await rm(folder, { recursive: true });

    expect(await keysWith(NEW).reseal()).toEqual({
      resealed: 0,
      current: 0,
      busy: 0,
      unreadable: 0,
    });
  });

  it.each<[string, (byOld: Buffer, byNew: Buffer) => readonly Buffer[]]>([
    ['in the second copy', (byOld, byNew) => [byOld, byNew.subarray(0, 40)]],
    ['after the second copy', (byOld, byNew) => [byOld, byNew]],
    ['in the first copy', (_byOld, byNew) => [byNew.subarray(0, 40), Buffer.alloc(35), byNew]],
    ['before the second copy was removed', (_byOld, byNew) => [byNew, byNew]],
  ])('open after the process was killed %s, and are sealed to the end later', async (_, stored) => {
    const { key, byOld, byNew } = await sealedWithBoth();
    await writeFile(pathOf('one'), Buffer.concat([...stored(byOld, byNew)]));

    expect(await keysWith(`${NEW} ${OLD}`).find('one')).toEqual(key);
    expect(await keysWith(`${NEW} ${OLD}`).reseal()).toMatchObject({ resealed: 1 });
    expect(await keysWith(NEW).find('one')).toEqual(key);
    expect(await keysWith(OLD).find('one')).toBeNull();
    expect(await readFile(pathOf('one'))).toHaveLength(byOld.length);
  });

  it('do not replace a key that a gateway makes in the meantime', async () => {
    const later = await keysWith(OLD).create('one');
    const stored = await readFile(pathOf('one'));
    await keysWith(OLD).setAside('one');
    await keysWith(OLD).create('one');
    class SealerOfAGatewayThatStarts extends Sealer {
      override reseal(bytes: Buffer, place: string): Buffer | undefined {
        renameSync(pathOf('one'), `${pathOf('one')}.unreadable`);
        writeFileSync(pathOf('one'), stored);
        return super.reseal(bytes, place);
      }
    }
    const sealer = new SealerOfAGatewayThatStarts(`${NEW} ${OLD}`, 'replica');
    await keysWith(NEW, sealer).reseal();

    expect(await keysWith(OLD).find('one')).toEqual(later);
    expect(await readFile(pathOf('one'))).toEqual(stored);
  });
});
