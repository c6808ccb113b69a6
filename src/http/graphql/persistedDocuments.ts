import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PersistedDocuments, TrustedDocuments } from '../../config/config.js';
import { isObject } from '../../gong/exchange.js';
import { sha256 } from '../../lib/sha256.js';
import { RequestError } from '../requests/requestError.js';

/** How a request names its document. Malformed members are undefined. */
interface DocumentRequest {
  readonly text: string | undefined;
  readonly documentId: string | undefined;
  /** `extensions.persistedQuery`. */
  readonly persistedQuery: unknown;
}

/** What replaces the members of the request. */
interface ResolvedDocument {
  readonly text?: string;
  readonly persistedQuery?: { readonly version: 1; readonly sha256Hash: string };
}

/**
 * Finds the document that a request names, and refuses names and documents that are not allowed, before parsing.
 * `extensions.persistedQuery.sha256Hash` is Apollo's form of a name, and `documentId` that of GraphQL over HTTP.
 *
 * @param documentsOf returns the documents at the time of the request.
 */
export function createDocumentResolver(documentsOf: () => PersistedDocuments) {
  return (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void => {
    try {
      const documents = documentsOf();
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
 * Handles automatic persisted queries. Apollo would report an invalid hash, or one of another text, as an internal
 * error.
 *
 * @returns null when nothing is to be changed.
 * @throws RequestError
 */
function automaticDocument(asked: DocumentRequest, isOn: boolean): ResolvedDocument | null {
  const { text, documentId, persistedQuery } = asked;
  // Apollo reports that it is not supported.
  if (!isOn && persistedQuery !== undefined) return null;
  if (persistedQuery == null && documentId === undefined) {
    // To Apollo, an empty document is a missing one. But it is sent, and cannot be parsed.
    if (text === '') throw new RequestError(400, 'The document of the operation is empty.');
    return null;
  }
  if (persistedQuery != null && !isPersistedQuery(persistedQuery)) {
    throw new RequestError(
      422,
      '"extensions.persistedQuery" must have "version": 1 and the SHA-256 hash of the document as "sha256Hash".',
    );
  }
  const named = documentId?.replace(/^sha256:/, '');
  const hash = persistedQuery?.sha256Hash ?? named ?? '';
  if (named !== undefined && named !== hash) {
    throw new RequestError(
      422,
      'The request names two documents. Send either "documentId" or "sha256Hash".',
    );
  }
  if (text !== undefined && sha256(text) !== hash) {
    throw new RequestError(
      422,
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
        422,
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

/** Returns where the request names its document; null when Apollo will refuse the request anyway. */
function placeOf(request: FastifyRequest): {
  readonly asked: DocumentRequest;
  readonly put: (answered: ResolvedDocument) => void;
} | null {
  if (Array.isArray(request.body)) {
    throw new RequestError(
      422,
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
  if (!once) throw new RequestError(422, 'A URL parameter occurs twice.');
  const extensionsText = parameters.get('extensions');
  const extensions = extensionsText === null ? undefined : tryParse(extensionsText);
  if (extensionsText !== null && !isObject(extensions)) {
    throw new RequestError(422, 'The parameter "extensions" must be a JSON object.');
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
      // The GraphQL handler reads the URL from here.
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
