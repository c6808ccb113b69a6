import { counted } from '../lib/counted.js';
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
import type { DocumentLimits } from '../config/config.js';

/** Tells how much of something an operation holds. */
interface LimitCounter {
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
    limitRule(maxDepth, ['level of fields', 'levels of fields'], (counting) =>
      // What asks for the schema is bounded by a rule of its own, and GraphiQL's question goes deep.
      maxDepthRule({ ...counting, flattenFragments: true, ignoreIntrospection: true }),
    ),
    // Those that the library doesn't count by itself count as well.
    limitRule(maxAliases, ['alias', 'aliases'], (counting) =>
      maxAliasesRule({ ...counting, allowList: [] }),
    ),
    limitRule(maxDirectives, ['directive', 'directives'], maxDirectivesRule),
    shortAliases,
  ];
}

/** More than anybody reads. */
export const MAX_ALIAS_LENGTH = 100;

/** An alias comes back with each object of a list. */
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

/** Fields that tell the schema: to clients, to routers and to stitching gateways. */
const introspectionFields: ReadonlySet<string> = new Set([
  '__schema',
  '__type',
  '_service',
  '_sdl',
]);

/** Refuses whoever asks for the schema. */
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

/** What the parser and the validator say when they give up, and what it means to whoever wrote the document. */
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

/** Says plainly why a document was refused. */
export function rewriteLimitError(error: GraphQLFormattedError): GraphQLFormattedError {
  const found = plainMessages.find(([pattern]) => pattern.test(error.message));
  return found === undefined
    ? error
    : { ...error, message: error.message.replace(found[0], found[1]) };
}

/** The library's own refusals call themselves syntax errors and end as ours: it counts, and the rule refuses. */
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
