import { DAY_MS } from '../../lib/clock.js';
import type { StateStore } from '../../lib/stateStore.js';

/** A client may ask for the status of an upload this long. */
const KEPT_MS = 7 * DAY_MS;

/** What the company's instances know of a call that was uploaded through them. */
export interface UploadRecord {
  /** When Gong accepted the recording or a link to it, in milliseconds since the epoch; null until then. */
  readonly mediaAt: number | null;
  /** Declared length of the recording, in seconds; null when the client declared none. */
  readonly durationSeconds: number | null;
}

/** Records uploads to Gong, because Gong shows nothing of a call until it is processed. */
export class UploadLedger {
  constructor(private readonly state: StateStore) {}

  /** Records a registered call. */
  async register(callId: string, clientUniqueId: string, record: UploadRecord): Promise<void> {
    await this.state.set(`call ${callId}`, record, KEPT_MS);
    await this.state.set(`unique id ${clientUniqueId}`, callId, KEPT_MS);
    await this.state.delete(`expected ${clientUniqueId}`);
  }

  /** Records that a call may have been registered: Gong sent neither a confirmation nor its ID. */
  async expect(clientUniqueId: string, record: UploadRecord): Promise<void> {
    await this.state.set(`expected ${clientUniqueId}`, record, KEPT_MS);
  }

  /**
   * Records the ID of an expected call. Does nothing when the call was not expected, because another program
   * registered it.
   */
  async meet(clientUniqueId: string, callId: string): Promise<void> {
    const record = await this.state.get(`expected ${clientUniqueId}`);
    if (record === undefined) return;
    await this.register(callId, clientUniqueId, record as UploadRecord);
  }

  /** Records that Gong accepted a recording of a call. */
  async addMedia(callId: string, mediaAt: number): Promise<void> {
    const known = await this.find(callId);
    const durationSeconds = known?.durationSeconds ?? null;
    const record: UploadRecord = { mediaAt, durationSeconds };
    await this.state.set(`call ${callId}`, record, KEPT_MS);
  }

  /** Returns the record of a call; null when the call was not uploaded here. */
  async find(callId: string): Promise<UploadRecord | null> {
    return ((await this.state.get(`call ${callId}`)) as UploadRecord | undefined) ?? null;
  }

  /** Returns the ID of the call with this `clientUniqueId`; null when it is unknown. */
  async callIdOf(clientUniqueId: string): Promise<string | null> {
    const known = await this.state.get(`unique id ${clientUniqueId}`);
    return (known as string | undefined) ?? null;
  }

  /** Records that Gong shows the call. Returns true to the first caller. */
  async settle(callId: string): Promise<boolean> {
    if ((await this.find(callId)) === null) return false;
    await this.state.delete(`call ${callId}`);
    return true;
  }
}
