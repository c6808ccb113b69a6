import {
  replicaIsOff,
  type NoReplica,
  type OpenReplica,
} from '../operation/replica/companyReplica.js';
import { ReplicaError } from '../operation/replica/replicaError.js';
import { DatabaseError } from '../replica/database.js';
import type { CallPart } from '../replica/parts.js';
import type { Replica } from '../replica/replica.js';
import type { ReplicaConfig } from '../replica/replicaConfig.js';
import type { ReplicaStatus } from '../replica/status.js';
import { SECOND_MS, type Clock } from '../lib/clock.js';
import type { Logger } from '../lib/logger.js';
import type { Storage } from './storage.js';

/** After a failure, the store is opened again no sooner than this. */
const OPEN_AGAIN_MS = 10 * SECOND_MS;

export interface TenantReplicaOptions {
  readonly storage: Pick<Storage, 'openReplica' | 'dropReplica'>;
  /** Names the data of one connection: opaque. */
  readonly key: string;
  readonly settings: ReplicaConfig;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The replica of one company: opened when it is first needed, and again after a failure. */
export class TenantReplica implements OpenReplica {
  private opening: Promise<Replica | NoReplica> | null = null;
  private failedAt: number | null = null;
  private isClosed = false;

  constructor(private readonly options: TenantReplicaOptions) {}

  get holds(): ReadonlySet<CallPart> {
    return this.options.settings.holds;
  }

  get crmFields(): readonly string[] {
    return this.options.settings.crmFields;
  }

  async store(): Promise<Replica> {
    const opened = await this.opened();
    if ('off' in opened) throw new ReplicaError('REPLICA_OFF', opened.off);
    return opened;
  }

  async status(): Promise<ReplicaStatus> {
    const { requestsPerDay } = this.options.settings;
    const said = (await (await this.store()).sync.get(STATUS)) as ReplicaStatus | null;
    if (said !== null) return said;
    const nothing = { from: null, asOf: null, lateness: null };
    return { state: 'FILLING', ...nothing, requestsToday: 0, requestsPerDay };
  }

  /** Releases the store. */
  async close(): Promise<void> {
    this.isClosed = true;
    const opened = await this.opening?.catch(() => null);
    if (opened != null && !('off' in opened)) await opened.close();
  }

  /** Deletes what is held. When it is needed again, it starts with nothing. */
  async drop(): Promise<void> {
    const opened = await this.opening?.catch(() => null);
    this.opening = null;
    if (opened != null && !('off' in opened)) await opened.close();
    const { storage, key, settings } = this.options;
    await storage.dropReplica?.(key, settings);
  }

  private opened(): Promise<Replica | NoReplica> {
    if (this.isClosed) throw new DatabaseError('unavailable', 'The replica is closed.');
    const { clock } = this.options;
    const isDue = this.failedAt === null || clock.monotonic() - this.failedAt >= OPEN_AGAIN_MS;
    if (this.opening === null || (this.failedAt !== null && isDue)) this.opening = this.open();
    return this.opening;
  }

  private async open(): Promise<Replica | NoReplica> {
    const { storage, key, settings, clock, logger } = this.options;
    const hadFailed = this.failedAt !== null;
    this.failedAt = null;
    try {
      const opened = (await storage.openReplica?.(key, settings)) ?? replicaIsOff;
      if ('off' in opened) logger.warn({ hint: opened.off }, 'Replica not available');
      else if (hadFailed) logger.info({}, 'Replica opened again');
      return opened;
    } catch (error) {
      this.failedAt = clock.monotonic();
      if (!hadFailed) {
        const hint = 'Fields that need the replica fail. Run npm run doctor to find the cause.';
        logger.error({ err: error as Error, hint }, 'Replica cannot be opened');
      }
      throw error;
    }
  }
}

/** Under which the sync writes down how the copy stands. */
const STATUS = 'status';

/** The replica of a company as its settings say. */
export function createTenantReplica(options: TenantReplicaOptions): TenantReplica | NoReplica {
  const { storage, settings } = options;
  return settings.place === 'off' || storage.openReplica === undefined
    ? replicaIsOff
    : new TenantReplica(options);
}
