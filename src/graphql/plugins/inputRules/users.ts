import { digitsOf } from '../../../operation/loaders/users.js';
import type { InputRule } from './rule.js';

const search: InputRule = ({ email, phoneNumber }, { nameOf, report }) => {
  if ((email == null) === (phoneNumber == null)) {
    report('Give searchUsers exactly one of the arguments "email" and "phoneNumber".');
  } else if (typeof phoneNumber === 'string' && digitsOf(phoneNumber) === '') {
    report(`Argument "${nameOf('phoneNumber')}" must hold the digits of a phone number.`);
  }
};

export const userRules: Readonly<Record<string, readonly InputRule[]>> = {
  'Query.searchUsers': [search],
};
