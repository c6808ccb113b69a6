import type { Company } from '../company.js';
import type { Moment, Moments } from '../moments.js';
import type { Part, Path } from '../part.js';
import { Populations, type Population } from '../population.js';

/** Whose trackers are wanted at one moment: by name of the workspace, or all. */
interface Asked {
  readonly workspaces: Set<string>;
  readonly referred: Populations;
  wantsAll: boolean;
  isSure: boolean;
}

/**
 * Lists of trackers. Gong gives those of one workspace or all: what is wanted at one moment is one request, and
 * once all were read, nothing more is.
 */
export class TrackerReads {
  private readonly asked = new Map<Moment, Asked>();
  private path: Path | null = null;

  constructor(
    private readonly company: Company,
    private readonly moments: Moments,
  ) {}

  /** @param workspace null: the trackers of all. */
  ask(moment: Moment, workspace: string | null, isSure: boolean, path: Path | null): void {
    const asked = this.at(moment, path);
    if (workspace === null) asked.wantsAll = true;
    else asked.workspaces.add(workspace);
    asked.isSure ||= isSure;
  }

  /** The trackers of workspaces that something else tells. */
  refer(moment: Moment, workspaces: Population, path: Path | null): void {
    this.at(moment, path).referred.add(workspaces);
  }

  parts(times: ReadonlyMap<Moment, number>): Part[] {
    if (this.asked.size === 0) return [];
    const first = this.asked.get(this.moments.start);
    const least = first?.isSure === true ? 1 : 0;
    return [{ path: this.path, least, most: this.most(first, times), advice: 'leave it out' }];
  }

  private most(first: Asked | undefined, times: ReadonlyMap<Moment, number>): number {
    if (first?.wantsAll === true || (first?.workspaces.size ?? 0) > 1) return 1;
    let requests = 0;
    let wantsAll = false;
    for (const [moment, { workspaces, referred, wantsAll: all }] of this.asked) {
      requests += Math.min(workspaces.size + referred.most, times.get(moment) ?? 1);
      wantsAll ||= all;
    }
    // Each workspace's own list, and that of all.
    return Math.min(requests + (wantsAll ? 1 : 0), this.company.workspaces + 1);
  }

  private at(moment: Moment, path: Path | null): Asked {
    let asked = this.asked.get(moment);
    if (asked === undefined) {
      asked = {
        workspaces: new Set(),
        referred: new Populations(),
        wantsAll: false,
        isSure: false,
      };
      this.asked.set(moment, asked);
      this.path ??= path;
    }
    return asked;
  }
}
