import { GongError, withHint } from '../../gong/errors.js';

/** The policy forbids something, or cannot be determined, so that nothing may be shown. The message names the fix. */
export class PolicyError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PolicyError';
  }
}

/**
 * Reads data that the policy needs. The error of a failed read says that the policy needed it, because the client did
 * not request it.
 *
 * @throws GongError, and any other error of the read.
 */
export async function withPolicyHint<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    // One read may be a part of another that the policy also needs.
    if (!(error instanceof GongError) || error.message.endsWith(HINT)) throw error;
    throw withHint(error, HINT);
  }
}

const HINT = 'The gateway needs this information to apply its policy (GATEWAY_POLICY).';
