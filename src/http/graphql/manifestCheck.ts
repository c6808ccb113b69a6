import { parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import type { DocumentLimits, PersistedDocuments } from '../../config/config.js';
import type { Logger } from '../../lib/logger.js';
import { limitRules } from './documentLimits.js';

/** Maximum of reported documents. */
const MAX_REPORTED = 20;

/**
 * Logs documents that cannot run. The gateway starts anyway, because a manifest may contain documents of older
 * clients only.
 */
export function checkManifest(
  persisted: PersistedDocuments,
  schema: GraphQLSchema,
  limits: DocumentLimits,
  logger: Logger,
): void {
  if (persisted.mode !== 'only') return;
  const rules = [...specifiedRules, ...limitRules(limits)];
  const checked = new Set<string>();
  const problems: { readonly id: string; readonly problem: string }[] = [];
  for (const [id, text] of persisted.documents.byId) {
    // The same text is also indexed by its hash.
    if (checked.has(text)) continue;
    checked.add(text);
    const problem = problemOf(text);
    if (problem !== null) problems.push({ id, problem });
  }
  if (problems.length === 0) return;
  logger.warn(
    { count: problems.length, documents: problems.slice(0, MAX_REPORTED) },
    "Some persisted documents are invalid for this gateway's schema or limits",
  );

  function problemOf(text: string): string | null {
    try {
      const document = parse(text, { maxTokens: limits.maxTokens });
      return validate(schema, document, rules, { maxErrors: 1 })[0]?.message ?? null;
    } catch (error) {
      return (error as Error).message;
    }
  }
}
