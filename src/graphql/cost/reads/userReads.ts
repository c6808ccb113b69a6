import type { Company } from '../company.js';
import type { Moment } from '../moments.js';
import type { Part, Path } from '../part.js';
import { pagesOf, pagesOfFirst } from '../requests.js';
import { ReadsById } from './readsById.js';

/** Arguments of `Query.users`. */
export interface UserListArguments {
  readonly ids: ReadonlySet<string> | null;
  readonly createdFrom: unknown;
  readonly createdTo: unknown;
  readonly active: unknown;
  readonly first: number;
  readonly after: unknown;
}

interface Range {
  readonly least: number;
  readonly most: number;
}

/** Users by id, in lists, and all of them: the user directory, whose pages everybody shares. */
export class UserReads {
  readonly byId = new ReadsById();
  /** Pages of the directory from its first on; null: not read. */
  private pages: Range | null = null;
  private pagesPath: Path | null = null;
  private isDirectorySure = false;
  private mayServeById = false;
  private listCount = 0;
  /** Pages from somewhere in the directory, and lists that Gong filters. */
  private readonly lists = new Map<string, Part>();

  constructor(private readonly company: Company) {}

  /** All users are wanted, as it takes to search among them. */
  askAll(isSure: boolean, path: Path | null): void {
    const { leastUserPages, mostUserPages } = this.company;
    this.isDirectorySure ||= isSure;
    this.readPages({ least: isSure ? leastUserPages : 0, most: mostUserPages }, path);
  }

  /** All users are wanted to know who may see what; where they have come by then, they serve users by id. */
  askForPolicy(isSure: boolean, path: Path | null): void {
    const { leastUserPages, mostUserPages } = this.company;
    this.mayServeById = true;
    this.readPages({ least: isSure ? leastUserPages : 0, most: mostUserPages }, path);
  }

  /** @returns how many lists there are by now: each answers by itself. */
  list(args: UserListArguments, path: Path | null): number {
    this.listCount += 1;
    const { ids, createdFrom, createdTo, first, after } = args;
    const isFiltered = ids !== null || createdFrom != null || createdTo != null;
    const most = this.mostPages(args);
    if (!isFiltered && after == null) {
      this.readPages({ least: Math.min(pagesOf(first), this.company.leastUserPages), most }, path);
      return this.listCount;
    }
    // A list that goes on in the directory may begin on a page that is read anyway.
    if (!isFiltered) this.readPages({ least: 1, most: 0 }, path);
    const shares = ids === null ? 1 : pagesOf(ids.size);
    const least = after == null ? Math.min(pagesOf(first), shares) : Number(isFiltered);
    const key = JSON.stringify([ids && [...ids].sort(), createdFrom, createdTo, after]);
    const before = this.lists.get(key);
    this.lists.set(key, {
      path,
      least: Math.max(least, before?.least ?? 0),
      most: Math.max(most, before?.most ?? 0),
      advice: ids === null ? 'ask for a smaller "first"' : 'ask for fewer ids',
    });
    return this.listCount;
  }

  parts(times: ReadonlyMap<Moment, number>): Part[] {
    const parts = [...this.lists.values()];
    if (this.pages !== null) {
      parts.push({
        path: this.pagesPath,
        ...this.pages,
        advice: 'leave out what reads the user directory',
      });
    }
    return [...parts, ...this.partsById(times)];
  }

  private partsById(times: ReadonlyMap<Moment, number>): Part[] {
    const parts = this.byId.parts(times);
    let left = this.byId.mostOf(this.company.users, times);
    // Where the directory is read, it serves users by id. Priced so that a search doesn't seem to save.
    if (this.isDirectorySure) left = Math.max(0, left - this.company.mostUserPages);
    return parts.map((part) => {
      const most = Math.min(part.most, left);
      left -= most;
      return { ...part, most, least: this.isDirectorySure || this.mayServeById ? 0 : part.least };
    });
  }

  private mostPages({ ids, active, first, after }: UserListArguments): number {
    // Shares of ids of which Gong knows nobody are read too.
    if (ids !== null) return pagesOf(ids.size);
    const { mostUserPages } = this.company;
    return active == null ? Math.min(mostUserPages, pagesOfFirst(first, after)) : mostUserPages;
  }

  private readPages(pages: Range, path: Path | null): void {
    if (this.pages === null || pages.most > this.pages.most) this.pagesPath = path;
    this.pages = {
      least: Math.max(pages.least, this.pages?.least ?? 0),
      most: Math.max(pages.most, this.pages?.most ?? 0),
    };
  }
}
