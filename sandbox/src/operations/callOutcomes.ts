import { ok, type Handler } from './types.js';

/** `GET /v2/call-outcomes`: what can be chosen at the end of a call with Gong's dialer. */
export const listCallOutcomes: Handler = ({ company }) => ok({ outcomes: company.dialerOutcomes });
