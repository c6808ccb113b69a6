import type { GongError } from '../../../gong/errors.js';
import { compareScopes, fieldsNeeding, scopesOf } from '../../../graphql/scopes/needed.js';
import type { ScopeUse } from '../../../graphql/scopes/uses.js';
import { ok, warning, type Finding } from '../finding.js';
import {
  canBeTried,
  MAX_REQUESTS,
  MAX_REQUESTS_OF_ALL,
  type Extent,
  type ProbeResult,
} from '../probes.js';

/** Reports what an API key may do, as far as it was tried. */
export function keyScopeFindings(
  result: ProbeResult,
  uses: readonly ScopeUse[],
  extent: Extent,
): readonly Finding[] {
  const { firstError, granted, missing, unlicensed, failed } = result;
  if (firstError !== null) return [];
  const known = new Set([...granted, ...missing, ...unlicensed, ...failed.keys()]);
  const others = scopesOf(uses).filter((scope) => !known.has(scope));
  return [
    ...listed(ok('Scopes', 'granted:'), granted),
    ...missing.map((scope) =>
      missingFinding(
        scope,
        uses,
        'Ask the Gong administrator who created the key to grant the scope, or do not use these fields.',
      ),
    ),
    ...listed(
      warning(
        'Scopes',
        'of features that Gong has not enabled for the company:',
        "Ask Gong's support to enable the feature, or do not use its fields.",
      ),
      unlicensed,
    ),
    ...[...failed].map(([scope, error]) =>
      warning(
        'Scopes',
        `${scope} could not be checked, because ${reasonOf(error)}.`,
        'Run the doctor again later.',
      ),
    ),
    ...listed(untriedFinding(result, extent), others.filter(canBeTried)),
    ...listed(
      ok(
        'Scopes',
        'not checked, because only requests that change something or spend Gong credits need them:',
      ),
      others.filter((scope) => !canBeTried(scope)),
    ),
  ];
}

function listed(finding: Finding, words: readonly string[]): readonly Finding[] {
  return words.length === 0 ? [] : [{ ...finding, words }];
}

function untriedFinding({ endedBy }: ProbeResult, extent: Extent): Finding {
  const isLimit = endedBy?.kind === 'cost-limit-exceeded';
  if (endedBy !== null && !isLimit) {
    return warning(
      'Scopes',
      `not checked, because ${reasonOf(endedBy)}:`,
      'Run the doctor again later.',
    );
  }
  if (extent !== 'all') {
    return {
      ...ok('Scopes', `not checked, because the doctor sends at most ${MAX_REQUESTS} requests:`),
      todo: 'To try them, with one request each, run npm run doctor -- --all-scopes.',
    };
  }
  return isLimit
    ? warning(
        'Scopes',
        `not checked, because the doctor sends at most ${MAX_REQUESTS_OF_ALL} requests:`,
        'Run the doctor again later.',
      )
    : ok(
        'Scopes',
        'not checked, because they need another scope, or a record that the company does not have:',
      );
}

function reasonOf({ kind, operation, status }: GongError): string {
  if (kind === 'rate-limited') return 'Gong requested a pause';
  if (kind === 'quota-exhausted') return 'the daily quota is used up';
  if (kind === 'deadline-exceeded') return 'the requests would take too long within the rate limit';
  return `${operation ?? 'a request'} failed${status === undefined ? '' : ` (status ${status})`}`;
}

/** Compares the scopes that OAuth granted with the needed ones. */
export function grantedScopeFindings(
  granted: readonly string[],
  uses: readonly ScopeUse[],
): readonly Finding[] {
  const { missing, superfluous } = compareScopes(scopesOf(uses), granted);
  return [
    ...(missing.length === 0
      ? [ok('Scopes', 'all scopes that the fields need are granted.')]
      : missing.map((scope) =>
          missingFinding(
            scope,
            uses,
            'Add it to the app at Gong, and to GONG_OAUTH_SCOPES if that is set. Then connect the company again.',
          ),
        )),
    ...superfluousFindings('granted, but not needed by any field', superfluous),
  ];
}

/** Compares GONG_OAUTH_SCOPES with the needed scopes. */
export function askedScopeFindings(
  asked: readonly string[],
  uses: readonly ScopeUse[],
): readonly Finding[] {
  const { missing, superfluous } = compareScopes(scopesOf(uses), asked);
  return [
    ...missing.map((scope): Finding => ({
      ...missingFinding(scope, uses, 'Add it to GONG_OAUTH_SCOPES, or unset that variable.'),
      says: `GONG_OAUTH_SCOPES lacks ${scope}, which these fields need:`,
    })),
    ...superfluousFindings('in GONG_OAUTH_SCOPES, but not needed by any field', superfluous),
  ];
}

function missingFinding(scope: string, uses: readonly ScopeUse[], todo: string): Finding {
  const fields = fieldsNeeding(scope, uses);
  const says =
    fields.length > 0
      ? `${scope} is missing. Without it, these fields fail:`
      : `Gong reports that ${scope} is missing, although no field is known to need it.`;
  return { grade: 'problem', about: 'Scopes', says, words: fields, todo };
}

function superfluousFindings(what: string, superfluous: readonly string[]): readonly Finding[] {
  if (superfluous.length === 0) return [];
  return [
    {
      ...warning('Scopes', `${what}:`, 'Remove them, unless raw requests need them.'),
      words: superfluous,
    },
  ];
}
