import type { Readable } from 'node:stream';
import type { Clock } from '../../lib/clock.js';
import { RecordingError } from './recordingError.js';

/**
 * What comes in over a stream, piece by piece. The stream is never ended from here: its connection has an answer
 * to carry yet.
 */
export class Chunks {
  private isOver = false;
  private giveUp: (() => void) | null = null;

  constructor(
    private readonly stream: Readable,
    private readonly clock: Clock,
    /** So long without a byte, and it isn't waited for any more; milliseconds. */
    private readonly idleTimeoutMs: number,
    /** What comes in, for messages. */
    private readonly what: 'recording' | 'file' = 'recording',
  ) {}

  /**
   * What comes next; null: that was all.
   *
   * @throws RecordingError where it breaks off, or nothing comes.
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

  /** Lets the rest pass by: what comes after it on the same connection may be wanted. */
  discardRest(): void {
    this.isOver = true;
    this.giveUp?.();
    this.stream.resume();
  }

  /** Undefined: not yet. */
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
