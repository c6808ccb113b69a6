/** What a request to Gong goes by. */
export interface Access {
  /** Origin of the company's API, without `/v2`. */
  readonly baseUrl: string;
  /** The whole `Authorization` header. */
  readonly authorization: string;
  /** What no error may repeat, should Gong do so. */
  readonly secrets: readonly string[];
}

/** How the gateway logs in at one Gong company. */
export interface Credentials {
  /** What a request that leaves now goes by. */
  latest(): Access;
  /**
   * Settles when there is an access that Gong takes, as far as is known; null: there is.
   *
   * @throws GongError from the promise, where there is none to be had.
   */
  ready(): Promise<void> | null;
  /**
   * Gong refused an access with a 401 that names no scope. True: there is another one now, and the request may be
   * sent again.
   */
  refused(access: Access): Promise<boolean>;
}

/** The log-in by API key, which lasts until somebody takes it back. */
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
    refused: () => Promise.resolve(false),
  };
}

/** A log-in that somebody can put an end to: what asks after that is told why. */
export class EndableCredentials implements Credentials {
  private end: Error | null = null;

  constructor(private readonly credentials: Credentials) {}

  latest(): Access {
    if (this.end !== null) throw this.end;
    return this.credentials.latest();
  }

  ready(): Promise<void> | null {
    return this.end === null ? this.credentials.ready() : Promise.reject(this.end);
  }

  refused(access: Access): Promise<boolean> {
    return this.end === null ? this.credentials.refused(access) : Promise.reject(this.end);
  }

  /** @param why a GongError for those who ask Gong afterwards. */
  endWith(why: Error): void {
    this.end = why;
  }
}
