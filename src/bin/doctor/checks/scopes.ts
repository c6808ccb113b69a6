import type { GongError } from '../../../gong/errors.js';
import { compareScopes, fieldsNeeding, scopesOf } from '../../../graphql/scopes/needed.js';
import type { ScopeUse } from '../../../graphql/scopes/uses.js';
import { ok, warning, type Finding } from '../finding.js';
import { MOST_REQUESTS, type ProbeResult } from '../probes.js';

/** What an API key may do, as far as it was tried. */
export function keyScopeFindings(
  { firstError, granted, missing, endedBy }: ProbeResult,
  uses: readonly ScopeUse[],
): readonly Finding[] {
  if (firstError !== null) return [];
  const untried = scopesOf(uses).filter((scope) => ![...granted, ...missing].includes(scope));
  return [
    ...(granted.length === 0 ? [] : [{ ...ok('Scopes', 'there are:'), words: granted }]),
    ...missing.map((scope) =>
      missingFinding(
        scope,
        uses,
        'Ask the technical administrator at Gong who made the key to allow it, or do without these fields.',
      ),
    ),
    ...(untried.length === 0 ? [] : [{ ...untriedFinding(endedBy), words: untried }]),
  ];
}

function untriedFinding(endedBy: GongError | null): Finding {
  if (endedBy === null || endedBy.kind === 'cost-limit-exceeded') {
    return ok('Scopes', `not tried, to spend no more than ${MOST_REQUESTS} requests:`);
  }
  return warning('Scopes', `not tried, since ${reasonOf(endedBy)}:`, 'Ask the doctor again later.');
}

function reasonOf({ kind, operation, status }: GongError): string {
  if (kind === 'rate-limited') return 'Gong asked to wait';
  if (kind === 'quota-exhausted') return "the day's requests are used up";
  if (kind === 'deadline-exceeded') return 'the limits let so many requests take too long';
  return `${operation ?? 'a request'} failed${status === undefined ? '' : ` (status ${status})`}`;
}

/** What was granted by OAuth 2.0, beside what is needed. */
export function grantedScopeFindings(
  granted: readonly string[],
  uses: readonly ScopeUse[],
): readonly Finding[] {
  const { missing, superfluous } = compareScopes(scopesOf(uses), granted);
  return [
    ...(missing.length === 0
      ? [ok('Scopes', 'all that the fields need are granted.')]
      : missing.map((scope) =>
          missingFinding(
            scope,
            uses,
            'Add it to the app at Gong and, where that is set, to GONG_OAUTH_SCOPES; then connect the company again.',
          ),
        )),
    ...superfluousFindings('granted, but needed by no field', superfluous),
  ];
}

/** GONG_OAUTH_SCOPES beside what is needed. */
export function askedScopeFindings(
  asked: readonly string[],
  uses: readonly ScopeUse[],
): readonly Finding[] {
  const { missing, superfluous } = compareScopes(scopesOf(uses), asked);
  return [
    ...missing.map((scope): Finding => ({
      ...missingFinding(scope, uses, 'Add it to GONG_OAUTH_SCOPES, or leave that unset.'),
      says: `GONG_OAUTH_SCOPES lacks ${scope}, which these fields need:`,
    })),
    ...superfluousFindings('in GONG_OAUTH_SCOPES, but needed by no field', superfluous),
  ];
}

function missingFinding(scope: string, uses: readonly ScopeUse[], todo: string): Finding {
  const fields = fieldsNeeding(scope, uses);
  const says =
    fields.length > 0
      ? `${scope} is missing. Without it, these fields fail:`
      : `${scope} is missing, says Gong, though no field is known to need it.`;
  return { grade: 'problem', about: 'Scopes', says, words: fields, todo };
}

function superfluousFindings(what: string, superfluous: readonly string[]): readonly Finding[] {
  if (superfluous.length === 0) return [];
  return [
    {
      ...warning('Scopes', `${what}:`, 'Leave them out, unless raw requests are to use them.'),
      words: superfluous,
    },
  ];
}
