import { counted } from '../../lib/counted.js';
import type { ScopeEntry, ScopeReport } from './report.js';
import { inColumns } from './inColumns.js';

/** What `npm run scopes` prints for people. */
export function reportText(report: ScopeReport): string {
  return [
    `The fields of the schema need ${counted(report.needed.length, 'scope')}. Each with Gong's operations and the fields from there;`,
    '"Type.*" are the fields of a record without a source of their own.',
    '',
    ...report.needed.flatMap((entry) => [...entryLines(entry), '']),
    'Mutation.gongRequest needs the scope of whatever is sent by it, and names none here.',
    '',
    ...configuredLines(report),
  ].join('\n');
}

function entryLines({ scope, isAlwaysAsked, operations }: ScopeEntry): readonly string[] {
  return [
    `${scope}${isAlwaysAsked ? '  (always asked for)' : ''}`,
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
    return ['GONG_OAUTH_SCOPES is not set: by OAuth 2.0, exactly these are asked for.'];
  }
  if (missing.length === 0 && superfluous.length === 0) {
    return ['GONG_OAUTH_SCOPES holds exactly these.'];
  }
  const lines = [
    ...missing.map((scope) => `MISSING in GONG_OAUTH_SCOPES: ${scope}`),
    ...superfluous.map(({ scope, operations }) => {
      const why =
        operations.length === 0
          ? "nor any operation of Gong's API description: is it spelt right?"
          : `only raw requests could (${operations.join(', ')}).`;
      return `Superfluous in GONG_OAUTH_SCOPES: ${scope}. No field needs it, ${why}`;
    }),
  ];
  if (missing.length === 0) return lines;
  return [
    ...lines,
    '→ Leave GONG_OAUTH_SCOPES unset, or set it to:',
    `  ${needed.map(({ scope }) => scope).join(' ')}`,
  ];
}
