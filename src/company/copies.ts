import type { Page } from '../gong/endpoints/wire.js';
import type { ListKey } from './source.js';

/** A value as a copy of Gong's data holds it. */
export interface Copy<Selection, Value> {
  /** Null when Gong has none. */
  readonly value: Value | null;
  readonly selection: Selection;
  /** When it was read from Gong, in milliseconds since the epoch. */
  readonly readAt: number;
}

/** A page of a list as a copy of Gong's data holds it. */
export interface CopiedPage {
  readonly page: Page<object>;
  /** Gong had exactly these records at this time, in milliseconds since the epoch. */
  readonly readAt: number;
}

/** Begins the cursors that lead through a list of a copy. Gong knows none of them. */
export const COPY_CURSOR = 'copy:';

/** A copy of what Gong has, which can answer in place of Gong: the replica. */
export interface Copies {
  /** Whether it answers at any age while Gong fails. */
  readonly answersWhenGongFails: boolean;
  /** Whether it can hold values of the kind. */
  has(kind: string): boolean;
  /** Values by their keys; those that it lacks are missing. When it cannot be read, it has none. */
  find(kind: string, names: readonly string[]): Promise<ReadonlyMap<string, Copy<unknown, object>>>;
  /** Whether it can hold all records of a list of the operation. */
  hasList(operation: string): boolean;
  /**
   * Returns a page of a list; null when the copies do not hold all of it, with the selection, as it was at or after
   * `notBefore`.
   *
   * @param notBefore in milliseconds since the epoch.
   */
  findPage(list: ListKey, selection: unknown, notBefore: number): Promise<CopiedPage | null>;
  /** Takes values that were read from Gong. Gong has no others for these keys. */
  offer(kind: string, values: ReadonlyMap<string, object>, names: readonly string[]): void;
}
