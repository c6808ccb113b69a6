import type {
  CompanyStatus,
  QuotaReport,
  ReplicaReport,
  StatusReport,
} from '../../src/telemetry/status/statusReport.js';
import { h } from './dom.js';
import { ago, counted, day, number, percent, time } from './format.js';
import { meter } from './tiles.js';

type Row = readonly [name: string, ...values: (string | HTMLElement)[]];

/** Returns a card for each company, or a sentence when there is none. */
export function companiesOf(report: StatusReport): readonly HTMLElement[] {
  if (report.companies.length === 0) {
    const text = report.connecting.byKey
      ? 'No company is connected yet. Connect one to begin.'
      : 'No company is connected.';
    return [h('p', { class: 'card empty' }, text)];
  }
  return report.companies.map((company) => cardOf(company, report));
}

function cardOf(company: CompanyStatus, report: StatusReport): HTMLElement {
  const { tenant, quota, replica } = company;
  const rows: readonly Row[] = [
    ['Connection', connectionText(company, report)],
    ...scopeRow(company),
    ...(quota === null ? noQuota : quotaRows(quota, report.now)),
    ...(replica === null ? [['Replica', 'none'] as const] : replicaRows(replica, report.now)),
  ];
  return h(
    'article',
    { class: 'card company', 'aria-label': tenant },
    h('div', { class: 'section-head' }, h('h3', {}, tenant), badgeOf(company)),
    h(
      'dl',
      {},
      rows.map(([name, ...values]) => h('div', {}, h('dt', {}, name), h('dd', {}, ...values))),
    ),
    actionsOf(company, report),
  );
}

const noQuota: readonly Row[] = [
  ['Quota', 'unknown until this instance runs an operation for the company'],
];

function badgeOf({ connection, credentials }: CompanyStatus): HTMLElement {
  if (connection?.status === 'revoked') return badge('bad', 'revoked');
  if (credentials === 'refused') return badge('bad', 'credentials rejected');
  if (credentials === 'ok') return badge('good', 'accepted by Gong');
  return badge('neutral', 'not tried yet');
}

function badge(kind: 'good' | 'bad' | 'neutral', text: string): HTMLElement {
  return h('span', { class: `badge ${kind}` }, text);
}

function connectionText({ connection, isFixed }: CompanyStatus, report: StatusReport): string {
  if (report.sandbox) return 'the built-in sandbox, which cannot be changed';
  if (connection === null) {
    return isFixed ? 'by GONG_ACCESS_KEY, which only a restart changes' : 'none';
  }
  const kind = connection.kind === 'oauth' ? 'OAuth' : 'API key';
  return `${kind}, to ${connection.gong}, since ${day(connection.connectedAt)}`;
}

function scopeRow({ connection }: CompanyStatus): readonly Row[] {
  const missing = connection?.missingScopes ?? [];
  return missing.length === 0
    ? []
    : [['Scopes not granted', `${missing.join(', ')}. Fields that need them fail.`]];
}

function budgetText(budgets: QuotaReport['budgets']): string {
  return budgets
    .map(({ client, usedToday, perDay }) => `${client} ${number(usedToday)} of ${number(perDay)}`)
    .join(', ');
}

function quotaRows(quota: QuotaReport, now: string): readonly Row[] {
  const { perSecond, perDay, usedToday, resetsAt, forecast, queued, budgets } = quota;
  return [
    [
      "Today's use",
      h(
        'span',
        { class: 'metered' },
        `${number(usedToday)} of ${counted(perDay, 'request')} (${percent(usedToday, perDay)})`,
        meter("Today's use", usedToday, perDay),
      ),
    ],
    [
      'Forecast',
      forecast === null
        ? 'appears 5 minutes after the start'
        : `${counted(forecast.usedByReset, 'request')} until ${time(resetsAt, now)}: today's use, and ` +
          `${number(forecast.perMinute)} per minute, the mean of the last ${forecast.ofMinutes} minutes, for the rest of the day`,
    ],
    ['Waiting now', `${counted(queued, 'request')}; at most ${number(perSecond)} start per second`],
    ...(budgets.length === 0 ? [] : [['Budgets of clients', budgetText(budgets)] as const]),
  ];
}

const states: Readonly<Record<ReplicaReport['state'], string>> = {
  FILLING: 'being filled',
  CURRENT: 'current',
  BEHIND: 'behind',
  UNAVAILABLE: 'unavailable',
};

function replicaRows(replica: ReplicaReport, now: string): readonly Row[] {
  const { state, asOf, lateness, progress, requestsToday, requestsPerDay } = replica;
  const examined = asOf === null ? '' : `, examined ${ago(asOf, now)}`;
  return [
    ['Replica', `${states[state]}${examined}`],
    ...(progress === null
      ? []
      : [
          [
            'First copy',
            h(
              'span',
              { class: 'metered' },
              `${percent(progress.share, 1)} done, ${
                progress.endsAt === null ? 'end unknown' : `end ${time(progress.endsAt, now)}`
              }`,
              h('progress', { 'aria-label': 'First copy', max: 1, value: progress.share }),
            ),
          ] as const,
        ]),
    ...(lateness === null
      ? []
      : [
          [
            'Lateness',
            `a change may be noticed after ${percent(lateness, 1)} of the call's age`,
          ] as const,
        ]),
    ['Sync today', `${number(requestsToday)} of ${counted(requestsPerDay, 'request')}`],
    ...(replica.reasons.length === 0 ? [] : [['Reasons', replica.reasons.join(' ')] as const]),
  ];
}

function actionsOf(company: CompanyStatus, { connecting, sandbox }: StatusReport) {
  if (sandbox || company.isFixed || !connecting.byKey) return null;
  const { tenant, connection } = company;
  const connect = connection === null ? 'Connect…' : 'Connect again…';
  return h(
    'div',
    { class: 'actions' },
    h('button', { type: 'button', 'data-connect': tenant }, connect),
    connection === null
      ? null
      : h('button', { type: 'button', 'data-disconnect': tenant }, 'Disconnect…'),
  );
}
