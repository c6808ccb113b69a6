import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';

/** One part of a multipart form. Of a file, only what can be told without holding it. */
export interface FormPart {
  name: string;
  /** Null for a plain field. */
  fileName: string | null;
  contentType: string;
  bytes: number;
  /** Fingerprint of the bytes, in hexadecimal digits. */
  sha256: string;
  /** Its text, when its lines are JSON: these are read. */
  text?: string;
}

/**
 * Reads a multipart form as it comes in and keeps nothing of its files but their fingerprints, and lines of JSON.
 * @throws Error when the form ends early or isn't one.
 */
export const readForm = async (stream: Readable, contentType: string): Promise<FormPart[]> => {
  const parts: FormPart[] = [];
  const form = new Busboy({ headers: { 'content-type': contentType } });
  form.on('field', (name, value, _nameCut, _valueCut, _encoding, type) => {
    const hash = createHash('sha256').update(value).digest('hex');
    parts.push({
      name,
      fileName: null,
      contentType: type,
      bytes: Buffer.byteLength(value),
      sha256: hash,
    });
  });
  form.on('file', (name, file, fileName, _encoding, type) => {
    const hash = createHash('sha256');
    const lines: Buffer[] | null = type === 'application/x-ndjson' ? [] : null;
    let bytes = 0;
    file.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      hash.update(chunk);
      lines?.push(chunk);
    });
    file.on('end', () => {
      const text = lines === null ? {} : { text: Buffer.concat(lines).toString('utf8') };
      parts.push({
        name,
        fileName,
        contentType: type,
        bytes,
        sha256: hash.digest('hex'),
        ...text,
      });
    });
  });
  await pipeline(stream, form);
  return parts;
};

/** Whether a body has to be read as a form. */
export const isForm = (contentType: string | undefined): contentType is string =>
  contentType?.toLowerCase().startsWith('multipart/form-data') === true;
