import { blankProfile } from '../company/permissionProfiles.js';
import type { Company, PermissionProfile } from '../company/types.js';
import { badRequest } from '../errors.js';
import type { JsonObject } from '../json.js';
import { ok, type Handler } from './types.js';

const MAX_ID = 2n ** 63n - 1n;

/** `GET /v2/all-permission-profiles`: those of a workspace by name, unpaged. */
export const listPermissionProfile: Handler = ({ company, query }) => {
  const { workspaceId } = query;
  const profiles = company.permissionProfiles
    .filter((each) => each.workspaceId === workspaceId)
    .map(({ profile }) => profile)
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return ok({ profiles });
};

/** `GET /v2/permission-profile`. */
export const getPermissionProfile: Handler = ({ company, query }) =>
  ok({ profile: profileIn(company, query).profile });

/** `GET /v2/permission-profile/users`. */
export const listPermissionProfileUsers: Handler = ({ company, query }) => {
  const { userIds } = profileIn(company, query);
  const users = company.users
    .filter(({ id }) => userIds.includes(id))
    .map(({ id, firstName, lastName, emailAddress }) => ({
      id,
      fullName: [firstName, lastName].filter((name) => name !== null).join(' '),
      emailAddress,
    }));
  return ok({ users });
};

/** `POST /v2/permission-profile`: an ID that is sent is ignored, and what is left out is not allowed. */
export const createPermissionProfile: Handler = ({ company, query, body, newId }) => {
  const workspaceId = workspaceIn(company, query);
  const { name } = body;
  if (typeof name !== 'string') throw badRequest('name: may not be null');
  const id = newId();
  const profile = { ...merged(blankProfile(id, name), body), id, name };
  company.permissionProfiles.push({ workspaceId, userIds: [], profile });
  return ok({ profile });
};

/** `PUT /v2/permission-profile`: merges. */
export const updatePermissionProfile: Handler = ({ company, query, body }) => {
  const found = profileIn(company, query);
  found.profile = { ...merged(found.profile, body), id: found.profile.id };
  return ok({ profile: found.profile });
};

/** Objects member by member, as far as they are sent. */
const merged = (before: JsonObject, change: JsonObject): JsonObject & { name: string } =>
  ({ ...before, ...change }) as JsonObject & { name: string };

const workspaceIn = ({ workspaces }: Company, { workspaceId }: JsonObject): string => {
  const found = workspaces.find(({ id }) => id === workspaceId);
  if (found === undefined) throw badRequest(`Workspace ID ${String(workspaceId)} was not found`);
  return found.id;
};

const profileIn = (company: Company, { profileId }: JsonObject): PermissionProfile => {
  const id = String(profileId);
  if (!/^\d{1,20}$/.test(id) || BigInt(id) > MAX_ID) throw badRequest('Bad request');
  const found = company.permissionProfiles.find(({ profile }) => profile.id === id);
  if (found === undefined) throw badRequest(`Permission profile ID ${id} was not found`);
  return found;
};
