import { getNamedType, isObjectType } from 'graphql';
import type { RecordType } from '../../selection/referenceFields.js';
import type { Rule } from '../pricing.js';
import { callRules } from './calls.js';
import { libraryRules } from './library.js';
import { meetingRules } from './meetings.js';
import { below, referenceRules } from './references.js';
import { reviewRules } from './reviews.js';
import { rootRules } from './roots.js';
import { settingsRules } from './settings.js';
import { uploadRules } from './uploads.js';
import { userRules } from './users.js';

/** By `Type.field`. As the resolvers, by resource. */
const rules: ReadonlyMap<string, Rule> = new Map(
  [
    rootRules,
    callRules,
    userRules,
    libraryRules,
    settingsRules,
    reviewRules,
    meetingRules,
    uploadRules,
  ].flatMap((each) => Object.entries(each)),
);

const references: ReadonlyMap<string, Rule> = new Map(
  Object.entries(referenceRules satisfies Record<RecordType, Rule>),
);

/** The rule of a field: its own, that of the records it refers to, or none, being part of what is there. */
export function ruleFor(type: string, field: string, leadsTo: string): Rule {
  return rules.get(`${type}.${field}`) ?? references.get(leadsTo) ?? part;
}

const part: Rule = (visit) => {
  const inner = getNamedType(visit.field.definition.type);
  return isObjectType(inner) ? [below(visit, inner.name, { calls: visit.place.calls })] : [];
};

/** The rule of a field that changes something: one request, unless it has a rule of its own. */
export function ruleForWrite(field: string): Rule {
  return writes.get(field) ?? write(1, 1);
}

/** A write is so many requests; what its answer shows is read after it. */
function write(least: number, most: number): Rule {
  return (visit) => {
    const { place, field, pricing } = visit;
    const advice = 'do it in an operation of its own';
    if (!pricing.policy.mayWrite) return [];
    pricing.bill.add(field.path, least, most, advice);
    const inner = getNamedType(field.definition.type);
    if (!isObjectType(inner)) return [];
    // One after the other.
    const known = pricing.moments.after(`write ${field.path.name}`, place.known);
    return [below(visit, inner.name, { known })];
  };
}

/** A request that somebody spelled out: what it finds of calls is looked up, where some may not be seen. */
const rawRequest: Rule = (visit) => {
  const { field, pricing } = visit;
  const { mayHideCalls, mayWrite } = pricing.policy;
  const advice = 'do it in an operation of its own';
  pricing.bill.add(field.path, mayWrite ? 1 : 0, mayHideCalls ? 2 : 1, advice);
  pricing.bill.judge(field.path, false);
  return [];
};

const writes: ReadonlyMap<string, Rule> = new Map([
  ['gongRequest', rawRequest],
  // The second one looks for what was registered before, where Gong doesn't name it.
  ['createCall', write(1, 2)],
  [
    'addCallMedia',
    (visit) => {
      const { file } = visit.field.args['input'] as { readonly file?: unknown };
      const { field, pricing } = visit;
      const { mayHideCalls, mayWrite } = pricing.policy;
      if (mayHideCalls && mayWrite) pricing.bill.judge(field.path, false);
      // Whether the viewer may see the call is looked up. An address to send the recording to costs nothing.
      const sent = file == null ? 0 : 1;
      return write(sent, mayHideCalls ? sent + 1 : sent)(visit);
    },
  ],
]);
