import { parseInstant } from '../../../lib/instant.js';
import type { InputRule } from './rule.js';

/** Returns a rule for the bounds of a half-open window. */
function windowOf(from: string, to: string): InputRule {
  return (values, { nameOf, report }) => {
    const start = values[from];
    const end = values[to];
    if (typeof start !== 'string' || typeof end !== 'string' || isBefore(start, end)) return;
    report(
      `Argument "${nameOf(from)}" must be earlier than "${to}", which is exclusive; ` +
        `got ${start} and ${end}. To cover one whole day, set "${to}" to the next day.`,
    );
  };
}

/** Returns a rule for the start and the end of something. */
export function periodOf(from: string, to: string): InputRule {
  return (values, { nameOf, report }) => {
    const start = values[from];
    const end = values[to];
    if (typeof start !== 'string' || typeof end !== 'string' || isBefore(start, end)) return;
    report(`Argument "${nameOf(from)}" must be earlier than "${to}"; got ${start} and ${end}.`);
  };
}

/** Compares instants by time, and days by text. */
function isBefore(start: string, end: string): boolean {
  const [from, to] = [parseInstant(start), parseInstant(end)];
  return from === null || to === null ? start < end : from < to;
}

/** Checks the bounds of each window: `from` and `to` or, for example, `callFrom` and `callTo`. */
export const checkWindows: InputRule = (values, context) => {
  for (const from of Object.keys(values)) {
    if (/^from$|From$/.test(from))
      windowOf(from, from.replace(/from$/, 'to').replace(/From$/, 'To'))(values, context);
  }
};
