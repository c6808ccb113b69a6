import DataLoader from 'dataloader';
import type { Operation } from '../operation.js';
import { flag, text } from '../../gong/coerce.js';
import { listMultipleUsers, listUsers } from '../../gong/endpoints/users.js';
import { idOf, type GongUser, type Page } from '../../gong/endpoints/wire.js';
import { MAX_IDS_PER_REQUEST } from '../../company/callSource.js';
import { settled, wholeKeys } from './settled.js';
import { walkPages } from '../../company/walks/pages.js';
import type { Company } from '../../company/company.js';
import { isExpiredCursor } from '../../company/walks/walk.js';
import { usersByEmail, addressesOf } from '../../access/policy/people.js';
import type { KeptRecords } from '../replica/keptRecords.js';
import type { ConnectionModel } from './connection.js';
import { listFingerprint, type CursorCodec } from './cursors.js';
import { andThen } from '../../lib/awaitable.js';
import { memoByKey } from '../../lib/memo.js';
import { readPages } from './pagedList.js';

/**
 * The company's users as far as the operation has read them. All fields that need all users, or the next page, share
 * the pages.
 */
export class UserDirectory {
  private readonly pages;
  private everybody: Promise<readonly GongUser[]> | null = null;

  constructor(
    company: Company,
    operation: Operation,
    private readonly kept: KeptRecords | null,
  ) {
    const read = company.pages(listUsers, operation);
    this.pages = memoByKey((cursor: string | null) => read(null, cursor));
  }

  /** Whether all users have been requested. */
  get isWanted(): boolean {
    return this.everybody !== null;
  }

  page(cursor: string | null): Promise<Page<GongUser>> {
    const page = this.pages.load(cursor);
    page.catch((error: unknown) => {
      // A walk that starts over needs pages with fresh cursors.
      if (isExpiredCursor(error)) this.pages.clear();
    });
    return page;
  }

  all(): Promise<readonly GongUser[]> {
    this.everybody ??= this.readAll();
    return this.everybody;
  }

  private async readAll(): Promise<readonly GongUser[]> {
    const kept = await this.kept?.records<GongUser>('USER');
    if (kept != null) return kept;
    const users: GongUser[] = [];
    for await (const { items } of walkPages((cursor) => this.page(cursor), userId, null)) {
      users.push(...items.map(({ item }) => item));
    }
    return users;
  }
}

/** Searches all users by their unmasked data, and returns them as the viewer may see them. */
export interface People {
  /** Returns all users with this email among their addresses; case is ignored. */
  readonly withEmail: (email: string) => Promise<readonly GongUser[]>;
  /**
   * Returns the users that an email identifies, with case ignored: those with this main email or, if there are none,
   * those with it as another one.
   */
  readonly knownBy: (email: string) => Promise<readonly GongUser[]>;
  /** Returns all users with the phone number; only digits are compared. */
  readonly withPhoneNumber: (phoneNumber: string) => Promise<readonly GongUser[]>;
  readonly reportingTo: (managerId: string) => Promise<readonly GongUser[]>;
}

export function createUserSearch(
  directory: UserDirectory,
  shown: (user: GongUser) => GongUser,
): People {
  let book: Promise<ReturnType<typeof usersByEmail>> | null = null;
  const find = async (
    among: (users: readonly GongUser[]) => readonly GongUser[],
  ): Promise<readonly GongUser[]> => among(await directory.all()).map(shown);
  return {
    withEmail: (email) => find((users) => usersWithEmail(users, email)),
    knownBy: async (email) => {
      book ??= directory.all().then(usersByEmail);
      return (await book)(email).map(shown);
    },
    withPhoneNumber: (number) => find((users) => usersWithPhoneNumber(users, number)),
    reportingTo: (id) => find((users) => users.filter((user) => idOf(user.managerId) === id)),
  };
}

const userId = ({ id }: GongUser): string | null => idOf(id);

/**
 * Loads users by ID; null when Gong has none. It uses the directory when the operation reads that anyway, and reads
 * users that the directory lacks in batches.
 *
 * @param kept when given, users are taken from the replica alone.
 */
export function createUserById(
  company: Company,
  directory: UserDirectory,
  operation: Operation,
  shown: (user: GongUser) => GongUser,
  kept: KeptRecords | null,
): UserById {
  /** The unmasked addresses, for requests to Gong. */
  const addresses = new Map<string, string | null>();
  const shownIfAny = (user: GongUser | null): GongUser | null => {
    if (user === null) return null;
    addresses.set(idOf(user.id) ?? '', text(user.emailAddress));
    return shown(user);
  };
  const loader = new DataLoader<string, GongUser | null>(async (ids) => {
    if (kept !== null) {
      return settled(ids.map(async (id) => shownIfAny(await kept.record<GongUser>('USER', id))));
    }
    const listed = new Map<string | null, GongUser>();
    if (directory.isWanted)
      for (const user of await directory.all()) listed.set(idOf(user.id), user);
    // The directory lacks Gong's own staff, which other records refer to.
    const others = ids.filter((id) => !listed.has(id));
    const loads = company.reads.load(company.users, wholeKeys(others), operation);
    const loadOf = new Map(others.map((id, index) => [id, loads[index] ?? null]));
    return settled(ids.map((id) => andThen(loadOf.get(id) ?? listed.get(id) ?? null, shownIfAny)));
  });
  return {
    load: (id) => loader.load(id),
    emailOf: async (id) => {
      await loader.load(id);
      return addresses.get(id) ?? null;
    },
    prime: (id, user) => {
      loader.prime(id, shownIfAny(user));
    },
  };
}

