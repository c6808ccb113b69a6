import { describe, expect, it, jest } from '@jest/globals';
import { replicaFolder } from '../../support/replica.js';

jest.unstable_mockModule('libsql', () => {
  throw new Error("Cannot find module '@libsql/some-machine'");
});
const { Engine } = await import('../../../src/storage/libsql/engine.js');

describe('Engine.open()', () => {
  it('says that the machine cannot load the engine, and why', async () => {
    const { path, remove } = await replicaFolder();
    const opening = Engine.open({ path, lockPath: null, lockWaitMs: 0, key: 'a' });

    await expect(opening).rejects.toMatchObject({
      kind: 'unsupported',
      message:
        "This machine can't load the database engine libsql: Cannot find module '@libsql/some-machine'",
    });
    await remove();
  });
});
