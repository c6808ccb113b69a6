import { isEmailAddress } from '../../selection/entityReference.js';
import { reportOn, type InputRule } from './rule.js';

/** The message does not repeat the input, which may be a person's address. */
const namesOnePerson: InputRule = ({ email, phoneNumber }, context) => {
  if ((email == null) === (phoneNumber == null)) {
    const { nameOf, report } = context;
    report(
      `Exactly one of the arguments "${nameOf('email')}" and "${nameOf('phoneNumber')}" is required.`,
    );
  } else if (typeof email === 'string' && !isEmailAddress(email)) {
    reportOn(context, 'email', 'must be an email address');
  } else if (typeof phoneNumber === 'string' && !/^\s*\+\D*\d/.test(phoneNumber)) {
    reportOn(
      context,
      'phoneNumber',
      'must begin with "+" and the country code, as in "+1 425 555 0100"',
    );
  }
};

export const dataPrivacyRules: Readonly<Record<string, readonly InputRule[]>> = {
  'Query.dataSubject': [namesOnePerson],
  EraseDataSubjectInput: [namesOnePerson],
};
