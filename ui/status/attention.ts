import type { CompanyStatus, StatusReport } from '../../src/telemetry/status/statusReport.js';
import { h } from './dom.js';
import { time } from './format.js';

/** Returns what an operator should act on, each as a sentence with the remedy; nothing when all is well. */
export function attentionOf(report: StatusReport): readonly HTMLElement[] {
  const problems = [
    ...report.companies.flatMap((company) => problemsOf(company, report.now)),
    ...(report.connecting.problem === null
      ? []
      : [`Stored connections cannot be read: ${report.connecting.problem}`]),
    ...(report.redis === 'away'
      ? [
          'Redis is unreachable. These figures are of this instance, and of what the others wrote before. Check REDIS_URL and the Redis server.',
        ]
      : []),
  ];
  if (problems.length === 0) return [];
  return [
    h('h2', { id: 'attention-heading' }, 'Needs attention'),
    h('ul', { class: 'card attention' }, ...problems.map((problem) => h('li', {}, problem))),
  ];
}

function problemsOf(company: CompanyStatus, now: string): readonly string[] {
  const { tenant, connection, isFixed, credentials, quota, replica } = company;
  const problems: string[] = [];
  if (connection?.status === 'revoked') {
    problems.push(`${tenant}: Gong no longer accepts the connection. Connect it again below.`);
  } else if (credentials === 'refused') {
    problems.push(
      isFixed
        ? `${tenant}: Gong rejected the credentials. Check GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET.`
        : `${tenant}: Gong rejected the credentials. Connect it again below.`,
    );
  }
  if (quota?.hold?.because === 'day') {
    problems.push(
      `${tenant}: the day's requests are used up. The gateway serves cached data until ${time(quota.resetsAt, now)}.`,
    );
  } else if (quota?.forecast?.exhaustedAt != null) {
    const at = time(quota.forecast.exhaustedAt, now);
    problems.push(
      `${tenant}: at the rate of the last hour, the day's requests are used up at ${at}. The table of clients and operations shows who sends them.`,
    );
  }
  if (quota?.hold?.because === 'hold') {
    problems.push(
      `${tenant}: Gong requested a pause of ${quota.hold.forSeconds} s more. Requests wait until then.`,
    );
  }
  if (replica !== null && (replica.state === 'BEHIND' || replica.state === 'UNAVAILABLE')) {
    const reasons = replica.reasons.length === 0 ? '' : ` ${replica.reasons.join(' ')}`;
    problems.push(
      replica.state === 'BEHIND'
        ? `${tenant}: the replica notices changes later than planned.${reasons}`
        : `${tenant}: the replica cannot be read or written.${reasons}`,
    );
  }
  return problems;
}
