/** How good something is: `problem` keeps the gateway, or fields of it, from working. */
export type Grade = 'ok' | 'warning' | 'problem';

/** What the doctor found out about one thing. */
export interface Finding {
  readonly grade: Grade;
  /** What it is about, in a word or two. */
  readonly about: string;
  /** A sentence or more; holds nothing secret. */
  readonly says: string;
  /** What belongs to it, in words: fields, for example. */
  readonly words?: readonly string[];
  /** What to do about it. */
  readonly todo?: string;
}

/** All that was found out, in the order in which to read it. */
export interface Diagnosis {
  readonly findings: readonly Finding[];
  /** HTTP requests that were sent to Gong for it. */
  readonly requests: number;
}

/** A finding that asks for nothing. */
export function ok(about: string, says: string): Finding {
  return { grade: 'ok', about, says };
}

export function warning(about: string, says: string, todo: string): Finding {
  return { grade: 'warning', about, says, todo };
}

export function problem(about: string, says: string, todo: string): Finding {
  return { grade: 'problem', about, says, todo };
}
