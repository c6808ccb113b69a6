import { text, texts } from '../../gong/coerce.js';
import { idOf, isGongId, type GongUser } from '../../gong/endpoints/wire.js';

/**
 * Gong's id of the person; null where Gong knows nobody by it, or several people by the same address, so that
 * it can't be told who is meant.
 *
 * @param person a Gong user id, or an e-mail address in any case.
 */
export function idOfPerson(person: string, users: readonly GongUser[]): string | null {
  const name = person.trim();
  if (isGongId(name)) return users.some(({ id }) => idOf(id) === name) ? name : null;
  const found = usersByEmail(users)(name);
  return found.length === 1 ? idOf(found[0]?.id) : null;
}

/**
 * Tells who is meant by an e-mail address, in any case: who has it as their main one or, where nobody has, as any.
 * Looks through the users once.
 */
export function usersByEmail(users: readonly GongUser[]): (address: string) => readonly GongUser[] {
  const byMain = new Map<string, GongUser[]>();
  const byAny = new Map<string, GongUser[]>();
  for (const user of users) {
    const main = text(user.emailAddress)?.toLowerCase();
    if (main !== undefined) enter(byMain, main, user);
    for (const address of new Set(addressesOf(user))) enter(byAny, address, user);
  }
  return (address) => {
    const wanted = address.trim().toLowerCase();
    if (wanted === '') return [];
    return byMain.get(wanted) ?? byAny.get(wanted) ?? [];
  };
}

function enter(book: Map<string, GongUser[]>, address: string, user: GongUser): void {
  const known = book.get(address);
  if (known === undefined) book.set(address, [user]);
  else known.push(user);
}

/** All addresses of a user, in lower case. */
export function addressesOf({
  emailAddress,
  trustedEmailAddress,
  emailAliases,
}: GongUser): readonly string[] {
  const addresses = texts([emailAddress, trustedEmailAddress]).concat(texts(emailAliases));
  return addresses.map((each) => each.toLowerCase());
}

/** The user and everybody who reports to them, directly or over others. Users who report in a circle end it. */
export function teamOf(userId: string, users: readonly GongUser[]): ReadonlySet<string> {
  const reportsOf = new Map<string, string[]>();
  for (const { id, managerId } of users) {
    const [user, manager] = [idOf(id), idOf(managerId)];
    if (user === null || manager === null) continue;
    const reports = reportsOf.get(manager);
    if (reports === undefined) reportsOf.set(manager, [user]);
    else reports.push(user);
  }
  const team = new Set([userId]);
  // A set gives out what is added to it meanwhile.
  for (const member of team) for (const report of reportsOf.get(member) ?? []) team.add(report);
  return team;
}
