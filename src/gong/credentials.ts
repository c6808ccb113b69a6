/** The access with which a request is sent. */
export interface Access {
  /** Origin of the company's API, without `/v2`. */
  readonly baseUrl: string;
  /** The whole `Authorization` header. */
  readonly authorization: string;
  /** Secrets that no error may repeat, even when Gong does. */
  readonly secrets: readonly string[];
}

/** The credentials of one Gong company. */
export interface Credentials {
  /** Returns the access for a request that is sent now. */
  latest(): Access;
  /**
   * Settles when there is an access that Gong accepts, as far as known; null when there is one already.
   *
   * @throws GongError through the promise when no access is available.
   */
  ready(): Promise<void> | null;
  /** Called when Gong responded to a request without refusing its access. */
  accepted(access: Access): void;
  /**
   * Called when Gong refused an access with a 401 that names no scope. Returns true when there is another access now,
   * so that the request may be sent again.
   *
   * @param isRepeated whether the request was already sent again. It is not sent a third time.
   */
  refused(access: Access, isRepeated: boolean): Promise<boolean>;
}

/** Returns the credentials of an API key, which is valid until an administrator revokes it. */
export function keyCredentials(key: {
  readonly baseUrl: string;
  readonly accessKey: string;
  readonly accessKeySecret: string;
}): Credentials {
  const pair = Buffer.from(`${key.accessKey}:${key.accessKeySecret}`).toString('base64');
  const access: Access = {
    baseUrl: key.baseUrl,
    authorization: `Basic ${pair}`,
    secrets: [pair, key.accessKeySecret],
  };
  return {
    latest: () => access,
    ready: () => null,
    accepted: () => undefined,
    refused: () => Promise.resolve(false),
  };
}

/** An API key that can be replaced by another secret of the same key. */
export class KeyCredentials implements Credentials {
  private credentials: Credentials;

  constructor(key: Parameters<typeof keyCredentials>[0]) {
    this.credentials = keyCredentials(key);
  }

  /** Sends later requests with this key. */
  use(key: Parameters<typeof keyCredentials>[0]): void {
    this.credentials = keyCredentials(key);
  }

  latest(): Access {
    return this.credentials.latest();
  }

  ready(): Promise<void> | null {
    return this.credentials.ready();
  }

  accepted(access: Access): void {
    this.credentials.accepted(access);
  }

  /** A request that was refused before the key was replaced may be sent again. */
  refused(access: Access): Promise<boolean> {
    return Promise.resolve(this.latest() !== access);
  }
}

/** Credentials that can be ended. Later requests then fail with the reason. */
export class RevocableCredentials implements Credentials {
  private end: Error | null = null;

  constructor(private readonly credentials: Credentials) {}

  latest(): Access {
    if (this.end !== null) throw this.end;
    return this.credentials.latest();
  }

  ready(): Promise<void> | null {
    return this.end === null ? this.credentials.ready() : Promise.reject(this.end);
  }

  accepted(access: Access): void {
    this.credentials.accepted(access);
  }

  refused(access: Access, isRepeated: boolean): Promise<boolean> {
    return this.end === null
      ? this.credentials.refused(access, isRepeated)
      : Promise.reject(this.end);
  }

  /** @param why the GongError for later requests. */
  endWith(why: Error): void {
    this.end = why;
  }
}
