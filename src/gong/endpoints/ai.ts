import type { Success } from '../exchange.js';
import { GongError } from '../errors.js';
import type { components, operations } from '../generated/types.js';
import type { GongOperationId } from '../generated/operations.js';
import { writes } from './endpoint.js';
import { isObject, type Lenient } from './wire.js';

type Schemas = components['schemas'];

export type GongAiAnswer = Lenient<Schemas['AskEntityResponse']>;
export type GongBrief = Lenient<Schemas['GenerateBriefResponse']>;

/** The CRM record, and the period whose conversations Gong reads. */
type ParametersOf<Id extends keyof operations> = operations[Id] extends {
  parameters: { query: infer Query };
}
  ? Omit<Query, 'workspaceId'> & { readonly workspaceId: string }
  : never;

export type AskQuery = ParametersOf<'askEntity'>;
export type BriefQuery = ParametersOf<'generateBrief'>;

/** Gong charges for each request, and a response may quote any call of the record. */
const charged = <Query extends object, Response extends object>(id: GongOperationId) => ({
  // Gong expects the workspace ID as a number, which looks the same in a query string.
  ask: (query: Query) => ({ query: { ...query } as Readonly<Record<string, string>> }),
  parse: ({ body, status, requestId }: Success): Response => {
    if (isObject(body)) return body as Response;
    throw new GongError(
      'bad-response',
      `Gong's response to ${id} is not a JSON object. Gong may have spent credits on it.`,
      { operation: id, status, requestId, isRetryable: false },
    );
  },
  invalidates: [],
  enabledBy: 'GATEWAY_AI' as const,
  reveals: 'restricted' as const,
});

/** Asks Gong's AI about a CRM record. */
export const askEntity = writes('askEntity', charged<AskQuery, GongAiAnswer>('askEntity'));

/** Lets Gong's AI write a configured brief about a CRM record. */
export const generateBrief = writes(
  'generateBrief',
  charged<BriefQuery, GongBrief>('generateBrief'),
);
