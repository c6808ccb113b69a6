import type { RawRequestPolicy } from '../../../operation/mutations/rawRequests.js';

/** Coerced arguments of a field, or members of an input object. */
export type Values = Readonly<Record<string, unknown>>;

export interface RuleContext {
  /** How to name one of the values, as in `createCall(input.parties[0].userId:)`. */
  readonly nameOf: (member: string) => string;
  readonly report: (message: string) => void;
  readonly rawRequests: RawRequestPolicy;
  /** Files of the request that the operation has used so far. */
  readonly usedFiles: Set<object>;
}

/** Checks what no single value can break; each value by itself has been checked. */
export type InputRule = (values: Values, context: RuleContext) => void;

/** Reports what is wrong with one of the values. */
export function reportOn(context: RuleContext, member: string, problem: string): void {
  context.report(`Argument "${context.nameOf(member)}" ${problem}.`);
}
