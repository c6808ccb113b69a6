/** Why something is no recording that Gong takes; `gone`: it broke off, or nothing came for a while. */
export type RecordingProblem = 'type' | 'size' | 'empty' | 'partial' | 'gone';

/** Something that can't be sent to Gong as a recording. */
export class RecordingError extends Error {
  constructor(
    readonly problem: RecordingProblem,
    message: string,
  ) {
    super(message);
    this.name = 'RecordingError';
  }
}
