/** Texts of Gong that a client may match on. They are quoted exactly, full stops included. */
export const TEXTS = {
  parse: 'Json parse error, verify Json format matches the API description.',
  noCalls: 'No calls found corresponding to the provided filters',
  noUsers: 'No users found corresponding to the provided filters',
  // This one ends with a full stop, the others do not.
  noAnsweredScorecards: 'No answered scorecards found corresponding to the provided filters.',
  noScope: (scope: string) => `You don't have permission to use '${scope}' in your app.`,
  emptyList: (name: string) => `${name}: must not be empty but can be null or can be omitted`,
} as const;

/** An answer other than success: thrown by a handler, turned into Gong's error body in one place. */
export class GongFailure extends Error {
  override name = 'GongFailure';

  constructor(
    /** HTTP status of the answer. */
    readonly status: number,
    /** The `errors` of the body, English sentences. */
    readonly errors: readonly string[],
    /** Headers to add, names in lower case. */
    readonly headers: Readonly<Record<string, string>> = {},
    /** Members of the body beside `errors`. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${status}: ${errors.join(' ')}`);
  }
}

/** 400 with one sentence. */
export const badRequest = (error: string): GongFailure => new GongFailure(400, [error]);

/** 401 with one sentence. */
export const unauthorized = (error: string): GongFailure => new GongFailure(401, [error]);

/** 409 with one sentence. */
export const conflict = (error: string, members: Readonly<Record<string, unknown>> = {}) =>
  new GongFailure(409, [error], {}, members);

/** 404 with one sentence. */
export const notFound = (error: string): GongFailure => new GongFailure(404, [error]);
