import { parseTextQuery, TextQueryError } from '../../../replica/text/query.js';
import { digitsOf } from '../../../operation/loaders/users.js';
import { reportOn, type InputRule } from './rule.js';

/** Texts that are searched for. */
function queries(...members: readonly string[]): InputRule {
  return (values, context) => {
    for (const member of members) {
      const text = values[member];
      if (typeof text !== 'string' || text.trim() === '') continue;
      try {
        parseTextQuery(text);
      } catch (error) {
        if (!(error instanceof TextQueryError)) throw error;
        reportOn(context, member, error.message.replace(/\.$/, ''));
      }
    }
  };
}

/** Two bounds, both inclusive. */
function range(least: string, most: string): InputRule {
  return (values, context) => {
    const [from, to] = [values[least], values[most]];
    if (typeof from !== 'number' || typeof to !== 'number' || from <= to) return;
    reportOn(context, least, `must not be greater than "${most}"; got ${from} and ${to}`);
  };
}

const participantIsSaid: InputRule = (values, context) => {
  if (Object.values(values).every((value) => value == null)) {
    const name = context.nameOf('userId').replace('.userId', '');
    context.report(
      `Argument "${name}" must have at least one condition, such as "email" or "affiliation".`,
    );
  }
  const { phoneNumber } = values;
  if (typeof phoneNumber === 'string' && digitsOf(phoneNumber) === '') {
    reportOn(context, 'phoneNumber', 'must contain the digits of a phone number');
  }
};

const trackerIsSaid: InputRule = ({ trackerId, name }, context) => {
  if ((trackerId == null) === (name == null)) {
    reportOn(context, 'trackerId', 'or "name" must be given, and not both');
  }
};

const reviewCanExist: InputRule = ({ exists, minOverall, maxOverall }, context) => {
  if (exists === false && (minOverall ?? maxOverall) != null) {
    const problem = 'must not be false together with "minOverall" or "maxOverall"';
    reportOn(context, 'exists', problem);
  }
};

const dimensionsDiffer: InputRule = ({ by }, context) => {
  if (Array.isArray(by) && new Set(by).size < by.length) {
    reportOn(context, 'by', 'must not name a dimension twice');
  }
};

export const searchRules: Readonly<Record<string, readonly InputRule[]>> = {
  'Query.searchTranscripts': [queries('text')],
  'Call.passages': [queries('text')],
  CallSearchFilter: [
    queries('title', 'said', 'crmName'),
    range('minDurationSeconds', 'maxDurationSeconds'),
  ],
  ParticipantFilter: [participantIsSaid, queries('name')],
  TrackerHitFilter: [trackerIsSaid],
  ReviewOfCallFilter: [range('minOverall', 'maxOverall'), reviewCanExist],
  'Query.callStats': [dimensionsDiffer],
};
