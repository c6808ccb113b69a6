import {
  replicaIsOff,
  type NoReplica,
  type OpenReplica,
} from '../operation/replica/companyReplica.js';
import { ReplicaError } from '../operation/replica/replicaError.js';
import { DatabaseError } from '../replica/database.js';
import type { CallPart } from '../replica/parts.js';
import type { Replica, WordIndex } from '../replica/replica.js';
import type { ReplicaConfig } from '../replica/replicaConfig.js';
import type { ReplicaStatus } from '../replica/status.js';
import type { Company } from '../company/company.js';
import type { Caller } from '../gong/client.js';
import { reasonTexts, type SyncStatus } from '../company/sync/status.js';
import { forgetChanges } from '../company/sync/forgetChanges.js';
import { refreshCalls } from '../company/sync/readCalls.js';
import { confirmHeldCalls, readHeldCalls, readStatus } from '../company/sync/syncState.js';
import type { HeldCalls } from '../company/sync/vanished.js';
import { Syncer } from '../company/sync/syncer.js';
import { DAY_MS, SECOND_MS, type Clock } from '../lib/clock.js';
import type { Logger } from '../lib/logger.js';
import type { Storage } from './storage.js';

/** After a failure, the store is opened again no sooner than this. */
const OPEN_AGAIN_MS = 10 * SECOND_MS;

/** A copy that is damaged so soon after the last one is not replaced: each copy costs requests. */
const DAMAGED_AGAIN_MS = DAY_MS;

const REBUILD_AGAIN_MS = 30 * SECOND_MS;

const REBUILDING =
  'the gateway was upgraded, and rebuilds the words of the replica: searches for words fail until that is done';

export interface TenantReplicaOptions {
  readonly storage: Pick<Storage, 'openReplica' | 'dropReplica'>;
  /** Names the data of one connection: opaque. */
  readonly key: string;
  readonly settings: ReplicaConfig;
  /** Names the tenant in traces. */
  readonly tenant: string;
  /** IANA zone in which the company's day of requests begins. */
  readonly dayTimeZone: string;
  /** Names this gateway among those that share the replica. */
  readonly holder: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The replica of one company: opened when it is first needed, and again after a failure. */
export class TenantReplica implements OpenReplica {
  private opening: Promise<Replica | NoReplica> | null = null;
  private failedAt: number | null = null;
  private damagedAt: number | null = null;
  private isClosed = false;
  /** While the copy is deleted, nothing opens it. */
  private dropping: Promise<void> | null = null;
  /** Whether there can be none on this platform. */
  private isOff = false;
  /** What the copy is made from; null: it is not kept current. */
  private company: Company | null = null;
  private syncer: Syncer | null = null;
  private cancelOpening: () => void = () => undefined;
  /** Words that another release has written. */
  private rebuilding: WordIndex | null = null;
  private cancelRebuilding: () => void = () => undefined;

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
    const { sync } = await this.store();
    const known = this.syncer?.status;
    // Else what was written before this gateway started, or by the one that syncs.
    const isKnown = known !== undefined && known.asOf !== null;
    return this.statusOf(isKnown ? known : ((await readStatus(sync)) ?? known));
  }

  /** How the copy stands, as known without waiting; null: there can be none. */
  get latest(): ReplicaStatus | null {
    if (this.isOff) return null;
    if (this.failedAt !== null)
      return { ...nothingYet(this.options.settings), state: 'UNAVAILABLE' };
    return this.statusOf(this.syncer?.status);
  }

  async refresh(ids: readonly string[], caller: Caller): Promise<void> {
    const { company } = this;
    const store = await this.store();
    if (company === null) throw new Error('The replica has no company to read from.');
    const replica = forgetChanges(store, company, () => true);
    await refreshCalls({ company, replica, clock: this.options.clock }, ids, caller);
  }

  /**
   * Calls that Gong no longer shows and that the copy keeps, because they are so many.
   *
   * @throws DatabaseError, ReplicaError
   */
  async heldCalls(): Promise<HeldCalls> {
    return readHeldCalls((await this.store()).sync);
  }

  /**
   * Confirms that these calls are deleted, whichever gateway syncs.
   *
   * @throws DatabaseError, ReplicaError
   */
  async confirmHeldCalls(held: HeldCalls): Promise<void> {
    await confirmHeldCalls((await this.store()).sync, held);
  }

  /** Keeps the copy current from now on, whether it is asked for or not. */
  keepCurrent(company: Company): void {
    this.company = company;
    this.openSoon();
  }

  /** Ends the sync, and releases the store. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.cancelOpening();
    await this.release();
  }

  /** Deletes what is held. Unless it is closed, the copy starts again with nothing. */
  async drop(): Promise<void> {
    this.cancelOpening();
    const { storage, key, settings } = this.options;
    this.dropping ??= this.release()
      .then(() => storage.dropReplica?.(key, settings))
      .finally(() => {
        this.dropping = null;
      });
    try {
      await this.dropping;
    } finally {
      if (!this.isClosed && this.company !== null) this.openSoon();
    }
  }

