import { writeSync } from 'node:fs';

/** How long to wait for the reader of a full pipe before the next attempt. */
const FULL_PIPE_WAIT_MS = 5;

/** Nothing else changes it, so that waiting on it takes the whole time. */
const idle = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** Appends JSON lines to an open file, pipe, or terminal, each before the call returns. */
export class LineWriter {
  /** Whether the last line may lack its end. */
  private isTorn = false;

  /**
   * @param file descriptor.
   * @throws Error of the operating system.
   */
  append(file: number, values: readonly object[]): void {
    const text = values.map((value) => `${JSON.stringify(value)}\n`).join('');
    let rest = Buffer.from(this.isTorn ? `\n${text}` : text);
    this.isTorn = true;
    while (rest.length > 0) rest = rest.subarray(writeSome(file, rest));
    this.isTorn = false;
  }
}

/** Returns how many bytes were written. */
function writeSome(file: number, bytes: Buffer): number {
  try {
    return writeSync(file, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    Atomics.wait(idle, 0, 0, FULL_PIPE_WAIT_MS);
    return 0;
  }
}
