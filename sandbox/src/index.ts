export { blankCompany, createCompany, plainCall, plainUser } from './company/index.js';
export type * from './company/index.js';
export { DEFAULT_CREDENTIAL, type SandboxCredential } from './credentials.js';
export { TEXTS } from './errors.js';
export { createFetch, type FetchInit } from './fetch.js';
export type { Fault, FaultRule, Faults } from './faults.js';
export {
  DEFAULT_OAUTH_APP,
  type OAuthOptions,
  type RecordedOAuthRequest,
  type SandboxGrant,
  type SandboxOAuth,
} from './oauth/index.js';
export type { SandboxClock, SandboxOptions } from './options.js';
export { PAGE_SIZE } from './paging.js';
export {
  ConnectionDropped,
  type RecordedRequest,
  type SandboxRequest,
  type SandboxResponse,
} from './requests.js';
export { createSandbox, type Sandbox } from './sandbox.js';
export type { ServerAddress, ListenOptions } from './server.js';
export type { Undocumented } from './validation.js';
