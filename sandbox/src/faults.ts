import type { RecordedRequest } from './requests.js';

/** One way to answer badly. */
export type Fault =
  /** This answer in place of the real one. An object becomes JSON, text is sent as it is. */
  | {
      kind: 'answer';
      status: number;
      body?: object | string;
      headers?: Readonly<Record<string, string>>;
    }
  /** The real answer with its JSON cut in the middle, though its length is declared correctly. */
  | { kind: 'malformed-json' }
  /** Half of the real answer, then the connection ends although more was announced. */
  | { kind: 'truncate' }
  /** No answer at all: the connection ends. */
  | { kind: 'drop' }
  /** The real answer, this many milliseconds later. */
  | { kind: 'delay'; ms: number }
  /** A redirect, 302 when no status is given. */
  | { kind: 'redirect'; location: string; status?: number };

/** Which requests a fault meets: all that fit, until `times` of them were met. */
export interface FaultRule {
  fault: Fault;
  /** How many requests; 1 when left out. */
  times?: number;
  operationId?: string;
  matches?: (request: RecordedRequest) => boolean;
}

/** Faults that a test has scripted. */
export interface Faults {
  /** Adds a rule. Each request takes at most one fault: that of the first rule that fits. */
  add(rule: FaultRule): void;
  /** Drops all rules. */
  clear(): void;
  /** How many scripted faults have not happened yet. */
  readonly pending: number;
  /** The fault of this request, used up by asking. */
  take(request: RecordedRequest): Fault | undefined;
}

/** An empty script. */
export const createFaults = (): Faults => {
  let rules: (FaultRule & { left: number })[] = [];
  return {
    add: (rule) => rules.push({ ...rule, left: rule.times ?? 1 }),
    clear: () => {
      rules = [];
    },
    get pending() {
      return rules.reduce((sum, { left }) => sum + left, 0);
    },
    take: (request) => {
      const rule = rules.find(
        ({ left, operationId, matches }) =>
          left > 0 &&
          (operationId === undefined || operationId === request.operationId) &&
          (matches === undefined || matches(request)),
      );
      if (!rule) return undefined;
      rule.left -= 1;
      return rule.fault;
    },
  };
};
