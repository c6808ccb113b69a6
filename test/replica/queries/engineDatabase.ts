import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../../src/replica/database.js';
import { checkStatement } from '../../../src/storage/checkedStatements.js';
import { Engine } from '../../../src/storage/libsql/engine.js';

/** The engine in the process of the test. */
export async function openEngine(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'replica-'));
  const engine = await Engine.open({
    path: join(folder, 'replica.db'),
    key: '01'.repeat(32),
    lockPath: join(folder, 'replica.db.lock'),
    lockWaitMs: 0,
  });
  return {
    dialect: 'sqlite',
    all: (statement) =>
      new Promise((resolve) => {
        checkStatement(statement);
        resolve(engine.all(statement));
      }),
    write: (statements) =>
      new Promise((resolve) => {
        statements.forEach(checkStatement);
        resolve(engine.write(statements, true).map((changes) => ({ changes })));
      }),
    define: (statements) =>
      new Promise((resolve) => {
        engine.define(statements);
        resolve();
      }),
    close: () =>
      new Promise((resolve) => {
        engine.close();
        rmSync(folder, { recursive: true });
        resolve();
      }),
  };
}
