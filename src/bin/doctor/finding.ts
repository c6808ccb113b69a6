/** The grade of a finding. A `problem` prevents the gateway, or some of its fields, from working. */
export type Grade = 'ok' | 'warning' | 'problem';

/** A finding about one subject. */
export interface Finding {
  readonly grade: Grade;
  /** Its subject, in one or two words. */
  readonly about: string;
  /** One or more sentences without secrets. */
  readonly says: string;
  /** Related words, such as fields. */
  readonly words?: readonly string[];
  /** What the operator should do. */
  readonly todo?: string;
}

/** All findings, in reading order. */
export interface Diagnosis {
  readonly findings: readonly Finding[];
  /** Requests that were sent to Gong for the diagnosis. */
  readonly requests: number;
}

/** Returns a finding that needs no action. */
export function ok(about: string, says: string): Finding {
  return { grade: 'ok', about, says };
}

export function warning(about: string, says: string, todo: string): Finding {
  return { grade: 'warning', about, says, todo };
}

export function problem(about: string, says: string, todo: string): Finding {
  return { grade: 'problem', about, says, todo };
}
