import type { Answer } from '../support/gateway.js';

export type Reference = Readonly<Record<string, unknown>>;
export type Entity = Readonly<Record<string, unknown>> | null;

export const entities = (select: string) =>
  `query ($r: [_Any!]!) { _entities(representations: $r) { __typename ${select} } }`;
export const entitiesOf = ({ data }: Pick<Answer, 'data'>) =>
  (data?.['_entities'] ?? []) as unknown as readonly Entity[];
export const call = (id: unknown): Reference => ({ __typename: 'Call', id });
export const user = (id: unknown): Reference => ({ __typename: 'User', id });
export const userBy = (emailAddress: unknown): Reference => ({ __typename: 'User', emailAddress });
