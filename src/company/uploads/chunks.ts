import type { Readable } from 'node:stream';
import type { Clock } from '../../lib/clock.js';
import { RecordingError } from './recordingError.js';

/** Reads a stream chunk by chunk. It never closes the stream, because the response uses the same connection. */
export class Chunks {
  private isOver = false;
  private giveUp: (() => void) | null = null;

  constructor(
    private readonly stream: Readable,
    private readonly clock: Clock,
    /** After this time without a byte, the upload fails; in milliseconds. */
    private readonly idleTimeoutMs: number,
    /** Names the file in messages. */
    private readonly what: 'recording' | 'file' = 'recording',
  ) {}

  /**
   * Returns the next chunk; null at the end.
   *
   * @throws RecordingError when the stream is interrupted or idle.
   */
  async next(): Promise<Buffer | null> {
    const { stream } = this;
    const found = this.look();
    if (found !== undefined) return found;
    return new Promise((resolve, reject) => {
      const end = (): void => {
        this.giveUp = null;
        cancel();
        stream.off('readable', onChange).off('end', onChange);
        stream.off('close', onChange).off('error', fail);
      };
      const fail = (): void => {
        end();
        reject(goneError(this.what));
      };
      const onChange = (): void => {
        try {
          const chunk = this.look();
          if (chunk === undefined) return;
          end();
          resolve(chunk);
        } catch {
          fail();
        }
      };
      const cancel = this.clock.after(this.idleTimeoutMs, () => {
        end();
        reject(idleError(this.what, this.idleTimeoutMs));
      });
      this.giveUp = fail;
      stream.on('readable', onChange).on('end', onChange);
      stream.on('close', onChange).on('error', fail);
    });
  }

  /** Discards the rest, because the next request on the same connection may be wanted. */
  discardRest(): void {
    this.isOver = true;
    this.giveUp?.();
    this.stream.resume();
  }

  /** Returns undefined when no chunk has arrived yet. */
  private look(): Buffer | null | undefined {
    const { stream } = this;
    if (this.isOver) throw goneError(this.what);
    const chunk = stream.read() as Buffer | null;
    if (chunk !== null) return chunk;
    if (stream.readableEnded) return null;
    if (stream.destroyed) throw goneError(this.what);
    return undefined;
  }
}

function idleError(what: string, idleTimeoutMs: number): RecordingError {
  return new RecordingError(
    'gone',
    `No data of the ${what} arrived for ${idleTimeoutMs} ms. Send the ${what} again.`,
  );
}

function goneError(what: string): RecordingError {
  return new RecordingError(
    'gone',
    `The upload was interrupted before the ${what} was complete. Send the ${what} again.`,
  );
}
