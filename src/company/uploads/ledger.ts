import { DAY_MS } from '../../lib/clock.js';
import type { StateStore } from '../../lib/stateStore.js';

/** So long, somebody may ask what became of an upload. */
const KEPT_MS = 7 * DAY_MS;

/** What this gateway, or another of the company, knows of a call that was uploaded through it. */
export interface UploadRecord {
  /** When Gong accepted its recording, or a link to it, in milliseconds since the epoch; null: not yet. */
  readonly mediaAt: number | null;
  /** How long the recording is, as given, in seconds; null where nobody said. */
  readonly durationSeconds: number | null;
}

/** What went to Gong by way of uploads: Gong itself doesn't tell until a call is processed. */
export class UploadLedger {
  constructor(private readonly state: StateStore) {}

  /** A call was registered. */
  async register(callId: string, clientUniqueId: string, record: UploadRecord): Promise<void> {
    await this.state.set(`call ${callId}`, record, KEPT_MS);
    await this.state.set(`unique id ${clientUniqueId}`, callId, KEPT_MS);
    await this.state.delete(`expected ${clientUniqueId}`);
  }

  /** A call may have been registered: Gong didn't say, nor which it would be. */
  async expect(clientUniqueId: string, record: UploadRecord): Promise<void> {
    await this.state.set(`expected ${clientUniqueId}`, record, KEPT_MS);
  }

  /** It was: this is its id. Nothing where it wasn't expected: then somebody else registered it. */
  async meet(clientUniqueId: string, callId: string): Promise<void> {
    const record = await this.state.get(`expected ${clientUniqueId}`);
    if (record === undefined) return;
    await this.register(callId, clientUniqueId, record as UploadRecord);
  }

  /** Gong accepted a recording of a call. */
  async addMedia(callId: string, mediaAt: number): Promise<void> {
    const known = await this.find(callId);
    const durationSeconds = known?.durationSeconds ?? null;
    const record: UploadRecord = { mediaAt, durationSeconds };
    await this.state.set(`call ${callId}`, record, KEPT_MS);
  }

  /** Null where nothing of the call went through here. */
  async find(callId: string): Promise<UploadRecord | null> {
    return ((await this.state.get(`call ${callId}`)) as UploadRecord | undefined) ?? null;
  }

  /** Id of the call that was registered under this id of the client's; null where that isn't known. */
  async callIdOf(clientUniqueId: string): Promise<string | null> {
    const known = await this.state.get(`unique id ${clientUniqueId}`);
    return (known as string | undefined) ?? null;
  }

  /** Gong shows the call now. True for whoever learns it first. */
  async settle(callId: string): Promise<boolean> {
    if ((await this.find(callId)) === null) return false;
    await this.state.delete(`call ${callId}`);
    return true;
  }
}
