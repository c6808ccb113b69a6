import type { DatabaseError, Row, SqlValue, WriteStatement } from '../../replica/database.js';

export interface EngineOptions {
  /** Null: no file is opened, and only the lock is held. */
  readonly path: string | null;
  /** Held for as long as the file is open, so that no other process opens it. Null: another engine holds it. */
  readonly lockPath: string | null;
  /** How long the lock of another process is waited for, in milliseconds. */
  readonly lockWaitMs: number;
  /** In hexadecimal digits. */
  readonly key: string;
}

/** What the gateway asks of the process in which the engine runs. */
export type EngineRequest =
  | { readonly kind: 'open'; readonly options: EngineOptions }
  | { readonly kind: 'all'; readonly sql: string; readonly parameters: readonly SqlValue[] }
  | {
      /** Statements of the transaction that is open; without one, it begins. */
      readonly kind: 'write';
      readonly statements: readonly WriteStatement[];
      readonly isLast: boolean;
    }
  | { readonly kind: 'define'; readonly sql: readonly string[] }
  | { readonly kind: 'close' };

export interface EngineFailure {
  readonly kind: DatabaseError['kind'];
  readonly message: string;
}

export type EngineResult = readonly Row[] | readonly number[] | null;

export type RequestMessage = EngineRequest & { readonly id: number };
export type ResponseMessage =
  | { readonly id: number; readonly result: EngineResult }
  | { readonly id: number; readonly failure: EngineFailure };
