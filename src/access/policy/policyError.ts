import { GongError, withHint } from '../../gong/errors.js';

/** The policy forbids it, or can't be told, so that nothing may be shown. The message names the way out. */
export class PolicyError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PolicyError';
  }
}

/**
 * Reads what the policy goes by. A failure says why it was read, since nobody asked for it.
 *
 * @throws GongError, and whatever else the read fails with.
 */
export async function withPolicyHint<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    // One read may serve another that the policy needs as well.
    if (!(error instanceof GongError) || error.message.endsWith(HINT)) throw error;
    throw withHint(error, HINT);
  }
}

const HINT = 'The gateway needs this information to apply its policy (GATEWAY_POLICY).';
