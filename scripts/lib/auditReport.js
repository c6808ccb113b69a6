/** Severities that fail a run. Others are reported. */
const FAILING = ['high', 'critical'];

/**
 * Judges what `npm audit --json` printed.
 *
 * @returns `verdict`: `ok`, `vulnerable`, `unchecked` when no registry answered, or `failed` when npm could not even ask;
 *   and a line that says it.
 */
export function judgeAudit(text) {
  let report;
  try {
    report = JSON.parse(text);
  } catch {
    return { verdict: 'failed', message: 'npm audit printed no report.' };
  }
  const counts = report.metadata?.vulnerabilities;
  if (counts !== undefined) return judgeCounts(counts, report.vulnerabilities ?? {});
  // Of npm's own failures, only those of the registry have a message without a code.
  if (typeof report.message === 'string' && report.error?.code === undefined) {
    return {
      verdict: 'unchecked',
      message: `NOT CHECKED for known vulnerabilities: no registry answers audits (${report.message}).`,
    };
  }
  const reason = report.error?.summary ?? report.error?.code ?? 'the report has no counts';
  return { verdict: 'failed', message: `npm audit failed: ${reason}` };
}

function judgeCounts(counts, vulnerabilities) {
  const found = Object.entries(counts).filter(([severity, count]) => severity !== 'total' && count);
  const said = found.map(([severity, count]) => `${count} ${severity}`).join(', ');
  if (said === '') return { verdict: 'ok', message: 'No known vulnerabilities.' };
  const names = Object.values(vulnerabilities)
    .filter(({ severity }) => FAILING.includes(severity))
    .map(({ name, severity }) => `${name} (${severity})`);
  const isFailing = FAILING.some((severity) => counts[severity] > 0);
  const detail = names.length === 0 ? '' : `: ${names.join(', ')}`;
  return {
    verdict: isFailing ? 'vulnerable' : 'ok',
    message: `Known vulnerabilities: ${said}${detail}. See npm audit --omit=dev.`,
  };
}
