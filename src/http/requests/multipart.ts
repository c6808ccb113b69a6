import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../lib/clock.js';
import { isObject } from '../../gong/exchange.js';
import {
  declaredProblem,
  IncomingUpload,
  MAX_RECORDING_BYTES,
  type IncomingFile,
} from '../../company/uploads/recording.js';
import { RecordingError } from '../../company/uploads/recordingError.js';
import { parseBody } from './jsonBody.js';
import { RequestError } from './requestError.js';

export interface MultipartOptions {
  /** Maximum size of `operations`, and of `map`, in bytes. */
  readonly fieldLimitBytes: number;
  /** Maximum time until the files begin, in milliseconds. */
  readonly fieldsTimeoutMs: number;
  /** The request fails after this time without a byte; in milliseconds. */
  readonly idleTimeoutMs: number;
  readonly clock: Clock;
}

/** No operation that a person wrote uses more files. */
const MAX_FILES = 20;
const MAX_HEADER_BYTES = 16 * 1024;

/**
 * Accepts GraphQL multipart requests. The route gets the operation with its files in the variables. Files are read
 * when the operation needs them, and never stored.
 */
export function acceptMultipart(http: FastifyInstance, options: MultipartOptions): void {
  http.addContentTypeParser('multipart/form-data', (request, payload, done) => {
    new MultipartRequest(payload, options).operation().then(
      (operation) => {
        done(null, operation);
      },
      (error: unknown) => {
        done(error as Error);
      },
    );
  });
}

/** A file that the request announces. */
interface ExpectedFile {
  readonly name: string;
  /** Resolves to the file, or rejects when it will not arrive. */
  readonly coming: Promise<IncomingFile>;
  readonly come: (file: IncomingFile) => void;
  readonly fail: (error: Error) => void;
  /** Whether the operation has requested the file. */
  isWanted: boolean;
  hasCome: boolean;
  /** A known problem with the file. */
  problem: RecordingError | null;
}

/** Reads a form as fast as its files are used. */
class MultipartRequest {
  private readonly files = new Map<string, ExpectedFile>();
  /** The file that is arriving now. */
  private current: { readonly file: ExpectedFile | null; readonly stream: Readable } | null = null;
  private operations: Record<string, unknown> | null = null;
  private isMapped = false;
  /** Length of `operations` and `map`. */
  private fieldBytes = 0;

  constructor(
    private readonly request: IncomingMessage,
    private readonly options: MultipartOptions,
  ) {}

  /**
   * Returns the operation as soon as it has arrived. Its files may arrive later.
   *
   * @throws RequestError
   */
  operation(): Promise<Record<string, unknown>> {
    const { request } = this;
    return new Promise((resolve, reject) => {
      let form: Busboy;
      try {
        form = this.createForm();
      } catch {
        reject(new RequestError(400, 'The Content-Type of the multipart request has no boundary.'));
        request.resume();
        return;
      }
      const cancel = this.limitFields((error) => {
        fail(error);
      });
      const begin = (): void => {
        cancel();
        resolve(this.operations ?? {});
      };
      const fail = (error: Error): void => {
        cancel();
        reject(error);
        this.abort();
        request.unpipe(form);
        // The response must reach a client that is still sending.
        request.resume();
      };
      this.readParts(form, begin, fail);
      request.once('close', () => {
        if (request.complete) return;
        fail(new RequestError(400, 'The multipart request was interrupted.'));
      });
      request.pipe(form);
    });
  }

  /** Fails when the files do not begin in time. The returned function cancels that. */
  private limitFields(fail: (error: Error) => void): () => void {
    const { clock, fieldsTimeoutMs } = this.options;
    const cancelIdle = this.onceIdle(() => {
      fail(new RequestError(408, 'The multipart request stopped before its files arrived.'));
    });
    // This limit also applies when single bytes arrive.
    const cancelWhole = clock.after(fieldsTimeoutMs, () => {
      const problem = `The fields "operations" and "map" did not arrive within ${fieldsTimeoutMs} ms.`;
      fail(new RequestError(408, problem));
    });
    return () => {
      cancelIdle();
      cancelWhole();
    };
  }

