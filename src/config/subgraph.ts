import { onOrOff } from './values.js';

export type { SubgraphOptions } from '../graphql/sdl/print.js';

export const subgraphVariables = {
  GATEWAY_SUBGRAPH_NODE: onOrOff.default(true),
};
