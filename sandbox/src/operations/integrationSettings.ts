import { ok, type Handler } from './types.js';

/** `POST /v2/integration-settings`: nothing of it can be read again. */
export const integrationSettings: Handler = () => ok({});