export interface UserById {
  /** @throws GongError */
  load(id: string): Promise<GongUser | null>;
  /**
   * Returns the user's unmasked main email, for requests to Gong.
   *
   * @throws GongError
   */
  emailOf(id: string): Promise<string | null>;
  /** @param user as Gong sent it. */
  prime(id: string, user: GongUser): void;
}

export interface UserListKey {
  readonly userIds: readonly string[] | undefined;
  readonly createdFrom: string | undefined;
  readonly createdTo: string | undefined;
  /** Gong cannot filter by it, so pages are read until enough users match. */
  readonly active: boolean | undefined;
  /** Whether to include the users that Gong adds for its own staff. */
  readonly includeAvatars: boolean;
  readonly first: number;
  readonly after: string | null;
}

/**
 * Loads a page of users in Gong's own order.
 *
 * @throws GongError, InputError `BAD_CURSOR`
 */
export async function loadUserList(
  { userIds, createdFrom, createdTo, active, includeAvatars, first, after }: UserListKey,
  { company, directory, operation, cursors, onUser, shown }: UserListDependencies,
): Promise<ConnectionModel<GongUser>> {
  const avatars = includeAvatars ? { includeAvatars } : {};
  const isFiltered =
    includeAvatars || [userIds, createdFrom, createdTo].some((each) => each !== undefined);
  const pages = company.pages(listMultipleUsers, operation);
  const isWanted = (user: GongUser): boolean =>
    active === undefined || flag(user.active) === active;
  const [connection] = await readPages(
    { operation, cursors },
    {
      list: listFingerprint('users', [
        userIds === undefined ? null : [...userIds].sort(),
        createdFrom ?? null,
        createdTo ?? null,
        active ?? null,
        ...(includeAvatars ? ['avatars'] : []),
      ]),
      after,
      read: isFiltered
        ? inShares(userIds, (share, cursor) =>
            pages({ userIds: share, createdFrom, createdTo, ...avatars }, cursor),
          )
        : (cursor) => directory.page(cursor),
      idOf: userId,
      counts: 'shown',
      filter: (users) => {
        const wanted = users.map((user) => (isWanted(user) ? user : null));
        for (const user of wanted) if (user !== null) onUser(user);
        return Promise.resolve(wanted.map((user) => user && shown(user)));
      },
      totalOf: ({ total }) => (active === undefined ? total : null),
    },
    [first],
  );
  return connection as ConnectionModel<GongUser>;
}

interface UserListDependencies {
  readonly company: Company;
  readonly directory: UserDirectory;
  readonly operation: Operation;
  readonly cursors: CursorCodec;
  /** Called with every user that is read, so that none is read again by ID. */
  readonly onUser: (user: GongUser) => void;
  readonly shown: (user: GongUser) => GongUser;
}

/**
 * Pages a list that is filtered by more IDs than one request accepts. Each share of the IDs is read in turn; the
 * cursor contains the share's number and Gong's own cursor.
 */
function inShares(
  ids: readonly string[] | undefined,
  read: (share: readonly string[] | undefined, cursor: string | null) => Promise<Page<GongUser>>,
): (cursor: string | null) => Promise<Page<GongUser>> {
  if (ids === undefined || ids.length <= MAX_IDS_PER_REQUEST) return (cursor) => read(ids, cursor);
  const shareCount = Math.ceil(ids.length / MAX_IDS_PER_REQUEST);
  return async (cursor) => {
    let [index, inner] = splitShareCursor(cursor);
    for (;;) {
      const start = index * MAX_IDS_PER_REQUEST;
      const page = await read(ids.slice(start, start + MAX_IDS_PER_REQUEST), inner);
      const isLastShare = index + 1 === shareCount;
      const next = page.cursor === null ? `${index + 1} ` : `${index} ${page.cursor}`;
      // A share without known users gives no page of its own.
      if (page.items.length > 0 || isLastShare) {
        return { ...page, total: null, cursor: isLastShare ? page.cursor && next : next };
      }
      [index, inner] = splitShareCursor(next);
    }
  };
}

function splitShareCursor(cursor: string | null): [share: number, cursor: string | null] {
  if (cursor === null) return [0, null];
  const at = cursor.indexOf(' ');
  const inner = cursor.slice(at + 1);
  return [Number(cursor.slice(0, at)), inner === '' ? null : inner];
}

function usersWithEmail(users: readonly GongUser[], email: string): readonly GongUser[] {
  const wanted = email.trim().toLowerCase();
  return users.filter((user) => addressesOf(user).includes(wanted));
}

function usersWithPhoneNumber(
  users: readonly GongUser[],
  phoneNumber: string,
): readonly GongUser[] {
  const wanted = digitsOf(phoneNumber);
  return users.filter((user) => digitsOf(text(user.phoneNumber) ?? '') === wanted);
}

export function digitsOf(phoneNumber: string): string {
  return phoneNumber.replace(/\D/g, '');
}
