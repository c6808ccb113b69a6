import { CombinedGraphQLErrors, type ErrorLike } from '@apollo/client';

/** An error, and where in the response it happened. */
export interface Problem {
  readonly message: string;
  /** Path of the field that failed, such as `call.transcript`. Empty when the whole operation failed. */
  readonly path: string;
  readonly code?: string;
}

export function problemsOf(error: ErrorLike | undefined): readonly Problem[] {
  if (!error) return [];
  if (!CombinedGraphQLErrors.is(error)) return [{ message: error.message, path: '' }];
  return error.errors.map(({ message, path = [], extensions }) => ({
    message,
    path: path.join('.'),
    code: extensions?.['code'] as string | undefined,
  }));
}

/** Returns the problems of the fields at or below these paths. */
export const problemsAt = (problems: readonly Problem[], ...paths: string[]) =>
  problems.filter(({ path }) => paths.some((each) => `${path}.`.startsWith(`${each}.`)));

/** Shows what failed, beside the parts that did not. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  // One failed request can leave several fields without data.
  const lines = new Set(
    problems.map(({ message, code }) => (code ? `${message} (${code})` : message)),
  );
  if (lines.size === 0) return null;
  return (
    <div role="alert" className="problem">
      {[...lines].map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
