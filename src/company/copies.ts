/** A value as a copy of Gong's data holds it. */
export interface Copy<Selection, Value> {
  /** Null when Gong has none. */
  readonly value: Value | null;
  readonly selection: Selection;
  /** When it was read from Gong, in milliseconds since the epoch. */
  readonly readAt: number;
}

/** A copy of what Gong has, which can answer in place of Gong: the replica. */
export interface Copies {
  /** Whether it answers while Gong fails, whatever its age. */
  readonly answersWhenGongFails: boolean;
  /** Whether it can hold values of the kind. */
  has(kind: string): boolean;
  /** Values by their keys; those that it lacks are missing. When it cannot be read, it has none. */
  find(kind: string, names: readonly string[]): Promise<ReadonlyMap<string, Copy<unknown, object>>>;
  /** Is offered values that were read from Gong: of these keys, Gong has no others. */
  offer(kind: string, values: ReadonlyMap<string, object>, names: readonly string[]): void;
}
