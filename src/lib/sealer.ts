import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** 128 bits: two names never share one. */
const NAME_BYTES = 16;

/**
 * From here on, compressing pays: JSON of Gong's becomes a quarter, at 3 ms for a megabyte. A higher quality
 * takes twice the time for a few per cent.
 */
const COMPRESS_FROM_BYTES = 2048;
const BROTLI_QUALITY = 1;

const PLAIN = Buffer.from([0]);
const COMPRESSED = Buffer.from([1]);

/**
 * Has what leaves the process make no sense to whoever has no secret, be it in Redis, where what was said in
 * calls is personal data, or in the hands of a client.
 */
export class Sealer {
  private readonly sealKey: Buffer;
  private readonly nameKey: Buffer;

  /**
   * @param secret shared by all gateways. With another one, nothing opens.
   * @param purpose what is sealed: what was sealed for another one doesn't open, either.
   */
  constructor(
    secret: string,
    purpose: 'redis' | 'state' | 'ticket' | 'connection' | 'oauth state',
  ) {
    this.sealKey = deriveKey(secret, `${purpose} seal`);
    this.nameKey = deriveKey(secret, `${purpose} name`);
  }

  /** Stands for something that must not be read from a key, such as an id or what was searched for. */
  name(...parts: readonly string[]): string {
    return createHmac('sha256', this.nameKey)
      .update(JSON.stringify(parts))
      .digest()
      .subarray(0, NAME_BYTES)
      .toString('base64url');
  }

  /**
   * @param value survives JSON.
   * @param place where it will lie; it opens nowhere else.
   */
  seal(value: unknown, place: string): Buffer {
    const json = Buffer.from(JSON.stringify(value));
    const plain =
      json.length < COMPRESS_FROM_BYTES
        ? [PLAIN, json]
        : [
            COMPRESSED,
            brotliCompressSync(json, {
              params: {
                [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
                [constants.BROTLI_PARAM_SIZE_HINT]: json.length,
              },
            }),
          ];
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.sealKey, nonce).setAAD(Buffer.from(place));
    const sealed = [...plain.map((part) => cipher.update(part)), cipher.final()];
    return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]);
  }

  /** The same as text for an address, in base64url. */
  sealText(value: unknown, place: string): string {
    return this.seal(value, place).toString('base64url');
  }

  /** What `sealText` sealed for that place; undefined for anything else. */
  openText(text: string, place: string): unknown {
    const bytes = Buffer.from(text, 'base64url');
    // Base64 has spare bits, and skips what it doesn't know: only the spelling that was given out counts.
    return bytes.toString('base64url') === text ? this.open(bytes, place) : undefined;
  }

  /** What was sealed for that place; undefined where it wasn't, or was by another secret. */
  open(bytes: Buffer, place: string): unknown {
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.sealKey, nonce, {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(place))
        .setAuthTag(tag);
      const plain = Buffer.concat([
        decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
        decipher.final(),
      ]);
      const body = plain.subarray(1);
      const json = plain[0] === COMPRESSED[0] ? brotliDecompressSync(body) : body;
      return JSON.parse(json.toString('utf8'));
    } catch {
      return undefined;
    }
  }
}

/** Returns a key of 32 bytes that tells nothing of the secret. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
}
