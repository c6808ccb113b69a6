import type { Attempt, AttemptOutcome, ClientObserver } from './attempt.js';
import type { Logger } from '../lib/logger.js';

/** What Gong's last response said about a company's credentials. `untried`: no response has said anything yet. */
export type CredentialState = 'ok' | 'refused' | 'untried';

/** Outcomes that are possible only after Gong accepted the credentials, including a missing scope. */
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

/**
 * Tracks whether Gong accepts the credentials of a company. A 429, a 5xx, or a missing response says nothing about
 * them.
 */
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
