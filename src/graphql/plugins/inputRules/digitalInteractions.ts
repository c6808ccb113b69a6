import { valueFitsType } from './engagement.js';
import { reportOn, type InputRule, type Values } from './rule.js';

const personOrTrackingId: InputRule = ({ person, trackingId }, context) => {
  if ((person == null) !== (trackingId == null)) return;
  reportOn(
    context,
    'trackingId',
    person == null
      ? 'is required when "person" is omitted: Gong needs one of them'
      : 'must be omitted when "person" is given: Gong accepts only one of them',
  );
};

const identity = ['name', 'email', 'phoneNumber', 'crmRecord'] as const;

const anonymousPersonHasCompany: InputRule = (person, context) => {
  if (identity.some((name) => person[name] != null)) return;
  if (person['personId'] == null) {
    reportOn(context, 'personId', 'is required: Gong needs it for an anonymous person');
  }
  if ((person['company'] as Values | null | undefined)?.['domain'] == null) {
    reportOn(context, 'company.domain', 'is required: Gong needs it for an anonymous person');
  }
};

const companyIsKnown: InputRule = ({ domain, crmRecords }, context) => {
  if (domain != null || (crmRecords as readonly unknown[] | null | undefined)?.length) return;
  reportOn(context, 'domain', 'is required, or a record in "crmRecords"');
};

const rangeHasLength: InputRule = ({ rangeFrom, rangeTo }, context) => {
  const [from, to] = [rangeFrom, rangeTo] as [number, number];
  if (from > to) reportOn(context, 'rangeFrom', `must be at most "rangeTo"; got ${from} and ${to}`);
};

const stepIsAvailable: InputRule = ({ value, availableSteps }, context) => {
  if ((availableSteps as readonly string[]).includes(value as string)) return;
  reportOn(context, 'value', 'must be one of "availableSteps"');
};

export const digitalInteractionRules: Readonly<Record<string, readonly InputRule[]>> = {
  RecordDigitalInteractionInput: [personOrTrackingId],
  DigitalPersonInput: [anonymousPersonHasCompany],
  DigitalCompanyInput: [companyIsKnown],
  DigitalNumberInput: [rangeHasLength],
  DigitalStepInput: [stepIsAvailable],
  DigitalFieldInput: [valueFitsType],
};
