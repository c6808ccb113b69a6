import type { Attempt, AttemptOutcome, ClientObserver } from './client.js';
import type { Logger } from '../lib/logger.js';

/** What Gong's last response said of a company's credentials; `untried`: none said anything of them yet. */
export type CredentialState = 'ok' | 'refused' | 'untried';

/** Outcomes of requests that Gong can only have after it accepted the credentials, a missing scope included. */
const ACCEPTED: ReadonlySet<AttemptOutcome> = new Set([
  'ok',
  'empty',
  'bad-request',
  'missing-scope',
  'not-licensed',
  'credits-exhausted',
  'not-found',
  'conflict',
]);

/** Watches whether Gong accepts the credentials of a company. A 429, a 5xx, or no response says nothing of them. */
export class CredentialWatch implements ClientObserver {
  private current: CredentialState = 'untried';

  constructor(private readonly logger: Logger) {}

  get state(): CredentialState {
    return this.current;
  }

  onAttempt({ outcome }: Pick<Attempt, 'outcome'>): void {
    const before = this.current;
    if (ACCEPTED.has(outcome)) this.current = 'ok';
    else if (outcome === 'bad-credentials') this.current = 'refused';
    if (before === this.current) return;
    if (this.current === 'refused') {
      const hint = 'Operations that need Gong fail. Run npm run doctor to find the cause.';
      this.logger.warn({ hint }, 'Gong rejected the credentials');
    } else if (before === 'refused') {
      this.logger.info({}, 'Gong accepts the credentials again');
    }
  }
}
