import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
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
  private readonly nonceKey: Buffer;

  /**
   * @param secret shared by all instances.
   * @param tenant the tenant whose data the cursors lead through.
   */
  constructor(
    secret: string,
    private readonly tenant: string,
  ) {
    this.sealKey = deriveKey(secret, 'cursor seal');
    this.nonceKey = deriveKey(secret, 'cursor nonce');
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
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const sealed = bytes.subarray(NONCE_BYTES + TAG_BYTES);
    try {
      // Base64 has spare bits at its end. Only the spelling that the gateway sent is valid.
      if (bytes.toString('base64url') !== cursor) throw new RangeError('not canonical');
      const decipher = createDecipheriv('aes-256-gcm', this.sealKey, nonce, {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(this.tenant))
        .setAuthTag(tag);
      const plain = Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
      return JSON.parse(plain) as [string, object];
    } catch {
      // The message does not say why a cursor is invalid, because that would help a forger.
      throw new InputError(
        'BAD_CURSOR',
        'Argument "after" is not a cursor of this gateway, or is from before a restart without ' +
          'GATEWAY_SECRET. Omit "after" to start again.',
      );
    }
  }
}

/** Returns a short name for a list with its filter and order. Equal inputs give equal names. */
export function listFingerprint(name: string, filter: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([name, filter]))
    .digest('base64url')
    .slice(0, 16);
}

function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
}
