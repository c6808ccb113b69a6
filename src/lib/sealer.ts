import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { secretsIn } from './secrets.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** 128 bits, so that two names are never equal. */
const NAME_BYTES = 16;

/**
 * From this size on, compression is worthwhile: Gong's JSON becomes a quarter of its size, at 3 ms per megabyte. A
 * higher quality takes twice the time for a few percent.
 */
const COMPRESS_FROM_BYTES = 2048;
const BROTLI_QUALITY = 1;

const PLAIN = Buffer.from([0]);
const COMPRESSED = Buffer.from([1]);

interface Keys {
  readonly seal: Buffer;
  readonly name: Buffer;
}

/**
 * Encrypts data that leaves the process, so that it is unreadable without the secret: in Redis, where the content of
 * calls is personal data, and at clients.
 */
export class Sealer {
  /** Those of the first secret, which seals. */
  private readonly current: Keys;
  /** Those of all secrets, in order. */
  private readonly all: readonly Keys[];

  /**
   * @param secret shared by all instances; may list several: see `secretsIn`. With another one, nothing can be opened.
   * @param purpose what is sealed. Data that was sealed for another purpose cannot be opened.
   */
  constructor(
    secret: string,
    purpose: 'redis' | 'state' | 'ticket' | 'connection' | 'oauth state' | 'log' | 'status',
  ) {
    const [first, ...others] = secretsIn(secret);
    const keysOf = (each: string): Keys => ({
      seal: deriveKey(each, `${purpose} seal`),
      name: deriveKey(each, `${purpose} name`),
    });
    this.current = keysOf(first);
    this.all = [this.current, ...others.map(keysOf)];
  }

  /** Returns a name that can replace sensitive text in a key, such as an ID or a search text. */
  name(...parts: readonly string[]): string {
    return nameWith(this.current, parts);
  }

  /** Returns the names that the same text has with each secret; first the current one. */
  names(...parts: readonly string[]): readonly [string, ...string[]] {
    const [, ...others] = this.all;
    return [this.name(...parts), ...others.map((keys) => nameWith(keys, parts))];
  }

  /**
   * @param value can be serialized as JSON.
   * @param place where the data will be stored. It can be opened only there.
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
    const cipher = createCipheriv('aes-256-gcm', this.current.seal, nonce).setAAD(
      Buffer.from(place),
    );
    const sealed = [...plain.map((part) => cipher.update(part)), cipher.final()];
    return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]);
  }

  /** Returns the same as base64url text for a URL. */
  sealText(value: unknown, place: string): string {
    return this.seal(value, place).toString('base64url');
  }

  /** Returns what `sealText` sealed for the place; undefined for anything else. */
  openText(text: string, place: string): unknown {
    const bytes = Buffer.from(text, 'base64url');
    // Base64 has spare bits, and decoders skip unknown characters. Only the spelling that the gateway sent is valid.
    return bytes.toString('base64url') === text ? this.open(bytes, place) : undefined;
  }

  /** Returns what was sealed for the place; undefined when it was not, or with another secret. */
  open(bytes: Buffer, place: string): unknown {
    // A wrong key takes 0.4 ms per megabyte, and almost everything has the first one.
    for (const { seal } of this.all) {
      const opened = openWith(seal, bytes, place);
      if (opened !== undefined) return opened;
    }
    return undefined;
  }
}

function nameWith({ name }: Keys, parts: readonly string[]): string {
  return createHmac('sha256', name)
    .update(JSON.stringify(parts))
    .digest()
    .subarray(0, NAME_BYTES)
    .toString('base64url');
}

function openWith(key: Buffer, bytes: Buffer, place: string): unknown {
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
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

/** Returns a key of 32 bytes that tells nothing of the secret. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
}
