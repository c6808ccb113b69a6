import { parseInstant } from '../../../lib/instant.js';
import { reportOn, type InputRule, type Values } from './rule.js';

const viewerOrTrackingId: InputRule = ({ viewer, trackingId }, context) => {
  if (viewer == null || trackingId == null) return;
  reportOn(
    context,
    'trackingId',
    'must be omitted when "viewer" is given: Gong accepts only one of them',
  );
};

const recipientsHaveAddresses: InputRule = ({ recipients }, context) => {
  for (const [index, { email }] of ((recipients ?? []) as readonly Values[]).entries()) {
    if (email != null) continue;
    reportOn(
      context,
      `recipients[${index}].email`,
      'is required: Gong needs the email address of every recipient',
    );
  }
};

const expected: Readonly<Record<string, (value: string) => string | null>> = {
  NUMBER: (value) =>
    value.trim() !== '' && Number.isFinite(Number(value)) ? null : 'a number such as "12.5"',
  URL: (value) => (URL.canParse(value) ? null : 'a URL'),
  BOOLEAN: (value) => (/^(true|false)$/.test(value) ? null : 'true or false'),
  DURATION: (value) => (/^\d+(\.\d+)?$/.test(value) ? null : 'a number of seconds such as "90"'),
  DATE: (value) => (isDate(value) ? null : 'a day or an instant such as "2026-03-02"'),
};

export const valueFitsType: InputRule = ({ dataType, value }, context) => {
  const problem = expected[dataType as string]?.(value as string) ?? null;
  if (problem === null) return;
  const got = JSON.stringify((value as string).slice(0, 60));
  reportOn(context, 'value', `must be ${problem} to match its dataType; got ${got}`);
};

function isDate(value: string): boolean {
  return parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : value) !== null;
}

export const engagementRules: Readonly<Record<string, readonly InputRule[]>> = {
  RecordContentViewInput: [viewerOrTrackingId],
  RecordContentShareInput: [recipientsHaveAddresses],
  PropertyInput: [valueFitsType],
};
