import type { FastifyReply } from 'fastify';
import type { ContextValue } from '../graphql/context.js';

/** A client that hangs up wants nothing any more: what only it waited for is dropped. */
export function abortOnDisconnect(context: ContextValue, { raw }: FastifyReply): ContextValue {
  const leave = (): void => {
    context.operation.close();
  };
  // It may have left while the context was made.
  if (raw.destroyed) leave();
  else raw.once('close', leave);
  return context;
}
