/** What the rules of a variable can't say. Defaults, ranges, and choices come from the rules themselves. */
export interface VariableDoc {
  /** A heading of the reference. */
  readonly group: keyof typeof groups;
  readonly description: string;
  /** Of its number. */
  readonly unit?: string;
  readonly example: string;
  /** In place of a default that the rules hold. */
  readonly fallback?: string;
}

/** In the order of the reference, each with a sentence. */
export const groups = {
  'Connection to Gong': 'How the gateway reaches Gong and signs in.',
  'OAuth 2.0':
    'The app that is registered at Gong. All variables but the scopes and the base URL are needed together, with `GATEWAY_SECRET` and `GATEWAY_ADMIN_TOKEN`.',
  'Quota and time': "The share of the company's quota that this gateway may use.",
  'HTTP server': 'Where clients reach the gateway.',
  'Clients and tenants': 'Which clients the gateway serves, and for which company.',
  Policy: 'What viewers can see and do.',
  'Operation limits': 'What one operation may use.',
  'Document limits': 'What the gateway accepts before it runs anything.',
  'Cache and state': 'What the gateway keeps, and where.',
  Replica: "The gateway's own copy of calls, and the sync that keeps it current.",
  Features: 'What can be switched on or off.',
  Sandbox:
    'The imitation of Gong. Variables that begin with `SANDBOX_` apply to `npm run sandbox`, and the processing time also to the embedded sandbox.',
  'Client programs':
    'What `npm run export` and other programs that ask a gateway use. The gateway ignores it.',
  Process: 'The process itself.',
} as const;
