import { link, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createPrivateFile,
  isMissing,
  makePrivateFolder,
  namesIn,
  renameIfPresent,
  syncFolder,
} from '../../lib/files/privateFiles.js';
import type { Resealed, Sealer } from '../../lib/sealer.js';
import { DatabaseError } from '../../replica/database.js';
import {
  createReplicaKey,
  openReplicaKey,
  SEALED_KEY_BYTES,
  sealReplicaKey,
} from '../replicaKey.js';

export interface ReplicaKeyFilesOptions {
  /** Created when it is missing. */
  readonly folder: string;
  readonly sealer: Sealer;
  /** Makes names of drafts that no other process uses. */
  readonly createId: () => string;
}

const SUFFIX = '.key';

/** The sealed keys of replicas, each in a file beside its replica. Every method rejects with `DatabaseError`. */
export class ReplicaKeyFiles {
  constructor(private readonly options: ReplicaKeyFilesOptions) {}

  /** Returns the key of a replica; null when it is missing, damaged, or sealed with another secret. */
  find(name: string): Promise<Buffer | null> {
    return attempt(async () => {
      try {
        const stored = await readFile(this.pathOf(name));
        return this.sealedIn(stored, name)?.key ?? null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    });
  }

  /**
   * Makes the key of a replica that has none, or one that cannot be opened. It is on the disk when this returns.
   *
   * @returns the key, or that of another gateway, which was faster.
   */
  create(name: string): Promise<Buffer> {
    return attempt(async () => {
      const { folder, sealer, createId } = this.options;
      makePrivateFolder(folder);
      const key = createReplicaKey();
      const draft = `${this.pathOf(name)}.${createId()}`;
      try {
        await createPrivateFile(draft, sealReplicaKey(sealer, key, name));
        const existing = await this.place(draft, name);
        await syncFolder(folder);
        return existing ?? key;
      } finally {
        await rm(draft, { force: true });
      }
    });
  }

  /** Keeps the key of a replica that is set aside under another name. */
  setAside(name: string): Promise<void> {
    const path = this.pathOf(name);
    return attempt(() => renameIfPresent(path, `${path}.unreadable`));
  }

  /** Seals all keys with the first secret. Gateways may run. */
  reseal(): Promise<Resealed> {
    return attempt(async () => {
      const counts = { resealed: 0, current: 0, busy: 0, unreadable: 0 };
      for (const each of await namesIn(this.options.folder)) {
        if (!each.endsWith(SUFFIX)) continue;
        const result = await this.resealOne(each.slice(0, -SUFFIX.length));
        if (result !== null) counts[result] += 1;
      }
      return counts;
    });
  }

  private async resealOne(name: string): Promise<keyof Resealed | null> {
    let file: FileHandle;
    try {
      file = await open(this.pathOf(name), 'r+');
    } catch (error) {
      // A gateway has deleted the replica in the meantime.
      if (isMissing(error)) return null;
      throw error;
    }
    try {
      const stored = await file.readFile();
      const sealed = this.sealedIn(stored, name)?.sealed;
      const next = sealed && this.options.sealer.reseal(sealed, name);
      if (next === undefined) return 'unreadable';
      if (next === sealed && stored.length === SEALED_KEY_BYTES) return 'current';
      await overwrite(file, next);
      return 'resealed';
    } finally {
      await file.close();
    }
  }

  /** Gives a draft its name, unless there is a key that can be opened, which it returns. */
  private async place(draft: string, name: string): Promise<Buffer | null> {
    try {
      await link(draft, this.pathOf(name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const existing = await this.find(name);
      if (existing !== null) return existing;
      await rename(draft, this.pathOf(name));
    }
    return null;
  }

  /** Returns the key in a file, which has it twice when `overwrite` was interrupted. */
  private sealedIn(
    stored: Buffer,
    name: string,
  ): { readonly sealed: Buffer; readonly key: Buffer } | null {
    for (const from of [0, SEALED_KEY_BYTES]) {
      const sealed = stored.subarray(from, from + SEALED_KEY_BYTES);
      const key = openReplicaKey(this.options.sealer, sealed, name);
      if (key !== null) return { sealed, key };
    }
    return null;
  }

  private pathOf(name: string): string {
    return join(this.options.folder, `${name}${SUFFIX}`);
  }
}

/**
 * Replaces the content of an open file, of which at least one copy is complete at any moment. The file is not replaced
 * by another one: when a gateway gives its name to another key in the meantime, that key must stay.
 */
async function overwrite(file: FileHandle, sealed: Buffer): Promise<void> {
  for (const position of [SEALED_KEY_BYTES, 0]) {
    await file.write(sealed, 0, sealed.length, position);
    await file.sync();
  }
  await file.truncate(SEALED_KEY_BYTES);
  await file.sync();
}

async function attempt<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof DatabaseError) throw cause;
    const { code = 'no code' } = cause as NodeJS.ErrnoException;
    throw new DatabaseError(
      'unavailable',
      `The key of a replica in GATEWAY_STATE_DIR cannot be read or written (${code}).`,
      { cause },
    );
  }
}
