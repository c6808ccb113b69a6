import type { sandboxVariables } from '../../src/config/sandbox.js';
import type { VariableDoc } from './variableGroups.js';

/** The variables of the sandbox, embedded or on its own. */
export const sandboxVariableDocs: Readonly<Record<keyof typeof sandboxVariables, VariableDoc>> = {
  GONG_SANDBOX: {
    group: 'Sandbox',
    description:
      '`on` serves the embedded sandbox, `off` never does. If unset, it starts only without any Gong configuration, on a loopback `HOST`, outside of production.',
    example: 'on',
    fallback: 'see the description',
  },
  SANDBOX_PROCESSING_SECONDS: {
    group: 'Sandbox',
    description: 'How long the sandbox takes to process a recording, and again to analyze it.',
    unit: 'seconds',
    example: '30',
  },
  SANDBOX_HOST: {
    group: 'Sandbox',
    description: 'Address that `npm run sandbox` listens on.',
    example: '127.0.0.1',
  },
  SANDBOX_PORT: {
    group: 'Sandbox',
    description: 'Port that `npm run sandbox` listens on.',
    example: '4010',
  },
  SANDBOX_OAUTH_CONSENT: {
    group: 'Sandbox',
    description: '`page`: the sign-in page of the sandbox asks for consent.',
    example: 'page',
  },
  SANDBOX_OAUTH_REDIRECT_URI: {
    group: 'Sandbox',
    description: 'Callback of a gateway that is not on port 4000.',
    example: 'http://127.0.0.1:4001/oauth/gong/callback',
  },
};
