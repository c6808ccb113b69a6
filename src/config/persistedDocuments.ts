import { counted } from '../lib/counted.js';
import { GraphQLError, parse } from 'graphql';
import { isObject } from '../gong/exchange.js';
import { sha256 } from '../lib/sha256.js';
import type { Environment, ParseResult } from './values.js';

/** Returns the text of a file. Throws when there is none. */
export type ReadFile = (path: string) => string;

/**
 * How clients can name a document instead of sending its text. `apq`: by the hash of one that a client sent before;
 * `off`: not at all; `only`: documents of the manifest, and no others run.
 */
export type PersistedDocuments =
  | { readonly mode: 'apq' | 'off' }
  | { readonly mode: 'only'; readonly documents: TrustedDocuments };

/** Documents that may run. */
export interface TrustedDocuments {
  /** Their texts by the ID in the manifest, and by the SHA-256 of the text. */
  readonly byId: ReadonlyMap<string, string>;
  readonly texts: ReadonlySet<string>;
}

const MODE = 'GATEWAY_PERSISTED_DOCUMENTS';
const FILE = 'GATEWAY_PERSISTED_DOCUMENTS_FILE';

/** More problems of one file would not help. */
const MAX_PROBLEMS = 20;

/** Reads the manifest, when one is needed. */
export function parsePersistedDocuments(
  environment: Environment,
  readFile: ReadFile,
): ParseResult<PersistedDocuments> {
  const mode = environment[MODE]?.trim();
  const path = environment[FILE]?.trim();
  if (mode !== 'only') {
    // An operator who names a file expects that no other documents run.
    const problems = path === undefined ? [] : [`${FILE} has no effect without ${MODE}=only.`];
    return { value: { mode: mode === 'off' ? 'off' : 'apq' }, problems };
  }
  if (path === undefined) {
    const problems = [
      `${FILE} is missing. Set it to the manifest of the documents that ${MODE}=only may run.`,
    ];
    return { value: { mode: 'off' }, problems };
  }
  const { value, problems } = readManifest(path, readFile);
  return { value: { mode, documents: value }, problems: problems.map((each) => `${FILE} ${each}`) };
}

function readManifest(path: string, readFile: ReadFile): ParseResult<TrustedDocuments> {
  let text: string;
  try {
    text = readFile(path);
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    return nothing(`cannot be read (${typeof code === 'string' ? code : String(error)}).`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return nothing('is not JSON.');
  }
  const entries = isObject(json) ? entriesOf(json) : null;
  if (entries === null) {
    return nothing(
      'must contain a manifest in the format "apollo-persisted-query-manifest", version 1, ' +
        'or an object of documents by ID.',
    );
  }
  if (entries.length === 0) return nothing('contains no document.');
  return checked(entries);
}

function nothing(problem: string): ParseResult<TrustedDocuments> {
  return { value: { byId: new Map(), texts: new Set() }, problems: [problem] };
}

/** An unchecked entry. */
interface Entry {
  readonly place: string;
  readonly id: unknown;
  readonly text: unknown;
}

/**
 * Returns the entries of Apollo's manifest, or of the map that relay-compiler and graphql-codegen write; null for
 * another format.
 */
function entriesOf(json: Readonly<Record<string, unknown>>): readonly Entry[] | null {
  const { format, version, operations } = json;
  if (format === undefined) {
    return Object.entries(json).map(([id, text]) => ({ place: nameOf(id), id, text }));
  }
  const isKnown = format === 'apollo-persisted-query-manifest' && version === 1;
  if (!isKnown || !Array.isArray(operations)) return null;
  return (operations as unknown[]).map((operation, index) => {
    const place = `operations[${index}]`;
    return isObject(operation)
      ? { place, id: operation['id'], text: operation['body'] }
      : { place, id: undefined, text: undefined };
  });
}

function checked(entries: readonly Entry[]): ParseResult<TrustedDocuments> {
  const byId = new Map<string, string>();
  const problems: string[] = [];
  for (const { place, id, text } of entries) {
    if (typeof id !== 'string' || id === '') problems.push(`has no ID at ${place}.`);
    else if (typeof text !== 'string') problems.push(`has no document at ${place}.`);
    else if ((byId.get(id) ?? text) !== text) {
      problems.push(`has two documents with the ID ${nameOf(id)}.`);
    } else {
      const problem = syntaxProblem(text);
      if (problem !== null) problems.push(`has an invalid document at ${place}: ${problem}`);
      byId.set(id, text);
    }
  }
  const texts = new Set(byId.values());
  // IDs of the manifest have precedence over hashes.
  for (const text of texts) {
    const hash = sha256(text);
    if (!byId.has(hash)) byId.set(hash, text);
  }
  const more = problems.length - MAX_PROBLEMS;
  return {
    value: { byId, texts },
    problems:
      more > 0
        ? [...problems.slice(0, MAX_PROBLEMS), `has ${counted(more, 'more problem')} of this kind.`]
        : problems,
  };
}

function syntaxProblem(text: string): string | null {
  try {
    parse(text, { noLocation: true });
    return null;
  } catch (error) {
    const message = error instanceof GraphQLError ? error.message : String(error);
    return message.slice(0, 200);
  }
}

function nameOf(id: string): string {
  return JSON.stringify(id.slice(0, 80));
}
