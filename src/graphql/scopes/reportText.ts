import { counted } from '../../lib/counted.js';
import type { ScopeEntry, ScopeReport } from './report.js';
import { inColumns } from './inColumns.js';

/** Returns the text that `npm run scopes` prints. */
export function reportText(report: ScopeReport): string {
  return [
    `The fields of the schema need ${counted(report.needed.length, 'scope')}. The list shows each with Gong's operations and the fields that read them.`,
    '"Type.*" are the fields of a type that have no source of their own.',
    '',
    ...report.needed.flatMap((entry) => [...entryLines(entry), '']),
    'Mutation.gongRequest needs the scopes of the operation that it calls, which are not listed here.',
    '',
    ...configuredLines(report),
  ].join('\n');
}

function entryLines({ scope, isAlwaysAsked, operations }: ScopeEntry): readonly string[] {
  return [
    `${scope}${isAlwaysAsked ? '  (always requested)' : ''}`,
    ...operations.flatMap(({ operation, endpoint, fields }) => [
      `  ${endpoint}  (${operation})`,
      ...inColumns(
        fields.map(({ field, whenArgument }) =>
          whenArgument === null ? field : `${field}(${whenArgument}:)`,
        ),
        '    ',
      ),
    ]),
  ];
}

function configuredLines({ needed, configured, missing, superfluous }: ScopeReport): string[] {
  if (configured === null) {
    return ['GONG_OAUTH_SCOPES is not set: OAuth 2.0 requests exactly these scopes.'];
  }
  if (missing.length === 0 && superfluous.length === 0) {
    return ['GONG_OAUTH_SCOPES contains exactly these scopes.'];
  }
  const lines = [
    ...missing.map((scope) => `MISSING in GONG_OAUTH_SCOPES: ${scope}`),
    ...superfluous.map(({ scope, operations }) => {
      const why =
        operations.length === 0
          ? "and no operation of Gong's API description either. Check its spelling."
          : `only raw requests do (${operations.join(', ')}).`;
      return `UNUSED in GONG_OAUTH_SCOPES: ${scope}. No field needs it, ${why}`;
    }),
  ];
  if (missing.length === 0) return lines;
  return [
    ...lines,
    '→ Unset GONG_OAUTH_SCOPES, or set it to:',
    `  ${needed.map(({ scope }) => scope).join(' ')}`,
  ];
}