  private readParts(form: Busboy, begin: () => void, fail: (error: Error) => void): void {
    form.on('field', (name, value, _isNameCut, isCut) => {
      try {
        this.fieldBytes += Buffer.byteLength(value);
        if (isCut) throw new RequestError(413, `The field "${name}" is too long.`);
        if (name === 'operations') this.operations = readOperations(value);
        else if (name === 'map') this.readMap(value);
        else return;
        // The checks before the operation need what is known of the files.
        if (this.isMapped && this.files.size === 0) begin();
      } catch (error) {
        fail(error as Error);
      }
    });
    form.on('file', (name, stream, fileName, _encoding, contentType) => {
      if (this.isMapped) {
        this.take(name, stream, { fileName, contentType });
        begin();
      } else {
        stream.resume();
        const order = '"operations" first, then "map", then the files';
        fail(new RequestError(422, `The parts of a multipart request must be in order: ${order}.`));
      }
    });
    form.once('error', () => {
      fail(new RequestError(400, 'The multipart request is malformed.'));
    });
    form.once('finish', () => {
      if (!this.isMapped) {
        fail(new RequestError(422, 'The multipart request has no fields "operations" and "map".'));
      }
      this.endFiles(
        (name) => `The multipart request has no part for the file "${name}" of its "map".`,
      );
      begin();
    });
  }

  private createForm(): Busboy {
    return new Busboy({
      headers: { 'content-type': this.request.headers['content-type'] ?? '' },
      limits: {
        fields: 2,
        fieldSize: this.options.fieldLimitBytes,
        headerSize: MAX_HEADER_BYTES,
      },
    });
  }

  /** @throws RequestError */
  private readMap(text: string): void {
    const { operations } = this;
    if (operations === null) {
      throw new RequestError(422, 'The field "operations" must come before "map".');
    }
    const map = readObject('map', text);
    if (Object.keys(map).length > MAX_FILES) {
      throw new RequestError(422, `The field "map" must name at most ${MAX_FILES} files.`);
    }
    for (const [name, paths] of Object.entries(map)) {
      const file = this.expect(name);
      if (!Array.isArray(paths) || paths.length === 0) {
        throw new RequestError(
          422,
          `The field "map" must list at least one path for the file "${name}".`,
        );
      }
      for (const path of paths as unknown[]) {
        const upload = new IncomingUpload(
          file,
          () => file.problem,
          () => this.open(file),
        );
        placeAt(operations, path, upload);
      }
    }
    this.isMapped = true;
  }

  private expect(name: string): ExpectedFile {
    let come: ExpectedFile['come'] = () => undefined;
    let fail: ExpectedFile['fail'] = () => undefined;
    const coming = new Promise<IncomingFile>((resolve, reject) => {
      come = resolve;
      fail = reject;
    });
    // The operation may not request this file.
    coming.catch(() => undefined);
    const file: ExpectedFile = {
      name,
      coming,
      come,
      fail,
      isWanted: false,
      hasCome: false,
      problem: null,
    };
    this.files.set(name, file);
    return file;
  }

  /** @throws RecordingError */
  private open(file: ExpectedFile): Promise<IncomingFile> {
    if (file.isWanted) {
      throw new RecordingError('gone', 'A file can be used only once. Send it again for each use.');
    }
    file.isWanted = true;
    const { current } = this;
    // No mutation will read the present file before this one arrives, so this one can never arrive.
    if (!file.hasCome && current?.file?.isWanted === false) file.fail(wrongOrder());
    const cancel = this.onceIdle((idleMs) => {
      file.fail(
        new RecordingError(
          'gone',
          `No data of the file arrived for ${idleMs} ms. Send the request again.`,
        ),
      );
    });
    return file.coming.finally(cancel);
  }

