import './style.css';
import './report.css';
import type { CompanyStatus, StatusReport } from '../../src/telemetry/status/statusReport.js';
import { ApiError, keepToken, readReport, storedToken } from './api.js';
import { attentionOf } from './attention.js';
import { Charts } from './charts.js';
import { companiesOf } from './companies.js';
import { Dialogs } from './dialogs.js';
import { byId, h, show, showMessage } from './dom.js';
import { tablesOf } from './tables.js';
import { tilesOf } from './tiles.js';

const POLL_MS = 5000;

const period = byId<HTMLSelectElement>('period');
const company = byId<HTMLSelectElement>('company');
const charts = new Charts(byId('charts'));
const dialogs = new Dialogs(refresh);
/** The sandbox has invented data and no administrators. */
const isOpen = document.querySelector('.sandbox-banner') !== null;

let report: StatusReport | null = null;
let timer = 0;
let reading = new AbortController();

/** Reads the report now, and then at an interval while the page is visible. */
function refresh(): void {
  clearTimeout(timer);
  reading.abort();
  if (storedToken() === null && !isOpen) {
    askForToken(null);
    return;
  }
  reading = new AbortController();
  void read(reading.signal);
}

async function read(signal: AbortSignal): Promise<void> {
  const tenant = company.value === '' ? null : company.value;
  try {
    report = await readReport({ minutes: Number(period.value), tenant }, signal);
    if (signal.aborted) return;
    showReport(report);
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof ApiError && error.status === 401) {
      askForToken(
        'The gateway does not accept this token. Use the value of GATEWAY_ADMIN_TOKEN, not the token of a client.',
      );
      return;
    }
    if (error instanceof ApiError && error.status === 400 && tenant !== null) {
      // The company was disconnected in the meantime.
      company.value = '';
      refresh();
      return;
    }
    showFailure(error instanceof Error ? error.message : String(error));
  }
  if (document.visibilityState === 'visible') timer = window.setTimeout(refresh, POLL_MS);
}

function showReport(shown: StatusReport): void {
  byId('sign-in').hidden = true;
  byId('controls').hidden = false;
  byId('forget').hidden = storedToken() === null;
  byId('report').hidden = false;
  showMessage(byId('failure'), null);
  showMessage(byId('updated'), `Updated at ${new Date(shown.now).toLocaleTimeString('en-GB')}`);
  showChoice(shown);
  const companies = chosen(shown);
  const periodText = period.selectedOptions[0]?.text.toLowerCase() ?? '';
  show(byId('attention'), ...attentionOf(shown));
  show(byId('tiles'), ...tilesOf(shown, companies, periodText));
  const [only] = companies.length === 1 ? companies : [];
  charts.show(shown, only?.quota?.perSecond ?? null);
  byId('connect').hidden = shown.sandbox || !shown.connecting.byKey;
  show(byId('companies'), ...companiesOf(shown));
  show(byId('tables'), ...tablesOf(shown));
}

function chosen({ companies }: StatusReport): readonly CompanyStatus[] {
  return companies.filter(({ tenant }) => company.value === '' || tenant === company.value);
}

/** Offers the companies, when there are several. */
function showChoice({ companies }: StatusReport): void {
  const before = company.value;
  const all = [h('option', { value: '' }, 'All companies')];
  show(company, ...all, ...companies.map(({ tenant }) => h('option', { value: tenant }, tenant)));
  company.value = companies.some(({ tenant }) => tenant === before) ? before : '';
  byId('company-choice').hidden = companies.length < 2;
}

function showFailure(message: string): void {
  showMessage(byId('failure'), message);
  showMessage(byId('updated'), report === null ? 'Not available' : 'These figures are not current');
}

/** @param problem why the last token does not serve; null when there was no token. */
function askForToken(problem: string | null): void {
  keepToken(null);
  byId('report').hidden = true;
  byId('controls').hidden = true;
  byId('sign-in').hidden = false;
  showMessage(byId('failure'), null);
  showMessage(byId('updated'), 'Sign in to see it');
  showMessage(byId('sign-in-problem'), problem);
  byId('token').focus();
}

byId('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  const input = byId<HTMLInputElement>('token');
  const typed = input.value.trim().replace(/^bearer +/i, '');
  if (!/^[\x21-\x7e]+$/.test(typed)) {
    const text = 'A token has letters, digits, and symbols, and no spaces. Copy it again.';
    showMessage(byId('sign-in-problem'), text);
    return;
  }
  keepToken(typed);
  input.value = '';
  refresh();
});

byId('forget').addEventListener('click', () => {
  keepToken(null);
  // Nothing that the token has shown stays in the page.
  window.location.reload();
});
byId('connect').addEventListener('click', () => {
  if (report !== null) dialogs.openConnect(null, report);
});
byId('companies').addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  const { connect, disconnect } = button?.dataset ?? {};
  if (connect !== undefined && report !== null) dialogs.openConnect(connect, report);
  if (disconnect !== undefined) dialogs.openDisconnect(disconnect);
});
period.addEventListener('change', refresh);
company.addEventListener('change', refresh);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') refresh();
  else clearTimeout(timer);
});

refresh();
