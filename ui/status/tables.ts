import type { StatusReport } from '../../src/telemetry/status/statusReport.js';
import { h } from './dom.js';
import { ago, counted, duration, number, time } from './format.js';

interface Column {
  readonly name: string;
  readonly isNumber?: boolean;
}

/** Returns the tables of a report. */
export function tablesOf(report: StatusReport): readonly HTMLElement[] {
  return [uses(report), errors(report), failures(report), instances(report)];
}

function table(
  title: string,
  note: string | null,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  empty: string,
): HTMLElement {
  const id = `table-${title.toLowerCase().replaceAll(' ', '-')}`;
  const classOf = (index: number): string | null => (columns[index]?.isNumber ? 'number' : null);
  return h(
    'section',
    { class: 'table', 'aria-labelledby': id },
    h('h2', { id }, title),
    note === null ? null : h('p', { class: 'hint' }, note),
    rows.length === 0
      ? h('p', { class: 'card empty' }, empty)
      : h(
          'div',
          { class: 'card scrolling', tabindex: 0, role: 'group', 'aria-labelledby': id },
          h(
            'table',
            {},
            h(
              'thead',
              {},
              h(
                'tr',
                {},
                columns.map(({ name }, index) =>
                  h('th', { scope: 'col', class: classOf(index) }, name),
                ),
              ),
            ),
            h(
              'tbody',
              {},
              rows.map((row) =>
                h(
                  'tr',
                  {},
                  row.map((cell, index) => h('td', { class: classOf(index) }, cell)),
                ),
              ),
            ),
          ),
        ),
  );
}

function since({ hours, now }: StatusReport): string {
  return `Since ${time(hours.from, now)}, in whole hours.`;
}

function uses(report: StatusReport): HTMLElement {
  const { hours } = report;
  const more = hours.hasMoreUses ? ' The table shows the most active ones.' : '';
  return table(
    'Clients and operations',
    `${since(report)} The one with the most requests to Gong comes first. The client "sync" is the replica.${more}`,
    [
      { name: 'Client' },
      { name: 'Operation' },
      { name: 'Requests to Gong', isNumber: true },
      { name: 'Operations', isNumber: true },
      { name: 'With errors', isNumber: true },
    ],
    hours.uses.map(({ client, operation, requests, operations, failedOperations }) => [
      client,
      operation,
      number(requests),
      number(operations),
      number(failedOperations),
    ]),
    'No client has sent an operation in this period.',
  );
}

function errors(report: StatusReport): HTMLElement {
  return table(
    'Errors of operations',
    since(report),
    [{ name: 'Code' }, { name: 'Operations', isNumber: true }],
    report.hours.errors.map(({ code, operations }) => [code, number(operations)]),
    'No operation had an error in this period.',
  );
}

function failures(report: StatusReport): HTMLElement {
  return table(
    'Failed requests to Gong',
    since(report),
    [{ name: 'Outcome' }, { name: 'Requests', isNumber: true }],
    report.hours.failures.map(({ outcome, requests }) => [outcome, number(requests)]),
    'No request to Gong failed in this period.',
  );
}

function instances(report: StatusReport): HTMLElement {
  const { now } = report;
  return table(
    'Instances',
    report.redis === 'off'
      ? 'The instance that serves this page. With REDIS_URL, all instances that share Redis appear here.'
      : `${counted(report.instances.length, 'instance')} that wrote to Redis in the last 2 minutes.`,
    [
      { name: 'Host' },
      { name: 'Version' },
      { name: 'Running for' },
      { name: 'Last seen' },
      { name: 'Waiting', isNumber: true },
    ],
    report.instances.map(({ host, version, startedAt, seenAt, queued, isThis }) => [
      isThis ? `${host} (this one)` : host,
      version,
      duration(Date.parse(now) - Date.parse(startedAt)),
      isThis ? 'now' : ago(seenAt, now),
      number(queued),
    ]),
    'No instance is known.',
  );
}
