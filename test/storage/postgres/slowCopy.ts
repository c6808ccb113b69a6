import { createSandbox, DEFAULT_CREDENTIAL } from '../../../sandbox/src/index.js';
import { startPostgres, type TestPostgres } from '../../support/postgres.js';
import { runProgram } from '../../support/program.js';

/** What the gateway that syncs says in its log, and no other. */
export const SYNCS = 'First copy of the company in progress';

/** A company whose first copy into PostgreSQL does not end during a test. */
export interface SlowCopy {
  readonly postgres: TestPostgres;
  /** @param name by which the database knows the gateway. */
  startGateway(name: string): Promise<ReturnType<typeof runProgram> & { readonly origin: string }>;
  close(): Promise<void>;
}

export async function startSlowCopy(): Promise<SlowCopy> {
  const postgres = await startPostgres();
  const gong = await createSandbox({ calls: 3000, days: 300, users: 5 }).listen();
  return {
    postgres,
    startGateway: async (name) => {
      const program = runProgram({
        GONG_ACCESS_KEY: DEFAULT_CREDENTIAL.accessKey,
        GONG_ACCESS_KEY_SECRET: DEFAULT_CREDENTIAL.accessKeySecret,
        GONG_API_BASE_URL: gong.url,
        GONG_ALLOW_ANY_HOST: 'true',
        GONG_REQUESTS_PER_SECOND: '1',
        GATEWAY_SECRET: 'a-secret-of-at-least-32-characters',
        GATEWAY_REPLICA: `${postgres.url}?application_name=${name}`,
      });
      return { ...program, origin: await program.started };
    },
    close: async () => {
      await gong.close();
      await postgres.close();
    },
  };
}
