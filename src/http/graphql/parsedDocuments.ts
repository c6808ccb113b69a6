import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/**
 * Maximum length of the texts of all stored documents. A parsed document takes about a hundred bytes for each character:
 * 30 MB in all. Apollo's own store counts the JSON of documents, and reaches 150 MB with names that come once.
 */
const MAX_CHARACTERS = 300_000;

/** The store in which Apollo keeps documents that were parsed and validated. */
export interface ParsedDocumentStore {
  get(key: string): Promise<DocumentNode | undefined>;
  set(key: string, document: DocumentNode): Promise<void>;
  delete(key: string): Promise<boolean>;
}

/** Returns a store that evicts the least recently used documents first. */
export function createParsedDocumentStore(): ParsedDocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ loc }) => Math.max(1, loc?.source.body.length ?? 1),
  });
  return {
    get: (key) => Promise.resolve(documents.get(key)),
    set: (key, document) => {
      documents.set(key, document);
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(documents.delete(key)),
  };
}
