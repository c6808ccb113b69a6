/** What the page knows of the token. */
export interface TokenState {
  readonly isSet: boolean;
  /** Whether the gateway answered lately that it wants one, or another one. */
  readonly isRefused: boolean;
}

/** In memory alone, and nowhere else: it ends with the page. */
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

/** Takes what somebody typed or pasted; empty: no token any more. False: that can be no token. */
export function setToken(typed: string): boolean {
  const given = typed.trim().replace(/^(authorization: *)?bearer +/i, '');
  if (!/^[\x21-\x7e]*$/.test(given)) return false;
  token = given;
  tell({ isSet: token !== '', isRefused: false });
  return true;
}

function tell(next: TokenState): void {
  state = next;
  for (const listener of [...listeners]) listener();
}

/** As `fetch`, with the token; a header that the headers pane gives goes first. */
export async function fetchWithToken(
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> {
  const headers = new Headers(init.headers);
  if (token !== '' && !headers.has('authorization')) {
    headers.set('authorization', `Bearer ${token}`);
  }
  const response = await fetch(input, { ...init, headers });
  tell({ ...state, isRefused: response.status === 401 });
  return response;
}

/** The same for the schema, without which GraphiQL is of little use: it is asked for until the token is right. */
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
