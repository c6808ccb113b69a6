import { text, texts } from '../../gong/coerce.js';
import { idOf, isGongId, type GongUser } from '../../gong/endpoints/wire.js';

/**
 * Returns Gong's ID of the person; null when Gong knows no such user, or several with the address.
 *
 * @param person a Gong user ID, or an email in any case.
 */
export function idOfPerson(person: string, users: readonly GongUser[]): string | null {
  const name = person.trim();
  if (isGongId(name)) return users.some(({ id }) => idOf(id) === name) ? name : null;
  const found = usersByEmail(users)(name);
  return found.length === 1 ? idOf(found[0]?.id) : null;
}

/**
 * Returns a function that finds the users of an email in any case: those with this main email or, if there are none,
 * those with it as another one. The users are indexed once.
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

/** Returns all addresses of a user in lowercase. */
export function addressesOf({
  emailAddress,
  trustedEmailAddress,
  emailAliases,
}: GongUser): readonly string[] {
  const addresses = texts([emailAddress, trustedEmailAddress]).concat(texts(emailAliases));
  return addresses.map((each) => each.toLowerCase());
}

/** Returns the user and all direct and indirect reports. Circular reporting is allowed. */
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
  // Iterating a set includes members that are added in the meantime.
  for (const member of team) for (const report of reportsOf.get(member) ?? []) team.add(report);
  return team;
}
