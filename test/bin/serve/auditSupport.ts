import type { GatewayOptions, Viewer } from '../../../src/bin/index.js';
import { embed, post, type Embedded } from './support.js';

export type Line = Readonly<Record<string, unknown>>;

export interface Audited extends Embedded {
  /** All that was logged, whatever it is. */
  readonly logged: readonly Line[];
  /** Records of the audit log since the last call of it. */
  audits(): readonly Line[];
  /** Lines of operations since the last call of it. */
  operations(): readonly Line[];
  /** Sends a query for a viewer, and returns the body. */
  ask(query: string, headers?: Record<string, string>): Promise<Readonly<Record<string, unknown>>>;
}

export const VIEWER: Viewer = { client: 'web', person: 'ada.auditor@viewer.example' };

/** An embedded gateway whose audit log goes to its logger. */
export async function embedAudited(options: Partial<GatewayOptions> = {}): Promise<Audited> {
  const logged: Line[] = [];
  const log = (fields: object, message: string): void => {
    logged.push({ ...fields, message });
  };
  const embedded = await embed({
    logger: { debug: log, info: log, warn: log, error: log },
    authenticate: () => VIEWER,
    ...options,
    settings: { GATEWAY_AUDIT_LOG: 'stdout', ...options.settings },
  });
  const since = (message: string) => {
    let at = 0;
    return (): readonly Line[] => {
      const fresh = logged.slice(at).filter((line) => line['message'] === message);
      at = logged.length;
      return fresh;
    };
  };
  return {
    ...embedded,
    logged,
    audits: since('Audit'),
    operations: since('Operation ended'),
    ask: async (query, headers = {}) => {
      const response = await embedded.gateway.handle(post(query, { headers }));
      return (await response.json()) as Readonly<Record<string, unknown>>;
    },
  };
}
