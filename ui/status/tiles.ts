import type { CompanyStatus, StatusReport } from '../../src/telemetry/status/statusReport.js';
import { h } from './dom.js';
import { counted, duration, number, percent, sum, time } from './format.js';

/** Returns the figures of the period, one for each question that an operator has. */
export function tilesOf(
  report: StatusReport,
  companies: readonly CompanyStatus[],
  period: string,
): readonly HTMLElement[] {
  return [
    rateTile(report, companies),
    dayTile(report, companies),
    queueTile(report, companies, period),
    savingsTile(report, period),
    errorTile(report, period),
    limitTile(report, period),
  ];
}

/** @param value a number, and its unit after a space. */
function tile(title: string, value: string, ...details: readonly (string | HTMLElement)[]) {
  const [figure = '', ...unit] = value.split(' ');
  return h(
    'div',
    { class: 'card tile' },
    h('h3', {}, title),
    h('p', { class: 'value' }, figure, h('span', {}, ` ${unit.join(' ')}`)),
    details.map((detail) => (typeof detail === 'string' ? h('p', {}, detail) : detail)),
  );
}

/** The last whole minute, because the current one may have just begun. */
function rateTile({ minutes }: StatusReport, companies: readonly CompanyStatus[]): HTMLElement {
  const rate = (minutes.requests.at(-2) ?? minutes.requests.at(-1) ?? 0) / 60;
  const [only] = companies.length === 1 ? companies : [];
  const limit = only?.quota?.perSecond;
  return tile(
    'Requests to Gong',
    `${number(rate)} per second`,
    limit === undefined
      ? 'in the last whole minute'
      : `in the last whole minute, of ${number(limit)} that are allowed`,
  );
}

function dayTile({ now }: StatusReport, companies: readonly CompanyStatus[]): HTMLElement {
  const quotas = companies.flatMap(({ quota }) => quota ?? []);
  const used = sum(quotas.map(({ usedToday }) => usedToday));
  const [only] = quotas.length === 1 ? quotas : [];
  if (only === undefined) {
    const text = quotas.length === 0 ? 'No company was used yet.' : 'by all companies together';
    return tile("Today's use", counted(used, 'request'), text);
  }
  const { perDay, forecast, resetsAt } = only;
  return tile(
    "Today's use",
    counted(used, 'request'),
    meter("Today's use", used, perDay),
    `${percent(used, perDay)} of ${number(perDay)}, until ${time(resetsAt, now)}`,
    forecast === null
      ? 'The forecast appears 5 minutes after the start.'
      : `Forecast: ${counted(forecast.usedByReset, 'request')}`,
  );
}

/** Returns a bar that shows a part of a whole. */
export function meter(label: string, value: number, max: number): HTMLElement {
  return h('meter', {
    'aria-label': label,
    min: 0,
    max: Math.max(1, max),
    value,
    low: max * 0.7,
    high: max * 0.9,
    optimum: 0,
  });
}

function queueTile(
  { minutes }: StatusReport,
  companies: readonly CompanyStatus[],
  period: string,
): HTMLElement {
  const queued = sum(companies.map(({ quota }) => quota?.queued ?? 0));
  const sent = sum(minutes.requests);
  return tile(
    'Waiting now',
    counted(queued, 'request'),
    sent === 0
      ? `No request was sent in the ${period}.`
      : `mean wait for a slot in the ${period}: ${duration(sum(minutes.waitedMs) / sent)}`,
  );
}

function savingsTile({ minutes }: StatusReport, period: string): HTMLElement {
  const operations = sum(minutes.operations);
  return tile(
    'Requests per operation',
    operations === 0 ? 'none yet' : number(sum(minutes.operationRequests) / operations),
    `${number(sum(minutes.cacheHits))} pages and records came from a cache in the ${period}`,
    `${counted(sum(minutes.sharedRequests), 'request')} served another operation too`,
  );
}

function errorTile({ minutes }: StatusReport, period: string): HTMLElement {
  const operations = sum(minutes.operations);
  const failed = sum(minutes.failedOperations);
  return tile(
    'Operations with errors',
    number(failed),
    operations === 0
      ? `No operation ran in the ${period}.`
      : `${percent(failed, operations)} of ${counted(operations, 'operation')} in the ${period}`,
  );
}

function limitTile({ minutes }: StatusReport, period: string): HTMLElement {
  const limited = sum(minutes.rateLimited);
  return tile(
    'Answered with 429',
    counted(limited, 'request'),
    `of ${counted(sum(minutes.requests), 'request')} to Gong in the ${period}`,
  );
}
