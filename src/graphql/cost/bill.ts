import type { PolicyFacts } from '../../access/policy/policyFacts.js';
import type { Company } from './company.js';
import type { Moments } from './moments.js';
import type { Part, Path } from './part.js';
import { CallWalks } from './reads/callWalks.js';
import { LibraryReads } from './reads/libraryReads.js';
import { ReadOnce } from './reads/readOnce.js';
import { ReadsById } from './reads/readsById.js';
import { ReviewWalks } from './reads/reviewWalks.js';
import { TrackerReads } from './reads/trackerReads.js';
import { UserReads } from './reads/userReads.js';

/**
 * What an operation asks of Gong, put together as the loaders would: what travels together, or is read once,
 * counts once.
 */
export class Bill {
  readonly calls = new ReadsById();
  readonly transcripts = new ReadsById();
  /** By e-mail address: who is ready to create meetings. */
  readonly addresses = new ReadsById();
  readonly users: UserReads;
  readonly callWalks: CallWalks;
  readonly reviews: ReviewWalks;
  readonly workspaces = new ReadOnce();
  readonly scorecards = new ReadOnce();
  readonly trackers: TrackerReads;
  readonly library: LibraryReads;
  private readonly others: Part[] = [];

  constructor(
    company: Company,
    private readonly policy: PolicyFacts,
    private readonly moments: Moments,
    nowMs: number,
  ) {
    this.users = new UserReads(company);
    this.callWalks = new CallWalks(policy, company, nowMs);
    this.reviews = new ReviewWalks(policy, nowMs);
    this.trackers = new TrackerReads(company, moments);
    this.library = new LibraryReads(company, this.workspaces);
  }

  /** What nothing else shares. */
  add(path: Path | null, least: number, most: number, advice: string): void {
    this.others.push({ path, least, most, advice });
  }

  /**
   * What the policy reads of the company before it lets calls be seen.
   *
   * @param isSure whether any call is looked for, so that it is read for certain.
   */
  judge(path: Path | null, isSure: boolean): void {
    if (this.policy.readsUsers) this.users.askForPolicy(isSure, path);
    this.judgePlaces(path, isSure);
  }

  /** The same for what lies in workspaces. */
  judgePlaces(path: Path | null, isSure = true): void {
    if (this.policy.readsWorkspaces) this.workspaces.ask(isSure, path);
  }

  parts(): Part[] {
    const times = this.moments.times();
    return [
      ...this.calls.parts(times),
      ...this.transcripts.parts(times),
      ...this.addresses.parts(times),
      ...this.users.parts(times),
      ...this.callWalks.parts(times),
      ...this.reviews.parts(times),
      ...this.trackers.parts(times),
      ...this.library.parts(),
      ...this.workspaces.parts(),
      ...this.scorecards.parts(),
      ...this.others,
    ];
  }
}
