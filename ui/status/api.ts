import type { StatusReport } from '../../src/telemetry/status/statusReport.js';

const TOKEN_KEY = 'gong-graphql-gateway:admin-token';

/** A request that did not succeed. The message says what to do. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export function storedToken(): string | null {
  return sessionStorage.getItem(TOKEN_KEY);
}

/** @param token null removes the stored token. */
export function keepToken(token: string | null): void {
  if (token === null) sessionStorage.removeItem(TOKEN_KEY);
  else sessionStorage.setItem(TOKEN_KEY, token);
}

export async function readReport(
  { minutes, tenant }: { readonly minutes: number; readonly tenant: string | null },
  signal: AbortSignal,
): Promise<StatusReport> {
  const query = new URLSearchParams({ minutes: String(minutes) });
  if (tenant !== null) query.set('tenant', tenant);
  const response = await send(`/admin/status?${query.toString()}`, { signal });
  try {
    return (await response.json()) as StatusReport;
  } catch (error) {
    signal.throwIfAborted();
    const message =
      'The response is not a report. A proxy may have responded in place of the gateway.';
    throw new Error(message, { cause: error });
  }
}

export async function connectByKey(
  tenant: string,
  key: { accessKey: string; accessKeySecret: string; baseUrl?: string },
): Promise<void> {
  await send(connectionPath(tenant), {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(key),
  });
}

export async function disconnect(tenant: string): Promise<void> {
  await send(connectionPath(tenant), { method: 'DELETE' });
}

/** Path that leads a browser to Gong's consent page. */
export function consentPath(tenant: string): string {
  return `/oauth/gong/start?${new URLSearchParams({ tenant }).toString()}`;
}

function connectionPath(tenant: string): string {
  return `/admin/connections/${encodeURIComponent(tenant)}`;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  const token = storedToken();
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers, cache: 'no-store' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, 'The gateway cannot be reached. This page tries again every 5 seconds.');
  }
  if (response.ok) return response;
  throw new ApiError(response.status, await messageOf(response));
}

async function messageOf(response: Response): Promise<string> {
  const fallback = `The gateway responded with status ${response.status}.`;
  try {
    const body = (await response.json()) as { errors?: { message?: string }[] };
    return body.errors?.[0]?.message ?? fallback;
  } catch {
    // A proxy may respond with a page of its own.
    return fallback;
  }
}
