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
  /** Gong answered a request that was sent with the access, and didn't refuse it. */
  accepted(access: Access): void;
  /**
   * Gong refused an access with a 401 that names no scope. True: there is another one now, and the request may be
   * sent again.
   *
   * @param isRepeated whether the request had been refused before and was sent again: it isn't sent a third time.
   */
  refused(access: Access, isRepeated: boolean): Promise<boolean>;
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
    accepted: () => undefined,
    refused: () => Promise.resolve(false),
  };
}

/** A log-in that somebody can put an end to: what asks after that is told why. */
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

  /** @param why a GongError for those who ask Gong afterwards. */
  endWith(why: Error): void {
    this.end = why;
  }
}