  private async release(): Promise<void> {
    const { opening } = this;
    this.opening = null;
    const opened = await opening?.catch(() => null);
    this.rebuilding = null;
    this.cancelRebuilding();
    await this.syncer?.stop();
    this.syncer = null;
    if (opened != null && !('off' in opened)) await opened.close();
  }

  /** A copy of which a part cannot be read is replaced by one that begins with nothing. */
  private replaceDamaged(): void {
    const { clock, logger } = this.options;
    if (this.isClosed || this.dropping !== null) return;
    const now = clock.monotonic();
    if (this.damagedAt !== null && now - this.damagedAt < DAMAGED_AGAIN_MS) {
      const hint =
        'Check the disk, then delete the file of the replica and start the gateway again.';
      logger.error({ hint }, 'Replica damaged again within a day');
      return;
    }
    this.damagedAt = now;
    this.opening = this.release().then(() => this.open());
    this.openSoon();
  }

  /** Opens it without being asked, again and again while that fails. */
  private openSoon(): void {
    this.cancelOpening();
    void this.opened().catch(() => {
      if (this.isClosed) return;
      this.cancelOpening = this.options.clock.after(OPEN_AGAIN_MS, () => {
        this.openSoon();
      });
    });
  }

  private async opened(): Promise<Replica | NoReplica> {
    if (this.isClosed) throw new DatabaseError('unavailable', 'The replica is closed.');
    if (this.dropping !== null) {
      throw new DatabaseError('unavailable', 'The replica is being deleted.');
    }
    const { clock } = this.options;
    const isDue = this.failedAt === null || clock.monotonic() - this.failedAt >= OPEN_AGAIN_MS;
    if (this.opening === null || (this.failedAt !== null && isDue)) this.opening = this.open();
    return this.opening;
  }

  private startSync(replica: Replica): void {
    const { settings, dayTimeZone, tenant, holder, clock, logger } = this.options;
    if (this.company === null) return;
    const config = { ...settings, dayTimeZone };
    const { company } = this;
    this.syncer = new Syncer({ company, replica, config, clock, logger, tenant, holder });
    this.syncer.start();
  }

  /** Rebuilds the words of another release, again and again while that fails. */
  private rebuildWords({ words }: Replica): void {
    const { clock, logger } = this.options;
    if (words.isReady) return;
    this.rebuilding = words;
    logger.info({ hint: REBUILDING }, 'Replica words are being rebuilt');
    const rebuild = (): void => {
      words.rebuild().then(
        () => {
          if (words.isReady) logger.info({}, 'Replica words rebuilt');
        },
        (error: unknown) => {
          if (this.rebuilding !== words) return;
          const hint = 'Searches for words fail. Run npm run doctor to find the cause.';
          logger.error({ err: error as Error, hint }, 'Replica words cannot be rebuilt');
          this.cancelRebuilding = clock.after(REBUILD_AGAIN_MS, rebuild);
        },
      );
    };
    rebuild();
  }

  private statusOf(sync: SyncStatus | undefined): ReplicaStatus {
    const status = sync === undefined ? nothingYet(this.options.settings) : statusOf(sync);
    if (this.rebuilding?.isReady !== false) return status;
    const state = status.state === 'CURRENT' ? 'FILLING' : status.state;
    return { ...status, state, reasons: [...status.reasons, REBUILDING] };
  }

  private async open(): Promise<Replica | NoReplica> {
    const { storage, key, settings, clock, logger } = this.options;
    const hadFailed = this.failedAt !== null;
    this.failedAt = null;
    try {
      const opened =
        (await storage.openReplica?.(key, settings, () => {
          this.replaceDamaged();
        })) ?? replicaIsOff;
      this.isOff = 'off' in opened;
      if ('off' in opened) logger.warn({ hint: opened.off }, 'Replica not available');
      else {
        if (hadFailed) logger.info({}, 'Replica opened again');
        this.startSync(opened);
        this.rebuildWords(opened);
      }
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

/** Before the first sync of a company. */
function nothingYet({ requestsPerDay }: ReplicaConfig): ReplicaStatus {
  const nothing = {
    from: null,
    lacksCalls: true,
    asOf: null,
    lateness: null,
    reasons: [],
    progress: null,
  };
  const unread = { unreadTranscripts: null, unreadReviewsBefore: null };
  return { state: 'FILLING', ...nothing, ...unread, requestsToday: 0, requestsPerDay };
}

function statusOf({ callsMissing, ...status }: SyncStatus): ReplicaStatus {
  return { ...status, reasons: reasonTexts({ callsMissing, reasons: status.reasons }) };
}

/** The replica of a company as its settings say. */
export function createTenantReplica(options: TenantReplicaOptions): TenantReplica | NoReplica {
  const { storage, settings } = options;
  return settings.place === 'off' || storage.openReplica === undefined
    ? replicaIsOff
    : new TenantReplica(options);
}
