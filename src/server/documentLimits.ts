import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  BREAK,
  GraphQLError,
  type ASTVisitor,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { DocumentLimits } from '../config.js';

/** Tells how much of something an operation holds. */
interface Counting {
  readonly n: number;
  readonly onAccept: ((context: ValidationContext | null, counted: { n: number }) => void)[];
}

/**
 * Rules that refuse a document for its size. Fragments count wherever they are spread: a short document may mean
 * a very long one. How many tokens there are is told by the parser, which goes no further than it must.
 */
export function limitRules({
  maxDepth,
  maxAliases,
  maxDirectives,
}: DocumentLimits): ValidationRule[] {
  return [
    limitRule(maxDepth, 'levels deep', (counting) =>
      // What asks for the schema is bounded by a rule of its own, and GraphiQL's question goes deep.
      maxDepthRule({ ...counting, flattenFragments: true, ignoreIntrospection: true }),
    ),
    limitRule(maxAliases, 'aliases', maxAliasesRule),
    limitRule(maxDirectives, 'directives', maxDirectivesRule),
  ];
}

/** Refuses whoever asks for the schema. */
export const withoutIntrospection: ValidationRule = (context) => ({
  Field: (node) => {
    if (!['__schema', '__type'].includes(node.name.value)) return undefined;
    context.reportError(new GraphQLError('Introspection is off at this gateway.', { nodes: node }));
    return BREAK;
  },
});

/** The library's own refusals call themselves syntax errors and end as ours: it counts, and the rule refuses. */
function limitRule(
  most: number,
  what: string,
  count: (counting: Counting) => (context: ValidationContext) => unknown,
): ValidationRule {
  const refuse = (context: ValidationContext | null, { n }: { n: number }): void => {
    if (n <= most) return;
    const found = n > Number.MAX_SAFE_INTEGER ? 'far more' : String(n);
    context?.reportError(
      new GraphQLError(`An operation may have at most ${most} ${what}; this one has ${found}.`),
    );
  };
  const rule = count({ n: Infinity, onAccept: [refuse] });
  return (context) => rule(context) as ASTVisitor;
}
