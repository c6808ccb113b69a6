import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto';
import { deriveKey } from '../../lib/sealer.js';
import { secretsIn } from '../../lib/secrets.js';
import { InputError } from '../inputError.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Creates and reads the cursors that clients see. They are sealed with AES-256-GCM: no client can create, change, or
 * read one, and those of another tenant are invalid. The same position gives the same cursor, which keeps clients'
 * caches stable. For that, the nonce is derived from the content.
 */
export class CursorCodec {
  private readonly sealKey: Buffer;
  /** The keys of all secrets. */
  private readonly openKeys: readonly Buffer[];
  private readonly nonceKey: Buffer;

  /**
   * @param secret shared by all instances; may list several: see `secretsIn`.
   * @param tenant the tenant whose data the cursors lead through.
   */
  constructor(
    secret: string,
    private readonly tenant: string,
  ) {
    const [first, ...others] = secretsIn(secret);
    this.sealKey = deriveKey(first, 'cursor seal');
    this.openKeys = [this.sealKey, ...others.map((each) => deriveKey(each, 'cursor seal'))];
    this.nonceKey = deriveKey(first, 'cursor nonce');
  }

  /**
   * @param list name, filter, and order of the list: see `listFingerprint`.
   * @param position the position of the walk; can be serialized as JSON.
   */
  encode(list: string, position: object): string {
    const plain = JSON.stringify([list, position]);
    const nonce = createHmac('sha256', this.nonceKey)
      .update(`${this.tenant}\n${plain}`)
      .digest()
      .subarray(0, NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.sealKey, nonce).setAAD(
      Buffer.from(this.tenant),
    );
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /**
   * Returns the position in a cursor of the list, or of any of several lists.
   *
   * @throws InputError `BAD_CURSOR`
   */
  decode<P extends object>(list: string | readonly string[], cursor: string): P {
    const [madeFor, position] = this.open(cursor);
    if (![list].flat().includes(madeFor)) {
      throw new InputError(
        'BAD_CURSOR',
        'Argument "after" is a cursor of a different list. Use the filter and order that the cursor ' +
          'came from, or omit "after" to start a new list.',
      );
    }
    return position as P;
  }

  private open(cursor: string): [string, object] {
    const bytes = Buffer.from(cursor, 'base64url');
    // Base64 has spare bits at its end. Only the spelling that the gateway sent is valid.
    if (bytes.toString('base64url') === cursor) {
      for (const key of this.openKeys) {
        const opened = openWith(key, bytes, this.tenant);
        if (opened !== null) return opened;
      }
    }
    // The message does not say why a cursor is invalid, because that would help a forger.
    throw new InputError(
      'BAD_CURSOR',
      'Argument "after" is not a cursor of this gateway, or is from before a restart without ' +
        'GATEWAY_SECRET. Omit "after" to start again.',
    );
  }
}

/** Returns what the key sealed for the tenant; null when it did not. */
function openWith(key: Buffer, bytes: Buffer, tenant: string): [string, object] | null {
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const sealed = bytes.subarray(NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(tenant))
      .setAuthTag(tag);
    const plain = Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
    return JSON.parse(plain) as [string, object];
  } catch {
    return null;
  }
}

/** Returns a short name for a list with its filter and order. Equal inputs give equal names. */
export function listFingerprint(name: string, filter: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([name, filter]))
    .digest('base64url')
    .slice(0, 16);
}
