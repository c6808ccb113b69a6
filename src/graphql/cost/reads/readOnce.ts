import type { Part, Path } from '../part.js';

/** A list that Gong only hands out whole: whoever wants of it, it is read once. */
export class ReadOnce {
  private isWanted = false;
  private isSure = false;
  private path: Path | null = null;

  ask(isSure: boolean, path: Path | null): void {
    if (!this.isWanted || (isSure && !this.isSure)) this.path = path;
    this.isWanted = true;
    this.isSure ||= isSure;
  }

  get isSurelyRead(): boolean {
    return this.isSure;
  }

  parts(): Part[] {
    if (!this.isWanted) return [];
    return [{ path: this.path, least: this.isSure ? 1 : 0, most: 1, advice: 'leave it out' }];
  }
}
