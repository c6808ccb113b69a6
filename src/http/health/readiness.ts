import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../lib/clock.js';

/** Whether a load balancer should send clients to this instance. */
export class Readiness {
  private hasEnded = false;

  constructor(
    http: FastifyInstance,
    private readonly clock: Clock,
  ) {
    http.addHook('onSend', (_request, reply, _payload, done) => {
      // A kept connection would bring its next request when this instance no longer accepts any.
      if (this.hasEnded) reply.header('connection', 'close');
      done();
    });
  }

  get isReady(): boolean {
    return !this.hasEnded;
  }

  end(): void {
    this.hasEnded = true;
  }

  /** Ends readiness, and waits. */
  drain(durationMs: number): Promise<void> {
    this.end();
    return new Promise((resolve) => {
      this.clock.after(durationMs, resolve);
    });
  }
}
