/** Where a program shows how far it is. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const WIDTH = 30;

/** A bar in the last line of a terminal. Where there is no terminal, nothing is shown of it. */
export class ProgressBar {
  private isShown = false;

  constructor(private readonly output: ProgressOutput) {}

  /** @param share from 0 to 1; null when it is unknown. */
  show(share: number | null, text: string): void {
    if (this.output.isTTY !== true) return;
    const filled = Math.round(Math.min(1, Math.max(0, share ?? 0)) * WIDTH);
    const bar =
      share === null
        ? ''
        : `[${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}] ${Math.floor(share * 100)} % `;
    this.output.write(`\r\u001b[K${bar}${text}`);
    this.isShown = true;
  }

  /** Prints a line that stays, above the bar. */
  line(text: string): void {
    this.output.write(`${this.isShown ? '\r\u001b[K' : ''}${text}\n`);
    this.isShown = false;
  }
}
