/** The package: a gateway over Gong's REST API inside another program. Importing it does nothing else. */
export { ConfigError } from '../config/config.js';
export type { Logger } from '../lib/logger.js';
export { createGateway } from './serve/createGateway.js';
export type {
  EmbeddedGateway,
  GatewayContext,
  GatewayOperation,
  GatewayOptions,
  OperationOptions,
  Viewer,
} from './serve/createGateway.js';
export type { SettingName, Settings } from './serve/settings.js';
