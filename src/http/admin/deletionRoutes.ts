import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { TENANT_NAME } from '../../access/clients/client.js';
import { counted } from '../../lib/counted.js';
import type { NoReplica } from '../../operation/replica/companyReplica.js';
import { ReplicaError } from '../../operation/replica/replicaError.js';
import { DatabaseError } from '../../replica/database.js';
import type { HeldCalls } from '../../company/sync/vanished.js';
import type { TenantReplica } from '../../tenants/tenantReplica.js';
import { refuse } from '../requests/refusal.js';

export interface DeletionRouteOptions {
  /** Returns the replica of a tenant, or why it has none. */
  readonly replicaOf: (tenant: string) => Promise<TenantReplica | NoReplica>;
}

const DELETIONS = '/admin/replicas/:tenant/deletions';

const deletionsBody = z.strictObject({ calls: z.number().int().positive() });

interface Route {
  readonly Params: { readonly tenant: string };
}

/**
 * Registers the routes with which administrators see how many calls a replica keeps although Gong no longer shows them,
 * and confirm that these are deleted.
 *
 * @param onRequest refuses what is not an administrator's.
 */
export function registerDeletionRoutes(
  scope: FastifyInstance,
  onRequest: (request: FastifyRequest, reply: FastifyReply) => Promise<void>,
  { replicaOf }: DeletionRouteOptions,
): void {
  scope.get<Route>(DELETIONS, { onRequest }, ({ params: { tenant } }, reply) =>
    withReplica(reply, tenant, replicaOf, async (replica) =>
      summaryOf(tenant, await replica.heldCalls()),
    ),
  );

  scope.post<Route>(DELETIONS, { onRequest }, ({ params: { tenant }, body }, reply) =>
    withReplica(reply, tenant, replicaOf, async (replica) => {
      const confirmed = deletionsBody.safeParse(body);
      if (!confirmed.success) {
        const message =
          'The body must be a JSON object with "calls": the number of missing calls, which a GET of this path returns.';
        return refuse(reply, 400, 'BAD_USER_INPUT', message);
      }
      const held = await replica.heldCalls();
      const { calls } = confirmed.data;
      // An administrator that confirms 30 calls must not confirm 3,000 that have come to be missing since.
      if (calls !== held.calls) {
        const message =
          `You confirmed ${counted(calls, 'call')}, but Gong no longer shows ${held.calls}. ` +
          'Check the number that a GET of this path returns, and send that.';
        return refuse(reply, 409, 'BAD_USER_INPUT', message);
      }
      await replica.confirmHeldCalls(held);
      return reply.code(202).send({ tenant, calls });
    }),
  );
}

/** What an administrator sees of held calls. Times are RFC 3339. */
function summaryOf(tenant: string, { calls, missed }: HeldCalls): object {
  const since = missed === null ? null : new Date(missed.from).toISOString();
  return { tenant, calls, since };
}

async function withReplica(
  reply: FastifyReply,
  tenant: string,
  replicaOf: DeletionRouteOptions['replicaOf'],
  task: (replica: TenantReplica) => Promise<unknown>,
): Promise<unknown> {
  const replica = TENANT_NAME.test(tenant)
    ? await replicaOf(tenant)
    : { off: 'The name is not one of a tenant.' };
  try {
    if ('off' in replica) throw new ReplicaError('REPLICA_OFF', replica.off);
    return await task(replica);
  } catch (error) {
    if (error instanceof ReplicaError && error.code === 'REPLICA_OFF') {
      return refuse(
        reply,
        404,
        error.code,
        `Tenant "${tenant.slice(0, 60)}" has no replica. ${error.message}`,
      );
    }
    if (!(error instanceof DatabaseError)) throw error;
    const message = 'The store of the replica cannot be reached. Try again later.';
    return refuse(reply, 503, 'REPLICA_UNAVAILABLE', message, true);
  }
}
