import { counted } from '../../lib/counted.js';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  BREAK,
  GraphQLError,
  type GraphQLFormattedError,
  type ASTVisitor,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { DocumentLimits } from '../../config/config.js';

/** Counts something in an operation for one limit. */
interface LimitCounter {
  readonly n: number;
  readonly onAccept: ((context: ValidationContext | null, counted: { n: number }) => void)[];
}

/**
 * Returns rules that refuse a document for its size. Fragments count at each spread, because a short document may
 * expand to a very long one. The parser counts tokens, and stops at the limit.
 */
export function limitRules({
  maxDepth,
  maxAliases,
  maxDirectives,
}: DocumentLimits): ValidationRule[] {
  return [
    limitRule(maxDepth, ['level of fields', 'levels of fields'], (counting) =>
      // Introspection has its own limit, and GraphiQL's introspection query is deep.
      maxDepthRule({ ...counting, flattenFragments: true, ignoreIntrospection: true }),
    ),
    // Includes the aliases that the library excludes.
    limitRule(maxAliases, ['alias', 'aliases'], (counting) =>
      maxAliasesRule({ ...counting, allowList: [] }),
    ),
    limitRule(maxDirectives, ['directive', 'directives'], maxDirectivesRule),
    shortAliases,
  ];
}

/** Longer aliases are not readable. */
export const MAX_ALIAS_LENGTH = 100;

/** The response repeats an alias for each object of a list. */
const shortAliases: ValidationRule = (context) => ({
  Field: ({ alias }) => {
    if (alias === undefined || alias.value.length <= MAX_ALIAS_LENGTH) return;
    context.reportError(
      new GraphQLError(
        `The alias has ${alias.value.length} characters; the limit is ${MAX_ALIAS_LENGTH}.`,
        { nodes: alias },
      ),
    );
  },
});

/** Fields that show the schema to clients, routers, and stitching gateways. */
const introspectionFields: ReadonlySet<string> = new Set([
  '__schema',
  '__type',
  '_service',
  '_sdl',
]);

/** Refuses operations that read the schema. */
export const withoutIntrospection: ValidationRule = (context) => ({
  Field: (node) => {
    if (!introspectionFields.has(node.name.value)) return undefined;
    context.reportError(
      new GraphQLError(
        'Introspection is disabled on this gateway. An operator can enable it with GATEWAY_INTROSPECTION=on.',
        { nodes: node },
      ),
    );
    return BREAK;
  },
});

/** The messages of the parser and the validator at a limit, and plainer ones for clients. */
const plainMessages: readonly (readonly [RegExp, (message: string, limit: string) => string])[] = [
  [
    /^Syntax Error: Document contains more that (\d+) tokens\..*$/,
    (_, limit) =>
      `The document has more than the allowed ${counted(Number(limit), 'token')}. Split it.`,
  ],
  [
    /^Maximum call stack size exceeded$/,
    () => 'The document is nested too deeply. Select fewer levels.',
  ],
  [
    /^Validation aborted\.$/,
    () => 'The document selects the same fields too often to be validated. Select each field once.',
  ],
  [/^Too many validation errors, .*$/, () => 'The document has more errors than are shown.'],
];

/** Explains plainly why a document was refused. */
export function rewriteLimitError(error: GraphQLFormattedError): GraphQLFormattedError {
  const found = plainMessages.find(([pattern]) => pattern.test(error.message));
  return found === undefined
    ? error
    : { ...error, message: error.message.replace(found[0], found[1]) };
}

/** The library's own errors look like syntax errors. So it only counts, and this rule refuses. */
function limitRule(
  most: number,
  [one, several]: readonly [string, string],
  count: (counting: LimitCounter) => (context: ValidationContext) => unknown,
): ValidationRule {
  const refuse = (context: ValidationContext | null, { n }: { n: number }): void => {
    if (n <= most) return;
    const found = n > Number.MAX_SAFE_INTEGER ? 'far more' : String(n);
    context?.reportError(
      new GraphQLError(
        `The operation has ${found} ${n === 1 ? one : several}; the limit is ${most}.`,
      ),
    );
  };
  const rule = count({ n: Infinity, onAccept: [refuse] });
  return (context) => rule(context) as ASTVisitor;
}