  /** Calls `act` when the request was idle for too long. The returned function cancels that. */
  private onceIdle(act: (idleMs: number) => void): () => void {
    const { request, options } = this;
    const { clock, idleTimeoutMs } = options;
    const wait = (): (() => void) =>
      clock.after(idleTimeoutMs, () => {
        act(idleTimeoutMs);
      });
    let cancel = wait();
    const onBytes = (): void => {
      cancel();
      cancel = wait();
    };
    request.on('data', onBytes);
    return () => {
      cancel();
      request.off('data', onBytes);
    };
  }

  private take(
    name: string,
    stream: Readable,
    { fileName, contentType }: { readonly fileName: string; readonly contentType: string },
  ): void {
    const named = this.files.get(name) ?? null;
    // A repeated file is treated like an unnamed one.
    const file = named?.hasCome === true ? null : named;
    this.current = { file, stream };
    // The reader of the stream reports errors.
    stream.on('error', () => undefined);
    if (file === null) {
      stream.resume();
      return;
    }
    file.hasCome = true;
    const least = this.leastBytes();
    file.problem = declaredProblem({
      contentType,
      bytes: least > MAX_RECORDING_BYTES ? least : null,
    });
    file.come({ stream, fileName, contentType, bytes: null });
    if (file.isWanted) return;
    for (const other of this.files.values()) {
      if (other.isWanted && !other.hasCome) other.fail(wrongOrder());
    }
  }

  /** Returns the minimum length of the file, by the length of the request; 0 when it has none. */
  private leastBytes(): number {
    const length = Number(this.request.headers['content-length'] ?? 0);
    if (this.files.size > 1) return 0;
    return length - this.fieldBytes - 3 * MAX_HEADER_BYTES;
  }

  private abort(): void {
    this.current?.stream.destroy(new Error('The request was interrupted.'));
    this.endFiles(
      () => 'The request was interrupted before the file arrived. Send the request again.',
    );
  }

  private endFiles(why: (name: string) => string): void {
    for (const file of this.files.values()) {
      if (file.hasCome) continue;
      file.problem = new RecordingError('gone', why(file.name));
      file.fail(file.problem);
    }
  }
}

function wrongOrder(): RecordingError {
  return new RecordingError(
    'gone',
    'A different file arrived first. Send the files in the order in which the operation uses them.',
  );
}

/** @throws RequestError */
function readOperations(text: string): Record<string, unknown> {
  if (Array.isArray(tryParse(text))) {
    throw new RequestError(
      422,
      'Several operations in one multipart request are not supported. Send each in its own request.',
    );
  }
  return { ...readObject('operations', text) };
}

/** @throws RequestError */
function readObject(field: string, text: string): Record<string, unknown> {
  const value = tryParse(text);
  if (isObject(value)) return value;
  // What is not JSON cannot be read. What is, can, but is not of a GraphQL multipart request.
  const status = value === undefined ? 400 : 422;
  throw new RequestError(status, `The field "${field}" must be a JSON object.`);
}

/**
 * Puts a file at a path in the variables, which must exist and be null.
 *
 * @throws RequestError
 */
function placeAt(operations: Record<string, unknown>, path: unknown, file: IncomingUpload): void {
  const [root, ...steps] = typeof path === 'string' ? path.split('.') : [];
  const last = steps.pop();
  let target: unknown = root === 'variables' ? operations['variables'] : undefined;
  for (const step of steps) target = memberOf(target, step);
  if (last === undefined || memberOf(target, last) !== null) {
    throw new RequestError(
      422,
      `The field "map" must name variables that are null in "operations"; got ${JSON.stringify(path).slice(0, 60)}.`,
    );
  }
  (target as Record<string, unknown>)[last] = file;
}

function memberOf(target: unknown, name: string): unknown {
  if (typeof target !== 'object' || target === null || !Object.hasOwn(target, name)) {
    return undefined;
  }
  return (target as Record<string, unknown>)[name];
}

function tryParse(text: string): unknown {
  try {
    return parseBody(text);
  } catch {
    return undefined;
  }
}
