/** Why Gong would not accept a recording. `gone`: the client disconnected, or sent nothing for a while. */
export type RecordingProblem = 'type' | 'size' | 'empty' | 'partial' | 'gone';

/** A file that cannot be sent to Gong as a recording. */
export class RecordingError extends Error {
  constructor(
    readonly problem: RecordingProblem,
    message: string,
  ) {
    super(message);
    this.name = 'RecordingError';
  }
}
