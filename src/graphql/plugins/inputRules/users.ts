import { digitsOf } from '../../../operation/loaders/users.js';
import type { InputRule } from './rule.js';

const search: InputRule = ({ email, phoneNumber }, { nameOf, report }) => {
  if ((email == null) === (phoneNumber == null)) {
    report('searchUsers requires exactly one of the arguments "email" and "phoneNumber".');
  } else if (typeof phoneNumber === 'string' && digitsOf(phoneNumber) === '') {
    report(`Argument "${nameOf('phoneNumber')}" must contain the digits of a phone number.`);
  }
};

export const userRules: Readonly<Record<string, readonly InputRule[]>> = {
  'Query.searchUsers': [search],
};
