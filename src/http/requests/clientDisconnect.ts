import type { FastifyReply } from 'fastify';
import type { ContextValue } from '../../graphql/context.js';

/** Closes the operation when the client disconnects, so that its queued requests are dropped. */
export function abortOnDisconnect(context: ContextValue, { raw }: FastifyReply): ContextValue {
  const leave = (): void => {
    context.operation.close();
  };
  // The client may have disconnected while the context was created.
  if (raw.destroyed) leave();
  else raw.once('close', leave);
  return context;
}
