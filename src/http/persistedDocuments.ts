import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PersistedDocuments, TrustedDocuments } from '../config/config.js';
import { isObject } from '../gong/exchange.js';
import { RequestError } from './requestError.js';

/** What a request says of the document that it wants run. Members that aren't what they should be are undefined. */
interface DocumentRequest {
  readonly text: string | undefined;
  readonly documentId: string | undefined;
  /** `extensions.persistedQuery`. */
  readonly persistedQuery: unknown;
}

/** What is put in place of it. */
interface ResolvedDocument {
  readonly text?: string;
  readonly persistedQuery?: { readonly version: 1; readonly sha256Hash: string };
}

/**
 * Finds out which document a request names, and refuses what may not be named or run before it is parsed.
 * `extensions.persistedQuery.sha256Hash` is Apollo's way to name one, `documentId` that of GraphQL over HTTP.
 */
export function createDocumentResolver(documents: PersistedDocuments) {
  return (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void => {
    try {
      const place = placeOf(request);
      if (place !== null) {
        const answered =
          documents.mode === 'only'
            ? trustedDocument(place.asked, documents.documents)
            : automaticDocument(place.asked, documents.mode === 'apq');
        if (answered !== null) place.put(answered);
      }
      done();
    } catch (error) {
      done(error as Error);
    }
  };
}

/**
 * What Apollo makes of it is its own; a hash that isn't one, or is of another text, would seem to be a mistake of
 * the gateway's there.
 *
 * @returns null where nothing is to be changed.
 * @throws RequestError
 */
function automaticDocument(asked: DocumentRequest, isOn: boolean): ResolvedDocument | null {
  const { text, documentId, persistedQuery } = asked;
  // Apollo says that it isn't supported.
  if (!isOn && persistedQuery !== undefined) return null;
  if (persistedQuery == null && documentId === undefined) return null;
  if (persistedQuery != null && !isPersistedQuery(persistedQuery)) {
    throw new RequestError(
      400,
      '"extensions.persistedQuery" must have "version": 1 and the SHA-256 hash of the document as "sha256Hash".',
    );
  }
  const named = documentId?.replace(/^sha256:/, '');
  const hash = persistedQuery?.sha256Hash ?? named ?? '';
  if (named !== undefined && named !== hash) {
    throw new RequestError(
      400,
      'The request names two documents. Send either "documentId" or "sha256Hash".',
    );
  }
  if (text !== undefined && sha256(text) !== hash) {
    throw new RequestError(
      400,
      '"sha256Hash" must be the SHA-256 hash of the text of the document.',
    );
  }
  return documentId === undefined ? null : { persistedQuery: { version: 1, sha256Hash: hash } };
}

/** @throws RequestError */
function trustedDocument(
  asked: DocumentRequest,
  { byId, texts }: TrustedDocuments,
): ResolvedDocument {
  const { text, documentId, persistedQuery } = asked;
  const id = documentId ?? (isPersistedQuery(persistedQuery) ? persistedQuery.sha256Hash : null);
  if (id === null) {
    if (text === undefined) {
      throw new RequestError(
        400,
        'This gateway runs only documents of its manifest. Send "documentId" or "extensions.persistedQuery.sha256Hash".',
        'PERSISTED_QUERY_ID_REQUIRED',
      );
    }
    if (!texts.has(text)) throw notInSafelist();
    return { text };
  }
  const known = byId.get(id) ?? byId.get(id.replace(/^sha256:/, ''));
  if (known === undefined) {
    throw new RequestError(
      404,
      `The manifest of this gateway has no document ${JSON.stringify(id.slice(0, 60))}.`,
      'PERSISTED_QUERY_NOT_IN_LIST',
    );
  }
  if (text !== undefined && text !== known) throw notInSafelist();
  return { text: known };
}

function notInSafelist(): RequestError {
  return new RequestError(
    403,
    'This gateway runs only documents of its manifest, and this text is not in it.',
    'QUERY_NOT_IN_SAFELIST',
  );
}

function isPersistedQuery(
  value: unknown,
): value is { readonly version: 1; readonly sha256Hash: string } {
  return isObject(value) && value['version'] === 1 && typeof value['sha256Hash'] === 'string';
}

/** Where a request says it; null where Apollo will refuse it, whatever it says. */
function placeOf(request: FastifyRequest): {
  readonly asked: DocumentRequest;
  readonly put: (answered: ResolvedDocument) => void;
} | null {
  if (Array.isArray(request.body)) {
    throw new RequestError(
      400,
      'Several operations in one request are not supported. Send each in its own request.',
    );
  }
  if (request.method === 'POST') return isObject(request.body) ? inBody(request) : null;
  return request.method === 'GET' ? inAddress(request) : null;
}

function inBody(request: FastifyRequest): ReturnType<typeof placeOf> {
  const body = request.body as Readonly<Record<string, unknown>>;
  const { query, documentId, extensions } = body;
  return {
    asked: {
      text: stringOf(query),
      documentId: stringOf(documentId),
      persistedQuery: isObject(extensions) ? extensions['persistedQuery'] : undefined,
    },
    put: ({ text, persistedQuery }) => {
      request.body = {
        ...body,
        ...(text === undefined ? {} : { query: text }),
        ...(isObject(extensions) || persistedQuery !== undefined
          ? { extensions: { ...(extensions as object | undefined), persistedQuery } }
          : {}),
      };
    },
  };
}

function inAddress(request: FastifyRequest): ReturnType<typeof placeOf> {
  const { raw } = request;
  const address = raw.url ?? '';
  const [path = ''] = address.split('?', 1);
  const parameters = new URLSearchParams(address.slice(path.length + 1));
  const once = ['query', 'documentId', 'extensions'].every(
    (name) => parameters.getAll(name).length < 2,
  );
  if (!once) throw new RequestError(400, 'A URL parameter occurs twice.');
  const extensionsText = parameters.get('extensions');
  const extensions = extensionsText === null ? undefined : tryParse(extensionsText);
  if (extensionsText !== null && !isObject(extensions)) {
    throw new RequestError(400, 'The parameter "extensions" must be a JSON object.');
  }
  return {
    asked: {
      text: parameters.get('query') ?? undefined,
      documentId: parameters.get('documentId') ?? undefined,
      persistedQuery: isObject(extensions) ? extensions['persistedQuery'] : undefined,
    },
    put: ({ text, persistedQuery }) => {
      if (text !== undefined) parameters.set('query', text);
      parameters.set(
        'extensions',
        JSON.stringify({ ...(extensions as object | undefined), persistedQuery }),
      );
      // That is where the handler of GraphQL reads it.
      raw.url = `${path}?${parameters.toString()}`;
    },
  };
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
