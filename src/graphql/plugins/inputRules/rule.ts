import type { RawRequestPolicy } from '../../../operation/mutations/rawRequests.js';

/** Coerced arguments of a field, or members of an input object. */
export type Values = Readonly<Record<string, unknown>>;

export interface RuleContext {
  /** Returns the name of a value in messages, such as `createCall(input.parties[0].userId:)`. */
  readonly nameOf: (member: string) => string;
  readonly report: (message: string) => void;
  readonly rawRequests: RawRequestPolicy;
  /** Files of the request that the operation has used so far. */
  readonly usedFiles: Set<object>;
}

/** A rule that concerns several values. Each value has already been checked alone. */
export type InputRule = (values: Values, context: RuleContext) => void;

/** Reports what is wrong with one of the values. */
export function reportOn(context: RuleContext, member: string, problem: string): void {
  context.report(`Argument "${context.nameOf(member)}" ${problem}.`);
}
