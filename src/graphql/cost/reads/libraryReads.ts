import type { Company } from '../company.js';
import type { Part, Path } from '../part.js';
import { Populations, type Population } from '../population.js';
import type { ReadOnce } from './readOnce.js';

/** Records that each take a request of their own, once. */
class ReadsOneByOne {
  private readonly named = new Set<string>();
  private readonly surely = new Set<string>();
  private readonly referred = new Populations();
  path: Path | null = null;

  ask(ids: readonly string[], isSure: boolean, path: Path | null): void {
    this.path ??= path;
    for (const id of ids) {
      this.named.add(id);
      if (isSure) this.surely.add(id);
    }
  }

  refer(records: Population, path: Path | null): void {
    this.path ??= path;
    this.referred.add(records);
  }

  get least(): number {
    return this.surely.size;
  }

  /** @param most of those that something else tells. */
  mostOf(most: number): number {
    return this.named.size + Math.min(most, this.referred.most);
  }
}

/** Folders by workspace, folders' contents, and the search for the workspace that a folder lies in. */
export class LibraryReads {
  readonly folders = new ReadsOneByOne();
  readonly contents = new ReadsOneByOne();
  private isSearched = false;

  constructor(
    private readonly company: Company,
    private readonly workspaces: ReadOnce,
  ) {}

  /**
   * Folders asked for by id alone, of which it is wanted where they lie: sought workspace by workspace, and by
   * their content where none lists them.
   */
  seek(ids: readonly string[], path: Path | null): void {
    this.isSearched = true;
    this.workspaces.ask(false, path);
    this.folders.refer({ source: 'search', most: this.company.workspaces }, path);
    this.contents.ask(ids, false, path);
  }

  parts(): Part[] {
    const { folders, contents } = this;
    return [
      {
        path: folders.path,
        least: folders.least,
        most: folders.mostOf(this.company.workspaces),
        advice: 'ask for the folders of one workspace by folders(workspaceId:)',
      },
      {
        path: contents.path,
        least: contents.least,
        most: contents.mostOf(Number.POSITIVE_INFINITY),
        advice: 'leave out the calls of folders, or ask for them folder by folder',
      },
      { path: null, least: this.leastOfSearch(), most: 0, advice: '' },
    ];
  }

  /** What the search reads for certain and nothing else does. */
  private leastOfSearch(): number {
    // It begins with the folders that are read anyway, and may end there.
    if (!this.isSearched || this.folders.least > 0) return 0;
    const forWorkspaces = this.workspaces.isSurelyRead ? 0 : 1;
    // Then come the folders of a workspace or, in a company without any, the folder's content.
    return forWorkspaces + (this.contents.least > 0 ? 0 : 1);
  }
}
