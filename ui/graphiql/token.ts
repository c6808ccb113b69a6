/** State of the token, without the token. */
export interface TokenState {
  readonly isSet: boolean;
  /** Whether the gateway's last response was 401. */
  readonly isRefused: boolean;
}

/** The page stores it nowhere else. */
let token = '';
let state: TokenState = { isSet: false, isRefused: false };
const listeners = new Set<() => void>();

/** For React's `useSyncExternalStore`. */
export function onTokenState(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function tokenState(): TokenState {
  return state;
}

/**
 * Sets the token, or removes it.
 *
 * @param typed what a person typed or pasted; empty: no token.
 * @returns false when the text cannot be a token.
 */
export function setToken(typed: string): boolean {
  const given = typed.trim().replace(/^(authorization: *)?bearer +/i, '');
  if (!/^[\x21-\x7e]*$/.test(given)) return false;
  token = given;
  change({ isSet: token !== '', isRefused: false });
  return true;
}

function change(next: TokenState): void {
  state = next;
  for (const listener of [...listeners]) listener();
}

/** Fetches with the token, unless the headers pane has an `Authorization` header. */
export async function fetchWithToken(
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> {
  const headers = new Headers(init.headers);
  if (token !== '' && !headers.has('authorization')) {
    headers.set('authorization', `Bearer ${token}`);
  }
  const response = await fetch(input, { ...init, headers });
  change({ ...state, isRefused: response.status === 401 });
  return response;
}

/** Fetches again with each further token until the gateway accepts one. GraphiQL reads the schema only once. */
export async function fetchUntilAllowed(
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> {
  for (;;) {
    const response = await fetchWithToken(input, init);
    if (response.status !== 401) return response;
    await nextToken();
  }
}

function nextToken(): Promise<void> {
  const refused = token;
  return new Promise((resolve) => {
    const stop = onTokenState(() => {
      if (token === '' || token === refused) return;
      stop();
      resolve();
    });
  });
}
